// SPDX-License-Identifier: MIT
#include "base/keyed_digest.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

// RFC 4231, test case 2, its key "Jefe" filled up with zeros to the 32 bytes that HMAC takes the same.
TEST(KeyedDigest, IsThatOfTheStandard) {
    EXPECT_EQ(keyed_digest("4a65666500000000000000000000000000000000000000000000000000000000",
                           "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(KeyedDigest, DependsOnItsKey) {
    EXPECT_NE(keyed_digest(std::string(64, '0'), "text"), keyed_digest(std::string(63, '0') + "1", "text"));
}

TEST(KeyedDigest, RandomBytesDifferAndHaveTheirLength) {
    EXPECT_EQ(random_hex(16).size(), 32U);
    EXPECT_NE(random_hex(16), random_hex(16));
}

TEST(KeyedDigest, ReadsHexadecimalDigitsAndNothingElse) {
    EXPECT_EQ(bytes_of_hex("00ff41"), std::string("\x00\xff\x41", 3));
    EXPECT_EQ(hex_of_bytes(std::string("\x00\xff\x41", 3)), "00ff41");
    for (const char* bad : {"0", "0g", "0 1", " 00"}) EXPECT_EQ(bytes_of_hex(bad), std::nullopt) << bad;
}

}  // namespace
}  // namespace casekeeper::test
