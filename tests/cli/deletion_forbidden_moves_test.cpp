// SPDX-License-Identifier: MIT
//
// Every command on a request to delete in every state it may be in: where the table of
// policy/deletion_workflow.h has no such move, it is refused in two lines with a hint that can be typed, and
// the store is as it was.
#include "policy/deletion_workflow.h"
#include "support/deletion_world.h"

namespace casekeeper::test {
namespace {

using State = DeletionState;
using Event = DeletionEvent;

// A command, and the moves it can be.
struct Step {
    std::vector<std::string> words;
    std::vector<Event> events;
};

class DeletionForbiddenMoves : public DeletionWorld {
protected:
    static constexpr Date late{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};

    // A person of 21 with two parts, "I1" and "I2" and their number: one free, one for a person to decide on.
    void load_person(const std::string& number) const {
        load({person("P" + number, "2005-05-04"),
              involvement("I1" + number, "P" + number, "mentoring", "2022-09-01", "2024-09-01"),
              note("E1" + number, "I1" + number, "2023-10-02", "played table tennis"),
              involvement("I2" + number, "P" + number, "universal-youth-service", "2022-09-01",
                          "2024-09-01")});
    }
    // Brings that person's request to a state by the shortest way.
    void reach(State state, const std::string& number = "") const {
        const std::string request = "R1" + number;
        load_person(number);
        open(request, "P" + number);
        if (state == State::received) return;
        if (state == State::withdrawn) {
            done("petra", {"deletion", "withdraw", request, "--reason", "changed her mind"});
            return;
        }
        know(request);
        if (state == State::entitled) return;
        assess(request);
        if (state == State::assessed) return;
        if (state == State::referred) {
            done("petra",
                 {"deletion", "refer", request, "--to", "caldicott-guardian", "--question", "may it go"});
            return;
        }
        if (state == State::refused || state == State::disputed || state == State::notified)
            return reach_after_refusal(state, request);
        done("petra", warning(request));
        if (state == State::warned) return;
        done("petra", confirmation(request));
        if (state == State::confirmed) return;
        decide(request, {state == State::granted ? "--delete" : "--keep", "involvement:I2" + number});
        decide(request, {"--delete", "all-free"});
        if (state == State::waiting) night(today);
        if (state == State::executed) night(late);
    }
    void reach_after_refusal(State state, const std::string& request) const {
        decide(request, {"--refuse"});
        if (state == State::disputed)
            done("petra", {"deletion", "dispute", request, "--to", "ico", "--words", "not fair"});
        if (state == State::notified) notify(request, today);
    }
    static std::vector<Step> steps() {
        return {
            {{"deletion", "assess", "R1"}, {Event::assess}},
            {{"deletion", "assess", "R1", "--misfiled", "entry:E1", "--reason", "x"}, {Event::assess}},
            {{"deletion", "refer", "R1", "--to", "legal", "--question", "may it go"}, {Event::refer}},
            {{"deletion", "advice", "R1", "--from", "the guardian", "--advice", "it may"}, {Event::advise}},
            {warning("R1", late), {Event::warn}},
            {confirmation("R1"), {Event::confirm}},
            {{"deletion", "withdraw", "R1", "--reason", "x"}, {Event::withdraw}},
            {decision("R1", {"--delete", "all-free"}), {Event::grant, Event::grant_part}},
            {decision("R1", {"--delete", "involvement:I1"}), {Event::grant, Event::grant_part}},
            {decision("R1", {"--keep", "involvement:I1"}), {Event::grant_part, Event::refuse}},
            {decision("R1", {"--refuse"}), {Event::refuse}},
            {{"deletion", "notify", "R1", "--write"}, {Event::notify}},
            {{"deletion", "notify", "R1", "--sent", "2026-12-01"}, {Event::notify}},
            {{"deletion", "dispute", "R1", "--to", "court", "--words", "x"}, {Event::dispute}},
            {{"deletion", "dispute", "R1", "--answer", "reopen", "--reason", "x"}, {Event::reopen}},
            {{"deletion", "dispute", "R1", "--answer", "stands", "--reason", "x"}, {Event::stand}},
        };
    }
    // Who asks may be looked into until it is done or over. Where that moves nothing it is only noted.
    void expect_who_asks_settled(State state) const {
        const bool over = state == State::executed || state == State::notified || state == State::withdrawn;
        for (const Words& words : {Words{"deletion", "verify-identity", "R1", "--known"},
                                   Words{"deletion", "competence", "R1", "--competent", "yes", "--assessor",
                                         "a", "--basis", "b"}}) {
            if (!over) continue;
            const std::string before = everything();
            EXPECT_TRUE(is_no(as("dana", words, late), {77})) << to_text(state) << ": " << joined(words);
            EXPECT_TRUE(everything() == before) << "changed by " << joined(words);
        }
    }
    // Dana may do everything: only the state is in the way.
    void expect_forbidden(State state) const {
        reach(state);
        ASSERT_EQ(state_of("R1", late), to_text(state));
        int forbidden = 0;
        for (const Step& step : steps()) {
            bool possible = false;
            for (const Event event : step.events)
                possible = possible || find_transition(RequestRight::erasure, state, event);
            if (possible) continue;
            ++forbidden;
            const std::string before = everything();
            EXPECT_TRUE(is_no(as("dana", step.words, late), {77}))
                << to_text(state) << ": " << joined(step.words);
            EXPECT_TRUE(everything() == before) << "changed by " << joined(step.words);
        }
        expect_who_asks_settled(state);
        EXPECT_GT(forbidden, 5) << "of " << steps().size();
        EXPECT_EQ(state_of("R1", late), to_text(state));
    }
};
CASEKEEPER_ON_SQLITE(DeletionForbiddenMoves);

TEST_P(DeletionForbiddenMoves, WhileReceived) {
    expect_forbidden(State::received);
}
TEST_P(DeletionForbiddenMoves, WhileEntitled) {
    expect_forbidden(State::entitled);
}
TEST_P(DeletionForbiddenMoves, WhileAssessed) {
    expect_forbidden(State::assessed);
}
TEST_P(DeletionForbiddenMoves, WhileWarned) {
    expect_forbidden(State::warned);
}
TEST_P(DeletionForbiddenMoves, WhileConfirmed) {
    expect_forbidden(State::confirmed);
}
TEST_P(DeletionForbiddenMoves, WhileGranted) {
    expect_forbidden(State::granted);
}
TEST_P(DeletionForbiddenMoves, WhilePartlyRefused) {
    expect_forbidden(State::partly_refused);
}
TEST_P(DeletionForbiddenMoves, WhileWaiting) {
    expect_forbidden(State::waiting);
}
TEST_P(DeletionForbiddenMoves, WhileExecuted) {
    expect_forbidden(State::executed);
}
TEST_P(DeletionForbiddenMoves, WhileRefused) {
    expect_forbidden(State::refused);
}
TEST_P(DeletionForbiddenMoves, WhileNotified) {
    expect_forbidden(State::notified);
}
TEST_P(DeletionForbiddenMoves, WhileWithdrawn) {
    expect_forbidden(State::withdrawn);
}
TEST_P(DeletionForbiddenMoves, WhileReferred) {
    expect_forbidden(State::referred);
}
TEST_P(DeletionForbiddenMoves, WhileDisputed) {
    expect_forbidden(State::disputed);
}

// What the table allows in a state is really done: the refusals above are not refusals of everything.
TEST_P(DeletionForbiddenMoves, WhatIsAllowedIsDone) {
    struct Allowed {
        State from;
        Words words;
        State to;
    };
    const Allowed moves[] = {
        {State::received, {"deletion", "verify-identity", "R", "--known"}, State::entitled},
        {State::warned, confirmation("R"), State::confirmed},
        {State::confirmed, decision("R", {"--refuse"}), State::refused},
        {State::referred, {"deletion", "advice", "R", "--from", "a", "--advice", "b"}, State::assessed},
        {State::disputed,
         {"deletion", "dispute", "R", "--answer", "stands", "--reason", "x"},
         State::refused},
        {State::disputed,
         {"deletion", "dispute", "R", "--answer", "reopen", "--reason", "x"},
         State::entitled},  // it begins again with who may ask, which is settled
        {State::notified, {"deletion", "dispute", "R", "--to", "trust", "--words", "x"}, State::disputed},
        {State::waiting, {"deletion", "withdraw", "R", "--reason", "x"}, State::withdrawn},
    };
    int number = 0;
    for (Allowed move : moves) {
        const std::string its = "-" + std::to_string(++number);
        reach(move.from, its);
        move.words[2] = "R1" + its;
        done("dana", move.words, late);
        EXPECT_EQ(state_of("R1" + its, late), to_text(move.to)) << joined(move.words);
    }
}

}  // namespace
}  // namespace casekeeper::test
