// SPDX-License-Identifier: MIT
#include "output/message_parts.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace casekeeper {
namespace {

TEST(MessageParts, ComeBackAsTheyWere) {
    const std::vector<std::string> parts = {"what", "", std::string("any\0bytes", 9)};
    EXPECT_EQ(parts_of(message_of({parts[0], parts[1], parts[2]})), parts);
    EXPECT_TRUE(parts_of(message_of({})).empty());
}

TEST(MessageParts, AreRefusedWhereTheyAreCutOff) {
    const std::string message = message_of({"what", "words"});
    for (std::size_t size : {std::size_t{1}, std::size_t{9}, message.size() - 1})
        EXPECT_THROW(parts_of(message.substr(0, size)), std::runtime_error) << size;
}

}  // namespace
}  // namespace casekeeper
