// SPDX-License-Identifier: MIT
#include "base/random_number.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace casekeeper {
namespace {

TEST(RandomNumber, DrawsEachAsOftenAsTheOther) {
    std::array<int, 6> drawn{};
    for (int i = 0; i < 60'000; ++i) ++drawn.at(random_below(6));
    // Five standard deviations of a fair die: one run in a million would lie outside.
    EXPECT_GT(*std::min_element(drawn.begin(), drawn.end()), 9'500);
    EXPECT_LT(*std::max_element(drawn.begin(), drawn.end()), 10'500);
}

TEST(RandomNumber, ChoosesAmongSome) {
    EXPECT_EQ(random_below(1), 0U);
    EXPECT_THROW(random_below(0), std::invalid_argument);
}

}  // namespace
}  // namespace casekeeper
