// SPDX-License-Identifier: MIT
#include "policy/condition_words.h"

#include <gtest/gtest.h>

#include "policy/schedule_reading.h"

namespace casekeeper::test {
namespace {

Condition condition(const std::string& text) {
    const Reading read = read_schedule(head + rule("if = \"" + text + "\"") + rest);
    EXPECT_TRUE(!read.schedule.rules.empty() && read.schedule.rules.front().applies_if) << text;
    return read.schedule.rules.front().applies_if.value_or(Condition{});
}

std::string words_of(const std::string& text) {
    return condition_in_words(condition(text), read_schedule(head).schedule, catalogue());
}

struct Said {
    const char* condition;
    const char* words;
};

class ConditionWords : public testing::TestWithParam<Said> {};

TEST_P(ConditionWords, SayAllOfIt) {
    EXPECT_EQ(words_of(GetParam().condition), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Tests, ConditionWords,
    testing::Values(
        Said{"died", "the person has died"}, Said{"not died", "the person has not died"},
        Said{"died before 18y", "the person died before their 18th birthday"},
        Said{"not died before 18y6m", "the person did not die before the age of 18 years and 6 months"},
        Said{"recorded(order-made)", "an order was made"},
        Said{"not recorded(order-made)", "no order was made"},
        Said{"recorded(approval-ended)", "it is noted when the approval ended"},
        Said{"not recorded(birth@alleged-perpetrator)",
             "it is not noted when the adult whom the concern is about was born"},
        Said{"order-made before 2005-12-30", "the order was made before 30 December 2005"},
        Said{"not order-made before 2005-12-30", "the order was made on or after 30 December 2005"},
        Said{"closed after 2020-01-01", "the service ended after 1 January 2020"},
        Said{"not closed after 2020-01-01", "the service ended on or before 1 January 2020"},
        Said{"closed before opened + 1y", "the service ended before 1 year after the service began"},
        Said{"opened + 1y after 2020-01-01", "1 year after the service began lies after 1 January 2020"},
        Said{"ever(care)", "you ever had any of these: “care”"},
        Said{"not ever(looked-after)", "you never had any of these: “Looked-after child”"},
        Said{"ever(care, youth-club)", "you ever had any service from us"},
        Said{"ever(looked-after, youth-club)",
             "you ever had any of these: “Looked-after child” or “Youth club”"},
        Said{"open(care)", "you now have any of these: “care”"},
        Said{"not open(care)", "you do not now have any of these: “care”"},
        Said{"family-open(*)", "somebody in your family gets help from us"},
        Said{"not family-open(*)", "nobody in your family gets help from us"},
        Said{"family-open(care)", "somebody in your family now has any of these: “care”"},
        Said{"medium = paper", "“medium” is noted as “paper”"},
        Said{"medium != paper", "“medium” is not noted as “paper”"},
        Said{"not medium != paper", "“medium” is noted as “paper”"}));

INSTANTIATE_TEST_SUITE_P(
    Joined, ConditionWords,
    testing::Values(
        Said{"died and ever(care)", "the person has died and you ever had any of these: “care”"},
        Said{"died or ever(care)", "the person has died or you ever had any of these: “care”"},
        Said{"not (died or ever(care))", "the person has not died and you never had any of these: “care”"},
        Said{"not (died and ever(care))", "the person has not died or you never had any of these: “care”"},
        // An "or" within an "and" is told apart.
        Said{"ever(care) and (died or recorded(order-made))",
             "you ever had any of these: “care” and either the person has died or an order was made"},
        // When it was tells that it was.
        Said{"recorded(order-made) and not order-made before 2005-12-30",
             "the order was made on or after 30 December 2005"},
        Said{"recorded(closed) and order-made before 2005-12-30",
             "it is noted when the service ended and the order was made before 30 December 2005"},
        Said{"recorded(order-made) or order-made before 2005-12-30",
             "an order was made or the order was made before 30 December 2005"},
        Said{"died and recorded(order-made) and ever(care)",
             "the person has died, and an order was made, and you ever had any of these: “care”"}));

// Of one attribute several words are one test.
INSTANTIATE_TEST_SUITE_P(
    OfOneAttribute, ConditionWords,
    testing::Values(
        Said{"outcome = unfounded or outcome = not-progressed",
             "“outcome” is noted as “unfounded” or “not progressed”"},
        Said{"not (outcome = a or outcome = b or outcome = c)", "“outcome” is not noted as “a”, “b” or “c”"},
        Said{"outcome != a and outcome != b", "“outcome” is not noted as “a” or “b”"},
        Said{"outcome = a or medium = b", "“outcome” is noted as “a” or “medium” is noted as “b”"},
        Said{"outcome = a and outcome = b", "“outcome” is noted as “a” and “outcome” is noted as “b”"},
        Said{"recorded(order-made) and not (outcome = a or outcome = b)",
             "an order was made and “outcome” is not noted as “a” or “b”"},
        Said{"recorded(order-made) and (outcome = a or outcome = b)",
             "an order was made and “outcome” is noted as “a” or “b”"}));

TEST(ConditionWordsOfDeathAndAttributes, AreFoundWhereverTheyStand) {
    EXPECT_TRUE(asks_of_death(condition("died before 18y")));
    EXPECT_TRUE(asks_of_death(condition("ever(care) and not (died or medium = paper)")));
    EXPECT_FALSE(asks_of_death(condition("ever(care)")));
    EXPECT_TRUE(asks_of_attributes(condition("ever(care) and not (died or medium = paper)")));
    EXPECT_FALSE(asks_of_attributes(condition("ever(care) and died")));
}

}  // namespace
}  // namespace casekeeper::test
