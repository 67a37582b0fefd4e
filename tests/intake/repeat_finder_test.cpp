// SPDX-License-Identifier: MIT
#include "intake/repeat_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace casekeeper {
namespace {

TEST(RepeatFinder, FindsTheSameWhetherItWritesRunsOrNot) {
    for (const std::size_t buffered : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
        RepeatFinder finder(buffered);
        for (int i = 0; i < 3000; ++i) finder.add(fingerprint_of(std::to_string(i)));
        for (const char* again : {"5", "17", "5", "2999"}) finder.add(fingerprint_of(again));
        std::vector<Fingerprint> expected = {fingerprint_of("5"), fingerprint_of("17"),
                                             fingerprint_of("2999")};
        std::sort(expected.begin(), expected.end());
        EXPECT_EQ(finder.repeated(), expected) << buffered;
    }
}

TEST(RepeatFinder, FindsNothingInNothing) {
    EXPECT_TRUE(RepeatFinder().repeated().empty());
}

}  // namespace
}  // namespace casekeeper
