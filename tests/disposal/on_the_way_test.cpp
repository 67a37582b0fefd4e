// SPDX-License-Identifier: MIT
//
// Days before a record's end: what is to be reduced or handed on is proposed on its day, by itself.
#include "disposal/disposition_review.h"

#include "support/review_world.h"

namespace casekeeper::test {
namespace {

class OnTheWayTest : public ReviewWorld {
protected:
    // A child in need whose record is reduced, or handed on, a year after it closed and ends after six.
    static Texts child(const std::string& way, const std::string& closed, const std::string& more = "") {
        return {person("Quill", R"(,"date_of_birth":"2001-02-03")"),
                involvement("I-Quill", "Quill",
                            R"(,"closed":")" + closed + R"(","attributes":{"way":")" + way +
                                R"("},"events":{"visited":"2015-06-01"})" + more),
                entry("E-Quill", "I-Quill")};
    }
    void minimise(Date on) {
        const Proposal approved = approve("rita", number_of("I-Quill"), on);
        ASSERT_EQ(outcome_of(approved, parse_date(*approved.executes_on).value()), "done");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(OnTheWayTest);

TEST_P(OnTheWayTest, WhatIsToBeHandedOnIsProposedWithItsRuleAndDay) {
    load_due({child("transfer", "2024-01-01")});
    EXPECT_EQ(review().proposed, 1);
    EXPECT_EQ(all(), Texts{"I-Quill transfer moved 2025-01-01 proposed"});
}

TEST_P(OnTheWayTest, IsProposedOnceHoweverManyNights) {
    load_due({child("minimise", "2024-01-01")});
    review();
    for (const char* on : {"2026-11-23", "2026-11-24", "2026-11-25", "2027-01-01"})
        EXPECT_EQ(review(day(on)).proposed, 0) << on;
}

TEST_P(OnTheWayTest, IsFoundAfterNightsThatDidNotRun) {
    load_due({child("minimise", "2025-12-05")});
    EXPECT_EQ(review().proposed, 0);
    EXPECT_EQ(review(day("2027-03-01")).proposed, 1);
    EXPECT_EQ(all(), Texts{"I-Quill minimise basic 2026-12-05 proposed"});
}

TEST_P(OnTheWayTest, WhatIsHeldIsNotReduced) {
    load_due({child("minimise", "2024-01-01"), {hold("H1", R"({"persons":["Quill"]})")}});
    EXPECT_EQ(review().proposed, 0);
    release("H1");
    EXPECT_EQ(review().proposed, 1);
}

TEST_P(OnTheWayTest, AHoldWithdrawsItAndItsReleaseProposesItAnew) {
    load_due({child("minimise", "2024-01-01")});
    review();
    load({hold("H1", R"({"persons":["Quill"]})")});
    review();
    release("H1");
    review();
    EXPECT_EQ(all(), (Texts{"I-Quill minimise basic 2025-01-01 withdrawn held",
                            "I-Quill minimise basic 2025-01-01 proposed"}));
}

TEST_P(OnTheWayTest, WhatIsAtItsEndIsNotReducedAnyMore) {
    load_due({child("minimise", "2021-01-01")});
    review();
    ASSERT_EQ(all(), Texts{"I-Quill minimise basic 2022-01-01 proposed"});
    review(day("2027-01-02"));
    EXPECT_EQ(all(), (Texts{"I-Quill minimise basic 2022-01-01 withdrawn not-due",
                            "I-Quill destroy rest 2027-01-01 proposed"}));
}

TEST_P(OnTheWayTest, WhatWasReducedStillComesToItsEnd) {
    load_due({child("minimise", "2021-01-01")});
    review();
    minimise(today);
    EXPECT_EQ(review(day("2027-01-01")).proposed, 0);
    EXPECT_EQ(review(day("2027-01-02")).proposed, 1);
    EXPECT_EQ(all().back(), "I-Quill destroy rest 2027-01-01 proposed");
}

TEST_P(OnTheWayTest, ANewScheduleDoesNotReduceAgainWhatItsRuleReducedBefore) {
    load_due({child("minimise", "2024-01-01")});
    review();
    minimise(today);
    adopt(sql_value("select schedule from adopted_schedule order by number desc") + "# read anew\n");
    renew();
    EXPECT_EQ(review(day("2026-12-10")).proposed, 0);
}

TEST_P(OnTheWayTest, ACeilingIsActedOnOnItsDay) {
    std::string text = sql_value("select schedule from adopted_schedule order by number desc");
    text.replace(text.find("action = \"minimise\""), 19, "bound = \"at-most\"\naction = \"minimise\"");
    adopt(text);
    renew();
    load_due({child("minimise", "2025-11-24")});
    const std::string ceiling = sql_value("select minimise_on from decision");
    ASSERT_EQ(ceiling, "2026-11-24");
    EXPECT_EQ(review().proposed, 0);
    EXPECT_EQ(review(day(ceiling)).proposed, 1);
}

TEST_P(OnTheWayTest, APersonWhoseFactsCannotBeReadStopsNoOther) {
    load_due({child("minimise", "2024-01-01"), due_child("Wren")});
    sql("update involvement set events = '{broken' where id = 'I-Quill' returning '1'");
    EXPECT_EQ(review().proposed, 1);
    EXPECT_EQ(all(), Texts{"I-Wren destroy rest 2022-01-01 proposed"});
}

}  // namespace
}  // namespace casekeeper::test
