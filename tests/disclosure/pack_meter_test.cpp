// SPDX-License-Identifier: MIT
#include "disclosure/pack_meter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casekeeper {
namespace {

PackMeter meter(long long characters, long long kept_back, long long sentences = 100, long long lost = 0) {
    PackMeter one;
    one.characters = characters;
    one.by_rule["third-party"] = kept_back;
    one.sentences = sentences;
    one.sentences_lost = lost;
    return one;
}

TEST(PackMeter, ReadsBackWhatItWrites) {
    const PackMeter one = meter(1000, 30, 12, 3);
    const PackMeter back = read_meter(to_json(one));
    EXPECT_EQ(back.characters, 1000);
    EXPECT_EQ(back.by_rule, one.by_rule);
    EXPECT_EQ(back.sentences, 12);
    EXPECT_EQ(back.sentences_lost, 3);
}

TEST(PackMeter, SaysTheShareByRule) {
    EXPECT_EQ(judged(meter(1000, 123), {}).sentences.front(),
              "12.3 % of the text is kept back (third-party 12.3 %)");
}

TEST(PackMeter, AnEmptyPackKeepsNothingBack) {
    EXPECT_EQ(PackMeter().share(), 0);
    EXPECT_EQ(judged({}, {}).sentences.front(), "0.0 % of the text is kept back");
    EXPECT_FALSE(judged({}, {}).is_much);
}

TEST(PackMeter, AFairPackIsNotFlagged) {
    const std::vector<PackMeter> others(5, meter(1000, 40));
    EXPECT_FALSE(judged(meter(1000, 60), others).is_much);
}

TEST(PackMeter, AnOverRedactedPackIs) {
    const std::vector<PackMeter> others(5, meter(1000, 40));
    EXPECT_TRUE(judged(meter(1000, 100), others).is_much);
}

TEST(PackMeter, LittleIsNeverMuch) {
    const std::vector<PackMeter> others(5, meter(1000, 1));
    EXPECT_FALSE(judged(meter(1000, 49), others).is_much);
}

TEST(PackMeter, FourOthersAreTooFew) {
    EXPECT_FALSE(judged(meter(1000, 900), std::vector<PackMeter>(4, meter(1000, 1))).is_much);
}

TEST(PackMeter, ManyLostSentencesAreAlwaysMuch) {
    EXPECT_TRUE(judged(meter(1000, 1, 100, 11), {}).is_much);
    EXPECT_FALSE(judged(meter(1000, 1, 100, 10), {}).is_much);
}

TEST(PackMeter, MuchIsToBeSeenWhereItIsNoChance) {
    EXPECT_TRUE(judged(meter(1000, 1, 50, 6), {}).is_to_be_seen);
    EXPECT_FALSE(judged(meter(1000, 1, 49, 40), {}).is_to_be_seen);
    EXPECT_FALSE(judged(meter(1000, 1, 100, 10), {}).is_to_be_seen);
    EXPECT_TRUE(judged(meter(1000, 100), std::vector<PackMeter>(5, meter(1000, 40))).is_to_be_seen);
}

}  // namespace
}  // namespace casekeeper
