// SPDX-License-Identifier: MIT
#include "intake/ssda903_records.h"

#include <gtest/gtest.h>

#include "intake/ssda903_return.h"

namespace casekeeper {
namespace {

class Ssda903RecordsTest : public Ssda903Return {};

TEST_F(Ssda903RecordsTest, AnUnaccompaniedChildIsMarkedWithTheDayTheStatusEnds) {
    header();
    episodes("7,01/02/2018,S,V2,N8,U1,,\n");
    write("uasc.csv", "CHILD,SEX,DOB,DUC\n7,1,05/06/2002,05/06/2020\n");
    load();
    EXPECT_EQ(field("ssda903:7:2018-02-01", "events"), R"({"uasc-status-ended":"2020-06-05"})");
    EXPECT_NE(field("ssda903:7:2018-02-01", "attributes").find(R"("unaccompanied":"yes")"),
              std::string::npos);
}

TEST_F(Ssda903RecordsTest, AnUnaccompaniedChildWithoutPeriodIsAWarning) {
    header();
    write("uasc.csv", "CHILD,SEX,DOB,DUC\n7,1,05/06/2002,\n");
    EXPECT_EQ(load().lines_rejected(), 1);
    EXPECT_EQ(said(),
              Said{"warning uasc.csv:2 child 7: no looked-after period in this load to put this into"});
}

TEST_F(Ssda903RecordsTest, PreviousPermanenceIsAnAttributeUnlessThereWasNone) {
    header();
    episodes("7,01/02/2018,S,V2,N8,U1,,\n");
    write("previous_permanence.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n7,05/06/2002,P2,,\n");
    load();
    EXPECT_NE(field("ssda903:7:2018-02-01", "attributes").find(R"("previous-permanence":"P2")"),
              std::string::npos);
    write("previous_permanence.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n7,05/06/2002,Z1,,\n");
    load();
    EXPECT_EQ(field("ssda903:7:2018-02-01", "attributes").find("permanence"), std::string::npos);
}

TEST_F(Ssda903RecordsTest, ReviewsAreEntriesOfThePeriodTheyLieIn) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E4A\n7,01/04/2018,S,C2,N1,U1,,\n");
    write("reviews.csv",
          "CHILD,DOB,REVIEW,REVIEW_CODE\n7,05/06/2002,01/03/2018,PN3\n7,05/06/2002,02/04/2018,PN5\n"
          "7,05/06/2002,02/04/2018,PN5\n7,05/06/2002,15/03/2018,PN1\n");
    EXPECT_EQ(load().lines_rejected(), 1);
    EXPECT_EQ(said(), Said{"warning reviews.csv:5 child 7: the day lies in no looked-after period"});
    EXPECT_EQ(field("ssda903:7:review:2018-03-01", "involvement"), "ssda903:7:2018-02-01");
    EXPECT_EQ(field("ssda903:7:review:2018-03-01", "account"),
              "Review of the child's case: the child attended and conveyed their view without words");
    EXPECT_EQ(field("ssda903:7:review:2018-04-02", "involvement"), "ssda903:7:2018-04-01");
    EXPECT_EQ(field("ssda903:7:review:2018-04-02", "kind"), "review");
}

TEST_F(Ssda903RecordsTest, MissingPeriodsAreNotes) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,\n");
    write("missing.csv",
          "CHILD,DOB,MISSING,MIS_START,MIS_END\n7,05/06/2002,M,02/02/2018,05/02/2018\n"
          "7,05/06/2002,A,09/02/2018,\n7,05/06/2002,M,09/03/2018,08/03/2018\n");
    load();
    EXPECT_EQ(said(), Said{"error missing.csv:4 child 7: MIS_END is before MIS_START"});
    EXPECT_EQ(field("ssda903:7:missing:2018-02-02", "account"),
              "missing from placement from 2 February 2018 to 5 February 2018");
    EXPECT_EQ(field("ssda903:7:missing:2018-02-09", "account"),
              "away from placement without authorisation from 9 February 2018, not yet ended in this return");
    EXPECT_EQ(field("ssda903:7:missing:2018-02-02", "kind"), "note");
}

TEST_F(Ssda903RecordsTest, HealthRowsAreReadAndNotLoaded) {
    header();
    write("oc2.csv", "CHILD,DOB,SDQ_SCORE,HEALTH_ASSESSMENT\n7,05/06/2002,12,1\n8,05/06/2002,12,1\n");
    EXPECT_EQ(load().lines_read(), 3);
    EXPECT_EQ(said(), Said{"error oc2.csv:3 child 8 has no header row"});
    EXPECT_EQ(records_.size(), 1U);
}

}  // namespace
}  // namespace casekeeper
