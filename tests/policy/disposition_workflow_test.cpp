// SPDX-License-Identifier: MIT
//
// Every state and every event of a proposal: what leads where, and what leads nowhere.
#include "policy/disposition_workflow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace casekeeper {
namespace {

using S = ProposalState;
using E = ProposalEvent;

constexpr S states[] = {S::proposed, S::approved, S::packed, S::withdrawn, S::executed};
constexpr E events[] = {E::approve, E::approve_last, E::defer,    E::answer_keep,
                        E::lapse,   E::pack,         E::withdraw, E::execute};

// What the drawing in the header says, state by state in the order of `events`; "-": not possible.
const std::vector<std::vector<std::string>> drawn = {
    {"proposed", "approved", "proposed", "withdrawn", "proposed", "-", "withdrawn", "-"},
    {"-", "-", "proposed", "-", "proposed", "packed", "withdrawn", "executed"},
    {"-", "-", "proposed", "-", "proposed", "-", "withdrawn", "executed"},
    {"-", "-", "-", "-", "-", "-", "-", "-"},
    {"-", "-", "-", "-", "-", "-", "-", "-"},
};

TEST(DispositionWorkflow, GoesWhereItsDrawingSays) {
    for (std::size_t from = 0; from < std::size(states); ++from)
        for (std::size_t event = 0; event < std::size(events); ++event) {
            const std::optional<S> to = next_state(states[from], events[event]);
            EXPECT_EQ(to ? to_text(*to) : "-", drawn[from][event]) << to_text(states[from]) << ", " << event;
        }
}

TEST(DispositionWorkflow, HasNoTransitionTwice) {
    std::set<std::pair<S, E>> seen;
    for (const ProposalTransition& one : proposal_transitions())
        EXPECT_TRUE(seen.insert({one.from, one.event}).second);
    EXPECT_EQ(seen.size(), 15U);
}

bool may(const ProposalTransition& one, Role role) {
    return std::find(one.who.begin(), one.who.end(), role) != one.who.end();
}

TEST(DispositionWorkflow, LetsReviewersAloneDecideAndNobodyButTheNightExecute) {
    for (const ProposalTransition& one : proposal_transitions()) {
        const bool decides =
            one.event == E::approve || one.event == E::approve_last || one.event == E::answer_keep;
        EXPECT_EQ(may(one, Role::reviewer), decides || one.event == E::defer);
        EXPECT_EQ(may(one, Role::records_officer), one.event == E::defer);
        EXPECT_FALSE(may(one, Role::auditor) || may(one, Role::practitioner) || may(one, Role::dpo));
    }
}

TEST(DispositionWorkflow, ExecutesNothingThatNobodyApproved) {
    for (const ProposalTransition& one : proposal_transitions()) {
        if (one.to == S::executed) {
            EXPECT_TRUE(one.from == S::approved || one.from == S::packed);
        }
        if (one.to == S::approved) {
            EXPECT_EQ(one.event, E::approve_last);
        }
    }
}

TEST(DispositionWorkflow, ReadsTheNamesItWrites) {
    for (const S state : states) EXPECT_EQ(parse_proposal_state(to_text(state)), state);
    EXPECT_EQ(parse_proposal_state("destroyed"), std::nullopt);
}

}  // namespace
}  // namespace casekeeper
