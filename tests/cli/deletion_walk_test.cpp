// SPDX-License-Identifier: MIT
//
// Many people's requests at once, by commands and nights in any order, by whoever may and whoever may not,
// with holds, access requests, new services and new notes between: whatever happens, nothing goes but in a
// night, after a warning that followed the latest assessment, a confirmation that followed the warning, and a
// decision by the data protection officer on just that part that followed the confirmation and has cooled
// off; with no hold and no open access request at that moment. The walk keeps its own account.
#include <random>

#include "support/deletion_account.h"
#include "support/deletion_world.h"

namespace casekeeper::test {
namespace {

using Account = DeletionAccount;
using State = DeletionState;

class DeletionWalk : public DeletionWorld {
protected:
    static constexpr unsigned people = 24;
    static constexpr int steps = 2000;
    static constexpr int steps_a_day = 25;

    unsigned dice(unsigned sides) { return static_cast<unsigned>(random_() % sides); }
    template <typename List>
    auto any_of(const List& list) {
        return list[dice(static_cast<unsigned>(list.size()))];
    }

    // A person with a part that is free (M) and one for a person to decide on (C); no statutory one yet (S).
    void add_person(Account& one) {
        one = Account{};
        const std::string n = one.number = std::to_string(++people_made_);
        load({person("P" + n, "2005-05-04"),
              involvement("M" + n, "P" + n, "mentoring", "2022-09-01", "2024-09-01"),
              note("E" + n + "-1", "M" + n, "2023-10-02", "played table tennis"),
              involvement("C" + n, "P" + n, "universal-youth-service", "2022-09-01", "2024-09-01")},
             day_);
        parts_ = all_parts();
    }
    std::set<std::string> all_parts() const {
        const Words all = sql("select id from involvement");
        return {all.begin(), all.end()};
    }

    // ── What may be done next ──

    // Every command there is on a request; what is asked for need not make sense.
    Words any_command(const Account& one) {
        const std::string& r = one.request;
        const std::string& n = one.number;
        const std::vector<Words> commands = {
            {"deletion", "verify-identity", r, "--known"},
            {"deletion", "competence", r, "--competent", "yes", "--assessor", "a", "--basis", "b"},
            {"deletion", "competence", r, "--competent", "no", "--impaired", "--assessor", "a", "--basis",
             "b"},
            {"deletion", "assess", r},
            {"deletion", "assess", r, "--misfiled", "entry:E" + n + "-1", "--reason", "x"},
            {"deletion", "refer", r, "--to", "dpo", "--question", "x"},
            {"deletion", "advice", r, "--from", "a", "--advice", "x"},
            warning(r, day_),
            confirmation(r),
            {"deletion", "withdraw", r, "--reason", "x"},
            decision(r, {"--delete", "all-free"}),
            decision(r, {"--delete", "involvement:C" + n}),
            decision(r, {"--keep", "involvement:M" + n}),
            decision(r, {"--delete", "involvement:S" + n}),
            decision(r, {"--refuse"}),
            {"deletion", "notify", r, "--write"},
            {"deletion", "notify", r, "--sent", to_text(day_)},
            {"deletion", "dispute", r, "--to", "trust", "--words", "x"},
            {"deletion", "dispute", r, "--answer", "reopen", "--reason", "x"},
            {"deletion", "dispute", r, "--answer", "stands", "--reason", "x"},
        };
        return any_of(commands);
    }
    // What leads on from a state; empty: only time does.
    Words way_on(const Account& one) {
        const std::string& r = one.request;
        switch (one.state) {
            case State::received:
                return {"deletion", "competence", r, "--competent", "yes", "--assessor", "a", "--basis", "b"};
            case State::entitled:
                return {"deletion", "assess", r};
            case State::assessed:
                return warning(r, day_);
            case State::warned:
                return confirmation(r);
            case State::confirmed:
                return decision(r, any_of(std::vector<Words>{{"--delete", "all-free"},
                                                             {"--delete", "involvement:C" + one.number},
                                                             {"--keep", "involvement:C" + one.number},
                                                             {"--keep", "involvement:S" + one.number}}));
            case State::executed:
            case State::refused:
                if (dice(2)) return {"deletion", "notify", r, "--write"};
                return {"deletion", "notify", r, "--sent", to_text(day_)};
            case State::referred:
                if (dice(4) == 0)
                    return {"deletion",   "competence", r,   "--competent", "no",
                            "--impaired", "--assessor", "a", "--basis",     "b"};
                return {"deletion", "advice", r, "--from", "a", "--advice", "it may go"};
            case State::disputed:
                return {"deletion", "dispute", r, "--answer", dice(2) ? "reopen" : "stands", "--reason", "x"};
            default:
                return {};
        }
    }
    // Something becomes known outside the request.
    void event(Account& one) {
        const std::string& n = one.number;
        one.trail += to_text(day_) + " an event, maybe; held by \"" + one.hold + "\"\n";
        switch (dice(9)) {
            case 0:
                if (one.wants_to_see || dice(2)) return;
                load({R"({"type":"access_request","id":"A)" + n + R"(","person":"P)" + n +
                      R"(","received_at":")" + to_text(day_) + "\"}"},
                     day_);
                one.wants_to_see = true;
                return;
            case 1:
                if (one.has_statutory || dice(2)) return;
                load({involvement("S" + n, "P" + n, "child-in-need", to_text(day_))}, day_);
                one.has_statutory = one.outdated = true;
                parts_ = all_parts();
                return;
            case 2:
                load({note("E" + n + "-" + std::to_string(++one.notes), "M" + n, "2024-02-02", "came again")},
                     day_);
                one.outdated = true;
                return;
            case 3:
            case 4:
                if (!one.hold.empty()) return;
                one.hold = "H" + n + "-" + std::to_string(step_);
                done("oscar",
                     {"hold", "place", "--kind", "police", "--authority", "LP-1", "--reason", "x",
                      "--persons", "P" + n, "--id", one.hold},
                     day_);
                return;
            default:
                if (one.hold.empty()) return;
                done("rita", {"hold", "release", one.hold, "--reason", "x"}, day_);
                one.hold.clear();
        }
    }

    // ── A step ──

    void step(Account& one) {
        ++step_;
        if (!parts_.contains("M" + one.number) && one.request.empty()) return;
        if (one.request.empty()) return open_one(one);
        if (parts_.contains("M" + one.number) && dice(12) == 0) return event(one);
        const bool on_the_way = dice(3) > 0;
        const Words words = on_the_way ? way_on(one) : any_command(one);
        if (words.empty()) return;
        act(one, on_the_way ? "dana" : any_of(Words{"petra", "dana", "rita", "oscar", "ada"}), words);
    }
    void open_one(Account& one) {
        one.request = "R" + one.number + "-" + std::to_string(++one.requests);
        open(one.request, "P" + one.number, {}, day_);
        know(one.request, day_);
        one.make_void();
        one.may_ask = true;
        one.assessed = 0;
        one.state = parse_deletion_state(state_of(one.request, day_)).value_or(State::received);
    }
    // Does a command, or is told that it may not; either way nothing goes.
    void act(Account& one, const std::string& name, const Words& words) {
        const std::string told = name + ": " + joined(words);
        const Said said = as(name, words, day_);
        ASSERT_EQ(all_parts(), parts_) << told << " took something away";
        if (said.code != 0) {
            ASSERT_TRUE(is_no(said, {64, 65, 77}, false)) << told;
            return look_at(one, "", told);
        }
        ASSERT_TRUE(name == "dana" || (name == "petra" && words[1] != "decide")) << told << " was done";
        if (words[1] == "competence") one.may_ask = words[4] == "yes";
        if (words[1] == "assess") one.assess(step_);
        if (words[1] == "warn") one.warned = step_;
        if (words[1] == "confirm") one.confirmed = step_;
        if (words[1] == "decide") one.decide(words[3], parts_meant(one, words), step_, day_);
        look_at(one, name, told);
    }
    // What was decided on: what is free is so by the look that the decision itself takes.
    std::set<std::string> parts_meant(const Account& one, const Words& words) const {
        if (words[3] == "--refuse") return {};
        const auto part_of = [](const std::string& typed) { return typed.substr(typed.find(':') + 1); };
        if (words[4] != "all-free") return {part_of(words[4])};
        std::set<std::string> free;
        for (const std::string& part : json_items_at(shown(one.request, day_), "items"))
            if (json_text_at(part, "verdict") == "free") free.insert(part_of(json_text_at(part, "id")));
        return free;
    }
    // Reads where a request stands; `name`: who did something, "" for nobody, "night".
    void look_at(Account& one, const std::string& name, const std::string& told) {
        const std::optional<State> now = parse_deletion_state(state_of(one.request, day_));
        ASSERT_TRUE(now) << told;
        const Role role = name == "dana" ? Role::dpo : Role::practitioner;
        const bool right = name.empty()      ? *now == one.state
                           : name == "night" ? is_a_night(one.state, *now)
                                             : is_a_move(one.state, *now, role);
        ASSERT_TRUE(right) << told << ": from " << to_text(one.state) << " to " << to_text(*now);
        if (!name.empty()) one.trail += to_text(day_) + " " + told + ": " + to_text(*now) + "\n";
        one.state = *now;
        seen_.insert(*now);
        if (*now == State::assessed && name == "night") one.assess(step_);
        if (*now == State::received || *now == State::entitled || *now == State::assessed) one.make_void();
        if (is_closed(*now)) one.request.clear();
    }

    // ── A night ──

    void next_night(std::vector<Account>& accounts) {
        ++step_;
        day_ = Date{std::chrono::sys_days{day_} + std::chrono::days{1 + dice(4)}};
        night(day_);
        const std::set<std::string> left = all_parts();
        for (Account& one : accounts) {
            for (const char* kind : {"M", "C", "S"}) {
                const std::string part = kind + one.number;
                if (!parts_.contains(part) || left.contains(part)) continue;
                ++gone_;
                one.expect_rightly_gone(part, day_);
                EXPECT_STRNE(kind, "S") << "a statutory service went: " << part;
            }
            if (one.waits_to_go() && !one.hold.empty()) ++kept_by_a_hold_;
            if (one.waits_to_go() && one.wants_to_see) ++kept_for_access_;
            if (one.waits_to_go() && one.outdated) ++kept_by_facts_;
            if (!one.request.empty()) look_at(one, "night", "the night of " + to_text(day_));
        }
        parts_ = left;
        for (Account& one : accounts)
            if (!left.contains("M" + one.number) && one.request.empty()) add_person(one);
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
    int kept_by_a_hold_ = 0;
    int kept_for_access_ = 0;
    int kept_by_facts_ = 0;
    std::set<State> seen_;
    std::set<std::string> parts_;  // involvements in the store
};
CASEKEEPER_ON_SQLITE(DeletionWalk);

TEST_P(DeletionWalk, NothingGoesWithoutWarningConfirmationDecisionAndAFreshLook) {
    walk(1);
    // It went through all of it: otherwise it has shown nothing.
    EXPECT_GE(gone_, 10);
    EXPECT_GE(kept_by_a_hold_, 1);
    EXPECT_GE(kept_for_access_, 1);
    EXPECT_GE(kept_by_facts_, 1);
    for (int state = 0; state < deletion_states; ++state)
        EXPECT_TRUE(seen_.contains(static_cast<State>(state))) << to_text(static_cast<State>(state));
}

}  // namespace
}  // namespace casekeeper::test
