// SPDX-License-Identifier: MIT
#include "policy/bank_holidays.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/errors.h"
#include "policy/schedule_reading.h"

namespace casekeeper {
namespace {

using test::lines_of;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// England and Wales in 2027, without New Year's Day.
const std::string seven_days =
    "2027-03-26 = \"Good Friday\"\n2027-03-29 = \"Easter Monday\"\n2027-05-03 = \"Early May\"\n"
    "2027-05-31 = \"Spring\"\n2027-08-30 = \"Summer\"\n2027-12-27 = \"Christmas Day\"\n"
    "2027-12-28 = \"Boxing Day\"\n";
const std::string start = "last_year = 2027\n[holidays]\n";
const std::string new_year = "2027-01-01 = \"New Year's Day\"\n";

std::vector<std::string> findings_on(const std::string& toml) {
    std::vector<Finding> findings;
    BankHolidays::read(toml, "bank_holidays.toml", findings);
    return lines_of(findings);
}

Date day(const char* text) {
    return parse_date(text).value();
}

BankHolidays shipped() {
    std::ifstream file(CASEKEEPER_SOURCE "/config/bank_holidays.toml");
    std::ostringstream text;
    text << file.rdbuf();
    std::vector<Finding> findings;
    const auto holidays = BankHolidays::read(text.str(), "bank_holidays.toml", findings);
    EXPECT_THAT(lines_of(findings), IsEmpty());
    return holidays;
}

TEST(BankHolidays, ShippedOnesReachFrom2018To2028) {
    const BankHolidays holidays = shipped();
    EXPECT_EQ(holidays.first_year(), 2018);
    EXPECT_EQ(holidays.last_year(), 2028);
    EXPECT_FALSE(holidays.is_working_day(day("2018-01-01")));
    EXPECT_TRUE(holidays.is_working_day(day("2028-12-29")));
}

// Each year has eight; 2022 had the Platinum Jubilee and the State Funeral besides, 2023 the Coronation.
TEST(BankHolidays, ShippedOnesAreEightAYearAndTheOneOffs) {
    const BankHolidays holidays = shipped();
    for (int year = 2018; year <= 2028; ++year) {
        int count = 0;
        for (Date on{std::chrono::year{year} / 1 / 1}; on.year() == std::chrono::year{year};
             on = day_after(on))
            count += holidays.holiday_on(on).empty() ? 0 : 1;
        EXPECT_EQ(count, year == 2022 ? 10 : year == 2023 ? 9 : 8) << year;
    }
    EXPECT_EQ(holidays.holiday_on(day("2022-06-03")), "Platinum Jubilee bank holiday");
    EXPECT_THAT(holidays.holiday_on(day("2022-09-19")), HasSubstr("State Funeral"));
    EXPECT_THAT(holidays.holiday_on(day("2023-05-08")), HasSubstr("coronation"));
}

// In 2020 the early May holiday moved to Friday 8 May (75 years since VE day), in 2022 the spring one to
// Thursday 2 June.
TEST(BankHolidays, ShippedOnesKnowTheMovedDays) {
    const BankHolidays holidays = shipped();
    EXPECT_TRUE(holidays.is_working_day(day("2020-05-04")));
    EXPECT_FALSE(holidays.is_working_day(day("2020-05-08")));
    EXPECT_TRUE(holidays.is_working_day(day("2022-05-30")));
    EXPECT_FALSE(holidays.is_working_day(day("2022-06-02")));
}

// Christmas Day 2027 is a Saturday and Boxing Day a Sunday; New Year's Day 2028 is a Saturday.
TEST(BankHolidays, SubstituteDaysAreNoWorkingDays) {
    const BankHolidays holidays = shipped();
    EXPECT_EQ(holidays.next_working_day(day("2027-12-25")), day("2027-12-29"));
    EXPECT_EQ(holidays.last_working_day_before(day("2027-12-29")), day("2027-12-24"));
    EXPECT_EQ(holidays.next_working_day(day("2028-01-01")), day("2028-01-04"));
    EXPECT_EQ(holidays.last_working_day_before(day("2028-01-04")), day("2027-12-31"));
}

TEST(BankHolidays, TheNextWorkingDayIsTheDayItselfWhereItIsOne) {
    const BankHolidays holidays = shipped();
    EXPECT_EQ(holidays.next_working_day(day("2026-03-16")), day("2026-03-16"));
    EXPECT_EQ(holidays.next_working_day(day("2026-03-14")), day("2026-03-16"));  // Saturday
    EXPECT_EQ(holidays.next_working_day(day("2026-03-15")), day("2026-03-16"));  // Sunday
}

TEST(BankHolidays, TheLastWorkingDayBeforeIsNeverTheDayItself) {
    const BankHolidays holidays = shipped();
    EXPECT_EQ(holidays.last_working_day_before(day("2026-03-17")), day("2026-03-16"));
    EXPECT_EQ(holidays.last_working_day_before(day("2026-03-16")), day("2026-03-13"));
    EXPECT_EQ(holidays.last_working_day_before(day("2026-04-07")), day("2026-04-02"));  // Easter
    EXPECT_EQ(holidays.last_working_day_before(day("2026-04-05")), day("2026-04-02"));  // Easter Sunday
}

TEST(BankHolidays, CountTheWorkingDaysAfterADayUpToAnother) {
    EXPECT_EQ(shipped().working_days_between(day("2026-03-16"), day("2026-03-17")), 1);
    EXPECT_EQ(shipped().working_days_between(day("2026-03-13"), day("2026-03-16")), 1);  // over a weekend
    EXPECT_EQ(shipped().working_days_between(day("2026-04-02"), day("2026-04-06")), 0);  // Easter
    EXPECT_EQ(shipped().working_days_between(day("2026-04-02"), day("2026-04-08")), 2);
    EXPECT_EQ(shipped().working_days_between(day("2026-03-16"), day("2026-03-16")), 0);
    EXPECT_EQ(shipped().working_days_between(day("2026-03-17"), day("2026-03-16")), 0);
}

TEST(BankHolidays, RefuseADayBeyondTheLastYearAndSayWhatToMend) {
    try {
        shipped().next_working_day(day("2028-12-30"));  // a Saturday: the Monday is in 2029
        FAIL() << "a day of 2029 was told";
    } catch (const ConfigError& error) {
        EXPECT_STREQ(error.what(), "bank_holidays.toml knows the bank holidays of 2018 to 2028, not of 2029");
        EXPECT_EQ(error.hint(),
                  "add those of 2029 from https://www.gov.uk/bank-holidays to config/bank_holidays.toml and "
                  "write last_year = 2029");
    }
    EXPECT_THROW(shipped().is_working_day(day("2029-01-01")), ConfigError);
    EXPECT_THROW(shipped().is_working_day(day("2029-01-06")), ConfigError);  // a Saturday: no guess either
    EXPECT_NO_THROW(shipped().is_working_day(day("2028-12-31")));
}

TEST(BankHolidays, RefuseADayBeforeTheFirstYear) {
    EXPECT_THROW(shipped().last_working_day_before(day("2018-01-01")), ConfigError);
    try {
        shipped().is_working_day(day("2017-12-29"));
        FAIL() << "a day of 2017 was told";
    } catch (const ConfigError& error) {
        EXPECT_THAT(error.what(), HasSubstr("not of 2017"));
        EXPECT_EQ(error.hint(),
                  "add those of 2017 from https://www.gov.uk/bank-holidays to config/bank_holidays.toml");
    }
}

TEST(BankHolidays, ThatWereNeverReadKnowNoDay) {
    try {
        BankHolidays().is_working_day(day("2026-03-16"));
        FAIL() << "a day was told from nothing";
    } catch (const ConfigError& error) {
        EXPECT_STREQ(error.what(), "bank_holidays.toml knows the bank holidays of no year");
    }
}

TEST(BankHolidays, KeepWhatTheyRead) {
    std::vector<Finding> findings;
    const auto holidays = BankHolidays::read(start + new_year + seven_days, "bank_holidays.toml", findings);
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_EQ(holidays.first_year(), 2027);
    EXPECT_EQ(holidays.last_year(), 2027);
    EXPECT_EQ(holidays.holiday_on(day("2027-03-26")), "Good Friday");
    EXPECT_EQ(holidays.holiday_on(day("2027-03-27")), "");
}

TEST(BankHolidays, FindWhatIsNoToml) {
    EXPECT_THAT(findings_on("last_year = \n"), ElementsAre(HasSubstr("1:13: error: this is not TOML")));
}

TEST(BankHolidays, FindADayThatStandsTwice) {
    EXPECT_THAT(findings_on(start + new_year + seven_days + new_year),
                ElementsAre(AllOf(HasSubstr("11:14: error: this is not TOML"), HasSubstr("2027-01-01"))));
}

TEST(BankHolidays, FindWhatIsNoDate) {
    EXPECT_THAT(findings_on(start + new_year + seven_days + "2027-02-30 = \"Leap\"\n"),
                ElementsAre("11:1: error: \"2027-02-30\" is no date: write year, month and day, e.g. "
                            "2027-12-27 = \"Christmas Day\""));
    EXPECT_THAT(findings_on(start + new_year + seven_days + "2027-02-03 = 3\n"),
                ElementsAre("11:14: error: 2027-02-03 must be text in quotes, not a whole number"));
}

TEST(BankHolidays, FindAYearWithoutHolidaysAndOneWithTooFew) {
    EXPECT_THAT(findings_on("last_year = 2028\n[holidays]\n" + new_year + seven_days),
                ElementsAre("1:13: error: 2028 has no bank holidays: England and Wales have eight or more "
                            "in every year up to last_year"));
    EXPECT_THAT(findings_on(start + seven_days),
                ElementsAre("1:13: error: 2027 has 7 bank holidays: England and Wales have eight or more in "
                            "every year up to last_year"));
    EXPECT_THAT(findings_on(start), ElementsAre("2:1: error: [holidays] holds no day: write e.g. "
                                                "2027-12-27 = \"Christmas Day\""));
}

TEST(BankHolidays, FindADayAfterTheLastYear) {
    EXPECT_THAT(findings_on(start + new_year + seven_days + "2028-01-03 = \"New Year's Day\"\n"),
                ElementsAre("11:1: error: 2028-01-03 lies after last_year, 2027: raise last_year once all of "
                            "2028 is known"));
}

TEST(BankHolidays, WarnOfADayAtAWeekend) {
    EXPECT_THAT(findings_on(start + new_year + seven_days + "2027-12-25 = \"Christmas Day\"\n"),
                ElementsAre("11:1: warning: 2027-12-25 is at a weekend: the substitute day is the bank "
                            "holiday"));
}

TEST(BankHolidays, FindMissingAndUnknownKeys) {
    EXPECT_THAT(
        findings_on("[holidays]\n" + new_year + seven_days),
        ElementsAre("1:1: error: the list of bank holidays has no last_year: write e.g. last_year = 2028"));
    EXPECT_THAT(
        findings_on("last_year = 2027\n"),
        ElementsAre(HasSubstr("error: the list of bank holidays has no holidays: write e.g. [holidays]")));
    EXPECT_THAT(findings_on("last_yaer = 1\n" + start + new_year + seven_days),
                ElementsAre(HasSubstr("unknown key \"last_yaer\"")));
    EXPECT_THAT(findings_on("last_year = 2027\nholidays = 3\n"),
                ElementsAre("2:12: error: holidays is a section: write [holidays]"));
}

}  // namespace
}  // namespace casekeeper
