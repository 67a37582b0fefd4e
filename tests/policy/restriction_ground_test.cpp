// SPDX-License-Identifier: MIT
#include "policy/restriction_ground.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

TEST(RestrictionGround, IsALetterOfTheLaw) {
    EXPECT_EQ(law_of(RestrictionGround::accuracy), "UK GDPR Art 18(1)(a)");
    EXPECT_EQ(law_of(RestrictionGround::unlawful), "UK GDPR Art 18(1)(b)");
    EXPECT_EQ(law_of(RestrictionGround::claims), "UK GDPR Art 18(1)(c)");
    EXPECT_EQ(law_of(RestrictionGround::objection), "UK GDPR Art 18(1)(d)");
}

TEST(RestrictionGround, IsReadAsItIsWritten) {
    for (const RestrictionGround ground : {RestrictionGround::accuracy, RestrictionGround::unlawful,
                                           RestrictionGround::claims, RestrictionGround::objection}) {
        EXPECT_EQ(parse_restriction_ground(to_text(ground)), ground);
        EXPECT_NE(std::string(names_of_restriction_grounds()).find(to_text(ground)), std::string::npos);
    }
    EXPECT_FALSE(parse_restriction_ground("Accuracy"));
    EXPECT_FALSE(parse_restriction_ground(""));
}

}  // namespace
}  // namespace casekeeper::test
