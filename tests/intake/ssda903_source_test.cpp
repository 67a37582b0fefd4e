// SPDX-License-Identifier: MIT
#include "intake/ssda903_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "intake/ssda903_return.h"

namespace casekeeper {
namespace {

class Ssda903SourceTest : public Ssda903Return {};

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
    // All adoptions but one, whose order has no day.
    EXPECT_EQ(number(RecordType::involvement, "closed"), 816 + 109);
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
