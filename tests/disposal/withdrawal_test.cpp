// SPDX-License-Identifier: MIT
//
// What becomes of a proposal when that which it rests on is no longer as it was.
#include "disposal/disposition_review.h"

#include "store/decision_store.h"
#include "support/review_world.h"

namespace casekeeper::test {
namespace {

class WithdrawalTest : public ReviewWorld {
protected:
    void propose_quill() {
        load_due({due_child("Quill")});
        review();
    }
    static std::string access_request(const std::string& more = "") {
        return R"({"type":"access_request","id":"A1","person":"Quill","received_at":"2026-11-20")" + more +
               "}";
    }
    // As the product records it, which no load does.
    void answer_access_request() {
        sql("update access_request set answered_on = '2026-12-10' returning id");
        DecisionStore(database()).mark_person("Quill");
    }
    // What became of the proposals of somebody: "withdrawn held", "proposed", …
    Texts states() const {
        return sql("select state || coalesce(' ' || withdrawn_because, '') from proposal order by number");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(WithdrawalTest);

TEST_P(WithdrawalTest, WhatIsHeldFromTheStartIsNotProposed) {
    load_due({due_child("Quill"), {hold("H1", R"({"persons":["Quill"]})")}});
    EXPECT_EQ(review().proposed, 0);
}

TEST_P(WithdrawalTest, ByARequestUntilItsWindowAfterTheAnswerHasPassed) {
    propose_quill();
    load({access_request()});
    review();
    answer_access_request();
    EXPECT_EQ(review(day("2027-06-09")).proposed, 0);
    EXPECT_EQ(review(day("2027-06-11")).proposed, 1);
    EXPECT_EQ(states(), (Texts{"withdrawn held", "proposed"}));
}

TEST_P(WithdrawalTest, ByARequestForDeletionThatIsOpen) {
    propose_quill();
    load({R"({"type":"deletion_request","id":"X1","person":"Quill","received_at":"2026-11-20"})"});
    review();
    EXPECT_EQ(states(), Texts{"withdrawn held"});
}

TEST_P(WithdrawalTest, ByAComplaintThatIsOpen) {
    propose_quill();
    load({involvement("K1", "Quill", R"(,"service":"complaint","opened":"2026-11-01")")});
    review();
    EXPECT_EQ(states(), Texts{"withdrawn held"});
}

TEST_P(WithdrawalTest, ByAHoldByWord) {
    propose_quill();
    load({hold("H1", R"({"words":["said"]})")});
    review();
    EXPECT_EQ(states(), Texts{"withdrawn held"});
}

TEST_P(WithdrawalTest, WhenItIsOpenAgain) {
    propose_quill();
    load({involvement("I-Quill", "Quill")});
    review();
    EXPECT_EQ(states(), Texts{"withdrawn not-due"});
}

TEST_P(WithdrawalTest, ByAnyChangeOfWhatItCovers) {
    propose_quill();
    folder.write("bundle/a.txt", "content");
    const Texts changes = {
        person("Quill", R"(,"date_of_birth":"2001-02-03","given_names":"Zoë")"),
        entry("E-Quill", "I-Quill", R"(,"account":"what was said, put right")"),
        entry("E2", "I-Quill", R"(,"occurred_at":"2015-07-01")"),
        R"({"type":"document","id":"D1","entry":"E-Quill","file":"a.txt"})",
        involvement("I-Quill", "Quill", R"(,"closed":"2016-01-01","closure_reason":"moved away")")};
    for (const std::string& change : changes) {
        load({change});
        const ReviewResult result = review();
        EXPECT_EQ(result.withdrawn, 1) << change;
        EXPECT_EQ(result.proposed, 1) << change;
    }
    EXPECT_EQ(states(), (Texts{"withdrawn changed", "withdrawn changed", "withdrawn changed",
                               "withdrawn changed", "withdrawn changed", "proposed"}));
}

TEST_P(WithdrawalTest, NoApprovalOutlivesIt) {
    propose_quill();
    const Proposal approved = approve("rita", 1);
    load({entry("E2", "I-Quill", R"(,"occurred_at":"2015-07-01")")});
    review();
    EXPECT_EQ(states(), (Texts{"withdrawn changed", "proposed"}));
    EXPECT_TRUE(proposals().approvals(2).empty());
    EXPECT_EQ(outcome_of(approved, day("2026-12-01")), "gone");
    EXPECT_EQ(outcome_of(found(2), day("2026-12-01")), "not-approved");
}

TEST_P(WithdrawalTest, OfWhatIsPackedToo) {
    load_due({in_the_way("archive")});
    review();
    Proposal packed = approve("rita", 1);
    packed.state = "packed";
    proposals().update(packed);
    load({hold("H1", R"({"persons":["Quill"]})")});
    review();
    EXPECT_EQ(states(), Texts{"withdrawn held"});
}

TEST_P(WithdrawalTest, WhenAnotherRuleSaysWhatBecomesOfIt) {
    load_due({in_the_way("archive")});
    review();
    load({involvement("C-Quill", "Quill",
                      R"(,"service":"youth-club","closed":"2016-01-01","attributes":{"way":"anonymise"})")});
    review();
    EXPECT_EQ(all().size(), 2U);
    EXPECT_TRUE(all().front().starts_with("C-Quill archive kept-elsewhere 2017-01-01 withdrawn"));
    EXPECT_EQ(all().back(), "C-Quill anonymise counted 2017-01-01 proposed");
}

TEST_P(WithdrawalTest, WhenTheRecordIsAnotherPersons) {
    load_due({due_child("Quill"), due_child("Wren"), due_child("Ash")});
    review();
    for (const char* other : {"Wren", "Ash"}) {  // after and before them in the order of ids
        load({involvement("I-Quill", other, R"(,"closed":"2016-01-01")")});
        const ReviewResult result = review();
        EXPECT_EQ(result.withdrawn, 1) << other;
        EXPECT_EQ(result.proposed, 1) << other;
        EXPECT_EQ(
            sql_value("select person from proposal where involvement = 'I-Quill' and state = 'proposed'"),
            other);
    }
    EXPECT_EQ(sql("select withdrawn_because from proposal where state = 'withdrawn' order by number"),
              (Texts{"ended", "ended"}));
}

TEST_P(WithdrawalTest, WhenSomebodyIsFoundToBeOneWithAPersonWhoseFileStays) {
    std::string text = sql_value("select schedule from adopted_schedule order by number desc");
    adopt(text +
          "[[rule]]\nid = \"long\"\nservices = [\"looked-after\"]\nuntil = \"birth + 75y\"\n"
          "bound = \"at-least\"\ncovers = \"file\"\nauthority = \"regulation\"\nbasis = \"statute\"\n");
    renew();
    load_due({due_child("Quill"),
              {person("Wren", R"(,"date_of_birth":"2001-02-03")"),
               involvement("L-Wren", "Wren", R"(,"service":"looked-after","closed":"2019-01-01")")}});
    review();
    ASSERT_EQ(states(), Texts{"proposed"});
    load({R"({"type":"relationship","person":"Wren","kind":"same-person","other":"Quill"})"});
    review();
    EXPECT_EQ(states(), Texts{"withdrawn not-due"});
}

TEST_P(WithdrawalTest, NotWhileNothingChanges) {
    load_due({due_child("Quill"), due_child("Wren")});
    review();
    as("ruth", [&](SignOff& s) { return s.defer(1, day("2027-02-01"), "asked for"); });
    load({entry("E2", "I-Wren", R"(,"occurred_at":"2015-07-01")")});
    review(day("2026-12-01"));
    EXPECT_EQ(states(), (Texts{"proposed", "withdrawn changed", "proposed"}));
    EXPECT_EQ(found(1).deferred_until, "2027-02-01");
}

TEST_P(WithdrawalTest, UnderANewScheduleThatCoolsOffWithoutANewProposal) {
    propose_quill();
    std::string text = sql_value("select schedule from adopted_schedule order by number desc");
    text.replace(text.find("+ 6y"), 4, "+ 5y");
    adopt(text);
    renew();
    sql("update adopted_schedule set cooling_until = '2026-12-01' where number = 3 returning '1'");
    EXPECT_EQ(review().withdrawn, 1);
    EXPECT_EQ(states(), Texts{"withdrawn schedule"});
    EXPECT_EQ(review(day("2026-12-01")).proposed, 1);
    EXPECT_EQ(all().back(), "I-Quill destroy rest 2021-01-01 proposed");
}

TEST_P(WithdrawalTest, IsLeftToTheNextNightWhereTheReviewIsCancelled) {
    propose_quill();
    load({hold("H1", R"({"persons":["Quill"]})")});
    night();
    const ScheduleInForce in_force = schedule_in_force(database());
    ReviewOrder order;
    order.day = today;
    order.at = "2026-11-23T03:00:00Z";
    order.actor = "night";
    order.is_cancelled = [] { return true; };
    const std::string before = everything();
    EXPECT_TRUE(review_dispositions(database(), in_force, order).cancelled);
    EXPECT_EQ(everything(), before);
    EXPECT_EQ(review().withdrawn, 1);
}

}  // namespace
}  // namespace casekeeper::test
