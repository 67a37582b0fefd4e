// SPDX-License-Identifier: MIT
#include "output/charset.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

TEST(Charset, IsToldByTheFirstBytesOrTakenForTheLikeliest) {
    EXPECT_EQ(utf8_of_text("Zo\xC3\xAB"), "Zoë");
    EXPECT_EQ(utf8_of_text("Zo\xEB"), "Zoë");
    EXPECT_EQ(utf8_of_text("\xEF\xBB\xBFZoe"), "Zoe");
    EXPECT_EQ(utf8_of_text(std::string("\xFF\xFEZ\0\xEB\0", 6)), "Zë");
    EXPECT_EQ(utf8_of_text(std::string("\xFE\xFF\0Z\0\xEB", 6)), "Zë");
    EXPECT_EQ(utf8_of_text(""), "");
}

TEST(Charset, MayChangeWithinAText) {
    EXPECT_EQ(utf8_of_text("Zo\xC3\xAB and Zo\xEB, Zo\xC3\xAB\xC3"), "Zoë and Zoë, ZoëÃ");
}

TEST(Charset, MarksTheFiveBytesThatMeanNothing) {
    EXPECT_EQ(utf8_of_text("\x81\x8D\x8F\x90\x9D \x80"),
              "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD €");
}

TEST(Charset, OfEveryByteOfWindowsHasAMeaningOrAMark) {
    for (int byte = 1; byte < 256; ++byte) {
        const std::string text = std::string("\xC3 ") + static_cast<char>(byte);  // no UTF-8
        EXPECT_EQ(utf8_from("UTF-8", utf8_of_text(text)), utf8_of_text(text)) << byte;
    }
}

TEST(Charset, ThatIsNamedIsTakenStrictly) {
    EXPECT_EQ(utf8_from("iso-8859-1", "Zo\xEB"), "Zoë");
    EXPECT_EQ(utf8_from("us-ascii", "Zo\xEB"), std::nullopt);
    EXPECT_EQ(utf8_from("utf-8", "Zo\xEB"), std::nullopt);
    EXPECT_EQ(utf8_from("no such set", "Zoe"), std::nullopt);
    EXPECT_EQ(utf8_from("", "Zoe"), std::nullopt);
}

TEST(Charset, TellsTextFromOtherBytes) {
    EXPECT_TRUE(is_text("a line\r\nand\tanother\f"));
    EXPECT_TRUE(is_text("Zo\xEB"));
    EXPECT_FALSE(is_text(std::string_view("a\0b", 3)));
    EXPECT_FALSE(is_text("a\x01"));
}

}  // namespace
}  // namespace casekeeper
