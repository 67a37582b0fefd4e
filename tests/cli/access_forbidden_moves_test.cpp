// SPDX-License-Identifier: MIT
//
// Every command on a request to see a record in every state it may be in: where it has no such move it is
// refused in two lines with a hint that can be typed, and the store is as it was.
//
//   received ─identify─▶ entitled ─review─▶ reviewed ─done─▶ decided ─sign─▶ signed ─dispatch─▶ dispatched
//   dispatched ─close─▶ closed; refused ─close─▶ closed
//   refuse     from received to signed; withdraw: from everything that is open and has not gone
//   refer      from entitled to signed ─▶ referred ─advice─▶ where it came from
//   dispute    from refused, dispatched and closed ─▶ disputed ─reopen─▶ received, ─stands─▶ back
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

// A command, and the states in which it may be done; of the states in `either` nothing is said here.
struct Step {
    std::vector<std::string> words;
    std::set<std::string> allowed;
    std::set<std::string> either;
};

const std::set<std::string> all_states = {"received",  "entitled",   "reviewed", "decided",
                                          "signed",    "dispatched", "refused",  "closed",
                                          "withdrawn", "referred",   "disputed"};

std::set<std::string> all_but(const std::set<std::string>& these) {
    std::set<std::string> left = all_states;
    for (const std::string& one : these) left.erase(one);
    return left;
}

class AccessForbiddenMoves : public AccessWorld {
protected:
    static constexpr Date late{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};

    // Brings a person's request to a state by the shortest way. `n`: in the ids of all that is theirs.
    void reach(const std::string& state, const std::string& n = "1") const {
        const std::string request = "R" + n;
        load(record_with_advice(n));
        open(request, "P" + n);
        if (state == "withdrawn")
            done("dana", {"access", "withdraw", request, "--reason", "changed her mind"});
        if (state == "received" || state == "withdrawn") return;
        know(request);
        if (state == "entitled") return;
        if (state == "refused" || state == "disputed") return reach_after_refusal(state, request);
        search(request);
        review(request);
        if (state == "referred")
            done("dana", {"access", "refer", request, "--to", "legal", "--question", "is it privileged"});
        if (state == "reviewed" || state == "referred") return;
        finish(request);
        if (state == "decided") return;
        sign(request);
        if (state == "signed") return;
        announce(request);
        dispatch(request);
        if (state == "closed") close_request(request);
    }
    void reach_after_refusal(const std::string& state, const std::string& request) const {
        done("dana", refusing(request));
        if (state == "disputed")
            done("dana", {"access", "dispute", request, "--to", "ico", "--words", "not fair"});
    }
    static Words deciding_advice(const std::string& what) {
        return {"access", "decide", "R1", "entry:L1", "--rule", "legal-privilege", what, "--reason", "x"};
    }
    // The states in which nothing more is done for the answer itself.
    static std::set<std::string> answered() { return {"dispatched", "refused", "closed", "withdrawn"}; }

    static std::vector<Step> steps() {
        return with_answers({
            {{"access", "review", "R1"}, {"entitled", "reviewed", "decided", "signed"}, {}},
            {deciding_advice("--show"), {"reviewed"}, {"decided", "signed"}},
            {deciding_advice("--withhold"), {"reviewed"}, {"decided", "signed"}},
            {finishing("R1"), {"reviewed"}, {}},
            {refusing("R1"), {"received", "entitled", "reviewed", "decided", "signed"}, {}},
            {assembling("R1"), {"decided", "signed"}, {}},
            {{"access", "seal", "R1", "--write", "/nowhere"}, {"signed", "dispatched", "closed"}, {}},
            {{"access", "sign", "R1"}, {"decided"}, {}},
            {{"access", "sign", "R1", "--return", "--reason", "x"}, {"decided", "signed"}, {}},
            {{"access", "sign", "R1", "--item", "entry:L1", "--rule", "legal-privilege"},
             {"reviewed"},
             {"decided", "signed"}},
            {announcing("R1", late), {"signed"}, {}},
            {dispatching("R1"), {"signed"}, {}},
            {{"access", "close", "R1", "--sent", "2026-12-01", "--reason", "x"},
             {"dispatched", "refused"},
             {}},
        });
    }
    static std::vector<Step> with_answers(std::vector<Step> steps) {
        const std::set<std::string> unanswered = all_but(answered());
        const std::set<std::string> at_work = all_but({"dispatched", "closed", "withdrawn", "refused"});
        for (Step& step : std::vector<Step>{
                 {{"access", "withdraw", "R1", "--reason", "x"}, unanswered, {"refused"}},
                 {{"access", "refer", "R1", "--to", "legal", "--question", "x"},
                  {"entitled", "reviewed", "decided", "signed"},
                  {}},
                 {{"access", "advice", "R1", "--from", "a", "--advice", "x"}, {"referred"}, {}},
                 {{"access", "dispute", "R1", "--to", "court", "--words", "x"},
                  {"refused", "dispatched", "closed"},
                  {}},
                 {{"access", "dispute", "R1", "--answer", "reopen", "--reason", "x"}, {"disputed"}, {}},
                 {{"access", "dispute", "R1", "--answer", "stands", "--reason", "x"}, {"disputed"}, {}},
                 {{"access", "pause", "R1", "--question", "which years?"}, at_work, {"disputed"}},
                 {{"access", "resume", "R1", "--answer", "all"}, {}, {}},
                 {{"access", "extend", "R1", "--notice", "2026-12-01", "--reason", "x"},
                  at_work,
                  {"disputed"}},
                 {{"access", "fee", "R1", "--asked", "2026-12-01", "--reason", "x"}, at_work, {"disputed"}},
                 {searching("R1"), at_work, {"dispatched", "refused"}},
                 {{"access", "verify-identity", "R1", "--known"}, at_work, {"dispatched", "refused"}},
                 {{"access", "verify-identity", "R1", "--doubt", "x"}, at_work, {"refused"}},
                 {{"access", "acknowledge", "R1", "--sent", "2026-12-01"}, at_work, {"refused"}},
                 {competence("R1", "yes"), at_work, {"dispatched", "refused"}},
             })
            steps.push_back(std::move(step));
        return steps;
    }
    // Dana may do everything, and decided nothing that David signed: only the state is in the way.
    void expect_forbidden(const std::string& state) const {
        reach(state);
        ASSERT_EQ(state_of("R1", late), state);
        int forbidden = 0;
        for (const Step& step : steps()) {
            if (step.allowed.contains(state) || step.either.contains(state)) continue;
            ++forbidden;
            const std::string before = everything();
            const std::string name = step.words[1] == "sign" ? "david" : "dana";
            EXPECT_TRUE(is_no(as(name, step.words, late), {77})) << state << ": " << joined(step.words);
            EXPECT_TRUE(everything() == before) << "changed by " << joined(step.words);
        }
        EXPECT_GT(forbidden, 5) << "of " << steps().size();
        EXPECT_EQ(state_of("R1", late), state);
    }
};
CASEKEEPER_ON_SQLITE(AccessForbiddenMoves);

TEST_P(AccessForbiddenMoves, WhileReceived) {
    expect_forbidden("received");
}
TEST_P(AccessForbiddenMoves, WhileEntitled) {
    expect_forbidden("entitled");
}
TEST_P(AccessForbiddenMoves, WhileReviewed) {
    expect_forbidden("reviewed");
}
TEST_P(AccessForbiddenMoves, WhileDecided) {
    expect_forbidden("decided");
}
TEST_P(AccessForbiddenMoves, WhileSigned) {
    expect_forbidden("signed");
}
TEST_P(AccessForbiddenMoves, WhileDispatched) {
    expect_forbidden("dispatched");
}
TEST_P(AccessForbiddenMoves, WhileRefused) {
    expect_forbidden("refused");
}
TEST_P(AccessForbiddenMoves, WhileClosed) {
    expect_forbidden("closed");
}
TEST_P(AccessForbiddenMoves, WhileWithdrawn) {
    expect_forbidden("withdrawn");
}
TEST_P(AccessForbiddenMoves, WhileReferred) {
    expect_forbidden("referred");
}
TEST_P(AccessForbiddenMoves, WhileDisputed) {
    expect_forbidden("disputed");
}

// What is allowed in a state is really done: the refusals above are not refusals of everything.
TEST_P(AccessForbiddenMoves, WhatIsAllowedIsDone) {
    struct Allowed {
        std::string from;
        Words words;
        std::string to;
    };
    const Words refer = {"access", "refer", "R", "--to", "legal", "--question", "x"};
    const Words advice = {"access", "advice", "R", "--from", "a", "--advice", "b"};
    const Words withdraw = {"access", "withdraw", "R", "--reason", "x"};
    const Words complain = {"access", "dispute", "R", "--to", "trust", "--words", "x"};
    const Allowed moves[] = {
        {"received", knowing("R"), "entitled"},
        {"received", refusing("R"), "refused"},
        {"received", withdraw, "withdrawn"},
        {"entitled", {"access", "review", "R"}, "reviewed"},
        {"entitled", refusing("R"), "refused"},
        {"entitled", refer, "referred"},
        {"reviewed", {"access", "review", "R"}, "reviewed"},
        {"reviewed", refusing("R"), "refused"},
        {"reviewed", refer, "referred"},
        {"decided", {"access", "sign", "R"}, "signed"},
        {"decided", {"access", "sign", "R", "--return", "--reason", "one was overlooked"}, "reviewed"},
        {"decided", refer, "referred"},
        {"signed", {"access", "sign", "R", "--return", "--reason", "one was overlooked"}, "reviewed"},
        {"signed", refusing("R"), "refused"},
        {"signed", withdraw, "withdrawn"},
        {"dispatched", {"access", "close", "R", "--reason", "x"}, "closed"},
        {"dispatched", complain, "disputed"},
        {"refused", complain, "disputed"},
        {"refused", {"access", "close", "R", "--sent", "2026-12-01"}, "closed"},
        {"closed", complain, "disputed"},
        {"referred", advice, "reviewed"},
        {"referred", withdraw, "withdrawn"},
        {"disputed", {"access", "dispute", "R", "--answer", "stands", "--reason", "x"}, "refused"},
        {"disputed", withdraw, "withdrawn"},
    };
    int number = 0;
    for (Allowed move : moves) {
        const std::string n = std::to_string(++number);
        reach(move.from, n);
        move.words[2] = "R" + n;
        if (move.to == std::string("signed") && move.from == std::string("decided"))
            done("dana", assembling("R" + n), late);
        done(move.words[1] == "sign" ? "david" : "dana", move.words, late);
        EXPECT_EQ(state_of("R" + n, late), move.to) << move.from << ": " << joined(move.words);
    }
}

// A dispute that is answered by looking again begins with who may ask, which is settled here.
TEST_P(AccessForbiddenMoves, ReopenedItIsLookedAtAgain) {
    reach("disputed");
    done("dana", {"access", "dispute", "R1", "--answer", "reopen", "--reason", "x"}, late);
    EXPECT_TRUE(std::set<std::string>({"received", "entitled"}).contains(state_of("R1", late)));
}

// What was found of the person asking is looked at again in every state before it has gone.
TEST_P(AccessForbiddenMoves, DoubtLeadsBackToWhoMayAsk) {
    int number = 0;
    for (const char* state : {"entitled", "reviewed", "decided", "signed", "referred", "disputed"}) {
        const std::string n = std::to_string(++number);
        reach(state, n);
        done("dana", competence("R" + n, "no", {"--impaired"}), late);
        EXPECT_EQ(state_of("R" + n, late), "received") << "from " << state;
        expect_no("dana", dispatching("R" + n), {77}, late);
    }
}

// What was decided does not outlive what is proposed anew: signing again takes another look.
TEST_P(AccessForbiddenMoves, AReviewUndoesTheSignature) {
    reach("signed");
    review("R1", late);
    EXPECT_EQ(state_of("R1", late), "reviewed");
    expect_no("dana", dispatching("R1"), {77}, late);
    expect_no("david", {"access", "sign", "R1"}, {77}, late);
}

}  // namespace
}  // namespace casekeeper::test
