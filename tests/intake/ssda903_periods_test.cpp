// SPDX-License-Identifier: MIT
#include "intake/ssda903_periods.h"

#include <gtest/gtest.h>

#include "intake/ssda903_return.h"

namespace casekeeper {
namespace {

class Ssda903PeriodsTest : public Ssda903Return {};

Date day(const std::string& text) {
    return *parse_date(text);
}

// ---- Looked-after periods

TEST_F(Ssda903PeriodsTest, EpisodesAreChainedIntoOnePeriodInTheOrderOfTheirBeginnings) {
    header();
    episodes("7,01/03/2018,L,C2,N1,U4,01/05/2018,E4A\n7,01/02/2018,S,C1,N1,U1,01/03/2018,X1\n");
    load();
    EXPECT_EQ(said(), Said());
    const std::string id = "ssda903:7:2018-02-01";
    EXPECT_EQ(field(id, "opened"), "2018-02-01");
    EXPECT_EQ(field(id, "closed"), "2018-05-01");
    EXPECT_EQ(field(id, "closure_reason"), "E4A: returned home as part of the care planning process");
    EXPECT_EQ(field(id, "events"), R"({"placement-ended":"2018-05-01"})");
    EXPECT_EQ(
        field(id, "attributes"),
        R"({"category":"abuse-or-neglect","legal-status":"C2","placement":"U4","reason-entered":"N1"})");
    EXPECT_EQ(records_.size(), 2U);
}

TEST_F(Ssda903PeriodsTest, ASecondStartIsASecondPeriod) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E4A\n7,01/04/2018,S,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-03-01");
    EXPECT_EQ(field("ssda903:7:2018-04-01", "closed"), "");
}

TEST_F(Ssda903PeriodsTest, AfterAnEndANewPeriodBeginsEvenWithoutS) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E4A\n7,01/04/2018,P,C2,N1,U1,,\n");
    load();
    ASSERT_EQ(said().size(), 2U);
    EXPECT_EQ(said()[0],
              "warning episodes.csv:3 child 7: REC E4A ended the period before, yet RNE is not S: taken as a "
              "new period");
    EXPECT_EQ(count("looked-after"), 2U);
}

TEST_F(Ssda903PeriodsTest, AGapBeginsANewPeriodAndLeavesTheFirstOpen) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,X1\n7,02/03/2018,P,C2,N1,U1,,\n");
    load();
    ASSERT_EQ(said().size(), 3U);
    EXPECT_EQ(said()[0],
              "warning episodes.csv:3 child 7: RNE is not S, yet a gap lies before the episode: taken as a "
              "new period");
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "");
    EXPECT_EQ(field("ssda903:7:2018-03-02", "closed"), "");
}

TEST_F(Ssda903PeriodsTest, AnAnnouncedEpisodeThatIsMissingLeavesThePeriodOpen) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,X1\n");
    load();
    EXPECT_EQ(said(),
              Said{"warning episodes.csv:2 child 7: the episode that REC X1 announces is missing: the period "
                   "stays open"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "");
}

TEST_F(Ssda903PeriodsTest, AnEndWithoutItsDayOrItsReasonLeavesThePeriodOpen) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,E4A\n");
    load();
    EXPECT_EQ(said(), Said{"warning episodes.csv:2 child 7: REC without DEC: the period stays open"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "");
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,\n");
    load();
    EXPECT_EQ(said(), Said{"warning episodes.csv:2 child 7: DEC without a known REC: the period stays open"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "");
    EXPECT_EQ(field("ssda903:7:2018-02-01", "events"), "");
}

TEST_F(Ssda903PeriodsTest, AnEpisodeWithoutEndGoesOnInTheNext) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,\n7,01/03/2018,P,C2,N1,U2,,\n");
    load();
    EXPECT_EQ(
        said(),
        Said{"warning episodes.csv:2 child 7: the episode has no DEC, yet another one goes on from it"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "attributes").find("U1"), std::string::npos);
    EXPECT_EQ(count("looked-after"), 1U);
}

TEST_F(Ssda903PeriodsTest, WhereEpisodesOverlapThePeriodLastsToTheLatestEnd) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/06/2018,X1\n7,01/03/2018,P,C2,N1,U2,01/04/2018,E4A\n");
    load();
    EXPECT_EQ(said(),
              Said{"warning episodes.csv:3 child 7: the episode begins before the one before it has ended"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-06-01");
}

TEST_F(Ssda903PeriodsTest, OnlyShortBreaksThroughoutAreShortBreaks) {
    header();
    episodes(
        "7,01/02/2018,S,V3,N2,U1,04/02/2018,E8\n7,01/03/2018,S,V4,N2,U1,04/03/2018,X1\n7,04/03/"
        "2018,L,V2,N2,U1,,\n");
    load();
    EXPECT_EQ(field("ssda903:7:2018-02-01", "service"), "short-breaks-s20");
    EXPECT_EQ(field("ssda903:7:2018-03-01", "service"), "looked-after");
}

TEST_F(Ssda903PeriodsTest, ARemandIsLookedAfter) {
    header();
    episodes("7,01/02/2018,S,J1,N6,K1,01/03/2018,E14\n");
    load();
    EXPECT_EQ(field("ssda903:7:2018-02-01", "service"), "looked-after");
}

// ---- Yearly repeats

TEST_F(Ssda903PeriodsTest, TwoYearsInOneLoadAreOnePeriod) {
    header("7,1,05/06/2002,WBRI,,,\n", "a");
    episodes("7,01/02/2018,S,C1,N1,U1,01/03/2018,X1\n7,01/03/2018,L,C2,N1,U1,,\n", "a");
    header("7,1,05/06/2002,WBRI,,,\n", "b");
    episodes("7,01/03/2018,L,C2,N1,U1,01/05/2018,X1\n7,01/05/2018,P,C2,N1,U4,01/09/2018,E4A\n", "b");
    EXPECT_EQ(load({"a", "b"}).lines_rejected(), 0);
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-09-01");
    EXPECT_EQ(count("looked-after"), 1U);
}

TEST_F(Ssda903PeriodsTest, FindingsOfSeveralFoldersNameTheFolder) {
    header("7,1,05/06/2002,WBRI,,,\n", "a");
    header("7,1,05/06/2002,WBRI,,,\nx,,,,,,\n", "b");
    load({"a", "b"});
    EXPECT_EQ(said(), Said{"error " + (root_ / "b/header.csv").string() + ":3 child x: DOB is missing"});
}

TEST_F(Ssda903PeriodsTest, APeriodThatBeganEarlierIsJoinedToTheStoredOne) {
    known_ = {{"ssda903:7:2016-02-01", day("2016-02-01"), std::nullopt}};
    header();
    episodes("7,01/03/2018,P,C2,N1,U1,01/05/2018,E4A\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2016-02-01", "opened"), "2016-02-01");
    EXPECT_EQ(field("ssda903:7:2016-02-01", "closed"), "2018-05-01");
    EXPECT_EQ(records_.size(), 2U);
}

TEST_F(Ssda903PeriodsTest, WithoutAStoredOneItBeginsWithItsFirstEpisodeHere) {
    header();
    episodes("7,01/03/2018,P,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(
        said(),
        Said{"warning episodes.csv:2 child 7: the period began before this return: its first episode here "
             "is taken as its beginning"});
    EXPECT_EQ(field("ssda903:7:2018-03-01", "opened"), "2018-03-01");
}

TEST_F(Ssda903PeriodsTest, AnEarlierReturnLoadedLaterMovesTheBeginningBack) {
    known_ = {{"ssda903:7:2018-03-01", day("2018-03-01"), std::nullopt}};
    header();
    episodes("7,01/02/2016,S,C1,N1,U1,01/03/2018,X1\n7,01/03/2018,P,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-03-01", "opened"), "2016-02-01");
    EXPECT_EQ(count("looked-after"), 1U);
}

TEST_F(Ssda903PeriodsTest, AnEarlierReturnDoesNotTakeBackAnEndItCannotKnow) {
    known_ = {{"ssda903:7:2016-02-01", day("2016-02-01"), day("2019-01-05")}};
    header();
    episodes("7,01/02/2016,S,C1,N1,U1,,\n");
    write("reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n7,05/06/2002,01/03/2016,PN1\n");
    load();
    EXPECT_EQ(field("ssda903:7:2016-02-01", "opened"), "no record");
    EXPECT_EQ(field("ssda903:7:review:2016-03-01", "involvement"), "ssda903:7:2016-02-01");
    ASSERT_EQ(said().size(), 1U);
}

TEST_F(Ssda903PeriodsTest, ALaterReturnMayReopenAPeriod) {
    known_ = {{"ssda903:7:2016-02-01", day("2016-02-01"), day("2017-01-05")}};
    header();
    episodes("7,01/01/2017,L,C1,N1,U1,01/06/2018,X1\n7,01/06/2018,L,C1,N1,U1,,\n");
    load();
    EXPECT_EQ(field("ssda903:7:2016-02-01", "opened"), "2016-02-01");
    EXPECT_EQ(field("ssda903:7:2016-02-01", "closed"), "");
}

TEST_F(Ssda903PeriodsTest, WhatAReturnDoesNotRepeatOfAStoredPeriodIsKept) {
    known_ = {{"ssda903:7:2016-02-01",
               day("2016-02-01"),
               std::nullopt,
               "looked-after",
               {{"unaccompanied", "yes"}, {"placement", "P1"}},
               {{"uasc-status-ended", "2017-01-01"}}}};
    header();
    episodes("7,01/03/2018,P,V4,N1,U1,,\n");
    load();
    const std::string id = "ssda903:7:2016-02-01";
    EXPECT_EQ(field(id, "service"), "looked-after");
    EXPECT_EQ(field(id, "events"), R"({"uasc-status-ended":"2017-01-01"})");
    EXPECT_NE(field(id, "attributes").find(R"("placement":"U1")"), std::string::npos);
    EXPECT_NE(field(id, "attributes").find(R"("unaccompanied":"yes")"), std::string::npos);
}

TEST_F(Ssda903PeriodsTest, InvolvementsOfOtherSourcesAreNotTaken) {
    known_ = {{"I04", day("2016-02-01"), std::nullopt}};
    header();
    episodes("7,01/03/2018,P,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(field("I04", "opened"), "no record");
    EXPECT_EQ(field("ssda903:7:2018-03-01", "opened"), "2018-03-01");
}

// ---- Death

TEST_F(Ssda903PeriodsTest, E2IsTheDeathOnItsDay) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E2\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("7", "died"), "true");
    EXPECT_EQ(field("7", "date_of_death"), "2018-03-01");
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closure_reason"), "E2: died");
}

TEST_F(Ssda903PeriodsTest, E2WithoutItsDayIsADeathOnAnUnknownDay) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,E2\n");
    load();
    EXPECT_EQ(field("7", "died"), "true");
    EXPECT_EQ(field("7", "date_of_death"), "");
}

TEST_F(Ssda903PeriodsTest, ADeathThatAnEpisodeContradictsIsAnErrorAndNoDeath) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E2\n7,01/04/2018,S,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(
        said(),
        Said{"error episodes.csv:2 child 7: REC E2 (died), yet another episode lies beyond it: no death is "
             "recorded"});
    EXPECT_EQ(field("7", "died"), "");
    EXPECT_EQ(field("7", "date_of_death"), "");
}

TEST_F(Ssda903PeriodsTest, DiedInOc3IsADeathOnAnUnknownDayAndNoCareLeaver) {
    header();
    oc3("DIED");
    load();
    EXPECT_EQ(field("7", "died"), "true");
    EXPECT_EQ(field("7", "date_of_death"), "");
    EXPECT_EQ(records_.size(), 1U);
}

}  // namespace
}  // namespace casekeeper
