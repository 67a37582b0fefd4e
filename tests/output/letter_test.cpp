// SPDX-License-Identifier: MIT
#include "output/letter.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

const std::set<std::string> names = {"NAME", "PART", "PARTS", "WHAT"};

Letter letter(const std::string& text) {
    std::vector<Finding> findings;
    Letter read = Letter::read(text, "a.txt", names, findings);
    EXPECT_TRUE(findings.empty()) << (findings.empty() ? "" : findings.front().message);
    return read;
}

// "LINE: message" of each mistake.
std::vector<std::string> mistakes(const std::string& text) {
    std::vector<Finding> findings;
    Letter::read(text, "a.txt", names, findings);
    std::vector<std::string> said;
    for (const Finding& finding : findings)
        said.push_back(std::to_string(finding.line) + ": " + finding.message);
    return said;
}

LetterValues named(const std::string& name) {
    LetterValues values;
    values.texts["NAME"] = name;
    return values;
}

TEST(Letter, HasATitleParagraphsAndSections) {
    const Page page =
        letter("# A title\n\nDear {{NAME}},\n\nOne line\nand another.\n\n## Part one\n\nText.\n")
            .page(named("Zoë"), "The trust");
    EXPECT_EQ(page.title, "A title");
    EXPECT_EQ(page.owner, "The trust");
    ASSERT_EQ(page.opening.size(), 2U);
    EXPECT_EQ(page.opening[0].text, "Dear Zoë,");
    EXPECT_EQ(page.opening[1].text, "One line and another.");
    ASSERT_EQ(page.sections.size(), 1U);
    EXPECT_EQ(page.sections[0].title, "Part one");
    EXPECT_EQ(std::get<Paragraph>(page.sections[0].blocks.at(0)).text, "Text.");
}

TEST(Letter, HasLowerHeadingsWithinASection) {
    const Page page =
        letter("# T\n\n## Part\n\n### Of {{NAME}}\n\nText.\n\n## Next\n\nText.\n").page(named("Zoë"), "");
    ASSERT_EQ(page.sections.size(), 3U);
    EXPECT_EQ(page.sections[0].level, 2);
    EXPECT_EQ(page.sections[1].title, "Of Zoë");
    EXPECT_EQ(page.sections[1].level, 3);
    EXPECT_EQ(page.sections[1].id, "part-2");
    EXPECT_EQ(page.sections[2].level, 2);
    // Without a heading above it, it is one.
    EXPECT_EQ(letter("# T\n\n### Alone\n\nText.\n").page({}, "").sections.at(0).level, 2);
    // A value that looks like one is text.
    EXPECT_EQ(letter("# T\n\n## Part\n\n{{NAME}}\n").page(named("### X"), "").sections.size(), 1U);
}

TEST(Letter, RepeatsAListAndLeavesAnEmptyOneOut) {
    const Letter read =
        letter("# T\n\n{{#PARTS}}\n- {{WHAT}} of {{NAME}}\n{{/PARTS}}\n\n{{#PART}}\nNever.\n{{/PART}}\n");
    LetterValues values = named("Zoë");
    for (const char* what : {"a letter", "a photograph"})
        values.lists["PARTS"].emplace_back().texts["WHAT"] = what;
    const Page page = read.page(values, "");
    ASSERT_EQ(page.opening.size(), 2U);
    EXPECT_EQ(page.opening[0].text, "• a letter of Zoë");
    EXPECT_EQ(page.opening[1].text, "• a photograph of Zoë");
    values.show("PART", true);
    EXPECT_EQ(read.page(values, "").opening.back().text, "Never.");
}

TEST(Letter, MakesOneListOfItemsInARow) {
    const Page page = letter("# T\n\n## H\n\n- one\n\n- two,\n  and more\n\nText.\n\n- three\n").page({}, "");
    const std::vector<Block>& blocks = page.sections.at(0).blocks;
    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_EQ(std::get<Items>(blocks[0]).items, (std::vector<std::string>{"one", "two, and more"}));
    EXPECT_EQ(std::get<Paragraph>(blocks[1]).text, "Text.");
    EXPECT_EQ(std::get<Items>(blocks[2]).items, std::vector<std::string>{"three"});
    EXPECT_TRUE(page.is_letter);
}

// A name is nobody's heading, and no line break of a value ends a paragraph.
TEST(Letter, WhatAValueHoldsIsText) {
    const Letter read = letter("# T\n\n{{NAME}}\n\nDear {{NAME}}!\n");
    for (const std::string value :
         {"# Mine", "## Mine", "- Mine", "{{NAME}}", "{{#PARTS}}", "<b>", "a\n## b", "\x02# c"}) {
        const Page page = read.page(named(value), "");
        EXPECT_TRUE(page.sections.empty()) << value;
        EXPECT_EQ(page.title, "T");
        ASSERT_EQ(page.opening.size(), 2U) << value;
        EXPECT_EQ("Dear " + page.opening[0].text + "!", page.opening[1].text) << value;
    }
    EXPECT_EQ(read.page(named("<b>&"), "").opening[0].text, "<b>&") << "whoever writes the page escapes";
}

TEST(Letter, ANoteToWhoeverEditsIsNotSent) {
    EXPECT_EQ(letter("# T\n\n{{! not for the reader }}\nText.\n").page({}, "").opening.at(0).text, "Text.");
}

TEST(Letter, ItsWordsAreWhatIsMeasured) {
    EXPECT_EQ(letter("# T\n\nDear {{NAME}},\n\n## H\n\n- an item\n").words(named("Zoë")),
              "T\n\nDear Zoë,\n\nH\n\n• an item\n\n");
}

TEST(Letter, ItsMistakesAreFoundWithTheirLine) {
    EXPECT_EQ(mistakes("# T\n\n{{NAMED}}\n"), std::vector<std::string>{"3: this letter knows no {{NAMED}}"});
    EXPECT_EQ(mistakes("# T\n{{#PARTS}}\n"), std::vector<std::string>{"2: {{#PARTS}} is not closed"});
    EXPECT_EQ(mistakes("# T\n{{/PARTS}}\n"),
              std::vector<std::string>{"2: {{/PARTS}} closes nothing that is open"});
    EXPECT_EQ(mistakes("# T\n{{NAME\n"),
              std::vector<std::string>{"2: a mark that begins with {{ and does not end with }} on its line"});
    EXPECT_EQ(mistakes("Dear {{NAME}}\n"),
              std::vector<std::string>{"1: a letter begins with its title: # Title"});
    EXPECT_EQ(mistakes("# T\n{{#PARTS}}{{#PART}}{{/PARTS}}{{/PART}}\n").size(), 2U);
    EXPECT_EQ(mistakes("").size(), 1U);
}

}  // namespace
}  // namespace casekeeper::test
