// SPDX-License-Identifier: MIT
#include "base/base64.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

// RFC 4648 section 10.
TEST(Base64, IsTheStandards) {
    EXPECT_EQ(base64_of(""), "");
    EXPECT_EQ(base64_of("f"), "Zg==");
    EXPECT_EQ(base64_of("fo"), "Zm8=");
    EXPECT_EQ(base64_of("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64_of("\xFB\xEF\xFF"), "++//");
}

}  // namespace
}  // namespace casekeeper
