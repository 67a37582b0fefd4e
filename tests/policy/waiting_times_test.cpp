// SPDX-License-Identifier: MIT
#include "policy/waiting_times.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

const WaitingTimes ten({3, 5, 8, 2, 20, 6, 9, 4, 12, 7});  // 2 to 9, 12, 20

TEST(WaitingTimes, SayHowLongAWaitTakesThatHasNotBegun) {
    EXPECT_EQ(ten.usual_days(0.5), 6);
    EXPECT_EQ(ten.usual_days(0.75), 9);
    EXPECT_EQ(WaitingTimes({0, 0, 0, 1, 1}).usual_days(0.5), 0);
}

TEST(WaitingTimes, LookOnlyAtThoseThatTookLonger) {
    EXPECT_EQ(ten.further_days(0, 0.5), 6);
    EXPECT_EQ(ten.further_days(5, 0.5), 3);  // of 6, 7, 8, 9, 12, 20 half were over by 8
    EXPECT_EQ(ten.further_days(7, 0.5), 2);
    EXPECT_EQ(ten.further_days(7, 0.75), 5);
    for (int waited = 0; waited < 60; ++waited) EXPECT_GE(ten.further_days(waited, 0.5), 1) << waited;
}

TEST(WaitingTimes, ExpectAsLongAgainWhereHardlyAnyTookLonger) {
    EXPECT_EQ(ten.further_days(9, 0.5), 9);
    EXPECT_EQ(ten.further_days(40, 0.5), 40);
}

TEST(WaitingTimes, SayNothingByTooFew) {
    EXPECT_EQ(WaitingTimes({1, 2, 3, 4}).further_days(0, 0.5), std::nullopt);
    EXPECT_EQ(WaitingTimes({1, 2, 3, 4}).usual_days(0.5), std::nullopt);
    EXPECT_EQ(WaitingTimes().usual_days(0.5), std::nullopt);
    EXPECT_EQ(WaitingTimes({1, 2, 3, 4, 5}).usual_days(0.5), 3);
}

}  // namespace
}  // namespace casekeeper
