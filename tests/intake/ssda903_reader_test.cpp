// SPDX-License-Identifier: MIT
#include "intake/ssda903_reader.h"

#include <gtest/gtest.h>

#include "base/digest.h"
#include "base/errors.h"
#include "intake/ssda903_return.h"

namespace casekeeper {
namespace {

class Ssda903ReaderTest : public Ssda903Return {};

// ---- Bad rows

TEST_F(Ssda903ReaderTest, BadRowsAreSetAsideAndTheRestGoesOn) {
    header();
    episodes(
        ",01/02/2018,S,C2,N1,U1,,\n7,31/02/2018,S,C2,N1,U1,,\n7,,S,C2,N1,U1,,\n"
        "7,02/02/2018,S,C2,N1,U1,01/02/2018,E4A\n7,01/02/2018\nJo Bloggs,01/02/2018,S,C2,N1,U1,,\n"
        "7,01/02/2018,S,C2,N1,U1,,\n");
    EXPECT_EQ(load().lines_rejected(), 6);
    EXPECT_EQ(said(), (Said{"error episodes.csv:2 CHILD is missing",
                            "error episodes.csv:3 child 7: DECOM is no date (DD/MM/YYYY)",
                            "error episodes.csv:4 child 7: DECOM is missing",
                            "error episodes.csv:5 child 7: DEC is before DECOM",
                            "error episodes.csv:6 the row has 2 fields where the header row has 8",
                            "error episodes.csv:7 CHILD is no code of letters and digits"}));
    EXPECT_EQ(count("looked-after"), 1U);
}

TEST_F(Ssda903ReaderTest, UnknownCodesAreAWarningAndTheRowIsUsed) {
    header();
    episodes("7,01/02/2018,S,Q9,,XX,,\n");
    EXPECT_EQ(load().lines_rejected(), 0);
    EXPECT_EQ(
        said(),
        Said{"warning episodes.csv:2 child 7: LS is no known code, CIN is missing, PLACE is no known code"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "opened"), "2018-02-01");
}

TEST_F(Ssda903ReaderTest, CodesMayBeInLowerCase) {
    header();
    episodes("7,01/02/2018,s,c2,n1,u1,01/03/2018,e4a\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-03-01");
}

TEST_F(Ssda903ReaderTest, RowsOfOneReturnThatContradictEachOtherAreSetAside) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E4A\n7,01/02/2018,S,C2,N1,U1,02/03/2018,E4A\n");
    EXPECT_EQ(load().lines_rejected(), 2);
    EXPECT_EQ(count("looked-after"), 0U);
}

TEST_F(Ssda903ReaderTest, InOneReturnAnEndedEpisodeStandsForTheSameOneNotYetEnded) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,\n7,01/02/2018,S,C2,N1,U1,02/03/2018,E4A\n");
    EXPECT_EQ(load().lines_rejected(), 0);
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-03-02");
}

// ---- Files

TEST_F(Ssda903ReaderTest, FilesAreKnownByTheirColumnsWhateverTheirNames) {
    write("Children 17-18.CSV",
          "\xEF\xBB\xBF"
          "Child,Sex,DoB,Ethnic,Upn\r\n7,1,2002-06-05,WBRI,UN1\r\n");
    write("EPISODES.csv", "child,decom,rne,ls,cin,place,dec,rec\r\n7,2018-02-01 00:00:00,S,C2,N1,U1,,\r\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "person"), "7");
}

TEST_F(Ssda903ReaderTest, OnlyOtherFilesAboutChildrenAreNamed) {
    header();
    write("903_2024_25_rule_info.csv", "Rule code,Rule message\n1,x\n");
    write("CLA.xsd", "<x/>");
    write("social_workers.csv", "CHILD,DOB,SW_ID\n7,05/06/2002,SW1\n");
    EXPECT_EQ(load().lines_read(), 1);
    EXPECT_EQ(said(),
              Said{"warning social_workers.csv:1 not read: it names children, but is no file of the return "
                   "that is known here"});
}

TEST_F(Ssda903ReaderTest, AFileOfTheReturnWithoutItsColumnsIsAnError) {
    header();
    write("episodes.csv", "CHILD,DECOM\n7,01/02/2018\n");
    load();
    EXPECT_EQ(said(), Said{"error episodes.csv:1 not read: it lacks columns of episodes.csv"});
}

TEST_F(Ssda903ReaderTest, WhatIsNoReturnIsAnInputError) {
    const auto examine = [](const std::filesystem::path& path) {
        Ssda903Source({path.string()}).examine([](const Finding&) {});
    };
    EXPECT_THROW(examine(root_ / "none"), InputError);
    EXPECT_THROW(examine(root_), InputError);
    episodes("7,01/02/2018,S,C2,N1,U1,,\n");
    EXPECT_THROW(examine(root_ / "2018"), InputError);
}

TEST_F(Ssda903ReaderTest, SingleFilesOfOneFolderAreOneReturn) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,\n");
    load({"2018/episodes.csv", "2018/header.csv"});
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(count("looked-after"), 1U);
}

TEST_F(Ssda903ReaderTest, TheDigestIsThatOfTheFilesRead) {
    header();
    write("notes.csv", "a,b\n1,2\n");
    EXPECT_EQ(load().digest(), sha256_of_file((root_ / "2018/header.csv").string()));
}

TEST_F(Ssda903ReaderTest, InAPooledExportTheYearSaysWhichRowIsLater) {
    write("header.csv",
          "LA,YEAR,CHILD,SEX,DOB,ETHNIC,UPN\nBAR,2018,7,1,2002-06-05,WBRI,UN1\n"
          "BAR,2019,7,1,2002-06-05,WBRI,A123456789012\n");
    write("episodes.csv",
          "LA,YEAR,CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\nBAR,2019,7,2018-02-01,S,C2,N1,U1,2018-05-01,E4A\n"
          "BAR,2018,7,2018-02-01,S,V2,N1,U1,,\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-05-01");
    EXPECT_EQ(field("7", "identifiers"), R"({"ssda903_child":"7","upn":"A123456789012"})");
}

TEST_F(Ssda903ReaderTest, OneCodeInTwoAuthoritiesIsSetAside) {
    write("header.csv", "LA,CHILD,SEX,DOB,ETHNIC\nBAR,7,1,2002-06-05,WBRI\nBEX,7,1,2002-06-05,WBRI\n");
    EXPECT_EQ(load().lines_rejected(), 2);
}

}  // namespace
}  // namespace casekeeper
