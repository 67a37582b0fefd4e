// SPDX-License-Identifier: MIT
//
// Every state and every event: what leads where, who may, and that nothing is deleted by a way around.
#include "policy/deletion_workflow.h"

#include <gtest/gtest.h>

#include <compare>
#include <set>
#include <string>
#include <vector>

namespace casekeeper::test {
namespace {

using State = DeletionState;
using Event = DeletionEvent;

std::vector<State> all_states() {
    std::vector<State> states;
    for (int i = 0; i < deletion_states; ++i) states.push_back(static_cast<State>(i));
    return states;
}

std::vector<Event> all_events() {
    std::vector<Event> events;
    for (int i = 0; i < deletion_events; ++i) events.push_back(static_cast<Event>(i));
    return events;
}

// "assess refuse withdraw refer"
std::string possible_in(State state, RequestRight right = RequestRight::erasure) {
    std::string events;
    for (const Event event : all_events())
        if (find_transition(right, state, event))
            events += (events.empty() ? "" : " ") + std::string(to_text(event));
    return events;
}

// What has been done since the last assessment, on some way through the table.
struct Standing {
    State state = State::received;
    State referred_from = State::received;
    bool warned = false;
    bool confirmed = false;
    bool decided = false;
    auto operator<=>(const Standing&) const = default;
};

Standing after(const Standing& before, const DeletionTransition& step) {
    Standing now = before;
    now.state = step.to.value_or(before.referred_from);
    if (step.event == Event::refer || step.event == Event::dispute) now.referred_from = before.state;
    if (step.event == Event::assess || step.event == Event::reassess || step.event == Event::reopen ||
        step.event == Event::doubt)
        now.warned = now.confirmed = now.decided = false;
    if (step.event == Event::warn) now.warned = true;
    if (step.event == Event::confirm) now.confirmed = now.warned;
    if (step.event == Event::grant || step.event == Event::grant_part) now.decided = now.confirmed;
    return now;
}

TEST(DeletionWorkflow, EachStateHasItsEventsAndNoOther) {
    EXPECT_EQ(possible_in(State::received), "identify refuse withdraw");
    EXPECT_EQ(possible_in(State::entitled), "assess refuse withdraw refer doubt");
    EXPECT_EQ(possible_in(State::assessed), "assess warn refuse withdraw refer doubt");
    EXPECT_EQ(possible_in(State::warned), "reassess confirm refuse withdraw refer doubt");
    EXPECT_EQ(possible_in(State::confirmed), "reassess grant grant-part refuse withdraw refer doubt");
    EXPECT_EQ(possible_in(State::granted), "reassess refuse wait execute withdraw doubt");
    EXPECT_EQ(possible_in(State::partly_refused), "reassess refuse wait execute withdraw doubt dispute");
    EXPECT_EQ(possible_in(State::waiting), "reassess refuse wait execute withdraw doubt dispute");
    EXPECT_EQ(possible_in(State::executed), "notify");
    EXPECT_EQ(possible_in(State::refused), "notify dispute");
    EXPECT_EQ(possible_in(State::notified), "dispute");
    EXPECT_EQ(possible_in(State::withdrawn), "");
    EXPECT_EQ(possible_in(State::referred), "withdraw advise doubt");
    EXPECT_EQ(possible_in(State::disputed), "withdraw doubt reopen stand");
}

TEST(DeletionWorkflow, ACorrectionOrAnObjectionIsDecidedByAPersonAndTold) {
    for (const RequestRight right : {RequestRight::correction, RequestRight::objection}) {
        EXPECT_EQ(possible_in(State::received, right), "identify refuse withdraw");
        EXPECT_EQ(possible_in(State::entitled, right), "grant grant-part refuse withdraw refer doubt");
        EXPECT_EQ(possible_in(State::granted, right), "notify");
        EXPECT_EQ(possible_in(State::partly_refused, right), "notify dispute");
        EXPECT_EQ(possible_in(State::refused, right), "notify dispute");
        EXPECT_EQ(possible_in(State::notified, right), "dispute");
        EXPECT_EQ(possible_in(State::disputed, right), "withdraw doubt reopen stand");
        for (const State state :
             {State::assessed, State::warned, State::confirmed, State::waiting, State::executed})
            EXPECT_EQ(possible_in(state, right), "") << to_text(state);
    }
}

// Whatever way is taken, and however often: after the last assessment come a warning, a confirmation and a
// decision, in that order.
TEST(DeletionWorkflow, NoWayLeadsToExecutionWithoutWarningConfirmationAndDecision) {
    std::set<Standing> seen{Standing{}};
    std::vector<Standing> next{Standing{}};
    std::set<State> executed_from;
    while (!next.empty()) {
        const Standing now = next.back();
        next.pop_back();
        for (const DeletionTransition& step : deletion_transitions()) {
            if (step.from != now.state) continue;
            const Standing then = after(now, step);
            if (step.event == Event::execute) {
                executed_from.insert(now.state);
                EXPECT_TRUE(now.warned && now.confirmed && now.decided) << to_text(now.state);
            }
            if (seen.insert(then).second) next.push_back(then);
        }
    }
    EXPECT_EQ(executed_from, (std::set<State>{State::granted, State::partly_refused, State::waiting}));
}

TEST(DeletionWorkflow, APersonInARoleMakesEveryDecision) {
    for (const DeletionTransition& step : deletion_transitions()) {
        const bool is_decision = step.event == Event::grant || step.event == Event::grant_part ||
                                 step.event == Event::refuse || step.event == Event::reopen ||
                                 step.event == Event::stand || step.event == Event::notify ||
                                 step.event == Event::advise;
        if (is_decision) {
            ASSERT_EQ(step.who.size(), 1U) << to_text(step.event);
            EXPECT_EQ(step.who.front(), Role::dpo) << to_text(step.event);
        }
        const bool is_the_nights =
            step.event == Event::reassess || step.event == Event::wait || step.event == Event::execute;
        EXPECT_EQ(step.by_night, is_the_nights || step.event == Event::assess);
        EXPECT_EQ(step.who.empty(), is_the_nights) << to_text(step.from) << " " << to_text(step.event);
    }
}

TEST(DeletionWorkflow, EveryStateIsReachedAndEveryOneButWithdrawnIsLeft) {
    std::set<State> reached{State::received};
    for (bool more = true; more;) {
        more = false;
        for (const DeletionTransition& step : deletion_transitions())
            if (step.to && reached.contains(step.from)) more = reached.insert(*step.to).second || more;
    }
    EXPECT_EQ(reached.size(), static_cast<std::size_t>(deletion_states));
    for (const State state : all_states())
        EXPECT_EQ(possible_in(state).empty(), state == State::withdrawn) << to_text(state);
}

TEST(DeletionWorkflow, UntilItIsExecutedThePersonMayTakeItBack) {
    for (const State state : all_states()) {
        const bool is_over = state == State::executed || state == State::refused || is_closed(state);
        EXPECT_EQ(find_transition(RequestRight::erasure, state, Event::withdraw) == nullptr, is_over)
            << to_text(state);
    }
}

TEST(DeletionWorkflow, IsWrittenAndReadByName) {
    for (const State state : all_states()) EXPECT_EQ(parse_deletion_state(to_text(state)), state);
    for (const Event event : all_events()) EXPECT_EQ(parse_deletion_event(to_text(event)), event);
    for (const char* right : {"erasure", "correction", "objection"})
        EXPECT_STREQ(to_text(parse_request_right(right).value()), right);
    EXPECT_FALSE(parse_deletion_state("deleted"));
    EXPECT_FALSE(parse_request_right("deletion"));
}

TEST(DeletionWorkflow, NoEventStandsTwiceInAState) {
    std::set<std::pair<State, Event>> seen;
    for (const DeletionTransition& step : deletion_transitions())
        EXPECT_TRUE(seen.insert({step.from, step.event}).second) << to_text(step.from) << to_text(step.event);
}

}  // namespace
}  // namespace casekeeper::test
