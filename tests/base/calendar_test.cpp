// SPDX-License-Identifier: MIT
#include "base/calendar.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

using namespace std::chrono_literals;

Date on(std::string_view text) {
    return parse_date(text).value();
}

std::string sum(std::string_view day, const Period& period, Rounding rounding = Rounding::never_early) {
    return to_text(add(on(day), period, rounding));
}

std::string moment(std::string_view text) {
    const auto day = local_day(text);
    return day ? to_text(*day) : "none";
}

TEST(ParseDate, ReadsADayThatExists) {
    EXPECT_EQ(parse_date("1950-03-14"), Date(1950y / 3 / 14));
    EXPECT_EQ(parse_date("2024-02-29"), Date(2024y / 2 / 29));
    EXPECT_EQ(parse_date("1000-01-01"), Date(1000y / 1 / 1));
    EXPECT_EQ(parse_date("2999-12-31"), Date(2999y / 12 / 31));
}

TEST(ParseDate, RefusesWhatIsNoDay) {
    for (const char* text : {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1-1",
                             "0999-12-31", "3000-01-01", "2024-01-01 ", " 2024-01-01", "2024/01/01",
                             "2024-01-01T00:00", "14 March", "2024-0a-01", "-024-01-01"})
        EXPECT_FALSE(parse_date(text)) << text;
}

TEST(ParsePartialDate, AMonthAndAYearAreRanges) {
    EXPECT_EQ(parse_partial_date("2008"), (DateRange{on("2008-01-01"), on("2008-12-31")}));
    EXPECT_EQ(parse_partial_date("2008-02"), (DateRange{on("2008-02-01"), on("2008-02-29")}));
    EXPECT_EQ(parse_partial_date("2008-02-03"), (DateRange{on("2008-02-03"), on("2008-02-03")}));
    for (const char* text : {"", "208", "2008-", "2008-13", "2008-1", "2008-02-30", "2008-02-3", "20080203"})
        EXPECT_FALSE(parse_partial_date(text)) << text;
}

TEST(LocalDay, ATimeWithoutOffsetIsItsOwnDay) {
    EXPECT_EQ(moment("2025-06-30"), "2025-06-30");
    EXPECT_EQ(moment("2025-06-30T23:59"), "2025-06-30");
    EXPECT_EQ(moment("2025-06-30 00:00:00"), "2025-06-30");
    EXPECT_EQ(moment("2025-06-30T23:59:60.123456"), "2025-06-30");
}

TEST(LocalDay, AMomentIsTheDayInLondon) {
    EXPECT_EQ(moment("2025-06-30T23:30:00Z"), "2025-07-01");  // British Summer Time
    EXPECT_EQ(moment("2025-06-30T22:59:59Z"), "2025-06-30");
    EXPECT_EQ(moment("2025-12-31T23:59:59Z"), "2025-12-31");  // Greenwich Mean Time
    EXPECT_EQ(moment("2025-07-01T00:30:00+02:00"), "2025-06-30");
    EXPECT_EQ(moment("2025-07-01T12:00-13:30"), "2025-07-02");
    EXPECT_EQ(moment("2025-01-01T05:00:00+05:30"), "2024-12-31");
    EXPECT_EQ(moment("1969-12-31T23:30:00Z"), "1970-01-01");  // the year round in those years
    EXPECT_EQ(moment("1943-07-01T22:15:00Z"), "1943-07-02");  // double summer time
    EXPECT_EQ(moment("2089-07-01T23:15:00Z"), "2089-07-02");  // seconds beyond 32 bits
}

TEST(LocalDay, TheClocksChangeAtOneInTheMorning) {
    EXPECT_EQ(moment("2025-03-29T23:30:00Z"), "2025-03-29");
    EXPECT_EQ(moment("2025-03-30T23:30:00Z"), "2025-03-31");
    EXPECT_EQ(moment("2025-10-25T23:30:00Z"), "2025-10-26");
    EXPECT_EQ(moment("2025-10-26T23:30:00Z"), "2025-10-26");
}

TEST(LocalTime, IsTheTimeInLondonToTheMinute) {
    EXPECT_EQ(local_time("2012-05-03T14:30"), "14:30");
    EXPECT_EQ(local_time("2012-05-03 09:05:59"), "09:05");
    EXPECT_EQ(local_time("2012-05-03T14:30:00Z"), "15:30");
    EXPECT_EQ(local_time("2012-01-03T00:10:00+01:00"), "23:10");
    EXPECT_EQ(local_time("2012-05-03"), "");
    EXPECT_EQ(local_time("yesterday at noon"), "");
}

TEST(LocalDay, RefusesWhatIsNoMoment) {
    for (const char* text :
         {"", "2025-02-29T10:00", "2025-06-30T24:00", "2025-06-30T10:60", "2025-06-30T10:00:61",
          "2025-06-30T10", "2025-06-30T10:00:", "2025-06-30T10:00:00.", "2025-06-30T10:00+0100",
          "2025-06-30T10:00+01", "2025-06-30T10:00Zulu", "2025-06-30T10:00:00.5.5", "2025-06-30t10:00",
          "2025-06-30T10:00 Z", "2025-06-30T10:00+24:00", "2025-06-30X10:00", "2025-06-30T"})
        EXPECT_EQ(moment(text), "none") << text;
}

TEST(ToText, IsWhatItWasReadFrom) {
    EXPECT_EQ(to_text(on("1000-01-09")), "1000-01-09");
    EXPECT_EQ(to_text(on("2126-11-30")), "2126-11-30");
    EXPECT_EQ(to_text(Date(12025y / 1 / 2)), "12025-01-02");
    EXPECT_EQ(to_words(on("2025-03-14")), "14 March 2025");
    EXPECT_EQ(to_words(on("2025-12-01")), "1 December 2025");
}

TEST(ToText, APeriodKeepsItsParts) {
    EXPECT_EQ(to_text(Period{75, 0, 0}), "75y");
    EXPECT_EQ(to_text(Period{1, 6, 0}), "1y6m");
    EXPECT_EQ(to_text(Period{0, 18, 3}), "18m3d");
    EXPECT_EQ(to_text(Period{}), "0d");
}

TEST(Add, KeepsTheDayOfTheMonth) {
    EXPECT_EQ(sum("1950-03-14", {75, 0, 0}), "2025-03-14");
    EXPECT_EQ(sum("2020-11-30", {1, 6, 0}), "2022-05-30");
    EXPECT_EQ(sum("2020-12-31", {0, 0, 90}), "2021-03-31");
    EXPECT_EQ(sum("2026-05-05", {100, 0, 0}), "2126-05-05");
}

TEST(Add, ADayThatDoesNotExistGoesTheSafeWay) {
    EXPECT_EQ(sum("1952-02-29", {75, 0, 0}), "2027-03-01");
    EXPECT_EQ(sum("1952-02-29", {75, 0, 0}, Rounding::never_late), "2027-02-28");
    EXPECT_EQ(sum("1952-02-29", {76, 0, 0}), "2028-02-29");
    EXPECT_EQ(sum("2026-05-31", {0, 1, 0}), "2026-07-01");
    EXPECT_EQ(sum("2026-05-31", {0, 1, 0}, Rounding::never_late), "2026-06-30");
}

TEST(Add, YearsAndMonthsGoAtOnceThenDays) {
    // By way of 29 February 2025, which there is none of, it would be another day.
    EXPECT_EQ(sum("2024-02-29", {1, 1, 0}), "2025-03-29");
    EXPECT_EQ(sum("2024-02-29", {1, 0, 1}), "2025-03-02");
    EXPECT_EQ(sum("2024-02-29", {1, 0, 1}, Rounding::never_late), "2025-03-01");
}

TEST(Subtract, RoundsAsAddingDoes) {
    const auto less = [](std::string_view day, Period period, Rounding rounding) {
        return to_text(subtract(on(day), period, rounding));
    };
    EXPECT_EQ(less("2025-03-14", {75, 0, 0}, Rounding::never_early), "1950-03-14");
    EXPECT_EQ(less("2025-03-31", {0, 1, 0}, Rounding::never_early), "2025-03-01");
    EXPECT_EQ(less("2025-03-31", {0, 1, 0}, Rounding::never_late), "2025-02-28");
    EXPECT_EQ(less("2025-01-10", {0, 1, 10}, Rounding::never_late), "2024-11-30");
}

TEST(DayAfterAndBefore, CrossMonthsAndYears) {
    EXPECT_EQ(to_text(day_after(on("2024-12-31"))), "2025-01-01");
    EXPECT_EQ(to_text(day_after(on("2024-02-28"))), "2024-02-29");
    EXPECT_EQ(to_text(day_before(on("2025-03-01"))), "2025-02-28");
}

TEST(EndOfYear, IsTheLastDayOfTheYearTheDayLiesIn) {
    const auto end = [](std::string_view day, month_day start) {
        return to_text(end_of_year(on(day), start));
    };
    const month_day april{std::chrono::April, std::chrono::day{1}};
    EXPECT_EQ(end("2019-05-15", april), "2020-03-31");
    EXPECT_EQ(end("2020-03-31", april), "2020-03-31");
    EXPECT_EQ(end("2020-04-01", april), "2021-03-31");
    EXPECT_EQ(end("2023-10-10", {std::chrono::September, std::chrono::day{1}}), "2024-08-31");
    EXPECT_EQ(end("2024-08-31", {std::chrono::September, std::chrono::day{1}}), "2024-08-31");
    EXPECT_EQ(end("2024-06-01", {std::chrono::January, std::chrono::day{1}}), "2024-12-31");
    EXPECT_EQ(end("2024-02-10", {std::chrono::March, std::chrono::day{1}}), "2024-02-29");
}

TEST(Clock, AFixedOneStandsStill) {
    const FixedClock clock(on("2026-11-01"));
    EXPECT_EQ(to_text(clock.today()), "2026-11-01");
    EXPECT_EQ(clock.now(), "2026-11-01T03:00:00Z");
    EXPECT_EQ(clock.seconds(), 0);
}

}  // namespace
}  // namespace casekeeper
