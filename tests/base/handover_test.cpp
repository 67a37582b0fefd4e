// SPDX-License-Identifier: MIT
#include "base/handover.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>
#include <vector>

namespace casekeeper {
namespace {

TEST(HandoverTest, WhatSeveralGiveIsTakenOnce) {
    Handover<int> handed(2);
    std::vector<std::jthread> givers;
    for (int giver = 0; giver < 3; ++giver)
        givers.emplace_back([&handed] {
            for (int i = 1; i <= 100; ++i) ASSERT_TRUE(handed.give(i));
        });
    int sum = 0;
    for (int taken = 0; taken < 300; ++taken) sum += handed.take().value();
    EXPECT_EQ(sum, 3 * 5050);
    EXPECT_EQ(handed.take_if_there(), std::nullopt);
}

TEST(HandoverTest, TakesWhatIsThereWithoutWaiting) {
    Handover<int> handed(2);
    EXPECT_EQ(handed.take_if_there(), std::nullopt) << "none yet";
    handed.give(7);
    EXPECT_EQ(handed.take_if_there(), 7);
    EXPECT_EQ(handed.take_if_there(), std::nullopt);
}

TEST(HandoverTest, WhatAGiverThrowsReachesTheTakerBehindWhatWasGiven) {
    Handover<int> handed(2);
    handed.give(7);
    handed.end(std::make_exception_ptr(std::runtime_error("broken")));
    EXPECT_EQ(handed.take(), 7);
    EXPECT_THROW(handed.take(), std::runtime_error);
}

TEST(HandoverTest, AGiverLearnsThatNoMoreIsTaken) {
    Handover<int> handed(1);
    handed.give(1);
    std::jthread giver([&handed] { EXPECT_FALSE(handed.give(2)) << "it waited for room"; });
    handed.stop();
}

}  // namespace
}  // namespace casekeeper
