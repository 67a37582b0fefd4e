// SPDX-License-Identifier: MIT
//
// How approvals count, grow old and are given anew.
#include "disposal/sign_off.h"

#include "support/review_world.h"

namespace casekeeper::test {
namespace {

class ApprovalsTest : public ReviewWorld {
protected:
    // A club's record whose rule asks for two approvals.
    long long of_two() {
        load_due({in_the_way("notice")});
        review();
        as("dana", [&](SignOff& s) { s.waive_notice(1, "the person has died"); });
        return number_of("C-Quill");
    }
    Texts approved_by(long long number) {
        Texts names;
        for (const Approval& one : proposals().approvals(number)) names.push_back(one.by + " " + one.on);
        return names;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ApprovalsTest);

TEST_P(ApprovalsTest, OneOfTwoLetsNothingGo) {
    const long long number = of_two();
    const Proposal once = approve("rita", number);
    EXPECT_EQ(once.executes_on, std::nullopt);
    EXPECT_EQ(outcome_of(once, day("2026-12-20")), "not-approved");
}

TEST_P(ApprovalsTest, TheCoolingOffRunsFromTheLastOne) {
    const long long number = of_two();
    approve("rita", number);
    EXPECT_EQ(approve("rob", number, day("2026-12-10")).executes_on, "2026-12-17");
}

TEST_P(ApprovalsTest, WhoseFirstHasLapsedIsNotApprovedByTheSecond) {
    settings.approvals_lapse_days = 10;
    const long long number = of_two();
    approve("rita", number);
    EXPECT_EQ(approve("rob", number, day("2026-12-03")).state, "proposed");
    EXPECT_EQ(approve("rita", number, day("2026-12-03")).state, "approved");
    EXPECT_EQ(approved_by(number), (Texts{"rita 2026-12-03", "rob 2026-12-03"}));
}

TEST_P(ApprovalsTest, LapseTogetherWithTheFirstOfThem) {
    settings.approvals_lapse_days = 10;
    const long long number = of_two();
    approve("rita", number);
    approve("rob", number, day("2026-12-01"));
    EXPECT_EQ(review(day("2026-12-03")).lapsed, 1);
    EXPECT_EQ(approved_by(number), Texts{});
    EXPECT_EQ(found(number).state, "proposed");
}

TEST_P(ApprovalsTest, AreGivenAnewByTheSamePeopleOnceTheyHaveLapsed) {
    settings.approvals_lapse_days = 10;
    const long long number = of_two();
    approve("rita", number);
    approve("rob", number);
    review(day("2026-12-03"));
    approve("rita", number, day("2026-12-04"));
    const Proposal again = approve("rob", number, day("2026-12-04"));
    EXPECT_EQ(again.executes_on, "2026-12-11");
    EXPECT_EQ(outcome_of(again, day("2026-12-11")), "done");
}

TEST_P(ApprovalsTest, OfWhatIsPackedLapseToo) {
    settings.approvals_lapse_days = 10;
    load_due({in_the_way("archive")});
    review();
    Proposal packed = approve("rita", 1);
    packed.state = "packed";
    proposals().update(packed);
    EXPECT_EQ(review(day("2026-12-03")).lapsed, 1);
    EXPECT_EQ(found(1).state, "proposed");
}

TEST_P(ApprovalsTest, AHoldBetweenTheTwoStopsTheSecond) {
    const long long number = of_two();
    approve("rita", number);
    load({hold("H1", R"({"persons":["Quill"]})"), hold("H2", R"({"services":["youth-club"]})")});
    EXPECT_EQ(refused_approval("rob", number), "77: proposal 1 is held by H1, H2");
}

TEST_P(ApprovalsTest, WithoutACoolingOffItMayGoTheSameDay) {
    settings.cooling_off_days = 0;
    load_due({due_child("Quill")});
    review();
    const Proposal approved = approve("rita", 1);
    EXPECT_EQ(approved.executes_on, "2026-11-23");
    EXPECT_EQ(outcome_of(approved), "done");
}

TEST_P(ApprovalsTest, GivenOnALaterDayDoNotCountWhenTheClockGoesBack) {
    load_due({due_child("Quill")});
    review();
    const Proposal approved = approve("rita", 1, day("2026-12-10"));
    EXPECT_EQ(outcome_of(approved, day("2026-12-01")), "not-approved");
    EXPECT_EQ(outcome_of(approved, day("2026-12-17")), "done");
}

TEST_P(ApprovalsTest, OfWhatIsNotDueByTheDayOfTheClockAreRefused) {
    load_due({{person("Quill", R"(,"date_of_birth":"2001-02-03")"),
               involvement("I-Quill", "Quill", R"(,"closed":"2020-12-01")"), entry("E-Quill", "I-Quill")}});
    review(day("2026-12-02"));
    EXPECT_EQ(refused_approval("rita", 1), "77: proposal 1 is no longer as it was proposed (not-due)");
    EXPECT_EQ(approve("rita", 1, day("2026-12-02")).state, "approved");
}

TEST_P(ApprovalsTest, WithoutARuleAreRefused) {
    load_due({due_child("Quill")});
    review();
    Proposal proposal = found(1);
    proposal.rule = "";
    proposals().update(proposal);
    EXPECT_EQ(refused_approval("rita", 1),
              "77: proposal 1 rests on no rule: nothing says that the record may go");
}

TEST_P(ApprovalsTest, OfAnotherScheduleAreRefused) {
    load_due({due_child("Quill")});
    review();
    adopt(sql_value("select schedule from adopted_schedule order by number desc") + "# read anew\n");
    renew();
    EXPECT_EQ(refused_approval("rita", 1), "77: proposal 1 is no longer as it was proposed (changed)");
}

}  // namespace
}  // namespace casekeeper::test
