// SPDX-License-Identifier: MIT
#include "base/folded_letters.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

using Words = std::vector<std::string>;

Words words(const std::string& text) {
    return folded_letters(text).words();
}

TEST(FoldedLetters, CaseAccentsAndWidthDoNotCount) {
    EXPECT_EQ(words("CAFÉ Zoë Zoe\u0308"), (Words{"cafe", "zoe", "zoe"}));
    EXPECT_EQ(folded_letters("ＳＷ１Ａ").letters, "sw1a");
    EXPECT_EQ(folded_letters("ⓈⓌ①Ⓐ 𝐒𝐖𝟏𝐀 🅢🅦").letters, "sw1asw1asw");
}

TEST(FoldedLetters, WhatCannotBeSeenIsPassedOver) {
    EXPECT_EQ(words("s\u200bw\u00ad\u2060"), (Words{"sw"}));
    EXPECT_EQ(words("St Mary's St Mary\u2019s"), (Words{"st", "marys", "st", "marys"}));
}

TEST(FoldedLetters, LettersThatLookAlikeAreAlike) {
    EXPECT_EQ(folded_letters("\u0410\u0412\u0421 \u039F").letters, "abco");  // Cyrillic and Greek
    EXPECT_EQ(folded_letters("\u0141\u00f3d\u017a").letters, "lodz");
}

TEST(FoldedLetters, AnythingElseParts) {
    EXPECT_EQ(words("a_b-c.d\n e\u00a0f"), (Words{"a", "b", "c", "d", "e", "f"}));
    EXPECT_EQ(words(""), Words{});
    EXPECT_EQ(words(" - "), Words{});
}

TEST(FoldedLetters, AWordAlsoBeginsWhereCaseOrDigitsChange) {
    EXPECT_EQ(words("report12ElmRd"), (Words{"report", "12", "elm", "rd"}));
    EXPECT_EQ(words("LondonSW1A 1AAThe"), (Words{"london", "sw", "1", "a", "1", "aa", "the"}));
    EXPECT_EQ(words("1AAB"), (Words{"1", "aab"}));
}

TEST(FoldedLetters, MarksWhatStoodBeforeALetterAndItsCase) {
    const FoldedLetters folded = folded_letters("(aB c1");
    EXPECT_EQ(folded.letters, "abc1");
    using F = FoldedLetters;
    EXPECT_EQ(folded.marks, (std::vector<std::uint8_t>{0, F::change | F::capital, F::apart, F::change}));
}

TEST(FoldedLetters, ABadByteHidesNothing) {
    EXPECT_EQ(words("Zo\xeb lives"), (Words{"zoe", "lives"}));
    EXPECT_EQ(words("\xff\xfe SW1\x80"), (Words{"sw", "1"}));
    EXPECT_EQ(words("ab\xe2\x82"), (Words{"aba"}));
}

TEST(FoldedLetters, AWordMayEndAtAnApostrophe) {
    const FoldedLetters folded = folded_letters("Road's 'Gate'");
    EXPECT_EQ(folded.words(), (Words{"roads", "gate"}));
    EXPECT_TRUE(folded.is_edge(4));
    EXPECT_FALSE(folded.is_edge(3));
}

TEST(FoldedLetters, LettersOfOtherAlphabetsStay) {
    EXPECT_EQ(words("東京 שלום"), (Words{"東京", "שלום"}));
}

}  // namespace
}  // namespace casekeeper::test
