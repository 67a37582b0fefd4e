// SPDX-License-Identifier: MIT
#include "disclosure/read_whole.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

TEST(ReadWhole, WhatWasWrittenIsRead) {
    ReadWhole whole;
    whole.written("She played. שלום السلام e\u0301");
    whole.read("Page 1 of 1: SHE\nplay-\ned. שלום ﺍﻟﺴﻼم É", true);
    EXPECT_EQ(whole.end_of_file(), "");
    EXPECT_TRUE(whole.is_all_read(0));
}

TEST(ReadWhole, ALetterThatIsNotReadIsMissed) {
    ReadWhole whole;
    whole.written("She played.");
    whole.read("She plaed.", false);
    EXPECT_FALSE(whole.is_all_read(0));
}

TEST(ReadWhole, WhatStandsAsItsNumberIsNotMissed) {
    ReadWhole whole;
    whole.written("a Ｚ");
    whole.read("a [U+FF3A]", false);
    EXPECT_FALSE(whole.is_all_read(0));
    EXPECT_TRUE(whole.is_all_read(1));
}

TEST(ReadWhole, APageThatIsNotReadIsMissedWhicheverItIs) {
    for (int lost = 0; lost <= 3; ++lost) {
        ReadWhole whole;
        for (int page = 1; page <= 3; ++page)
            if (page != lost)
                whole.read("It says: page 7 of 9. Page " + std::to_string(page) + " of 3", true);
        EXPECT_EQ(whole.end_of_file().empty(), lost == 0) << lost;
    }
}

// The letters of "Page 1 of 3" stand for none of what was written.
TEST(ReadWhole, TheFeetOfPagesPayForNoLetter) {
    ReadWhole whole;
    whole.written("She gave an apple, for peace.");
    for (int page = 1; page <= 3; ++page) {
        const std::string said = page == 1 ? "She gave an aple, for peace." : "";
        whole.read(said + " Page " + std::to_string(page) + " of 3", true);
    }
    EXPECT_EQ(whole.end_of_file(), "");
    EXPECT_FALSE(whole.is_all_read(0));
}

TEST(ReadWhole, EachFileHasItsPages) {
    ReadWhole whole;
    for (int file = 0; file < 2; ++file) {
        whole.read("Page 1 of 2", true);
        whole.read("Page 2 of 2, and Page 2 of 5", true);
        EXPECT_EQ(whole.end_of_file(), "");
    }
}

}  // namespace
}  // namespace casekeeper
