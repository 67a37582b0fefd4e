// SPDX-License-Identifier: MIT
#include "base/text_search.h"

#include <gtest/gtest.h>

#include <Poco/UTF8Encoding.h>
#include <Poco/Unicode.h>

#include <random>

namespace casekeeper::test {
namespace {

bool finds(const std::string& word, const std::string& text) {
    return WordSearch({word}).found_in(text);
}

std::string utf8(int character) {
    unsigned char bytes[4];
    const int length = Poco::UTF8Encoding().convert(character, bytes, sizeof bytes);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(std::max(length, 0))};
}

TEST(WordSearch, FindsWholeWordsOnly) {
    EXPECT_TRUE(finds("lake", "by the lake"));
    EXPECT_TRUE(finds("lake", "lake"));
    EXPECT_TRUE(finds("lake", "(LAKE)-side, later"));
    EXPECT_FALSE(finds("lake", "lakes"));
    EXPECT_FALSE(finds("lake", "flake"));
    EXPECT_FALSE(finds("lake", "lake2"));
    EXPECT_FALSE(finds("lake", ""));
    EXPECT_TRUE(finds("lake", "flake, lakes, lake."));
}

TEST(WordSearch, EndsAWordAtLettersOfEveryScript) {
    EXPECT_FALSE(finds("lake", "lake\xC3\xA9"));                 // lakeé
    EXPECT_FALSE(finds("lake", "\xD0\xB6lake"));                 // a Cyrillic letter before it
    EXPECT_TRUE(finds("lake", "\xE2\x80\x98lake\xE2\x80\x99"));  // in typographic quotes
}

TEST(WordSearch, FoldsCaseBeyondAscii) {
    EXPECT_TRUE(finds("\xC3\x89lodie", "was \xC3\xA9LODIE there"));
    EXPECT_TRUE(finds("\xD0\x9C\xD0\x98\xD0\xA0", "\xD0\xBC\xD0\xB8\xD1\x80"));
    EXPECT_TRUE(finds("kelvin",
                      "\xE2\x84\xAA"
                      "elvin"));
    EXPECT_EQ(finds("istanbul", "\xC4\xB0stanbul"), folded("\xC4\xB0") == "i");
}

TEST(WordSearch, TakesAPhraseAcrossWhateverLiesBetween) {
    EXPECT_TRUE(finds("swimming club", "the Swimming-\n  Club's coach"));
    EXPECT_FALSE(finds("swimming club", "swimming in the club"));
    EXPECT_FALSE(finds("swimming club", "swimming clubs"));
}

TEST(WordSearch, FindsNothingWhereThereIsNoWord) {
    EXPECT_FALSE(finds(" - ", "a - b"));
    EXPECT_FALSE(WordSearch({}).found_in("anything"));
    EXPECT_TRUE(WordSearch({"absent", "lake"}).found_in("the lake"));
}

TEST(WordSearch, LooksAtEveryPlaceOfALongText) {
    for (std::size_t before = 0; before < 200; ++before)
        for (const std::size_t after : {0, 1, 63, 64, 65}) {
            const std::string text = std::string(before, 'q') + " Quay " + std::string(after, 'z');
            EXPECT_TRUE(finds("quay", text)) << before << " " << after;
            EXPECT_FALSE(finds("quays", text)) << before << " " << after;
        }
}

// What the quick look relies on: no other letter outside ASCII becomes one within it.
TEST(WordSearch, KnowsEveryLetterThatFoldsIntoAscii) {
    for (int character = 0x80; character < 0x110000; ++character) {
        if (Poco::Unicode::toLower(character) >= 0x80) continue;
        EXPECT_TRUE(character == 0x130 || character == 0x212A) << character;
    }
}

// The same answers as folding the whole text.
TEST(WordSearch, AgreesWithTheWholeTextFolded) {
    const std::vector<std::string> parts = {"a", "K", "i",        "lake",        "LAKE",
                                            " ", "-", "\xC3\xA9", "\xC4\xB0",    "\xE2\x84\xAA",
                                            "7", ".", "ak",       "\xE2\x80\x99"};
    std::mt19937 dice(7);
    int found = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        std::string word;
        for (std::size_t i = dice() % 90; i > 0; --i) text += parts[dice() % parts.size()];
        for (std::size_t i = 1 + dice() % 3; i > 0; --i) word += parts[dice() % parts.size()];
        const std::string wanted = folded(word);
        const bool expected =
            !wanted.empty() && (" " + folded(text) + " ").find(" " + wanted + " ") != std::string::npos;
        ASSERT_EQ(finds(word, text), expected) << word << " in " << text;
        found += expected;
    }
    EXPECT_GT(found, 1000);
}

TEST(TextSearch, FoldsWhiteSpace) {
    EXPECT_EQ(folded("  Two\nWords, "), "two words");
    EXPECT_EQ(folded(" - "), "");
    EXPECT_EQ(utf8(0x130), "\xC4\xB0");
}

}  // namespace
}  // namespace casekeeper::test
