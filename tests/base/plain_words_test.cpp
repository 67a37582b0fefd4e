// SPDX-License-Identifier: MIT
#include "base/plain_words.h"

#include <gtest/gtest.h>

#include <vector>

namespace casekeeper {
namespace {

TEST(PlainWords, OfACodeHaveSpaces) {
    EXPECT_EQ(with_spaces("next-of_kin"), "next of kin");
    EXPECT_EQ(with_spaces(""), "");
}

TEST(PlainWords, BeginWithACapital) {
    EXPECT_EQ(capital("at most"), "At most");
    EXPECT_EQ(capital("“offence”"), "“offence”");
    EXPECT_EQ(capital(""), "");
}

TEST(PlainWords, CountInWords) {
    for (const auto& [number, words] : std::vector<std::pair<int, std::string>>{{1, "1st"},
                                                                                {2, "2nd"},
                                                                                {3, "3rd"},
                                                                                {4, "4th"},
                                                                                {11, "11th"},
                                                                                {12, "12th"},
                                                                                {13, "13th"},
                                                                                {21, "21st"},
                                                                                {75, "75th"},
                                                                                {101, "101st"},
                                                                                {111, "111th"}})
        EXPECT_EQ(ordinal(number), words);
}

TEST(PlainWords, StandInALine) {
    EXPECT_EQ(in_a_line("12 Ivy Bank,\r\n\tWestering"), "12 Ivy Bank, Westering");
    EXPECT_EQ(in_a_line(" \n one"), "one");
    EXPECT_EQ(in_a_line(""), "");
}

}  // namespace
}  // namespace casekeeper
