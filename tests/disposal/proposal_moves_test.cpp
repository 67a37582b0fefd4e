// SPDX-License-Identifier: MIT
#include "disposal/proposal_moves.h"

#include <gtest/gtest.h>

#include <optional>

namespace casekeeper::test {
namespace {

Proposal in_state(const std::string& state) {
    Proposal proposal;
    proposal.state = state;
    return proposal;
}

TEST(ProposalMoves, FollowTheTableOfTheWorkflow) {
    Proposal proposal = in_state("proposed");
    move(proposal, ProposalEvent::approve);
    EXPECT_EQ(proposal.state, "proposed");
    move(proposal, ProposalEvent::approve_last);
    EXPECT_EQ(proposal.state, "approved");
    move(proposal, ProposalEvent::pack);
    EXPECT_EQ(proposal.state, "packed");
    EXPECT_FALSE(can(proposal, ProposalEvent::approve));
    EXPECT_TRUE(can(proposal, ProposalEvent::execute));
}

TEST(ProposalMoves, AMoveThatIsNotInTheTableIsAFault) {
    Proposal proposal = in_state("executed");
    EXPECT_THROW(move(proposal, ProposalEvent::withdraw), std::bad_optional_access);
    EXPECT_EQ(proposal.state, "executed");
    Proposal unknown = in_state("lost");
    EXPECT_THROW(can(unknown, ProposalEvent::withdraw), std::logic_error);
}

TEST(ProposalMoves, AWithdrawalSaysWhenAndWhy) {
    Proposal proposal = in_state("approved");
    withdraw(proposal, "2026-11-02", "held");
    EXPECT_EQ(proposal.state, "withdrawn");
    EXPECT_EQ(proposal.withdrawn_on, "2026-11-02");
    EXPECT_EQ(proposal.withdrawn_because, "held");
}

TEST(ProposalMoves, OpenIsWhatMayStillBeCarriedOut) {
    for (const char* state : {"proposed", "approved", "packed"})
        EXPECT_TRUE(is_open(in_state(state))) << state;
    for (const char* state : {"withdrawn", "executed"}) EXPECT_FALSE(is_open(in_state(state))) << state;
}

TEST(ProposalMoves, OnlyReviewAndDecideAreQuestions) {
    for (const char* action : {"review", "decide"}) {
        Proposal proposal = in_state("proposed");
        proposal.action = action;
        EXPECT_TRUE(is_question(proposal)) << action;
    }
    for (const char* action : {"destroy", "anonymise", "archive", "minimise", "transfer"}) {
        Proposal proposal = in_state("proposed");
        proposal.action = action;
        EXPECT_FALSE(is_question(proposal)) << action;
    }
}

TEST(ProposalMoves, ItsStandingIsSaidInWords) {
    EXPECT_EQ(standing(in_state("proposed")), "is proposed");
    Proposal proposal = in_state("approved");
    proposal.executes_on = "2026-11-30";
    EXPECT_EQ(standing(proposal), "is approved already, to be carried out on 2026-11-30");
    proposal.state = "packed";
    EXPECT_EQ(standing(proposal), "is approved and packed for its receiver");
    proposal.state = "executed";
    proposal.executed_at = "2026-11-30T03:00:00Z";
    EXPECT_EQ(standing(proposal), "was carried out on 2026-11-30");
    proposal = in_state("proposed");
    withdraw(proposal, "2026-11-02", "changed");
    EXPECT_EQ(standing(proposal), "was withdrawn on 2026-11-02 (changed)");
}

TEST(ProposalMoves, AnApprovalCountsFromItsDayUntilTheDayItLapses) {
    const std::vector<Approval> given = {{"rita", "reviewer", "2026-11-02", "2026-11-10"},
                                         {"rob", "reviewer", "2026-11-05", "2026-11-13"}};
    EXPECT_EQ(counting(given, "2026-11-01"), 0);
    EXPECT_EQ(counting(given, "2026-11-02"), 1);
    EXPECT_EQ(counting(given, "2026-11-05"), 2);
    EXPECT_EQ(counting(given, "2026-11-09"), 2);
    EXPECT_EQ(counting(given, "2026-11-10"), 1);
    EXPECT_EQ(counting(given, "2026-11-13"), 0);
}

}  // namespace
}  // namespace casekeeper::test
