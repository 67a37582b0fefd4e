// SPDX-License-Identifier: MIT
//
// Many people's requests to see their records at once, by commands and nights in any order, by whoever may
// and whoever may not, with new notes between: whatever happens, nothing goes but to somebody who may ask,
// after a recorded search, a decision on every withholding that was proposed on the record as it is, a second
// look by another person than any who decided, and a word before it. The walk keeps its own account.
#include <algorithm>
#include <random>

#include "support/access_account.h"
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

using Account = AccessAccount;

class AccessWalk : public AccessWorld {
protected:
    static constexpr unsigned people = 16;
    static constexpr int steps = 1400;
    static constexpr int steps_a_day = 40;

    unsigned dice(unsigned sides) { return static_cast<unsigned>(random_() % sides); }
    template <typename List>
    auto any_of(const List& list) {
        return list[dice(static_cast<unsigned>(list.size()))];
    }

    void add_person(Account& one) {
        const std::string n = one.number = std::to_string(++people_made_);
        load(record_with_advice(n), day_);
        one.advice = 1;
    }
    // A proposal that waits for its decision; "{}" where none does.
    std::string undecided(const Account& one) const {
        for (const std::string& row : rows(one.request, day_))
            if (!word_at(row, "proposal").empty() && word_at(row, "decision").empty()) return row;
        return "{}";
    }

    // The notes and decisions of which a pack would be made now.
    std::string what_stands(const Account& one) const {
        std::string all = std::to_string(one.notes) + " notes";
        for (const std::string& row : rows(one.request, day_))
            all += "; " + word_at(row, "item") + " " + word_at(row, "rule") + " " + word_at(row, "decision");
        return all;
    }

    // A decision that wants a second signature and has none; "{}" where none does.
    std::string unsigned_row(const Account& one) const {
        for (const std::string& row : rows(one.request, day_))
            if (wants_second_signature(row) && word_at(row, "countersigned_by").empty()) return row;
        return "{}";
    }

    // ── What may be done next ──

    Words deciding_one(const Account& one, const std::string& item, bool to_withhold) {
        const std::string row = R"({"item":"entry:)" + item + R"(","rule":"legal-privilege"})";
        return to_withhold ? withholding(one.request, row, day_) : deciding(one.request, row, {"--show"});
    }
    // On whichever day it is ready: where that is after the due day, it is said why.
    Words announcing_any_day(const std::string& request) const {
        return with(announcing(request, day_), {"--reason", "as they wish"});
    }
    // Every command there is on a request; what is asked for need not make sense.
    Words any_command(const Account& one) {
        const std::string& r = one.request;
        const std::string now = to_text(day_);
        const std::vector<Words> commands = {
            knowing(r),
            competence(r, "yes"),
            competence(r, "no", {"--impaired"}),
            searching(r),
            {"access", "review", r},
            {"access", "pause", r, "--question", "which years?"},
            {"access", "resume", r, "--answer", "all"},
            {"access", "extend", r, "--notice", now, "--reason", "x"},
            {"access", "refer", r, "--to", "legal", "--question", "x"},
            {"access", "advice", r, "--from", "a", "--advice", "x"},
            deciding_one(one, "L" + one.number, dice(2) > 0),
            deciding_one(one, "E" + one.number, dice(2) > 0),
            finishing(r),
            refusing(r),
            assembling(r),
            {"access", "sign", r},
            {"access", "sign", r},
            sealing(r),
            {"access", "sign", r, "--return", "--reason", "x"},
            {"access", "sign", r, "--item", "entry:L" + one.number, "--rule", "legal-privilege"},
            announcing_any_day(r),
            {"access", "announce", r, "--not-wanted", "--reason", "wants no call"},
            dispatching(r),
            dispatching(r),
            {"access", "close", r, "--sent", now, "--reason", "x"},
            {"access", "withdraw", r, "--reason", "x"},
            {"access", "dispute", r, "--to", "trust", "--words", "x"},
            {"access", "dispute", r, "--answer", "reopen", "--reason", "x"},
            {"access", "dispute", r, "--answer", "stands", "--reason", "x"},
        };
        return any_of(commands);
    }
    // What leads on from a state; empty: only time does.
    Words way_on(const Account& one) {
        const std::string& r = one.request;
        if (one.state == "received") return one.may_ask ? knowing(r) : competence(r, "yes");
        if (one.state == "entitled") return one.searched ? Words{"access", "review", r} : searching(r);
        if (one.state == "reviewed") {
            if (!one.searched) return searching(r);
            if (one.changed > one.reviewed) return {"access", "review", r};
            const std::string row = undecided(one);
            if (row == "{}") return finish_or_countersign(one);
            return dice(2) ? withholding(r, row, day_) : deciding(r, row, {"--show"});
        }
        if (one.state == "decided")
            return one.assembled_of == what_stands(one) ? Words{"access", "sign", r} : assembling(r);
        if (one.state == "signed") {
            if (one.sealed <= one.assembled) return sealing(r);
            if (!one.announced || dice(4) == 0) return announcing_any_day(r);
            return one.changed > one.reviewed && dice(2) ? Words{"access", "review", r} : dispatching(r);
        }
        if (one.state == "referred") return {"access", "advice", r, "--from", "a", "--advice", "x"};
        if (one.state == "disputed")
            return {"access", "dispute", r, "--answer", dice(2) ? "reopen" : "stands", "--reason", "x"};
        if (one.state == "dispatched" || one.state == "refused")
            return dice(3) ? Words{"access", "close", r, "--sent", to_text(day_), "--reason", "x"}
                           : Words{"access", "dispute", r, "--to", "ico", "--words", "x"};
        return {};
    }
    Words finish_or_countersign(const Account& one) const {
        const std::string row = unsigned_row(one);
        return row == "{}" ? finishing(one.request) : second_signature(one.request, row);
    }
    // Another note comes into the record: of the lawyer, or of nobody else.
    void new_note(Account& one) {
        const std::string id = "N" + one.number + "-" + std::to_string(++one.notes);
        const bool is_advice = dice(2) > 0;
        load({entry(id, "I" + one.number, "came again",
                    is_advice ? R"(,"flags":["legal-advice"])" : std::string())},
             day_);
        one.advice += is_advice ? 1 : 0;
        one.changed = step_;
        one.trail += to_text(day_) + " a note is added: " + id + "\n";
    }

    // ── A step ──

    void step(Account& one) {
        ++step_;
        if (one.request.empty()) return open_one(one);
        if (dice(40) == 0 && one.notes < 6) return new_note(one);
        const bool on_the_way = dice(3) > 0;
        const Words words = on_the_way ? way_on(one) : any_command(one);
        if (words.empty()) return;
        const std::string second = any_of(Words{"david", "delia", "dana"});
        const bool is_second_look = words[1] == "sign";
        act(one,
            on_the_way ? (is_second_look ? second : "dana")
                       : any_of(Words{"petra", "dana", "david", "delia", "rita", "oscar", "ada"}),
            words);
    }
    void open_one(Account& one) {
        one.request = "R" + one.number + "-" + std::to_string(++one.requests);
        one.start_request();
        open(one.request, "P" + one.number, {"--wanted", "text"}, day_);  // quickly made
    }
    // Does a command, or is told that it may not.
    void act(Account& one, const std::string& name, const Words& words) {
        const std::string told = name + ": " + joined(words);
        const Said said = as(name, words, day_);
        if (said.code != 0) {
            ASSERT_TRUE(is_no(said, {64, 65, 77}, false)) << told << "\n" << one.trail;
            ++refused_;
            return look_at(one, false, told);
        }
        ASSERT_TRUE(may_do(name, words[1])) << told << " was done";
        take_down(one, name, words);
        look_at(one, true, told);
    }
    static bool may_do(const std::string& name, const std::string& verb) {
        static const std::set<std::string> of_practitioners = {"verify-identity", "competence", "search"};
        if (name == "petra")
            return of_practitioners.contains(verb) || verb == "withdraw" || verb == "pause" ||
                   verb == "resume" || verb == "refer" || verb == "advice" || verb == "dispute" ||
                   verb == "announce" || verb == "review";
        return name == "dana" || name == "david" || name == "delia";
    }
    void take_down(Account& one, const std::string& name, const Words& words) const {
        const std::string& verb = words[1];
        const auto says = [&](const char* word) {
            return std::find(words.begin(), words.end(), word) != words.end();
        };
        if (verb == "competence") one.may_ask = says("yes");
        if (verb == "search") one.searched = step_;
        if (verb == "review") one.reviewed = step_;
        if (verb == "announce") one.announced = true;
        if (verb == "dispute" && says("reopen")) one.sealed = 0;
        if (verb == "assemble") {
            one.assembled = step_;
            one.assembled_of = what_stands(one);
        }
        if (verb == "seal") one.sealed = step_;
        if (verb == "sign" && !says("--item")) {
            one.signed_at = says("--return") ? 0 : step_;
            one.signed_by = name;
        }
        if (verb != "decide" || says("--refuse")) return;
        if (says("--done")) {
            one.finished = step_;
        } else {
            one.decided = step_;
            one.deciders[words[3]] = name;
        }
    }
    // Reads where a request stands after a command, done or refused.
    void look_at(Account& one, bool was_done, const std::string& told) {
        const std::string now = state_of(one.request, day_);
        ASSERT_TRUE(was_done ? is_an_access_move(one.state, now) : now == one.state)
            << told << ": from " << one.state << " to " << now << "\n"
            << one.trail;
        if (was_done) one.trail += to_text(day_) + " " + told + ": " + now + "\n";
        if (now == "dispatched" && one.state != now && !has(told, "dispute")) went(one);
        one.state = now;
        seen_.insert(now);
        if (now == "closed" || now == "withdrawn") one.request.clear();
    }
    void went(const Account& one) {
        ++gone_;
        if (one.notes > 1) ++gone_after_changes_;
        int waiting = 0;
        int proposed = 0;
        std::set<std::string> decided;
        for (const std::string& row : rows(one.request, day_)) {
            if (!word_at(row, "proposal").empty() && word_at(row, "decision").empty()) ++waiting;
            if (word_at(row, "rule") == "legal-privilege" && word_at(row, "proposal") == "withhold")
                ++proposed;
            if (!word_at(row, "decision").empty()) decided.insert(word_at(row, "item"));
        }
        one.expect_rightly_gone(day_, waiting, proposed, decided, what_stands(one));
    }

    // A night sends nothing, refuses nothing and decides nothing; it may bring back what is to be looked at
    // again, and look itself.
    void next_night(std::vector<Account>& accounts) {
        ++step_;
        day_ = Date{std::chrono::sys_days{day_} + std::chrono::days{1 + dice(3)}};
        night(day_);
        for (Account& one : accounts) {
            if (one.request.empty()) continue;
            const std::string now = state_of(one.request, day_);
            static const std::set<std::string> reviewable = {"entitled", "reviewed", "decided", "signed"};
            ASSERT_TRUE(now == one.state || (now == "reviewed" && reviewable.contains(one.state)))
                << "the night of " << to_text(day_) << ": from " << one.state << " to " << now << "\n"
                << one.trail;
            if (now == "reviewed") one.reviewed = step_;
            // It makes the pack of what is decided, where there is none of it.
            if (const std::string stands = what_stands(one);
                (now == "decided" || now == "signed") && one.assembled_of != stands) {
                one.assembled = step_;
                one.assembled_of = stands;
            }
            one.trail += to_text(day_) + " a night: " + now + "\n";
            one.state = now;
        }
    }
    void walk(unsigned seed) {
        random_.seed(seed);
        std::vector<Account> accounts(people);
        for (Account& one : accounts) add_person(one);
        while (step_ < steps && !HasFailure()) {
            for (int i = 0; i < steps_a_day && !HasFailure(); ++i) step(accounts[dice(people)]);
            if (!HasFailure()) next_night(accounts);
        }
    }

    std::mt19937 random_;
    Date day_ = today;
    int step_ = 0;
    int people_made_ = 0;
    int gone_ = 0;
    int gone_after_changes_ = 0;
    int refused_ = 0;
    std::set<std::string> seen_;
};
CASEKEEPER_ON_SQLITE(AccessWalk);

TEST_P(AccessWalk, NothingGoesWithoutStandingSearchDecisionsAndASecondLook) {
    walk(1);
    // It went through all of it: otherwise it has shown nothing.
    EXPECT_GE(gone_, 20);
    EXPECT_GE(gone_after_changes_, 1);
    EXPECT_GE(refused_, 100);
    for (const char* state : {"entitled", "reviewed", "decided", "signed", "dispatched", "refused", "closed",
                              "withdrawn", "referred", "disputed"})
        EXPECT_TRUE(seen_.contains(state)) << state;
}

// Another way through it.
TEST_P(AccessWalk, NorByAnotherWay) {
    walk(20261123);
    EXPECT_GE(gone_, 20);
}

}  // namespace
}  // namespace casekeeper::test
