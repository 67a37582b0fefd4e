// SPDX-License-Identifier: MIT
#include "intake/ssda903_leaving_care.h"

#include <gtest/gtest.h>

#include "intake/ssda903_return.h"

namespace casekeeper {
namespace {

class Ssda903LeavingCareTest : public Ssda903Return {};

Date day(const std::string& text) {
    return *parse_date(text);
}

// ---- Care leavers (born 5 June 2002)

TEST_F(Ssda903LeavingCareTest, ACareLeaverOfAgeIsFormerRelevantFromTheEndOfCare) {
    header();
    episodes("7,01/02/2020,S,C2,N1,U1,06/06/2020,E17\n");
    oc3("YES");
    load();
    EXPECT_EQ(said(), Said());
    const std::string id = "ssda903:7:care-leaver";
    EXPECT_EQ(field(id, "service"), "care-leaver-former-relevant");
    EXPECT_EQ(field(id, "opened"), "2020-06-06");
    EXPECT_EQ(field(id, "attributes"), R"({"accommodation":"B1","activity":"F1","in-touch":"YES"})");
}

TEST_F(Ssda903LeavingCareTest, ACareLeaverUnder18IsRelevant) {
    header();
    episodes("7,01/02/2020,S,C2,N1,U1,04/06/2020,E5\n");
    oc3("NO");
    load();
    EXPECT_EQ(field("ssda903:7:care-leaver", "service"), "care-leaver-relevant");
}

TEST_F(Ssda903LeavingCareTest, TheEndOfCareMayBeKnownToTheStoreOnly) {
    known_ = {{"ssda903:7:2016-02-01", day("2016-02-01"), day("2020-01-05")}};
    header();
    oc3("YES");
    load();
    EXPECT_EQ(field("ssda903:7:care-leaver", "opened"), "2020-01-05");
}

TEST_F(Ssda903LeavingCareTest, WithoutAKnownEndTheBirthdayOpens) {
    header();
    oc3("YES");
    load();
    EXPECT_EQ(field("ssda903:7:care-leaver", "opened"), "2020-06-05");
}

TEST_F(Ssda903LeavingCareTest, InAPooledExportTheYearGivesTheAge) {
    header();
    write("oc3.csv", "YEAR,CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n2020,7,2002-06-05,YES,F1,B1\n");
    load();
    EXPECT_EQ(field("ssda903:7:care-leaver", "service"), "care-leaver-relevant");
    EXPECT_EQ(field("ssda903:7:care-leaver", "opened"), "2018-06-05");
}

TEST_F(Ssda903LeavingCareTest, ACareLeaverStillInCareIsAWarning) {
    header();
    episodes("7,01/07/2020,S,C2,N1,U1,,\n");
    oc3("YES");
    load();
    EXPECT_EQ(said(),
              Said{"warning oc3.csv:2 child 7: care leaver information, yet a looked-after period is open"});
    EXPECT_EQ(field("ssda903:7:care-leaver", "opened"), "2020-06-05");
}

TEST_F(Ssda903LeavingCareTest, AChildUnder16AdoptedOrDeadIsNoCareLeaver) {
    header();
    oc3("YES");
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E4A\n");
    load();
    EXPECT_EQ(said(), Said{"warning oc3.csv:2 child 7: care leaver information of a child under 16"});
    for (const std::string code : {"E11", "E12", "E2"}) {
        episodes("7,01/02/2020,S,C2,N1,U1,01/03/2020," + code + "\n");
        EXPECT_EQ(load().lines_rejected(), 1) << code;
        EXPECT_EQ(field("ssda903:7:care-leaver", "service"), "no record") << code;
    }
}

// ---- Adoption

TEST_F(Ssda903LeavingCareTest, AnAdoptionClosesThePeriodAndMakesTheOrder) {
    header();
    episodes("7,01/02/2018,S,E1,N1,A4,01/09/2018,E12\n");
    placed("7,05/06/2002,01/03/2018,,\n");
    write("ad1.csv", "CHILD,DOB,DATE_INT,DATE_MATCH,NB_ADOPTR\n7,05/06/2002,01/03/2018,02/04/2018,2\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "events"),
              R"({"adopted":"2018-09-01","placement-ended":"2018-09-01"})");
    const std::string id = "ssda903:7:adoption:2018-03-01";
    EXPECT_EQ(field(id, "service"), "adoption-placement");
    EXPECT_EQ(field(id, "opened"), "2018-03-01");
    EXPECT_EQ(field(id, "closed"), "2018-09-01");
    EXPECT_EQ(field(id, "events"), R"({"matched":"2018-04-02","order-made":"2018-09-01"})");
    EXPECT_EQ(count("adoption-placement"), 1U);
}

TEST_F(Ssda903LeavingCareTest, ADecisionReversedClosesTheAdoptionWithoutOrder) {
    header();
    episodes("7,01/02/2018,S,E1,N1,U1,,\n");
    placed("7,05/06/2002,01/03/2018,01/04/2018,RD1\n");
    load();
    EXPECT_EQ(said(), Said());
    const std::string id = "ssda903:7:adoption:2018-03-01";
    EXPECT_EQ(field(id, "closed"), "2018-04-01");
    EXPECT_EQ(field(id, "events"), "");
    EXPECT_EQ(field(id, "attributes"), R"({"reason-reversed":"RD1"})");
}

TEST_F(Ssda903LeavingCareTest, AnAdoptionWithoutADecisionIsARecordOfTheOrder) {
    header();
    episodes("7,01/02/2018,S,E1,N1,A4,01/09/2018,E11\n");
    load();
    EXPECT_EQ(
        said(),
        Said{"warning episodes.csv:2 child 7: adopted, yet neither AD1 nor a decision to place is told: "
             "an adoption record of the order alone is made"});
    EXPECT_EQ(field("ssda903:7:adoption:2018-09-01", "events"), R"({"order-made":"2018-09-01"})");
}

TEST_F(Ssda903LeavingCareTest, AnAdoptionOnAnUnknownDayStaysOpen) {
    header();
    episodes("7,01/02/2018,S,E1,N1,A4,,E11\n");
    placed("7,05/06/2002,01/03/2018,01/04/2018,RD1\n");
    load();
    EXPECT_EQ(field("ssda903:7:adoption:2018-03-01", "closed"), "");
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "");
    ASSERT_EQ(said().size(), 2U);
}

TEST_F(Ssda903LeavingCareTest, Ad1AloneMakesAnAdoptionFromItsDecision) {
    header();
    write("ad1.csv", "CHILD,DOB,DATE_INT,DATE_MATCH\n7,05/06/2002,01/03/2018,\n");
    load();
    EXPECT_EQ(said(), Said{"warning ad1.csv:2 child 7: AD1, yet no episode ends with E11 or E12"});
    EXPECT_EQ(field("ssda903:7:adoption:2018-03-01", "opened"), "2018-03-01");
}

TEST_F(Ssda903LeavingCareTest, AnAd1DateOfNoDecisionGoesToTheLatestDecision) {
    header();
    episodes("7,01/02/2018,S,E1,N1,A4,01/09/2018,E12\n");
    placed("7,05/06/2002,01/03/2018,,\n");
    write("ad1.csv", "CHILD,DOB,DATE_INT,DATE_MATCH\n7,05/06/2002,09/03/2018,02/04/2018\n");
    load();
    EXPECT_EQ(said(),
              Said{"warning ad1.csv:2 child 7: DATE_INT is no DATE_PLACED; put to the latest decision"});
    EXPECT_EQ(count("adoption-placement"), 1U);
}

TEST_F(Ssda903LeavingCareTest, AReversalBeforeItsDecisionIsSetAside) {
    header();
    placed("7,05/06/2002,01/03/2018,01/02/2018,RD1\n");
    load();
    EXPECT_EQ(said(),
              Said{"error placed_for_adoption.csv:2 child 7: DATE_PLACED_CEASED is before DATE_PLACED"});
}

}  // namespace
}  // namespace casekeeper
