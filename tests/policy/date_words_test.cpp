// SPDX-License-Identifier: MIT
#include "policy/date_words.h"

#include <gtest/gtest.h>

#include "policy/schedule_reading.h"

namespace casekeeper::test {
namespace {

// The words of a rule's `until`.
std::string words_of(const std::string& until, const std::string& more_of_head = "") {
    const Reading read = read_schedule(head + more_of_head + rule("until = \"" + until + "\"") + rest);
    EXPECT_TRUE(read.schedule.rules.size() == 2 && read.schedule.rules.front().until) << until;
    if (read.schedule.rules.empty() || !read.schedule.rules.front().until) return "";
    return day_in_words(*read.schedule.rules.front().until, read.schedule);
}

TEST(DateWords, CallABirthdayABirthday) {
    EXPECT_EQ(words_of("birth + 75y"), "your 75th birthday");
    EXPECT_EQ(words_of("age(30y)"), "your 30th birthday");
    EXPECT_EQ(words_of("birth@alleged-perpetrator + 100y"),
              "the 100th birthday of the adult whom the concern is about");
    EXPECT_EQ(words_of("birth@next-friend + 1y"), "the 1st birthday of the person named as next friend");
    EXPECT_EQ(words_of("birth + 18y6m"), "18 years and 6 months after you were born");
}

TEST(DateWords, SayFromWhatIsCounted) {
    EXPECT_EQ(words_of("closed + 6y"), "6 years after the service ended");
    EXPECT_EQ(words_of("closed"), "the day the service ended");
    EXPECT_EQ(words_of("opened + 1y"), "1 year after the service began");
    EXPECT_EQ(words_of("last-contact + 35y"), "35 years after we were last in touch");
    EXPECT_EQ(words_of("last-entry + 15y"), "15 years after we last wrote something down");
    EXPECT_EQ(words_of("last-activity + 90d"), "90 days after we last did something");
    EXPECT_EQ(words_of("file-closed + 2y"), "2 years after the last service in the same file ended");
    EXPECT_EQ(words_of("created + 3y"), "3 years after the record was made");
    EXPECT_EQ(words_of("death + 15y"), "15 years after the person died");
    EXPECT_EQ(words_of("order-made + 100y"), "100 years after the order was made");
    EXPECT_EQ(words_of("first-visit + 2y"), "2 years after “first visit” took place");
    EXPECT_EQ(words_of("closed - 1m"), "1 month before the service ended");
    EXPECT_EQ(words_of("2031-12-31"), "31 December 2031");
    EXPECT_EQ(words_of("(closed + 1y) + 6m"), "6 months after 1 year after the service ended");
}

TEST(DateWords, SayWhichOfSeveralDays) {
    EXPECT_EQ(words_of("later-of(age(25y), last-activity + 3y)"),
              "your 25th birthday or 3 years after we last did something, whichever is later");
    EXPECT_EQ(
        words_of("later-of(last-contact, closed) + 35y"),
        "35 years after the day we were last in touch or the day the service ended, whichever is later");
    EXPECT_EQ(
        words_of("earlier-of(closed, death, age(30y))"),
        "the day the service ended, the day the person died or your 30th birthday, whichever is earliest");
    EXPECT_EQ(words_of("later-of(closed)"), "the day the service ended");
}

// The year's last day is that of the schedule.
TEST(DateWords, SayTheEndOfAYear) {
    EXPECT_EQ(words_of("end-of(financial-year, last-activity) + 6y"),
              "6 years after the end of the financial year (31 March) in which we last did something");
    EXPECT_EQ(words_of("end-of(academic-year, closed)"),
              "the end of the school year (31 August) in which the service ended");
    EXPECT_EQ(words_of("end-of(calendar-year, closed) + 1y"),
              "1 year after the end of the year (31 December) in which the service ended");
    EXPECT_EQ(words_of("end-of(financial-year, closed + 1y)"),
              "the end of the financial year (31 March) in which there is 1 year after the service ended");
    EXPECT_EQ(words_of("end-of(financial-year, closed)", "financial_year_starts = \"01-01\"\n"),
              "the end of the financial year (31 December) in which the service ended");
    EXPECT_EQ(words_of("end-of(financial-year, closed)", "financial_year_starts = \"03-01\"\n"),
              "the end of the financial year (28 February) in which the service ended");
}

TEST(DateWords, CountInWords) {
    EXPECT_EQ(period_in_words({0, 6, 0}), "6 months");
    EXPECT_EQ(period_in_words({1, 1, 1}), "1 year, 1 month and 1 day");
    EXPECT_EQ(period_in_words({}), "0 days");
}

TEST(DateWords, ListWords) {
    EXPECT_EQ(listed_in_words({}, "and"), "");
    EXPECT_EQ(listed_in_words({"a"}, "and"), "a");
    EXPECT_EQ(listed_in_words({"a", "b"}, "or"), "a or b");
    EXPECT_EQ(listed_in_words({"a", "b", "c"}, "and"), "a, b and c");
}

}  // namespace
}  // namespace casekeeper::test
