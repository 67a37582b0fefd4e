// SPDX-License-Identifier: MIT
#include "base/blank_text.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

TEST(BlankText, IsOfSpacesOfAnyWritingAlone) {
    for (const char* text : {"", " \t\r\n", "\u00A0", "\u2003\u3000 ", "\u200B\uFEFF"})
        EXPECT_TRUE(is_blank(std::string_view(text))) << text;
    for (const char* text : {"a", " \u00A0b", "\u00E4", "\u2010", "0"})
        EXPECT_FALSE(is_blank(std::string_view(text))) << text;
    EXPECT_TRUE(is_blank(std::optional<std::string>()));
}

TEST(BlankText, LosesItsEndsAndNothingBetween) {
    EXPECT_EQ(without_blanks(" \u00A0a \u00A0b\u3000\n"), "a \u00A0b");
    EXPECT_EQ(without_blanks("\u00E4\u00E0"), "\u00E4\u00E0") << "the last byte of \u00E0 is that of a blank";
}

}  // namespace
}  // namespace casekeeper
