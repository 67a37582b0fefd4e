// SPDX-License-Identifier: MIT
//
// Worked cases that the shipped schedule and catalogue decide: those of the statute book give the published
// answer, and so do the local ones whose published period the schedule took over. The numbers are those of
// the worked cases quoted beside this file.
#include <gtest/gtest.h>

#include "support/case_world.h"

namespace casekeeper::test {
namespace {

CaseWorld shipped(const std::string& facts) {
    return CaseWorld(shipped_catalogue(), text_of("config/retention_schedule.toml"), facts);
}

// Care Planning, Placement and Case Review (England) Regulations 2010, reg 50.
TEST(ShippedSchedule, R01ALookedAfterRecordIsKeptToThe75thAnniversary) {
    CaseWorld world = shipped("person P born 1950-03-14\ninvolvement I P looked-after 1955-01-01 1968-03-14");
    EXPECT_EQ(world.outcome("I", "2025-03-14"), "retain looked-after 2025-03-14");
    EXPECT_EQ(world.outcome("I", "2025-03-15"), "due looked-after 2025-03-14");
}

TEST(ShippedSchedule, R02ABirthOn29FebruaryIsNeverEarly) {
    CaseWorld world = shipped("person P born 1952-02-29\ninvolvement I P care-order 1955-01-01 1968-03-14");
    EXPECT_EQ(world.outcome("I", "2027-03-01"), "retain looked-after 2027-03-01");
    EXPECT_EQ(world.outcome("I", "2027-03-02"), "due looked-after 2027-03-01");
}

TEST(ShippedSchedule, R03AChildWhoDiedIsKeptFifteenYears) {
    CaseWorld world = shipped(
        "person P born 2001-05-20 died 2013-11-03\ninvolvement I P looked-after 2005-01-01 2013-11-03");
    EXPECT_EQ(world.outcome("I", "2026-11-01"), "retain looked-after-died 2028-11-03");
}

TEST(ShippedSchedule, R05TheDayBeforeThe18thBirthdayIsBefore18) {
    CaseWorld world = shipped(
        "person P born 1990-08-01 died 2008-07-31\ninvolvement I P looked-after 2005-01-01 2008-07-31");
    EXPECT_EQ(world.outcome("I", "2023-07-31"), "retain looked-after-died 2023-07-31");
    EXPECT_EQ(world.outcome("I", "2023-08-01"), "due looked-after-died 2023-07-31");
}

// Regulation 48 of the same leaves regulation 50 standing.
TEST(ShippedSchedule, R07ASeriesOfShortBreaksIsALookedAfterRecord) {
    CaseWorld world =
        shipped("person P born 2007-09-09\ninvolvement I P short-breaks-s20 2015-05-01 2021-08-31");
    EXPECT_EQ(world.outcome("I", "2026-11-01"), "retain looked-after 2082-09-09");
}

// Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005, reg 6.
TEST(ShippedSchedule, R09AnAdoptionOrderOfTheNewLawIsKeptAHundredYears) {
    CaseWorld world = shipped(R"(
person P born 2004-04-04
involvement I P adoption-placement 2005-06-01 2006-06-30
event I order-made 2006-05-05
)");
    EXPECT_EQ(world.outcome("I", "2026-11-01"), "retain adoption-order 2106-05-05");
}

// Adoption Agencies Regulations 2005, reg 40.
TEST(ShippedSchedule, R11WithoutAnOrderAPersonDecides) {
    CaseWorld world =
        shipped("person P born 2024-10-02\ninvolvement I P adoption-placement 2024-10-20 2025-01-10");
    EXPECT_EQ(world.outcome("I", "2026-11-01"), "review adoption-no-order 2025-01-10");
}

std::string fostering(const std::string& event, const std::string& day, const std::string& on) {
    return shipped(
               "person P born 1965-02-03\ninvolvement I P fostering-approval 2001-01-01 2020-03-31\nevent "
               "I " +
               event + " " + day)
        .outcome("I", on);
}

// Fostering Services (England) Regulations 2011, reg 32(1) to (3).
TEST(ShippedSchedule, R12R13R14FosterCarersGoByWhatEnded) {
    EXPECT_EQ(fostering("approval-ended", "2014-08-31", "2024-08-31"),
              "retain fostering-approved 2024-08-31");
    EXPECT_EQ(fostering("approval-ended", "2014-08-31", "2024-09-01"),
              "review fostering-approved 2024-08-31");
    EXPECT_EQ(fostering("refused-or-withdrawn", "2020-02-29", "2023-03-01"),
              "retain fostering-refused 2023-03-01");
    EXPECT_EQ(fostering("placement-ended", "2016-12-15", "2026-11-01"),
              "retain fostering-temporary 2026-12-15");
}

// Northumberland's 35 years after closing; nothing is destroyed under a hold, and the day stays.
TEST(ShippedSchedule, R19R42ChildProtectionAfterClosing) {
    CaseWorld world = shipped(R"(
person P born 1980-01-01
involvement I P child-protection-plan 1988-01-01 1991-04-01
hold H from 2026-03-01 released 2027-05-05 persons P
)");
    EXPECT_EQ(world.outcome("I", "2026-02-28"), "retain child-protection 2026-04-01");
    EXPECT_EQ(world.outcome("I", "2026-04-02"), "held child-protection 2026-04-01 holds H");
    EXPECT_EQ(world.outcome("I", "2027-05-05"), "review child-protection 2026-04-01");
}

// Devon: the clock runs from the adult's birth.
TEST(ShippedSchedule, R32AnAllegationRunsFromTheAdult) {
    CaseWorld world = shipped(R"(
person P born 2009-01-01
person A born 1971-07-07
involvement I P lado-allegation 2020-01-12 2020-06-30
attribute I outcome substantiated
role I alleged-perpetrator A
)");
    EXPECT_EQ(world.outcome("I", "2026-11-01"), "retain allegation 2071-07-07");
}

TEST(ShippedSchedule, R33AMaliciousAllegationIsReviewed) {
    CaseWorld world = shipped(R"(
person P born 1971-07-07
involvement I P lado-allegation 2013-09-01 2014-02-28
attribute I outcome malicious
)");
    EXPECT_EQ(world.outcome("I", "2024-02-28"), "retain allegation-unfounded 2024-02-28");
    EXPECT_EQ(world.outcome("I", "2024-02-29"), "review allegation-unfounded 2024-02-28");
}

// The IRMS toolkit's 25 and 6 years govern the whole education file.
TEST(ShippedSchedule, R37R39AnEducationHealthAndCarePlan) {
    CaseWorld world = shipped(R"(
person P born 2000-06-06
involvement I P children-missing-education 2004-09-01 2018-07-20
involvement J P ehc-needs-plan 2010-01-01 2018-07-20
)");
    EXPECT_EQ(world.outcome("J", "2026-11-01"), "retain ehc-plan 2031-06-06");
    EXPECT_EQ(world.outcome("I", "2026-11-01"), "retain ehc-plan 2031-06-06");
}

TEST(ShippedSchedule, R40AnEstimatedBirthIsReviewed) {
    CaseWorld world = shipped("person P born 2008\ninvolvement I P looked-after 2020-01-01 2026-01-01");
    EXPECT_EQ(world.outcome("I", "2083-12-31"), "retain looked-after 2083-12-31");
    EXPECT_EQ(world.outcome("I", "2084-01-01"), "review looked-after 2083-12-31");
}

// Essex: the clock runs from the young person's birth.
TEST(ShippedSchedule, R44AVolunteerRunsFromTheSupportedChild) {
    CaseWorld world = shipped(R"(
person P born 1975-01-01
person C born 2005-10-10
involvement I P volunteer-befriending 2018-01-01 2022-01-01
role I supported-child C
)");
    EXPECT_EQ(world.outcome("I", "2026-11-01"), "retain volunteers 2080-10-10");
}

}  // namespace
}  // namespace casekeeper::test
