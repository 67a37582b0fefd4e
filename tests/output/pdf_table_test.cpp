// SPDX-License-Identifier: MIT
#include "output/pdf_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "support/written_pdf.h"

namespace casekeeper {
namespace {

using test::count_of;
using test::WrittenPdf;
using testing::HasSubstr;

TEST(PdfTable, HeaderIsSeenOnEachPageAndReadOnce) {
    const WrittenPdf pdf([](PdfDocument& document) {
        document.table_begin({{"Day of it", 1}, {"What", 2}});
        for (int row = 0; row < 200; ++row)
            document.table_row({{{"day " + std::to_string(row)}}, {{"something"}}});
        document.table_end();
    });
    const std::vector<std::string> pages = pdf.pages();
    ASSERT_GT(pages.size(), 5U);
    for (std::size_t page = 1; page < pages.size(); ++page) EXPECT_THAT(pages[page], HasSubstr("Day of it"));
    const std::string structure = pdf.structure();
    EXPECT_EQ(count_of(structure, "Day of it"), 1U);
    EXPECT_EQ(count_of(structure, " TR\n"), 201U);
    EXPECT_EQ(count_of(pdf.objects(), "/Scope /Column"), 2U);
    for (int row = 0; row < 200; ++row)
        EXPECT_THAT(structure, HasSubstr("\"day " + std::to_string(row) + "\"")) << row;
}

TEST(PdfTable, ARowStaysOnOnePageWhereItFits) {
    const WrittenPdf pdf([](PdfDocument& document) {
        document.table_begin({{"A"}, {"B"}});
        for (int row = 0; row < 60; ++row) {
            std::string text = "begin" + std::to_string(row) + " ";
            for (int word = 0; word < 40 + row; ++word) text += "words ";
            document.table_row({{{"x"}}, {{text + "end" + std::to_string(row)}}});
        }
        document.table_end();
    });
    for (const std::string& page : pdf.pages()) EXPECT_EQ(count_of(page, "begin"), count_of(page, "end"));
}

TEST(PdfTable, WhatStandsAboveItStaysWithItsHeadAndItsFirstRow) {
    std::string several_lines = "begin ";
    for (int word = 0; word < 80; ++word) several_lines += "words ";
    const std::vector<PdfSpans> row = {{{"x"}}, {{several_lines + "end"}}};
    for (int above = 20; above < 50; ++above) {
        const WrittenPdf pdf([&](PdfDocument& document) {
            for (int line = 0; line < above; ++line) document.paragraph({{"A line."}});
            document.heading(2, "Over the table");
            document.caption({{"What it holds"}});
            document.table_begin({{"First"}, {"Second"}}, row);
            document.table_row(row);
            document.table_end();
        });
        for (const std::string& page : pdf.pages()) {
            const std::size_t begins = count_of(page, "begin");
            for (const char* word : {"What it holds", "First", "end"})
                EXPECT_EQ(count_of(page, word), begins) << word << " beneath " << above << " lines";
        }
    }
}

TEST(PdfTable, ARowLongerThanAPageGoesOnAndLosesNothing) {
    std::string text;
    for (int word = 0; word < 6000; ++word) text += "w" + std::to_string(word) + " ";
    const WrittenPdf pdf([&](PdfDocument& document) {
        document.table_begin({{"A"}, {"B"}});
        document.table_row({{{"short"}}, {{text}}});
        document.table_row({{{"after"}}, {{"it"}}});
        document.table_end();
    });
    const std::string read = pdf.text();
    for (int word = 0; word < 6000; ++word)
        EXPECT_EQ(count_of(read, "w" + std::to_string(word) + "\n") +
                      count_of(read, "w" + std::to_string(word) + " "),
                  1U)
            << word;
    EXPECT_EQ(count_of(read, "short"), 1U);
    EXPECT_GT(pdf.pages().size(), 5U);
}

TEST(PdfTable, NarrowColumnsBreakWords) {
    PdfStyle style = test::plain_style();
    style.base_pt = 18;
    const WrittenPdf pdf(
        [](PdfDocument& document) {
            document.table_begin(std::vector<PdfColumn>(12, PdfColumn{"Head"}));
            document.table_row(std::vector<PdfSpans>(12, PdfSpans{{"unbreakable"}}));
            document.table_end();
        },
        style);
    EXPECT_EQ(pdf.faults(), "");
    const std::string text = pdf.structure();
    EXPECT_EQ(count_of(text, " TD\n"), 12U);
}

TEST(PdfTable, IsToldWholeOrRefused) {
    const test::TemporaryFolder folder;
    PdfDocument document(folder.path("a.pdf"), test::plain_style());
    EXPECT_THROW(document.table_begin({}), std::logic_error);
    EXPECT_THROW(document.table_end(), std::logic_error);
    document.table_begin({{"A"}, {"B"}});
    EXPECT_THROW(document.table_row({{{"one cell"}}}), std::logic_error);
    EXPECT_THROW(document.paragraph({{"within"}}), std::logic_error);
    EXPECT_THROW(document.finish(), std::logic_error);
}

}  // namespace
}  // namespace casekeeper
