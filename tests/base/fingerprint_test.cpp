// SPDX-License-Identifier: MIT
#include "base/fingerprint.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace casekeeper {
namespace {

TEST(Fingerprint, IsTheSameForTheSameTextOnly) {
    EXPECT_EQ(fingerprint_of("person\x1fP1"), fingerprint_of(std::string("person\x1fP1")));
    std::set<Fingerprint> seen;
    for (int i = 0; i < 10000; ++i) seen.insert(fingerprint_of(std::to_string(i)));
    seen.insert(fingerprint_of(""));
    seen.insert(fingerprint_of(std::string_view("\0", 1)));
    EXPECT_EQ(seen.size(), 10002U);
}

}  // namespace
}  // namespace casekeeper
