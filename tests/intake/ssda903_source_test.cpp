// SPDX-License-Identifier: MIT
#include "intake/ssda903_source.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/digest.h"
#include "base/errors.h"

namespace casekeeper {
namespace {

// Each test writes the rows that matter; header rows, columns and the rest are put round them.
class Ssda903SourceTest : public testing::Test {
protected:
    Ssda903SourceTest() { std::filesystem::create_directories(root_); }
    ~Ssda903SourceTest() override { std::filesystem::remove_all(root_); }

    void write(const std::string& name, const std::string& text, const std::string& folder = "2018") {
        std::filesystem::create_directories(root_ / folder);
        std::ofstream(root_ / folder / name, std::ios::binary) << text;
    }
    void header(const std::string& rows = "7,1,05/06/2002,WBRI,A123456789012,,\n",
                const std::string& folder = "2018") {
        write("header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n" + rows, folder);
    }
    // CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC
    void episodes(const std::string& rows, const std::string& folder = "2018") {
        write("episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n" + rows, folder);
    }
    void oc3(const std::string& in_touch) {
        write("oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n7,05/06/2002," + in_touch + ",F1,B1\n");
    }
    void placed(const std::string& rows) {
        write("placed_for_adoption.csv",
              "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n" + rows);
    }

    Ssda903Source& load(const std::vector<std::string>& folders = {"2018"}) {
        std::vector<std::string> paths;
        for (const std::string& folder : folders) paths.push_back((root_ / folder).string());
        source_.emplace(paths, [this](const std::string&) { return known_; });
        findings_.clear();
        records_.clear();
        source_->examine([this](const Finding& finding) { findings_.push_back(finding); });
        for (const RecordType type : {RecordType::person, RecordType::involvement, RecordType::entry})
            source_->records(type, [&](SourcedRecord&& r) { records_.emplace(r.record.key(), r.record); });
        return *source_;
    }
    // "" for a field that is absent, "no record" for a record that is.
    std::string field(const std::string& id, const std::string& name) const {
        const auto found = records_.find(id);
        return found == records_.end() ? "no record" : found->second.value(name).value_or("");
    }
    // "error episodes.csv:2 message", in the order found.
    std::vector<std::string> said() const {
        std::vector<std::string> result;
        for (const Finding& f : findings_)
            result.push_back((f.severity == Severity::error ? "error " : "warning ") + f.file + ':' +
                             std::to_string(f.line) + ' ' + f.message);
        return result;
    }
    std::size_t count(const std::string& service) const {
        return static_cast<std::size_t>(std::count_if(records_.begin(), records_.end(), [&](const auto& r) {
            return r.second.type == RecordType::involvement && r.second.value("service") == service;
        }));
    }

    using Said = std::vector<std::string>;

    const std::filesystem::path root_ =
        std::filesystem::path(testing::TempDir()) / ("ssda903_" + std::to_string(getpid()));
    std::vector<KnownPeriod> known_;
    std::optional<Ssda903Source> source_;
    std::vector<Finding> findings_;
    std::map<std::string, Record> records_;
};

Date day(const std::string& text) {
    return *parse_date(text);
}

// ---- People

TEST_F(Ssda903SourceTest, AHeaderRowIsAPersonCalledByTheCode) {
    header();
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("7", "family_name"), "SSDA903 child 7");
    EXPECT_EQ(field("7", "date_of_birth"), "2002-06-05");
    EXPECT_EQ(field("7", "identifiers"), R"({"ssda903_child":"7","upn":"A123456789012"})");
    EXPECT_EQ(records_.size(), 1U);
}

TEST_F(Ssda903SourceTest, OfAMotherOnlyThatSheIsOneIsTaken) {
    header("7,2,05/06/2002,WBRI,UN1,1.0,02/03/2018\n");
    load();
    EXPECT_EQ(field("7", "identifiers"), R"({"ssda903_child":"7","ssda903_mother":"yes"})");
}

TEST_F(Ssda903SourceTest, ABadUpnOrMotherCodeIsAWarningThatDoesNotQuoteIt) {
    header("7,2,05/06/2002,WBRI,12,x,\n");
    load();
    EXPECT_EQ(said(), Said{"warning header.csv:2 child 7: UPN is none, MOTHER is neither 0 nor 1"});
}

TEST_F(Ssda903SourceTest, TheSameHeaderRowTwiceIsOnePerson) {
    header("7,1,05/06/2002,WBRI,,,\n7,1,05/06/2002,WBRI,,,\n");
    EXPECT_EQ(load().lines_rejected(), 0);
    EXPECT_EQ(records_.size(), 1U);
}

TEST_F(Ssda903SourceTest, TwoBirthsOfOneChildSetTheChildAside) {
    header("7,1,05/06/2002,WBRI,,,\n7,1,06/06/2002,WBRI,,,\n");
    episodes("7,01/02/2018,S,C2,N1,U1,,\n");
    EXPECT_EQ(load().lines_rejected(), 3);
    EXPECT_TRUE(records_.empty());
    EXPECT_EQ(said(), (Said{"error header.csv:2 child 7: header rows differ in DOB or LA; all set aside",
                            "error header.csv:3 child 7: header rows differ in DOB or LA; all set aside",
                            "error episodes.csv:2 child 7: its header rows were set aside"}));
}

TEST_F(Ssda903SourceTest, TwoHeaderRowsOfOneReturnThatDifferAreSetAside) {
    header("7,1,05/06/2002,WBRI,A123456789012,,\n7,1,05/06/2002,WBRI,B123456789012,,\n");
    EXPECT_EQ(load().lines_rejected(), 2);
}

TEST_F(Ssda903SourceTest, AcrossYearsTheLaterHeaderRowCounts) {
    header("7,1,05/06/2002,WBRI,UN1,,\n", "a");
    episodes("7,01/02/2018,S,C2,N1,U1,,\n", "a");
    header("7,1,05/06/2002,WBRI,A123456789012,,\n", "b");
    episodes("7,01/02/2018,S,C2,N1,U1,01/02/2019,E4A\n", "b");
    load({"b", "a"});
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("7", "identifiers"), R"({"ssda903_child":"7","upn":"A123456789012"})");
}

TEST_F(Ssda903SourceTest, ARowOfAChildWithoutHeaderRowIsSetAside) {
    header();
    episodes("8,01/02/2018,S,C2,N1,U1,,\n7,01/02/2018,S,C2,N1,U1,,\n");
    EXPECT_EQ(load().lines_rejected(), 1);
    EXPECT_EQ(source_->lines_read(), 3);
    EXPECT_EQ(said(), Said{"error episodes.csv:2 child 8 has no header row"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "service"), "looked-after");
}

TEST_F(Ssda903SourceTest, AnotherBirthInAnotherFileIsAWarning) {
    header();
    write("uasc.csv", "CHILD,SEX,DOB,DUC\n7,1,06/06/2002,05/06/2020\n");
    episodes("7,01/02/2018,S,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(said(), Said{"warning uasc.csv:2 child 7: DOB is not that of the header row"});
}

// ---- Bad rows

TEST_F(Ssda903SourceTest, BadRowsAreSetAsideAndTheRestGoesOn) {
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

TEST_F(Ssda903SourceTest, UnknownCodesAreAWarningAndTheRowIsUsed) {
    header();
    episodes("7,01/02/2018,S,Q9,,XX,,\n");
    EXPECT_EQ(load().lines_rejected(), 0);
    EXPECT_EQ(
        said(),
        Said{"warning episodes.csv:2 child 7: LS is no known code, CIN is missing, PLACE is no known code"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "opened"), "2018-02-01");
}

TEST_F(Ssda903SourceTest, CodesMayBeInLowerCase) {
    header();
    episodes("7,01/02/2018,s,c2,n1,u1,01/03/2018,e4a\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-03-01");
}

TEST_F(Ssda903SourceTest, RowsOfOneReturnThatContradictEachOtherAreSetAside) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E4A\n7,01/02/2018,S,C2,N1,U1,02/03/2018,E4A\n");
    EXPECT_EQ(load().lines_rejected(), 2);
    EXPECT_EQ(count("looked-after"), 0U);
}

TEST_F(Ssda903SourceTest, InOneReturnAnEndedEpisodeStandsForTheSameOneNotYetEnded) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,\n7,01/02/2018,S,C2,N1,U1,02/03/2018,E4A\n");
    EXPECT_EQ(load().lines_rejected(), 0);
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-03-02");
}

// ---- Files

TEST_F(Ssda903SourceTest, FilesAreKnownByTheirColumnsWhateverTheirNames) {
    write("Children 17-18.CSV",
          "\xEF\xBB\xBF"
          "Child,Sex,DoB,Ethnic,Upn\r\n7,1,2002-06-05,WBRI,UN1\r\n");
    write("EPISODES.csv", "child,decom,rne,ls,cin,place,dec,rec\r\n7,2018-02-01 00:00:00,S,C2,N1,U1,,\r\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "person"), "7");
}

TEST_F(Ssda903SourceTest, OnlyOtherFilesAboutChildrenAreNamed) {
    header();
    write("903_2024_25_rule_info.csv", "Rule code,Rule message\n1,x\n");
    write("CLA.xsd", "<x/>");
    write("social_workers.csv", "CHILD,DOB,SW_ID\n7,05/06/2002,SW1\n");
    EXPECT_EQ(load().lines_read(), 1);
    EXPECT_EQ(said(),
              Said{"warning social_workers.csv:1 not read: it names children, but is no file of the return "
                   "that is known here"});
}

TEST_F(Ssda903SourceTest, AFileOfTheReturnWithoutItsColumnsIsAnError) {
    header();
    write("episodes.csv", "CHILD,DECOM\n7,01/02/2018\n");
    load();
    EXPECT_EQ(said(), Said{"error episodes.csv:1 not read: it lacks columns of episodes.csv"});
}

TEST_F(Ssda903SourceTest, WhatIsNoReturnIsAnInputError) {
    const auto examine = [](const std::filesystem::path& path) {
        Ssda903Source({path.string()}).examine([](const Finding&) {});
    };
    EXPECT_THROW(examine(root_ / "none"), InputError);
    EXPECT_THROW(examine(root_), InputError);
    episodes("7,01/02/2018,S,C2,N1,U1,,\n");
    EXPECT_THROW(examine(root_ / "2018"), InputError);
}

TEST_F(Ssda903SourceTest, SingleFilesOfOneFolderAreOneReturn) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,\n");
    load({"2018/episodes.csv", "2018/header.csv"});
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(count("looked-after"), 1U);
}

TEST_F(Ssda903SourceTest, TheDigestIsThatOfTheFilesRead) {
    header();
    write("notes.csv", "a,b\n1,2\n");
    EXPECT_EQ(load().digest(), sha256_of_file((root_ / "2018/header.csv").string()));
}

TEST_F(Ssda903SourceTest, InAPooledExportTheYearSaysWhichRowIsLater) {
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

TEST_F(Ssda903SourceTest, OneCodeInTwoAuthoritiesIsSetAside) {
    write("header.csv", "LA,CHILD,SEX,DOB,ETHNIC\nBAR,7,1,2002-06-05,WBRI\nBEX,7,1,2002-06-05,WBRI\n");
    EXPECT_EQ(load().lines_rejected(), 2);
}

// ---- Looked-after periods

TEST_F(Ssda903SourceTest, EpisodesAreChainedIntoOnePeriodInTheOrderOfTheirBeginnings) {
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

TEST_F(Ssda903SourceTest, ASecondStartIsASecondPeriod) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E4A\n7,01/04/2018,S,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-03-01");
    EXPECT_EQ(field("ssda903:7:2018-04-01", "closed"), "");
}

TEST_F(Ssda903SourceTest, AfterAnEndANewPeriodBeginsEvenWithoutS) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E4A\n7,01/04/2018,P,C2,N1,U1,,\n");
    load();
    ASSERT_EQ(said().size(), 2U);
    EXPECT_EQ(said()[0],
              "warning episodes.csv:3 child 7: REC E4A ended the period before, yet RNE is not S: taken as a "
              "new period");
    EXPECT_EQ(count("looked-after"), 2U);
}

TEST_F(Ssda903SourceTest, AGapBeginsANewPeriodAndLeavesTheFirstOpen) {
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

TEST_F(Ssda903SourceTest, AnAnnouncedEpisodeThatIsMissingLeavesThePeriodOpen) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,X1\n");
    load();
    EXPECT_EQ(said(),
              Said{"warning episodes.csv:2 child 7: the episode that REC X1 announces is missing: the period "
                   "stays open"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "");
}

TEST_F(Ssda903SourceTest, AnEndWithoutItsDayOrItsReasonLeavesThePeriodOpen) {
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

TEST_F(Ssda903SourceTest, AnEpisodeWithoutEndGoesOnInTheNext) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,\n7,01/03/2018,P,C2,N1,U2,,\n");
    load();
    EXPECT_EQ(
        said(),
        Said{"warning episodes.csv:2 child 7: the episode has no DEC, yet another one goes on from it"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "attributes").find("U1"), std::string::npos);
    EXPECT_EQ(count("looked-after"), 1U);
}

TEST_F(Ssda903SourceTest, WhereEpisodesOverlapThePeriodLastsToTheLatestEnd) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/06/2018,X1\n7,01/03/2018,P,C2,N1,U2,01/04/2018,E4A\n");
    load();
    EXPECT_EQ(said(),
              Said{"warning episodes.csv:3 child 7: the episode begins before the one before it has ended"});
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-06-01");
}

TEST_F(Ssda903SourceTest, OnlyShortBreaksThroughoutAreShortBreaks) {
    header();
    episodes(
        "7,01/02/2018,S,V3,N2,U1,04/02/2018,E8\n7,01/03/2018,S,V4,N2,U1,04/03/2018,X1\n7,04/03/"
        "2018,L,V2,N2,U1,,\n");
    load();
    EXPECT_EQ(field("ssda903:7:2018-02-01", "service"), "short-breaks-s20");
    EXPECT_EQ(field("ssda903:7:2018-03-01", "service"), "looked-after");
}

TEST_F(Ssda903SourceTest, ARemandIsLookedAfter) {
    header();
    episodes("7,01/02/2018,S,J1,N6,K1,01/03/2018,E14\n");
    load();
    EXPECT_EQ(field("ssda903:7:2018-02-01", "service"), "looked-after");
}

// ---- Yearly repeats

TEST_F(Ssda903SourceTest, TwoYearsInOneLoadAreOnePeriod) {
    header("7,1,05/06/2002,WBRI,,,\n", "a");
    episodes("7,01/02/2018,S,C1,N1,U1,01/03/2018,X1\n7,01/03/2018,L,C2,N1,U1,,\n", "a");
    header("7,1,05/06/2002,WBRI,,,\n", "b");
    episodes("7,01/03/2018,L,C2,N1,U1,01/05/2018,X1\n7,01/05/2018,P,C2,N1,U4,01/09/2018,E4A\n", "b");
    EXPECT_EQ(load({"a", "b"}).lines_rejected(), 0);
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "2018-09-01");
    EXPECT_EQ(count("looked-after"), 1U);
}

TEST_F(Ssda903SourceTest, FindingsOfSeveralFoldersNameTheFolder) {
    header("7,1,05/06/2002,WBRI,,,\n", "a");
    header("7,1,05/06/2002,WBRI,,,\nx,,,,,,\n", "b");
    load({"a", "b"});
    EXPECT_EQ(said(), Said{"error " + (root_ / "b/header.csv").string() + ":3 child x: DOB is missing"});
}

TEST_F(Ssda903SourceTest, APeriodThatBeganEarlierIsJoinedToTheStoredOne) {
    known_ = {{"ssda903:7:2016-02-01", day("2016-02-01"), std::nullopt}};
    header();
    episodes("7,01/03/2018,P,C2,N1,U1,01/05/2018,E4A\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2016-02-01", "opened"), "2016-02-01");
    EXPECT_EQ(field("ssda903:7:2016-02-01", "closed"), "2018-05-01");
    EXPECT_EQ(records_.size(), 2U);
}

TEST_F(Ssda903SourceTest, WithoutAStoredOneItBeginsWithItsFirstEpisodeHere) {
    header();
    episodes("7,01/03/2018,P,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(
        said(),
        Said{"warning episodes.csv:2 child 7: the period began before this return: its first episode here "
             "is taken as its beginning"});
    EXPECT_EQ(field("ssda903:7:2018-03-01", "opened"), "2018-03-01");
}

TEST_F(Ssda903SourceTest, AnEarlierReturnLoadedLaterMovesTheBeginningBack) {
    known_ = {{"ssda903:7:2018-03-01", day("2018-03-01"), std::nullopt}};
    header();
    episodes("7,01/02/2016,S,C1,N1,U1,01/03/2018,X1\n7,01/03/2018,P,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("ssda903:7:2018-03-01", "opened"), "2016-02-01");
    EXPECT_EQ(count("looked-after"), 1U);
}

TEST_F(Ssda903SourceTest, AnEarlierReturnDoesNotTakeBackAnEndItCannotKnow) {
    known_ = {{"ssda903:7:2016-02-01", day("2016-02-01"), day("2019-01-05")}};
    header();
    episodes("7,01/02/2016,S,C1,N1,U1,,\n");
    write("reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n7,05/06/2002,01/03/2016,PN1\n");
    load();
    EXPECT_EQ(field("ssda903:7:2016-02-01", "opened"), "no record");
    EXPECT_EQ(field("ssda903:7:review:2016-03-01", "involvement"), "ssda903:7:2016-02-01");
    ASSERT_EQ(said().size(), 1U);
}

TEST_F(Ssda903SourceTest, ALaterReturnMayReopenAPeriod) {
    known_ = {{"ssda903:7:2016-02-01", day("2016-02-01"), day("2017-01-05")}};
    header();
    episodes("7,01/01/2017,L,C1,N1,U1,01/06/2018,X1\n7,01/06/2018,L,C1,N1,U1,,\n");
    load();
    EXPECT_EQ(field("ssda903:7:2016-02-01", "opened"), "2016-02-01");
    EXPECT_EQ(field("ssda903:7:2016-02-01", "closed"), "");
}

TEST_F(Ssda903SourceTest, WhatAReturnDoesNotRepeatOfAStoredPeriodIsKept) {
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

TEST_F(Ssda903SourceTest, InvolvementsOfOtherSourcesAreNotTaken) {
    known_ = {{"I04", day("2016-02-01"), std::nullopt}};
    header();
    episodes("7,01/03/2018,P,C2,N1,U1,,\n");
    load();
    EXPECT_EQ(field("I04", "opened"), "no record");
    EXPECT_EQ(field("ssda903:7:2018-03-01", "opened"), "2018-03-01");
}

// ---- Death

TEST_F(Ssda903SourceTest, E2IsTheDeathOnItsDay) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,01/03/2018,E2\n");
    load();
    EXPECT_EQ(said(), Said());
    EXPECT_EQ(field("7", "died"), "true");
    EXPECT_EQ(field("7", "date_of_death"), "2018-03-01");
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closure_reason"), "E2: died");
}

TEST_F(Ssda903SourceTest, E2WithoutItsDayIsADeathOnAnUnknownDay) {
    header();
    episodes("7,01/02/2018,S,C2,N1,U1,,E2\n");
    load();
    EXPECT_EQ(field("7", "died"), "true");
    EXPECT_EQ(field("7", "date_of_death"), "");
}

TEST_F(Ssda903SourceTest, ADeathThatAnEpisodeContradictsIsAnErrorAndNoDeath) {
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

TEST_F(Ssda903SourceTest, DiedInOc3IsADeathOnAnUnknownDayAndNoCareLeaver) {
    header();
    oc3("DIED");
    load();
    EXPECT_EQ(field("7", "died"), "true");
    EXPECT_EQ(field("7", "date_of_death"), "");
    EXPECT_EQ(records_.size(), 1U);
}

// ---- Care leavers (born 5 June 2002)

TEST_F(Ssda903SourceTest, ACareLeaverOfAgeIsFormerRelevantFromTheEndOfCare) {
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

TEST_F(Ssda903SourceTest, ACareLeaverUnder18IsRelevant) {
    header();
    episodes("7,01/02/2020,S,C2,N1,U1,04/06/2020,E5\n");
    oc3("NO");
    load();
    EXPECT_EQ(field("ssda903:7:care-leaver", "service"), "care-leaver-relevant");
}

TEST_F(Ssda903SourceTest, TheEndOfCareMayBeKnownToTheStoreOnly) {
    known_ = {{"ssda903:7:2016-02-01", day("2016-02-01"), day("2020-01-05")}};
    header();
    oc3("YES");
    load();
    EXPECT_EQ(field("ssda903:7:care-leaver", "opened"), "2020-01-05");
}

TEST_F(Ssda903SourceTest, WithoutAKnownEndTheBirthdayOpens) {
    header();
    oc3("YES");
    load();
    EXPECT_EQ(field("ssda903:7:care-leaver", "opened"), "2020-06-05");
}

TEST_F(Ssda903SourceTest, InAPooledExportTheYearGivesTheAge) {
    header();
    write("oc3.csv", "YEAR,CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n2020,7,2002-06-05,YES,F1,B1\n");
    load();
    EXPECT_EQ(field("ssda903:7:care-leaver", "service"), "care-leaver-relevant");
    EXPECT_EQ(field("ssda903:7:care-leaver", "opened"), "2018-06-05");
}

TEST_F(Ssda903SourceTest, ACareLeaverStillInCareIsAWarning) {
    header();
    episodes("7,01/07/2020,S,C2,N1,U1,,\n");
    oc3("YES");
    load();
    EXPECT_EQ(said(),
              Said{"warning oc3.csv:2 child 7: care leaver information, yet a looked-after period is open"});
    EXPECT_EQ(field("ssda903:7:care-leaver", "opened"), "2020-06-05");
}

TEST_F(Ssda903SourceTest, AChildUnder16AdoptedOrDeadIsNoCareLeaver) {
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

TEST_F(Ssda903SourceTest, AnAdoptionClosesThePeriodAndMakesTheOrder) {
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

TEST_F(Ssda903SourceTest, ADecisionReversedClosesTheAdoptionWithoutOrder) {
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

TEST_F(Ssda903SourceTest, AnAdoptionWithoutADecisionIsARecordOfTheOrder) {
    header();
    episodes("7,01/02/2018,S,E1,N1,A4,01/09/2018,E11\n");
    load();
    EXPECT_EQ(
        said(),
        Said{"warning episodes.csv:2 child 7: adopted, yet neither AD1 nor a decision to place is told: "
             "an adoption record of the order alone is made"});
    EXPECT_EQ(field("ssda903:7:adoption:2018-09-01", "events"), R"({"order-made":"2018-09-01"})");
}

TEST_F(Ssda903SourceTest, AnAdoptionOnAnUnknownDayStaysOpen) {
    header();
    episodes("7,01/02/2018,S,E1,N1,A4,,E11\n");
    placed("7,05/06/2002,01/03/2018,01/04/2018,RD1\n");
    load();
    EXPECT_EQ(field("ssda903:7:adoption:2018-03-01", "closed"), "");
    EXPECT_EQ(field("ssda903:7:2018-02-01", "closed"), "");
    ASSERT_EQ(said().size(), 2U);
}

TEST_F(Ssda903SourceTest, Ad1AloneMakesAnAdoptionFromItsDecision) {
    header();
    write("ad1.csv", "CHILD,DOB,DATE_INT,DATE_MATCH\n7,05/06/2002,01/03/2018,\n");
    load();
    EXPECT_EQ(said(), Said{"warning ad1.csv:2 child 7: AD1, yet no episode ends with E11 or E12"});
    EXPECT_EQ(field("ssda903:7:adoption:2018-03-01", "opened"), "2018-03-01");
}

TEST_F(Ssda903SourceTest, AnAd1DateOfNoDecisionGoesToTheLatestDecision) {
    header();
    episodes("7,01/02/2018,S,E1,N1,A4,01/09/2018,E12\n");
    placed("7,05/06/2002,01/03/2018,,\n");
    write("ad1.csv", "CHILD,DOB,DATE_INT,DATE_MATCH\n7,05/06/2002,09/03/2018,02/04/2018\n");
    load();
    EXPECT_EQ(said(),
              Said{"warning ad1.csv:2 child 7: DATE_INT is no DATE_PLACED; put to the latest decision"});
    EXPECT_EQ(count("adoption-placement"), 1U);
}

TEST_F(Ssda903SourceTest, AReversalBeforeItsDecisionIsSetAside) {
    header();
    placed("7,05/06/2002,01/03/2018,01/02/2018,RD1\n");
    load();
    EXPECT_EQ(said(),
              Said{"error placed_for_adoption.csv:2 child 7: DATE_PLACED_CEASED is before DATE_PLACED"});
}

// ---- What lies in a period

TEST_F(Ssda903SourceTest, AnUnaccompaniedChildIsMarkedWithTheDayTheStatusEnds) {
    header();
    episodes("7,01/02/2018,S,V2,N8,U1,,\n");
    write("uasc.csv", "CHILD,SEX,DOB,DUC\n7,1,05/06/2002,05/06/2020\n");
    load();
    EXPECT_EQ(field("ssda903:7:2018-02-01", "events"), R"({"uasc-status-ended":"2020-06-05"})");
    EXPECT_NE(field("ssda903:7:2018-02-01", "attributes").find(R"("unaccompanied":"yes")"),
              std::string::npos);
}

TEST_F(Ssda903SourceTest, AnUnaccompaniedChildWithoutPeriodIsAWarning) {
    header();
    write("uasc.csv", "CHILD,SEX,DOB,DUC\n7,1,05/06/2002,\n");
    EXPECT_EQ(load().lines_rejected(), 1);
    EXPECT_EQ(said(),
              Said{"warning uasc.csv:2 child 7: no looked-after period in this load to put this into"});
}

TEST_F(Ssda903SourceTest, PreviousPermanenceIsAnAttributeUnlessThereWasNone) {
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

TEST_F(Ssda903SourceTest, ReviewsAreEntriesOfThePeriodTheyLieIn) {
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

TEST_F(Ssda903SourceTest, MissingPeriodsAreNotes) {
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

TEST_F(Ssda903SourceTest, HealthRowsAreReadAndNotLoaded) {
    header();
    write("oc2.csv", "CHILD,DOB,SDQ_SCORE,HEALTH_ASSESSMENT\n7,05/06/2002,12,1\n8,05/06/2002,12,1\n");
    EXPECT_EQ(load().lines_read(), 3);
    EXPECT_EQ(said(), Said{"error oc2.csv:3 child 8 has no header row"});
    EXPECT_EQ(records_.size(), 1U);
}

// The published synthetic return. The numbers were counted from its files by a script of its own, which knows
// the rules above and nothing of this code: periods by walking each child's sorted episodes, the rest by sets
// of codes.
TEST_F(Ssda903SourceTest, CountsThePublishedReturn) {
    const char* shared = std::getenv("CASEKEEPER_SHARED");
    if (shared == nullptr) GTEST_SKIP() << "CASEKEEPER_SHARED does not name the folder of shared data";
    std::filesystem::create_symlink(std::filesystem::path(shared) / "data/ssda903", root_ / "2018");
    EXPECT_EQ(load().lines_read(), 25948);
    const auto number = [&](RecordType type, const std::string& name) {
        return std::count_if(records_.begin(), records_.end(), [&](const auto& r) {
            return r.second.type == type && r.second.value(name).has_value();
        });
    };
    EXPECT_EQ(number(RecordType::person, "id"), 2675);
    EXPECT_EQ(number(RecordType::person, "died"), 59);           // 46 with E2, 13 with DIED
    EXPECT_EQ(number(RecordType::person, "date_of_death"), 28);  // E2 with a DEC
    EXPECT_EQ(count("looked-after"), 2242U - 254U);
    EXPECT_EQ(count("short-breaks-s20"), 254U);
    EXPECT_EQ(number(RecordType::involvement, "closed"), 816 + 110);
    EXPECT_EQ(count("adoption-placement"), 110U);  // 29 decisions, 81 orders without one
    EXPECT_EQ(count("care-leaver-former-relevant") + count("care-leaver-relevant"), 40U);
    EXPECT_EQ(number(RecordType::entry, "id"), 6824 + 32);  // reviews, missing periods
    const auto orders = std::count_if(records_.begin(), records_.end(), [](const auto& r) {
        return r.second.type == RecordType::involvement && r.second.value("events") &&
               r.second.value("events")->find("order-made") != std::string::npos;
    });
    EXPECT_EQ(orders, 83);  // of 113 adopted children, those whose episode has a DEC
}

}  // namespace
}  // namespace casekeeper
