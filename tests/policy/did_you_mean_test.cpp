// SPDX-License-Identifier: MIT
#include "policy/did_you_mean.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

const std::vector<std::string> services = {"looked-after", "care-order", "care-leaver", "lado"};

TEST(DidYouMean, CountsEditsAndASwapAsOne) {
    EXPECT_EQ(edit_distance("", "abc"), 3);
    EXPECT_EQ(edit_distance("closed", "closed"), 0);
    EXPECT_EQ(edit_distance("clsoed", "closed"), 1);
    EXPECT_EQ(edit_distance("close", "closed"), 1);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
}

TEST(DidYouMean, NamesTheNearest) {
    EXPECT_EQ(nearest_name("looked-aftr", services), "looked-after");
    EXPECT_EQ(nearest_name("care-ordre", services), "care-order");
    EXPECT_EQ(nearest_name("Looked_After", services), "looked-after");
}

TEST(DidYouMean, IsSilentWhereNothingIsNear) {
    EXPECT_EQ(nearest_name("adoption", services), std::nullopt);
    EXPECT_EQ(nearest_name("la", services), std::nullopt);
    EXPECT_EQ(nearest_name("x", {"y"}), std::nullopt);
    EXPECT_EQ(nearest_name("", services), std::nullopt);
    EXPECT_EQ(nearest_name(std::string(100'000, 'l'), services), std::nullopt);
}

TEST(DidYouMean, AllowsMoreEditsInLongerNames) {
    EXPECT_EQ(nearest_name("lodo", services), "lado");
    EXPECT_EQ(nearest_name("lodu", services), std::nullopt);
    EXPECT_EQ(nearest_name("loked-aftr", services), "looked-after");
}

TEST(DidYouMean, WordsTheMessage) {
    EXPECT_EQ(did_you_mean("looked-aftr", services), ": did you mean \"looked-after\"?");
    EXPECT_EQ(did_you_mean("adoption", services), "");
    EXPECT_EQ(one_of("burn", {"destroy", "review"}), ": one of destroy, review");
    EXPECT_EQ(one_of("revue", {"destroy", "review"}), ": did you mean \"review\"?");
}

TEST(DidYouMean, QuotesOnOneShortLine) {
    EXPECT_EQ(in_quotes("a\nb\x7F"), "\"a?b?\"");
    EXPECT_EQ(in_quotes(std::string(200, 'a')), "\"" + std::string(80, 'a') + "...\"");
    // Byte 80 lies within the two bytes of an e acute, which goes as a whole.
    EXPECT_EQ(in_quotes(std::string(79, 'a') + "\u00E9\u00E9"), "\"" + std::string(79, 'a') + "...\"");
}

}  // namespace
}  // namespace casekeeper
