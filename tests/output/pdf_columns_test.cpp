// SPDX-License-Identifier: MIT
#include "output/pdf_columns.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

std::vector<Runs> cells(const std::vector<std::string>& texts) {
    std::vector<Runs> row;
    for (const std::string& text : texts) row.push_back({plain(text)});
    return row;
}

TEST(PdfColumns, LeaveRoomForTheLongestWordOfEach) {
    const auto columns =
        columns_for({"What", "N"}, {cells({"Notes, letters", "1"}), cells({"accommodation", "2"})}, 40);
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_GE(columns[0].share, 13);
    EXPECT_NEAR(columns[0].share + columns[1].share, 40, 1);
}

TEST(PdfColumns, GiveTheRestToThoseThatTellTheMost) {
    const std::string told = "She came to the door with her coat on and asked when the train would leave";
    const auto columns = columns_for({"Day", "In short"}, {cells({"6 June 2012", told})}, 80);
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_GT(columns[1].share, 3 * columns[0].share);
}

TEST(PdfColumns, CountASignOfChineseAsTwoLetters) {
    const auto columns = columns_for({"A", "B"}, {cells({"\u9648\u5C0F\u660E\u9648", "abcd"})}, 100);
    EXPECT_GT(columns[0].share, columns[1].share + 3);
}

TEST(PdfColumns, CountWideLettersAsWide) {
    const auto columns = columns_for({"A", "B"}, {cells({"November", "festival"})}, 24);
    EXPECT_GT(columns[0].share, columns[1].share + 0.5) << "no month is broken within";
}

TEST(PdfColumns, AreNoneWhereThereIsNoRoom) {
    EXPECT_TRUE(columns_for({"Day", "Service"}, {cells({"September", "accommodation"})}, 20).empty());
    EXPECT_FALSE(columns_for({"Day", "Service"}, {cells({"September", "accommodation"})}, 30).empty());
    EXPECT_FALSE(columns_for({"Day", "Service"}, {}, 30).empty());
}

}  // namespace
}  // namespace casekeeper
