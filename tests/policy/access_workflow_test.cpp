// SPDX-License-Identifier: MIT
//
// Every state and every event of an access request: what leads where, who may, and that nothing is sent by a
// way around.
#include "policy/access_workflow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <compare>
#include <set>
#include <string>
#include <vector>

namespace casekeeper::test {
namespace {

using State = AccessState;
using Event = AccessEvent;

// "identify refuse withdraw"
std::string possible_in(State state) {
    std::string events;
    for (int i = 0; i < access_events; ++i)
        if (find_transition(state, static_cast<Event>(i)))
            events += (events.empty() ? "" : " ") + std::string(to_text(static_cast<Event>(i)));
    return events;
}

TEST(AccessWorkflow, EachStateKnowsItsEvents) {
    EXPECT_EQ(possible_in(State::received), "identify refuse withdraw");
    EXPECT_EQ(possible_in(State::entitled), "review refuse withdraw refer doubt");
    EXPECT_EQ(possible_in(State::reviewed), "review decide refuse withdraw refer doubt");
    EXPECT_EQ(possible_in(State::decided), "review sign return refuse withdraw refer doubt");
    EXPECT_EQ(possible_in(State::signed_off), "review return dispatch refuse withdraw refer doubt");
    EXPECT_EQ(possible_in(State::dispatched), "close dispute");
    EXPECT_EQ(possible_in(State::refused), "close dispute");
    EXPECT_EQ(possible_in(State::closed), "dispute");
    EXPECT_EQ(possible_in(State::withdrawn), "");
    EXPECT_EQ(possible_in(State::referred), "withdraw advise doubt");
    EXPECT_EQ(possible_in(State::disputed), "withdraw doubt reopen stand");
}

TEST(AccessWorkflow, NamesAreReadBack) {
    for (int i = 0; i < access_states; ++i)
        EXPECT_EQ(parse_access_state(to_text(static_cast<State>(i))), static_cast<State>(i));
    for (int i = 0; i < access_events; ++i)
        EXPECT_EQ(parse_access_event(to_text(static_cast<Event>(i))), static_cast<Event>(i));
    EXPECT_FALSE(parse_access_state("sent"));
    EXPECT_FALSE(parse_access_event("send"));
}

TEST(AccessWorkflow, EachTransitionStandsOnce) {
    std::set<std::pair<State, Event>> seen;
    for (const AccessTransition& one : access_transitions())
        EXPECT_TRUE(seen.emplace(one.from, one.event).second)
            << to_text(one.from) << " " << to_text(one.event);
}

// The night proposes; it decides, signs, sends and refuses nothing (UK GDPR Art 22A to 22D).
TEST(AccessWorkflow, TheNightProposesOnly) {
    for (const AccessTransition& one : access_transitions()) {
        EXPECT_EQ(one.by_night, one.event == Event::review) << to_text(one.from) << " " << to_text(one.event);
        EXPECT_FALSE(one.who.empty());
    }
}

TEST(AccessWorkflow, WhatReleasesOrRefusesIsTheDataProtectionOfficers) {
    for (const AccessTransition& one : access_transitions())
        for (const Event event : {Event::review, Event::decide, Event::sign, Event::give_back,
                                  Event::dispatch, Event::refuse, Event::close, Event::reopen, Event::stand})
            if (one.event == event) {
                EXPECT_EQ(std::vector(one.who.begin(), one.who.end()), std::vector{Role::dpo});
            }
}

// What holds at a point of some way through the table.
struct Standing {
    State state = State::received;
    State came_from = State::received;
    bool identified = false;
    bool decided = false;
    bool seen_twice = false;
    auto operator<=>(const Standing&) const = default;
};

Standing after(const Standing& before, const AccessTransition& step) {
    Standing now = before;
    now.state = step.to.value_or(before.came_from);
    if (step.event == Event::refer || step.event == Event::dispute) now.came_from = before.state;
    if (step.event == Event::identify) now.identified = true;
    if (step.event == Event::doubt || step.event == Event::reopen)
        now.identified = now.decided = now.seen_twice = false;
    if (step.event == Event::review || step.event == Event::give_back) now.decided = now.seen_twice = false;
    if (step.event == Event::decide) now.decided = true;
    if (step.event == Event::sign) now.seen_twice = now.decided;
    return now;
}

// Every way through the table, of any length: dispatch is reached with identity, decisions and a second look.
TEST(AccessWorkflow, NoWayAroundLeadsToDispatch) {
    std::set<Standing> seen;
    std::vector<Standing> next{{}};
    bool dispatches = false;
    while (!next.empty()) {
        const Standing one = next.back();
        next.pop_back();
        if (!seen.insert(one).second) continue;
        for (const AccessTransition& step : access_transitions()) {
            if (step.from != one.state) continue;
            if (step.event == Event::dispatch) {
                dispatches = true;
                EXPECT_TRUE(one.identified && one.decided && one.seen_twice)
                    << "by a way through " << to_text(one.came_from);
            }
            next.push_back(after(one, step));
        }
    }
    EXPECT_TRUE(dispatches);
    EXPECT_GT(seen.size(), 20U);
}

TEST(AccessWorkflow, WhatIsAnsweredAndWhatIsClosed) {
    EXPECT_TRUE(is_closed(State::closed) && is_closed(State::withdrawn));
    EXPECT_FALSE(is_closed(State::dispatched) || is_closed(State::refused));
    EXPECT_TRUE(is_answered(State::dispatched));
    EXPECT_FALSE(is_answered(State::refused)) << "nobody was told yet";
    EXPECT_FALSE(is_answered(State::disputed));
}

}  // namespace
}  // namespace casekeeper::test
