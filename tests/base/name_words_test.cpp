// SPDX-License-Identifier: MIT
#include "base/name_words.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

using Words = std::vector<std::string>;

TEST(NameWords, CaseAndAccentsDoNotCount) {
    EXPECT_EQ(name_words("Zoë Łukasz"), name_words("ZOE łukasz"));
    EXPECT_EQ(name_words("Zoë"), (Words{"zoe"}));
    EXPECT_EQ(name_words("Groß"), (Words{"gross"}));
}

TEST(NameWords, AnAccentWrittenApartIsTheSame) {
    EXPECT_EQ(name_words("Zoe\u0308"), name_words("Zoë"));
}

TEST(NameWords, ApostrophesAndHyphensJoin) {
    EXPECT_EQ(name_words("O'Brien"), (Words{"obrien"}));
    EXPECT_EQ(name_words("O\u2019Brien"), (Words{"obrien"}));
    EXPECT_EQ(name_words("Smith-Jones"), (Words{"smithjones"}));
    EXPECT_EQ(name_words("Smith\u2010Jones"), (Words{"smithjones"}));
}

TEST(NameWords, AnythingElseParts) {
    EXPECT_EQ(name_words("  Anna,  Maria/Lee "), (Words{"anna", "maria", "lee"}));
    EXPECT_EQ(name_words("..."), Words{});
    EXPECT_EQ(name_words(""), Words{});
}

TEST(NameWords, WideAndOtherScriptsAreWords) {
    EXPECT_EQ(name_words("Ａｎｎａ"), (Words{"anna"}));
    EXPECT_EQ(name_words("Анна").size(), 1U);
    EXPECT_EQ(name_words("АННА"), name_words("анна"));
}

TEST(NameWords, WhatIsNoUtf8GivesNone) {
    EXPECT_EQ(name_words("Zo\xeb"), Words{});
}

}  // namespace
}  // namespace casekeeper::test
