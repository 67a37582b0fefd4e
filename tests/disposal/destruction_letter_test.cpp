// SPDX-License-Identifier: MIT
#include "disposal/destruction_letter.h"

#include <gtest/gtest.h>

#include "output/html_page.h"
#include "output/text_page.h"

namespace casekeeper::test {
namespace {

DestructionLetter letter() {
    DestructionLetter letter;
    letter.trust = "Brightwell Trust";
    letter.contact = "records@example.org";
    letter.written_on = "3 November 2026";
    letter.to = "Zoë";
    letter.service = "Youth club";
    letter.first_year = "2012";
    letter.last_year = "2015";
    letter.wait = "6 months";
    letter.entries = 3;
    letter.documents = 1;
    letter.reference = 12;
    return letter;
}

// As it reads, on one line.
std::string said(const DestructionLetter& letter) {
    std::string text = text_of(page_of(letter));
    for (char& c : text)
        if (c == '\n') c = ' ';
    return text;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(DestructionLetter, SaysWhatThereIsAndForHowLongNothingHappens) {
    const std::string text = said(letter());
    for (const char* part : {"Dear Zoë,", "at least 6 months", "from 2012 to 2015", "3 notes and 1 document",
                             "reference 12", "records@example.org", "3 November 2026"})
        EXPECT_TRUE(has(text, part)) << part << " in\n" << text;
}

TEST(DestructionLetter, SaysThatItMayBeReadKeptOrLeftAlone) {
    const std::string text = said(letter());
    for (const char* part : {"You do not have to answer", "copy of the whole record", "keep it longer",
                             "an advocate", "another language"})
        EXPECT_TRUE(has(text, part)) << part;
}

TEST(DestructionLetter, ListsWhatMayBeTheirs) {
    DestructionLetter with = letter();
    with.keepsakes = {{"photograph", "The boat trip", "2014"}, {"letter", "", ""}, {"medal", "", "2013"}};
    const std::string text = said(with);
    for (const char* part :
         {"A photograph", "The boat trip", "2014", "A letter or card", "not known", "Something of yours"})
        EXPECT_TRUE(has(text, part)) << part << " in\n" << text;
    EXPECT_FALSE(has(text, "We have found no photographs"));
}

TEST(DestructionLetter, SaysWhereNothingWasFound) {
    EXPECT_TRUE(has(said(letter()), "We have found no photographs"));
}

TEST(DestructionLetter, SaysInHowManyNotesTheirOwnWordsStand) {
    EXPECT_FALSE(has(said(letter()), "in your own words"));
    DestructionLetter with = letter();
    with.own_words = 2;
    EXPECT_TRUE(has(said(with), "In 2 notes somebody wrote down what you said"));
}

TEST(DestructionLetter, OfOneYearNamesItOnce) {
    DestructionLetter short_one = letter();
    short_one.last_year = "2012";
    EXPECT_TRUE(has(said(short_one), "in 2012."));
    short_one.last_year = "";
    EXPECT_TRUE(has(said(short_one), "in 2012."));
    EXPECT_FALSE(has(said(short_one), "from 2012"));
}

TEST(DestructionLetter, WithoutAContactNamesTheTrust) {
    DestructionLetter without = letter();
    without.contact = "";
    const std::string text = said(without);
    EXPECT_TRUE(has(text.substr(text.find("How to reach us")), "Brightwell Trust"));
}

TEST(DestructionLetter, LetsNoTitleWriteIntoThePage) {
    DestructionLetter with = letter();
    with.to = "<b>Zoë";
    with.keepsakes = {{"photograph", "<script>alert(1)</script>", "2014"}};
    const std::string html = html_of(page_of(with));
    EXPECT_FALSE(has(html, "<script"));
    EXPECT_FALSE(has(html, "<b>"));
    EXPECT_TRUE(has(html, "&lt;script&gt;"));
}

}  // namespace
}  // namespace casekeeper::test
