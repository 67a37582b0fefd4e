// SPDX-License-Identifier: MIT
#include "output/csv_table.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

TEST(CsvTable, PartsCellsByCommasAndLinesByCrlf) {
    EXPECT_EQ(csv_line({"a", "", "c"}), "a,,c\r\n");
    EXPECT_EQ(csv_line({}), "\r\n");
}

TEST(CsvTable, QuotesWhatWouldPartACell) {
    EXPECT_EQ(csv_line({"a,b", "say \"x\"", "two\nlines"}), "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
}

TEST(CsvTable, NothingIsAFormula) {
    for (const char* text : {"=1+1", "+44", "-1", "@x", "\tx"})
        EXPECT_EQ(csv_line({text}), std::string("\"'") + text + "\"\r\n");
    EXPECT_EQ(csv_line({"1-1"}), "1-1\r\n");
}

}  // namespace
}  // namespace casekeeper
