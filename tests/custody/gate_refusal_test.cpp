// SPDX-License-Identifier: MIT
#include "custody/gate_refusal.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

Rule rule_of(const std::string& id, Action action) {
    Rule rule;
    rule.id = id;
    rule.action = action;
    return rule;
}

// A record due since 2022, proposed under schedule 3, approved once, with nothing that speaks against it.
class GateRefusalTest : public testing::Test {
protected:
    GateRefusalTest() {
        schedule.rules = {rule_of("end", Action::destroy), rule_of("look", Action::review),
                          rule_of("less", Action::minimise), rule_of("away", Action::archive)};
        proposal().number = 1;
        proposal().action = "destroy";
        proposal().rule = "end";
        proposal().retain_until = "2022-01-01";
        proposal().schedule = 3;
        proposal().fingerprint = "f";
        proposal().state = "approved";
        proposal().executes_on = "2026-11-12";
        question.approvals = {{"rita", "reviewer", "2026-11-05", "2027-05-05"}};
        question.decision = &decision;
        question.schedule = &schedule;
        question.schedule_number = 3;
        question.fingerprint = "f";
        decision.outcome = Outcome::due;
        decision.rule = 0;
        decision.retain_until = day("2022-01-01");
    }
    GateRefusalTest(const GateRefusalTest&) = delete;
    GateRefusalTest& operator=(const GateRefusalTest&) = delete;

    Proposal& proposal() {
        if (!question.proposal) question.proposal.emplace();
        return *question.proposal;
    }
    // What is said on a day; empty: nothing speaks against it.
    std::string on(const std::string& when) { return refusal(question, day(when), holds); }
    std::string now() { return on("2026-11-23"); }
    void propose_review(const char* answer) {
        proposal().action = "review";
        proposal().rule = "look";
        if (answer != nullptr) proposal().answer = answer;
        decision.outcome = Outcome::review;
        decision.rule = 1;
    }
    void propose_minimising(const std::string& from) {
        proposal().action = "minimise";
        proposal().rule = "less";
        proposal().retain_until = from;
        decision.outcome = Outcome::retain;
        decision.minimise_on = day(from);
    }
    void propose_archiving() {
        proposal().action = "archive";
        proposal().rule = "away";
        proposal().state = "packed";
        decision.rule = 3;
        question.handover.emplace();
        question.handover->received_on = "2026-11-20";
    }

    RetentionSchedule schedule;
    Decision decision;
    GateQuestion question;
    Texts holds;
};

TEST_F(GateRefusalTest, SaysNothingAgainstWhatIsDueApprovedAndCooledOff) {
    EXPECT_EQ(now(), "");
    EXPECT_EQ(holds, Texts{});
}

TEST_F(GateRefusalTest, GoneWithoutAProposalARecordOrADecision) {
    question.decision = nullptr;
    EXPECT_EQ(now(), "gone");
    question.decision = &decision;
    question.fingerprint.clear();
    EXPECT_EQ(now(), "gone");
    question.fingerprint = "f";
    question.proposal.reset();
    EXPECT_EQ(now(), "gone");
}

TEST_F(GateRefusalTest, GoneOnceTheProposalIsClosed) {
    for (const char* state : {"executed", "withdrawn"}) {
        proposal().state = state;
        EXPECT_EQ(now(), "gone") << state;
    }
}

TEST_F(GateRefusalTest, NotApprovedWhileItIsOnlyProposed) {
    proposal().state = "proposed";
    EXPECT_EQ(now(), "not-approved");
}

TEST_F(GateRefusalTest, NotApprovedByNobody) {
    question.approvals.clear();
    EXPECT_EQ(now(), "not-approved");
}

TEST_F(GateRefusalTest, NotApprovedByOneWhereTwoAreNeeded) {
    proposal().approvals_needed = 2;
    EXPECT_EQ(now(), "not-approved");
    question.approvals.push_back({"rob", "reviewer", "2026-11-05", "2027-05-05"});
    EXPECT_EQ(now(), "");
}

TEST_F(GateRefusalTest, NotApprovedWhereTheRuleNowAsksForTwo) {
    schedule.rules[0].approvals = 2;
    EXPECT_EQ(now(), "not-approved");
}

TEST_F(GateRefusalTest, AnApprovalCountsFromItsDay) {
    proposal().executes_on = "2026-11-01";
    EXPECT_EQ(on("2026-11-04"), "not-approved");
    EXPECT_EQ(on("2026-11-05"), "");
}

TEST_F(GateRefusalTest, AReviewIsNotApprovedUntilItIsAnsweredDestroy) {
    propose_review(nullptr);
    EXPECT_EQ(now(), "not-approved");
    propose_review("keep");
    EXPECT_EQ(now(), "not-approved");
    propose_review("destroy");
    EXPECT_EQ(now(), "");
}

TEST_F(GateRefusalTest, AnApprovalLapsesOnItsDay) {
    EXPECT_EQ(on("2027-05-04"), "");
    EXPECT_EQ(on("2027-05-05"), "lapsed");
}

TEST_F(GateRefusalTest, OneOfTwoThatLapsedIsNotMadeGoodByTheOther) {
    proposal().approvals_needed = 2;
    question.approvals.push_back({"rob", "reviewer", "2026-11-05", "2026-11-23"});
    EXPECT_EQ(on("2026-11-22"), "");
    EXPECT_EQ(now(), "lapsed");
}

TEST_F(GateRefusalTest, DeferredUntilItsDay) {
    proposal().deferred_until = "2026-11-23";
    EXPECT_EQ(on("2026-11-22"), "deferred");
    EXPECT_EQ(now(), "");
}

TEST_F(GateRefusalTest, CoolingOffUntilItsDay) {
    EXPECT_EQ(on("2026-11-11"), "cooling-off");
    EXPECT_EQ(on("2026-11-12"), "");
    proposal().executes_on.reset();
    EXPECT_EQ(now(), "cooling-off");
}

TEST_F(GateRefusalTest, HeldByWhatTheDecisionFoundAndByWhatNamesTheRecord) {
    decision.holds = {"H2", "H1"};
    question.holds_naming = {"H3", "H2"};
    EXPECT_EQ(now(), "held");
    EXPECT_EQ(holds, (Texts{"H1", "H2", "H3"}));
}

TEST_F(GateRefusalTest, HeldEvenWhereOnlyAHoldNotYetInForceNamesTheRecord) {
    question.holds_naming = {"H3"};
    EXPECT_EQ(now(), "held");
}

TEST_F(GateRefusalTest, HeldWhateverTheProposalSaysItIs) {
    decision.holds = {"H1"};
    propose_minimising("2026-11-01");
    EXPECT_EQ(now(), "held");
    propose_archiving();
    EXPECT_EQ(now(), "held");
}

TEST_F(GateRefusalTest, ChangedContentScheduleOrRule) {
    question.fingerprint = "g";
    EXPECT_EQ(now(), "changed");
    question.fingerprint = "f";
    question.schedule_number = 4;
    EXPECT_EQ(now(), "changed");
    question.schedule_number = 3;
    proposal().rule = "no-more";
    EXPECT_EQ(now(), "changed");
}

TEST_F(GateRefusalTest, ChangedWhereAnotherRuleOrDayOrActionDecides) {
    decision.rule = 1;
    EXPECT_EQ(now(), "changed");
    decision.rule = 0;
    decision.retain_until = day("2022-01-02");
    EXPECT_EQ(now(), "changed");
    decision.retain_until = day("2022-01-01");
    schedule.rules[0].action = Action::anonymise;
    EXPECT_EQ(now(), "changed");
}

TEST_F(GateRefusalTest, NotDueByTodaysFacts) {
    for (const Outcome outcome : {Outcome::live, Outcome::retain, Outcome::review, Outcome::held,
                                  Outcome::permanent, Outcome::undetermined}) {
        decision.outcome = outcome;
        EXPECT_EQ(now(), "not-due") << to_text(outcome);
    }
}

TEST_F(GateRefusalTest, AnAnsweredReviewIsNotDueOnceItIsKept) {
    propose_review("destroy");
    decision.outcome = Outcome::retain;
    EXPECT_EQ(now(), "not-due");
}

TEST_F(GateRefusalTest, AFloorOnTheWayHasPassedTheDayAfter) {
    propose_minimising("2026-11-22");
    EXPECT_EQ(on("2026-11-22"), "not-due");
    EXPECT_EQ(on("2026-11-23"), "");
}

TEST_F(GateRefusalTest, ACeilingOnTheWayIsReachedOnItsDay) {
    schedule.rules[2].bound = Bound::at_most;
    propose_minimising("2026-11-23");
    EXPECT_EQ(on("2026-11-22"), "not-due");
    EXPECT_EQ(on("2026-11-23"), "");
}

TEST_F(GateRefusalTest, OnTheWayTwiceIsNotDue) {
    propose_minimising("2026-11-01");
    question.done_before = true;
    EXPECT_EQ(now(), "not-due");
}

TEST_F(GateRefusalTest, OnTheWayWithoutADayOrOnAnotherDay) {
    propose_minimising("2026-11-01");
    decision.minimise_on = day("2026-11-02");
    EXPECT_EQ(now(), "changed");
    decision.minimise_on.reset();
    EXPECT_EQ(now(), "not-due");
}

TEST_F(GateRefusalTest, ANoticeIsOwedUntilItsPeriodHasPassed) {
    schedule.rules[0].notify_before = Period{0, 6, 0};
    EXPECT_EQ(now(), "notice-owed");
    question.notice.emplace();
    question.notice->written_on = "2026-01-01";
    EXPECT_EQ(now(), "notice-owed");
    question.notice->sent_on = "2026-05-23";
    EXPECT_EQ(on("2026-11-22"), "notice-owed");
    EXPECT_EQ(on("2026-11-23"), "");
}

// Six months after 31 August would be 31 February: the first of March, never earlier.
TEST_F(GateRefusalTest, ANoticesPeriodIsNeverShortened) {
    schedule.rules[0].notify_before = Period{0, 6, 0};
    question.notice.emplace();
    question.notice->sent_on = "2026-08-31";
    EXPECT_EQ(on("2027-02-28"), "notice-owed");
    EXPECT_EQ(on("2027-03-01"), "");
}

TEST_F(GateRefusalTest, AWaivedNoticeIsOwedNoMoreFromItsDay) {
    schedule.rules[0].notify_before = Period{0, 6, 0};
    question.notice.emplace();
    question.notice->waived_on = "2026-11-23";
    EXPECT_EQ(on("2026-11-22"), "notice-owed");
    EXPECT_EQ(now(), "");
}

TEST_F(GateRefusalTest, NotReceivedUntilTheReceiptIsRecorded) {
    propose_archiving();
    EXPECT_EQ(now(), "");
    question.handover->received_on.reset();
    EXPECT_EQ(now(), "not-received");
    question.handover.reset();
    EXPECT_EQ(now(), "not-received");
}

TEST_F(GateRefusalTest, NotReceivedWhereItWasNeverPacked) {
    propose_archiving();
    proposal().state = "approved";
    EXPECT_EQ(now(), "not-received");
}

}  // namespace
}  // namespace casekeeper::test
