// SPDX-License-Identifier: MIT
#include "disposal/disposition_review.h"

#include "support/review_world.h"

namespace casekeeper::test {
namespace {

class DispositionReviewTest : public ReviewWorld {};
CASEKEEPER_ON_BOTH_ENGINES(DispositionReviewTest);

TEST_P(DispositionReviewTest, ProposesWhatIsDueAndNothingElse) {
    load_due({due_child("Quill"),
              {person("Wren"), involvement("I-Wren", "Wren"),
               involvement("J-Wren", "Wren", R"(,"closed":"2025-01-01")"), entry("E-Wren", "J-Wren")}});
    EXPECT_EQ(review().proposed, 1);
    EXPECT_EQ(all(), Texts{"I-Quill destroy rest 2022-01-01 proposed"});
}

TEST_P(DispositionReviewTest, ProposesWhatTheRuleDoes) {
    load_due({in_the_way("archive", "A"), in_the_way("anonymise", "B"), in_the_way("review", "C"),
              in_the_way("notice", "D")});
    review();
    EXPECT_EQ(
        all(),
        (Texts{"C-A archive kept-elsewhere 2017-01-01 proposed", "C-B anonymise counted 2017-01-01 proposed",
               "C-D destroy told 2017-01-01 proposed", "C-C review looked-at 2017-01-01 proposed"}));
    EXPECT_EQ(found(number_of("C-D")).approvals_needed, 2);
}

TEST_P(DispositionReviewTest, ProposesNothingTwice) {
    load_due({due_child("Quill")});
    review();
    EXPECT_EQ(review().proposed, 0);
    EXPECT_EQ(review(day("2027-01-01")).proposed, 0);
    EXPECT_EQ(all().size(), 1U);
}

TEST_P(DispositionReviewTest, AHoldWithdrawsAndItsReleaseProposesAnew) {
    load_due({due_child("Quill")});
    review();
    load({hold("H1", R"({"persons":["Quill"]})")});
    EXPECT_EQ(review().withdrawn, 1);
    release("H1", day("2026-11-23"));
    EXPECT_EQ(review().proposed, 1);
    EXPECT_EQ(all(), (Texts{"I-Quill destroy rest 2022-01-01 withdrawn held",
                            "I-Quill destroy rest 2022-01-01 proposed"}));
}

TEST_P(DispositionReviewTest, AnOpenRequestWithdraws) {
    load_due({due_child("Quill")});
    review();
    load({R"({"type":"access_request","id":"A1","person":"Quill","received_at":"2026-11-20"})"});
    EXPECT_EQ(review().withdrawn, 1);
    EXPECT_EQ(all(), Texts{"I-Quill destroy rest 2022-01-01 withdrawn held"});
}

TEST_P(DispositionReviewTest, AFactThatMovesItsDayWithdraws) {
    load_due({due_child("Quill")});
    review();
    load({involvement("I-Quill", "Quill", R"(,"closed":"2024-01-01")")});
    review();
    EXPECT_EQ(all(), Texts{"I-Quill destroy rest 2022-01-01 withdrawn not-due"});
}

TEST_P(DispositionReviewTest, AChangeThatMovesNoDayWithdrawsAndProposesAnew) {
    load_due({due_child("Quill")});
    review();
    load({R"({"type":"disclosure","id":"S1","person":"Quill","decided_on":"2015-07-01","outcome":"shared",)"
          R"("involvement":"I-Quill"})"});
    const ReviewResult result = review();
    EXPECT_EQ(result.withdrawn, 1);
    EXPECT_EQ(result.proposed, 1);
    EXPECT_EQ(all().front(), "I-Quill destroy rest 2022-01-01 withdrawn changed");
}

TEST_P(DispositionReviewTest, ARecordThatIsAnotherPersonsNowIsProposedAsTheirs) {
    load_due({due_child("Quill"), {person("Able", R"(,"date_of_birth":"2001-02-03")")}});
    review();
    load({involvement("I-Quill", "Able", R"(,"closed":"2016-01-01")")});
    EXPECT_EQ(review().proposed, 1);
    EXPECT_EQ(all(), (Texts{"I-Quill destroy rest 2022-01-01 withdrawn ended",
                            "I-Quill destroy rest 2022-01-01 proposed"}));
    EXPECT_EQ(found(number_of("I-Quill")).person, "Able");
}

TEST_P(DispositionReviewTest, AnotherScheduleWithdrawsWhatStoodUnderTheOldOne) {
    load_due({due_child("Quill")});
    review();
    std::string text = sql_value("select schedule from adopted_schedule order by number desc");
    text.replace(text.find("+ 6y"), 4, "+ 7y");
    adopt(text);
    renew();
    review();
    EXPECT_EQ(all(), (Texts{"I-Quill destroy rest 2022-01-01 withdrawn schedule",
                            "I-Quill destroy rest 2023-01-01 proposed"}));
}

TEST_P(DispositionReviewTest, WhileAScheduleCoolsOffNothingIsProposed) {
    load_due({due_child("Quill")});
    sql("update adopted_schedule set cooling_until = '2026-12-01' returning '1'");
    const ReviewResult cooling = review();
    EXPECT_EQ(cooling.cooling_until, "2026-12-01");
    EXPECT_EQ(cooling.proposed, 0);
    EXPECT_EQ(review(day("2026-11-30")).proposed, 0);
    EXPECT_EQ(review(day("2026-12-01")).proposed, 1);
}

TEST_P(DispositionReviewTest, WhileItCoolsOffAHoldStillWithdraws) {
    load_due({due_child("Quill")});
    review();
    sql("update adopted_schedule set cooling_until = '2026-12-01' returning '1'");
    load({hold("H1", R"({"persons":["Quill"]})")});
    EXPECT_EQ(review().withdrawn, 1);
}

TEST_P(DispositionReviewTest, AnApprovalLapsesOnItsDay) {
    load_due({due_child("Quill")});
    review();
    settings.approvals_lapse_days = 10;
    approve("rita", number_of("I-Quill"));
    EXPECT_EQ(review(day("2026-12-02")).lapsed, 0);
    EXPECT_EQ(review(day("2026-12-03")).lapsed, 1);
    EXPECT_EQ(found(number_of("I-Quill")).state, "proposed");
    EXPECT_EQ(found(number_of("I-Quill")).executes_on, std::nullopt);
    EXPECT_TRUE(proposals().approvals(number_of("I-Quill")).empty());
}

TEST_P(DispositionReviewTest, OnTheWayIsActedOnTheDayAfterItsFloor) {
    load_due(
        {{person("Quill", R"(,"date_of_birth":"2001-02-03")"),
          involvement(
              "I-Quill", "Quill",
              R"(,"closed":"2025-11-23","attributes":{"way":"minimise"},"events":{"visited":"2025-01-01"})"),
          entry("E-Quill", "I-Quill")}});
    EXPECT_EQ(review().proposed, 0);
    EXPECT_EQ(review(day("2026-11-24")).proposed, 1);
    EXPECT_EQ(all(), Texts{"I-Quill minimise basic 2026-11-23 proposed"});
}

TEST_P(DispositionReviewTest, WhatWasDoneOnTheWayIsNotProposedAgain) {
    load_due(
        {{person("Quill", R"(,"date_of_birth":"2001-02-03")"),
          involvement(
              "I-Quill", "Quill",
              R"(,"closed":"2024-01-01","attributes":{"way":"minimise"},"events":{"visited":"2023-01-01"})"),
          entry("E-Quill", "I-Quill")}});
    review();
    approve("rita", number_of("I-Quill"));
    ASSERT_EQ(outcome_of(found(number_of("I-Quill")), day("2026-12-10")), "done");
    EXPECT_EQ(review(day("2026-12-10")).proposed, 0);
    EXPECT_EQ(review(day("2026-12-11")).proposed, 0);
}

TEST_P(DispositionReviewTest, ANoticeIsOwedOnlyWhereTheRuleSaysSoAndNotAgainWithinAYear) {
    load_due({in_the_way("notice"), due_child("Wren")});
    EXPECT_EQ(review().notices, 1);
    const long long number = number_of("C-Quill");
    DestructionNotice notice = *proposals().notice("C-Quill");
    notice.letter = "a.html";
    notice.sent_on = "2026-11-24";
    proposals().set_notice(notice);
    load({hold("H1", R"({"persons":["Quill"]})")});
    review(day("2026-11-25"));
    release("H1", day("2026-11-26"));
    EXPECT_EQ(review(day("2026-11-26")).notices, 0);
    EXPECT_GT(number_of("C-Quill"), number);
    EXPECT_EQ(proposals().notice("Wren"), std::nullopt);
}

TEST_P(DispositionReviewTest, ADryRunKeepsNothing) {
    load_due({due_child("Quill")});
    EXPECT_EQ(review(today, true).proposed, 1);
    EXPECT_EQ(all(), Texts{});
}

TEST_P(DispositionReviewTest, LeavesALineOnlyWhereAnythingWasDone) {
    load_due({due_child("Quill")});
    const Texts before = line_kinds();
    review();
    review();
    Texts after = before;
    after.emplace_back("proposed");
    EXPECT_EQ(line_kinds(), after);
}

TEST_P(DispositionReviewTest, AClockThatWentBackProposesByTheEarlierDay) {
    load_due({{person("Quill", R"(,"date_of_birth":"2001-02-03")"),
               involvement("I-Quill", "Quill", R"(,"closed":"2020-12-01")"), entry("E-Quill", "I-Quill")}});
    EXPECT_EQ(review(day("2026-12-02")).proposed, 1);
    EXPECT_EQ(review(day("2026-11-23")).withdrawn, 1);
    EXPECT_EQ(all(), Texts{"I-Quill destroy rest 2026-12-01 withdrawn not-due"});
}

TEST_P(DispositionReviewTest, WhereItWasPutOffForLongThePersonIsToldAnew) {
    load_due({in_the_way("notice")});
    review();
    as("ruth", [&](SignOff& s) { return s.defer(1, day("2029-01-01"), "asked for"); });
    proposals().set_notice({"C-Quill", "2026-11-23", "a.html", "2026-11-23", "ruth", {}, {}, {}});
    EXPECT_EQ(review(day("2028-05-22")).notices, 0);
    EXPECT_EQ(review(day("2028-05-23")).notices, 1);
    EXPECT_FALSE(proposals().notice("C-Quill")->sent_on);
    EXPECT_EQ(review(day("2028-05-24")).notices, 0);
}

// A review of very many holds up no hold that somebody places meanwhile, and what it did is not done again.
TEST_P(DispositionReviewTest, IsKeptPageByPageAndGoesOnWhereItWasCutOff) {
    std::vector<Texts> children;
    for (int child = 0; child < 502; ++child) children.push_back(due_child("C" + std::to_string(child)));
    load_due(children);
    const ScheduleInForce in_force = schedule_in_force(database());
    ReviewOrder order;
    order.day = today;
    order.at = "2026-11-23T03:00:00Z";
    order.actor = "night";
    int asked = 0;
    std::string meanwhile;
    order.is_cancelled = [&] {
        if (++asked == 501) meanwhile = rows("proposal");
        return asked > 501;
    };
    const ReviewResult first = review_dispositions(database(), in_force, order);
    EXPECT_TRUE(first.cancelled);
    EXPECT_EQ(first.proposed, 501);
    EXPECT_EQ(meanwhile, "500");
    EXPECT_EQ(rows("proposal"), "501");
    EXPECT_EQ(review().proposed, 1);
    EXPECT_EQ(rows("proposal"), "502");
    EXPECT_EQ(sql("select kind from register_line where kind = 'proposed'").size(), 3U);
}

}  // namespace
}  // namespace casekeeper::test
