// SPDX-License-Identifier: MIT
#include "intake/csv_reader.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/errors.h"

namespace casekeeper {
namespace {

using Texts = std::vector<std::string>;

class CsvReaderTest : public testing::Test {
protected:
    CsvReaderTest() { std::filesystem::create_directories(folder_); }
    ~CsvReaderTest() override { std::filesystem::remove_all(folder_); }

    std::string file(const std::string& bytes) {
        const std::string path = folder_ / "rows.csv";
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    std::vector<CsvRow> rows(const std::string& bytes) {
        CsvReader reader(file(bytes));
        std::vector<CsvRow> result;
        while (std::optional<CsvRow> row = reader.next()) result.push_back(*row);
        return result;
    }

    const std::filesystem::path folder_ =
        std::filesystem::path(testing::TempDir()) / ("csv_reader_" + std::to_string(getpid()));
};

TEST_F(CsvReaderTest, ColumnsAreFoundWhateverTheirCaseAndSpacing) {
    const CsvReader reader(
        file("\xEF\xBB\xBF"
             "CHILD , Dob,\xC2\xA0Upn\xC2\xA0\n"));
    EXPECT_EQ(reader.header(), (Texts{"CHILD", "Dob", "Upn"}));
    EXPECT_EQ(reader.column("child"), 0U);
    EXPECT_EQ(reader.column("UPN"), 2U);
    EXPECT_EQ(reader.column("SEX"), std::nullopt);
}

TEST_F(CsvReaderTest, FieldsAreTrimmedOfNonBreakingSpacesToo) {
    EXPECT_EQ(rows("a,b\n \xC2\xA0 x\xC2\xA0y \xC2\xA0,\" z \"\n")[0].fields, (Texts{"x\xC2\xA0y", "z"}));
}

TEST_F(CsvReaderTest, RowsCarryTheLineTheyBeginOn) {
    const std::vector<CsvRow> found = rows("a,b\r\n1,\"two\r\nlines\"\r\n\r\n,\r\n3,4");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].line, 2);
    EXPECT_EQ(found[0].fields, (Texts{"1", "two\r\nlines"}));
    EXPECT_EQ(found[1].line, 6);
    EXPECT_EQ(found[1].fields, (Texts{"3", "4"}));
}

TEST_F(CsvReaderTest, LinesMayEndInCarriageReturnsAlone) {
    const std::vector<CsvRow> found = rows("a,b\r1,2\r3,4\r");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[1].line, 3);
}

TEST_F(CsvReaderTest, ARowOfWindowsBytesIsAProblemOfThatRowOnly) {
    const std::vector<CsvRow> found = rows("a,b\n1,Zo\xEB\n2,Zo\xC3\xAB\n");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].problem, "is not UTF-8 text (save the file as CSV UTF-8)");
    EXPECT_EQ(found[0].line, 2);
    EXPECT_EQ(found[1].problem, "");
}

TEST_F(CsvReaderTest, OverlongAndSurrogateSequencesAreNotUtf8) {
    const std::vector<CsvRow> found =
        rows("a\n\xC0\xAF\n\xE0\x80\xAF\n\xED\xA0\x80\n\xF4\x90\x80\x80\n\xE2\x82\n\xF0\x9F\x99\x82\n");
    ASSERT_EQ(found.size(), 6U);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NE(found[i].problem, "") << i;
    EXPECT_EQ(found[5].problem, "");
}

TEST_F(CsvReaderTest, AQuotationMarkNeverClosedCostsOneRow) {
    const std::vector<CsvRow> found = rows("a,b\n1,\"2\n3,4\n5,6\n");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].problem, "opens a quotation mark that is never closed");
    EXPECT_EQ(found[1].fields, (Texts{"3", "4"}));
    EXPECT_EQ(found[1].line, 3);
    EXPECT_EQ(found[2].line, 4);
}

TEST_F(CsvReaderTest, AStrayQuotationMarkBeforeAQuotedFieldCostsOneRow) {
    const std::vector<CsvRow> found = rows("a,b\n1,\"2\n3,\"four, 4\"\n\"5\"6,6\n7,8\n");
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].problem, "has a quotation mark where none can stand");
    EXPECT_EQ(found[1].fields, (Texts{"3", "four, 4"}));
    EXPECT_EQ(found[2].problem, "has a quotation mark where none can stand");
    EXPECT_EQ(found[3].fields, (Texts{"7", "8"}));
}

TEST_F(CsvReaderTest, AQuotationMarkInsideAnUnquotedFieldIsPlainText) {
    const std::vector<CsvRow> found = rows("a,b\n6\"6,7\n1,\"2\"\n");
    EXPECT_EQ(found[0].fields, (Texts{"6\"6", "7"}));
    EXPECT_EQ(found[1].fields, (Texts{"1", "2"}));
}

TEST_F(CsvReaderTest, AFieldAcrossMoreThanAMebibyteCostsOneRow) {
    std::string bytes = "a,b\n1,\"2\n";
    const std::string line = "3," + std::string(1000, 'x') + "\n";
    const std::size_t lines = CsvReader::longest_row / line.size() + 100;
    for (std::size_t i = 0; i < lines; ++i) bytes += line;
    const std::vector<CsvRow> found = rows(bytes);
    ASSERT_EQ(found.size(), lines + 1);
    EXPECT_EQ(found[0].problem, "is longer than 1 MiB (a quotation mark that is never closed?)");
    EXPECT_EQ(found.back().line, static_cast<long>(lines) + 2);
}

TEST_F(CsvReaderTest, ALineOfMoreThanAMebibyteIsPassedOver) {
    const std::vector<CsvRow> found = rows("a\n" + std::string(CsvReader::longest_row, 'x') + "\n1\n");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].problem, "is longer than 1 MiB");
    EXPECT_EQ(found[1].fields, Texts{"1"});
}

TEST_F(CsvReaderTest, TooFewOrTooManyFieldsAreAProblemButEmptyOnesAtTheEndAreNot) {
    const std::vector<CsvRow> found = rows("a,b\n1\n1,2,3\n1,2,,\n");
    EXPECT_EQ(found[0].problem, "has 1 fields where the header row has 2");
    EXPECT_EQ(found[1].problem, "has 3 fields where the header row has 2");
    EXPECT_EQ(found[2].problem, "");
    EXPECT_EQ(found[2].fields, (Texts{"1", "2"}));
}

TEST_F(CsvReaderTest, ANulByteIsAProblem) {
    EXPECT_EQ(rows(std::string("a\n1\0\n", 5))[0].problem, "holds a NUL byte");
}

TEST_F(CsvReaderTest, ABadHeaderRowIsNamed) {
    EXPECT_EQ(CsvReader(file("a,A\n1,2\n")).header_problem(), "names a column twice");
    EXPECT_EQ(CsvReader(file("\xFF\xFE"
                             "a\n"))
                  .header_problem(),
              "is not UTF-8 text (save the file as CSV UTF-8)");
}

TEST_F(CsvReaderTest, AnEmptyFileHasNeitherColumnsNorRows) {
    CsvReader reader(file(""));
    EXPECT_TRUE(reader.header().empty());
    EXPECT_EQ(reader.next(), std::nullopt);
}

TEST_F(CsvReaderTest, EveryByteIsHandedOverOnce) {
    const std::string bytes =
        "\xEF\xBB\xBF"
        "a,b\r\n1,\"2\r\n3,4\r\n";
    std::string seen;
    CsvReader reader(file(bytes), [&](std::string_view block) { seen += block; });
    while (reader.next()) continue;
    EXPECT_EQ(seen, bytes);
}

TEST_F(CsvReaderTest, WhatCannotBeReadIsAnInputError) {
    EXPECT_THROW(CsvReader((folder_ / "none.csv").string()), InputError);
    EXPECT_THROW(CsvReader(folder_.string()), InputError);
}

// What csv-spectrum says of its files, here as the number of good rows and one telling field.
TEST(CsvReader, ReadsTheEdgeCasesOfCsvSpectrum) {
    const char* shared = std::getenv("CASEKEEPER_SHARED");
    if (shared == nullptr) GTEST_SKIP() << "CASEKEEPER_SHARED does not name the folder of shared data";
    struct Case {
        std::string file;
        std::size_t rows, row, field;
        std::string text;
    };
    const std::vector<Case> cases = {
        {"comma_in_quotes", 1, 0, 3, "Anytown, WW"},
        {"empty", 2, 0, 1, ""},
        {"empty_crlf", 2, 1, 2, "4"},
        {"escaped_quotes", 2, 0, 1, "ha \"ha\" ha"},
        {"json", 1, 0, 1, "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"},
        {"location_coordinates", 1, 0, 1,
         "37\xEF\xBF\xBD"
         "36'37.8\"N 121\xEF\xBF\xBD"
         "2'17.9\"W"},
        {"newlines", 3, 1, 0, "Once upon \na time"},
        {"newlines_crlf", 3, 1, 0, "Once upon \na time"},
        {"quotes_and_newlines", 2, 0, 1, "ha \n\"ha\" \nha"},
        {"simple", 1, 0, 2, "3"},
        {"simple_crlf", 1, 0, 2, "3"},
        {"utf8", 2, 1, 2, "\xCA\xA4"},
    };
    for (const Case& expected : cases) {
        CsvReader reader(std::string(shared) + "/data/malformed/csv/" + expected.file + ".csv");
        std::vector<CsvRow> found;
        while (std::optional<CsvRow> row = reader.next()) found.push_back(*row);
        ASSERT_EQ(found.size(), expected.rows) << expected.file;
        // Copies of these files circulate with their carriage returns taken out.
        std::string text = found[expected.row].fields.at(expected.field);
        text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
        EXPECT_EQ(text, expected.text) << expected.file;
        for (const CsvRow& row : found) EXPECT_EQ(row.problem, "") << expected.file;
    }
}

}  // namespace
}  // namespace casekeeper
