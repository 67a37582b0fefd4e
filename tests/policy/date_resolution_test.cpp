// SPDX-License-Identifier: MIT
#include "policy/date_resolution.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace casekeeper::test {
namespace {

constexpr const char* facts =
    "person P born 2000-02-29 died 2015-05-31\n"
    "person W born 1971-07-07\n"
    "involvement I P plan 2010-01-15 2012-03-31\n"
    "event I award 2011-10-31\nevent I birth 1900-01-01\nevent I order-made 2030-01-01\n"
    "attribute I medium paper\nrole I worker W\nrole I nobody X\n"
    "entry I 2011-05-05 contact\nentry I 2012-01-05 note\nentry I 2027-01-01 contact\n";

TEST(Dates, EveryTriggerHasItsDay) {
    EXPECT_EQ(day_of("birth", facts), "2000-02-29");
    EXPECT_EQ(day_of("death", facts), "2015-05-31");
    EXPECT_EQ(day_of("opened", facts), "2010-01-15");
    EXPECT_EQ(day_of("closed", facts), "2012-03-31");
    EXPECT_EQ(day_of("file-closed", facts), "2012-03-31");
    EXPECT_EQ(day_of("last-entry", facts), "2012-01-05");
    EXPECT_EQ(day_of("last-contact", facts), "2011-05-05");
    EXPECT_EQ(day_of("last-activity", facts), "2012-03-31");
    EXPECT_EQ(day_of("created", facts), "2010-01-15");
    EXPECT_EQ(day_of("award", facts), "2011-10-31");
    EXPECT_EQ(day_of("birth@worker", facts), "1971-07-07");
}

TEST(Dates, WhatHasNotHappenedOrIsNotRecordedIsUnknown) {
    EXPECT_EQ(day_of("order-made", facts), "unknown");
    EXPECT_EQ(day_of("order-made", facts, "2030-01-01"), "2030-01-01");
    EXPECT_EQ(day_of("death", facts, "2015-05-30"), "unknown");
    EXPECT_EQ(day_of("refused", facts), "unknown");
    EXPECT_EQ(day_of("death@worker", facts), "unknown");
    EXPECT_EQ(day_of("birth@nobody", facts), "unknown");
    EXPECT_EQ(day_of("birth@anybody", facts), "unknown");
}

TEST(Dates, WithoutEntriesContactAndActivityFallBack) {
    const std::string bare =
        "person P\ninvolvement I P plan 2010-01-15 2012-03-31\nevent I created 2009-12-01\n";
    EXPECT_EQ(day_of("last-entry", bare), "unknown");
    EXPECT_EQ(day_of("last-contact", bare), "2010-01-15");
    EXPECT_EQ(day_of("last-activity", bare), "2012-03-31");
    EXPECT_EQ(day_of("created", bare), "2009-12-01");
}

TEST(Dates, AnEntryAfterTheClosingIsActivity) {
    EXPECT_EQ(day_of("last-activity", facts, "2027-01-01"), "2027-01-01");
    EXPECT_EQ(day_of("last-contact", facts, "2027-01-01"), "2027-01-01");
}

TEST(Dates, TheFileClosesWithTheLatestOfItsGroup) {
    const std::string file =
        "person P\ninvolvement I P plan 2010-01-15 2012-03-31\n"
        "involvement J P visit 2010-01-15 2013-01-01\ninvolvement K P school 2010-01-15\n"
        "involvement L P visit 2027-01-01\n";
    EXPECT_EQ(day_of("file-closed", file), "2013-01-01");
    EXPECT_EQ(day_of("file-closed", file, "2027-01-01"), "unknown");
}

TEST(Dates, SumsRoundNeverEarlyAndCeilingsNeverLate) {
    EXPECT_EQ(day_of("age(75y)", facts), "2075-03-01");
    EXPECT_EQ(day_of("age(75y)", facts, "2026-11-01", "bound = \"at-most\""), "2075-02-28");
    EXPECT_EQ(day_of("award + 1y1m", facts), "2012-12-01");
    EXPECT_EQ(day_of("award - 1m", facts), "2011-10-01");
    EXPECT_EQ(day_of("(closed - 1y) + 1d", facts), "2011-04-01");
}

TEST(Dates, EndOfAYearGoesByTheSchedule) {
    EXPECT_EQ(day_of("end-of(financial-year, closed)", facts), "2012-03-31");
    EXPECT_EQ(day_of("end-of(financial-year, closed + 1d)", facts), "2013-03-31");
    EXPECT_EQ(day_of("end-of(academic-year, closed)", facts), "2012-08-31");
    EXPECT_EQ(day_of("end-of(calendar-year, closed) + 1y", facts), "2013-12-31");
    EXPECT_EQ(day_of("end-of(calendar-year, refused)", facts), "unknown");
}

TEST(Dates, LaterOfNeedsEveryPartAndEarlierOfAny) {
    EXPECT_EQ(day_of("later-of(award, closed, 2012-01-01)", facts), "2012-03-31");
    EXPECT_EQ(day_of("later-of(award, refused)", facts), "unknown");
    EXPECT_EQ(day_of("earlier-of(award, refused)", facts), "2011-10-31");
    EXPECT_EQ(day_of("earlier-of(order-made, refused)", facts), "unknown");
}

TEST(Dates, ABirthKnownToTheMonthCountsAsItsLastDay) {
    const std::string month = "person P born 2000-02\ninvolvement I P plan 2010-01-15 2012-03-31\n";
    EXPECT_EQ(day_of("birth + 1y", month), "2001-03-01");
    const std::string unborn = "person P born 2027-02-03\ninvolvement I P plan 2010-01-15 2012-03-31\n";
    EXPECT_EQ(day_of("birth + 1y", unborn), "unknown");
}

TEST(Conditions, AttributesMissingOrNot) {
    EXPECT_EQ(truth_of("medium = paper", facts), "yes");
    EXPECT_EQ(truth_of("medium = tape", facts), "no");
    EXPECT_EQ(truth_of("medium != tape", facts), "yes");
    EXPECT_EQ(truth_of("outcome = malicious", facts), "no");
    EXPECT_EQ(truth_of("outcome != malicious", facts), "unknown");
}

TEST(Conditions, UnknownGoesThroughNotAndOrAsInSql) {
    EXPECT_EQ(truth_of("not outcome != x", facts), "unknown");
    EXPECT_EQ(truth_of("outcome != x and medium = tape", facts), "no");
    EXPECT_EQ(truth_of("medium = tape and outcome != x", facts), "no");
    EXPECT_EQ(truth_of("outcome != x and medium = paper", facts), "unknown");
    EXPECT_EQ(truth_of("outcome != x or medium = paper", facts), "yes");
    EXPECT_EQ(truth_of("outcome != x or medium = tape", facts), "unknown");
    EXPECT_EQ(truth_of("not (outcome != x or medium = tape)", facts), "unknown");
}

TEST(Conditions, DatesAreComparedStrictly) {
    EXPECT_EQ(truth_of("award before 2011-10-31", facts), "no");
    EXPECT_EQ(truth_of("award before 2011-11-01", facts), "yes");
    EXPECT_EQ(truth_of("award after opened + 1y", facts), "yes");
    EXPECT_EQ(truth_of("order-made before 2005-12-30", facts), "unknown");
    EXPECT_EQ(truth_of("2005-12-30 after order-made", facts), "unknown");
}

TEST(Conditions, RecordedIsNeverUnknown) {
    EXPECT_EQ(truth_of("recorded(award)", facts), "yes");
    EXPECT_EQ(truth_of("recorded(order-made)", facts), "no");
    EXPECT_EQ(truth_of("recorded(birth@worker)", facts), "yes");
    EXPECT_EQ(truth_of("recorded(birth@nobody)", facts), "no");
    EXPECT_EQ(truth_of("recorded(birth)", "person P born 1999\ninvolvement I P plan 2010-01-15 2012-03-31\n"),
              "yes");
}

TEST(Conditions, DiedCountsFromItsDay) {
    EXPECT_EQ(truth_of("died", facts, "2015-05-30"), "no");
    EXPECT_EQ(truth_of("died", facts, "2015-05-31"), "yes");
    const std::string involvement = "involvement I P plan 2010-01-15 2012-03-31\n";
    EXPECT_EQ(truth_of("died", "person P died unknown\n" + involvement), "yes");
    EXPECT_EQ(truth_of("died before 18y", "person P born 2000-01-01 died unknown\n" + involvement),
              "unknown");
    EXPECT_EQ(truth_of("died before 18y", "person P died 2015-01-01\n" + involvement), "unknown");
    EXPECT_EQ(truth_of("died before 18y", "person P\n" + involvement), "no");
}

std::string died_before_18(const std::string& born, const std::string& died) {
    return truth_of("died before 18y", "person P born " + born + " died " + died +
                                           "\ninvolvement I P plan 2010-01-15 2012-03-31\n");
}

TEST(Conditions, DiedBeforeAnAgeIsBeforeTheBirthday) {
    EXPECT_EQ(died_before_18("1990-08-01", "2008-07-31"), "yes");
    EXPECT_EQ(died_before_18("1990-08-01", "2008-08-01"), "no");
}

TEST(Conditions, DiedBeforeTriesBothEndsOfAnInexactBirth) {
    EXPECT_EQ(died_before_18("1990-08", "2008-08-01"), "unknown");
    EXPECT_EQ(died_before_18("1990-08", "2008-07-31"), "yes");
    EXPECT_EQ(died_before_18("1990-08", "2008-08-31"), "no");
}

TEST(Conditions, DiedBeforeTakesABirthOn29FebruaryBothWays) {
    EXPECT_EQ(died_before_18("1992-02-29", "2010-02-27"), "yes");
    EXPECT_EQ(died_before_18("1992-02-29", "2010-02-28"), "unknown");
    EXPECT_EQ(died_before_18("1992-02-29", "2010-03-01"), "no");
}

TEST(Conditions, EverAndOpenLookAtEveryFileOfThePerson) {
    const std::string files = std::string(facts) + "involvement S P school 2013-01-01\n" +
                              "involvement C P care-order 2013-01-01 2014-01-01\n" +
                              "involvement V P visit 2030-01-01\n";
    EXPECT_EQ(truth_of("ever(care)", files), "yes");
    EXPECT_EQ(truth_of("ever(visit)", files), "no");
    EXPECT_EQ(truth_of("ever(visit)", files, "2030-01-01"), "yes");
    EXPECT_EQ(truth_of("open(school)", files), "yes");
    EXPECT_EQ(truth_of("open(care)", files), "no");
    EXPECT_EQ(truth_of("open(care)", files, "2013-12-31"), "yes");
    EXPECT_EQ(truth_of("open(*)", facts), "no");
}

}  // namespace
}  // namespace casekeeper::test
