// SPDX-License-Identifier: MIT
#include "output/page.h"

#include <gtest/gtest.h>

#include "output/bar_chart.h"
#include "output/html_page.h"
#include "output/printable.h"
#include "output/text_lines.h"
#include "output/text_page.h"
#include "output/text_table.h"

namespace casekeeper {
namespace {

TEST(Numbers, AreGroupedByThousands) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(-1234567), "-1,234,567");
    EXPECT_EQ(counted(1, "record", "records"), "1 record");
    EXPECT_EQ(counted(2000, "record", "records"), "2,000 records");
}

TEST(Escaped, IsSafeInTextAndAttributes) {
    EXPECT_EQ(escaped("<a href=\"x\" id='y'>&"), "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
    EXPECT_EQ(escaped("Siân 陈"), "Siân 陈");
}

TEST(Printable, ReplacesWhatSteersOrIsNoUtf8) {
    EXPECT_EQ(printable("a\tb\r\nc"), "a b  c");
    EXPECT_EQ(printable("\x1b[2J"), "\xEF\xBF\xBD[2J");
    EXPECT_EQ(printable("\xE2\x80\xAE"), "\xEF\xBF\xBD") << "right-to-left override";
    EXPECT_EQ(printable("\xC0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "overlong";
    EXPECT_EQ(printable("\xE2\x82"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "cut short";
    EXPECT_EQ(printable("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") << "surrogate";
}

TEST(Wrapped, BreaksAtSpacesAndWithinWordsWhereItMust) {
    EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(wrapped("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
    EXPECT_EQ(wrapped("ââââ", 2), (std::vector<std::string>{"ââ", "ââ"}));
    EXPECT_EQ(wrapped("research-participation", 14),
              (std::vector<std::string>{"research-", "participation"}));
    EXPECT_EQ(wrapped("", 5), (std::vector<std::string>{""}));
}

TEST(BarLength, IsInProportionAndNeverHidesARecord) {
    EXPECT_EQ(bar_length(0, 1000000, 60), 0);
    EXPECT_EQ(bar_length(1, 1000000, 60), 1);
    EXPECT_EQ(bar_length(500000, 1000000, 60), 30);
    EXPECT_EQ(bar_length(1000000, 1000000, 60), 60);
    EXPECT_EQ(bar_length(5, 0, 60), 0);
}

TEST(BarChart, IsNamedAndDescribed) {
    const std::string svg = svg_of({"c", "By <month>", "The longest is Oct.", {{"Oct", 2000}, {"Nov", 0}}});
    EXPECT_NE(svg.find("<title id=\"c-title\">By &lt;month&gt;</title>"), std::string::npos);
    EXPECT_NE(svg.find("aria-labelledby=\"c-title c-description\""), std::string::npos);
    EXPECT_NE(svg.find(">2,000</text>"), std::string::npos);
}

TEST(TextTable, DrawsBarsAndPutsNotesAndCommandsBeneath) {
    Table table{
        "Caption", {{"Name"}, {"Count", true}}, {{words("one", "note"), count(1)}, {words("two"), count(2)}}};
    table.rows.front().front().command = "casekeeper check";
    EXPECT_EQ(text_of(table),
              "Name    Count\n"
              "-------------\n"
              "one         1\n"
              "  note\n"
              "    casekeeper check\n"
              "two         2\n");
    table.chart = Chart{"Chart", "", 1};
    EXPECT_NE(text_of(table).find("two         2  " + std::string(65, '#') + "\n"), std::string::npos);
}

Page letter() {
    Page page;
    page.title = "A letter";
    page.opening = {{"Dear <Zoë>,"}};
    page.sections = {
        {"part-1", "What is gone", 2, {Items{{"a note", "a <letter>"}}, Paragraph{"That is all."}}}};
    page.has_contents = false;
    page.is_letter = true;
    return page;
}

TEST(HtmlPage, WritesItemsAsOneList) {
    EXPECT_NE(
        html_of(letter()).find("<ul class=\"items\">\n<li>a note</li>\n<li>a &lt;letter&gt;</li>\n</ul>\n"
                               "<p>That is all.</p>"),
        std::string::npos);
    EXPECT_NE(text_of(letter()).find("- a note\n- a <letter>\n\nThat is all.\n"), std::string::npos);
}

// Nothing stands beneath a letter, and it is no report to skip to.
TEST(HtmlPage, EndsWithWhatThereIsToClose) {
    Page page = letter();
    for (const char* absent : {"<footer", "Skip to the report"})
        EXPECT_EQ(html_of(page).find(absent), std::string::npos) << absent;
    EXPECT_TRUE(text_of(page).ends_with("That is all.\n")) << text_of(page);
    page.closing = {"sender", "From", 2, {Paragraph{"The trust."}}};
    EXPECT_NE(html_of(page).find("<footer class=\"closing\">"), std::string::npos);
    EXPECT_TRUE(text_of(page).ends_with("The trust.\n")) << text_of(page);
    page.is_letter = false;
    EXPECT_NE(html_of(page).find("Skip to the report"), std::string::npos);
}

TEST(HtmlPage, LinksToAClosingOnlyWhereThereIsOne) {
    Page page;
    page.sections = {{"one", "One", 2, {Paragraph{"Text."}}}};
    EXPECT_EQ(html_of(page).find("href=\"#\""), std::string::npos);
    EXPECT_NE(html_of(page).find("href=\"#one\""), std::string::npos);
    page.closing = {"run", "About this run", 2, {}};
    EXPECT_NE(html_of(page).find("href=\"#run\""), std::string::npos);
}

TEST(HtmlPage, IsALetterInLargePrintWhereItIsToBe) {
    Page page = letter();
    EXPECT_NE(html_of(page).find("<body class=\"letter\">"), std::string::npos);
    page.large_print = true;
    EXPECT_NE(html_of(page).find("<body class=\"letter large\">"), std::string::npos);
    EXPECT_NE(html_of(page).find(".letter.large { font-size: 18pt;"), std::string::npos);
}

}  // namespace
}  // namespace casekeeper
