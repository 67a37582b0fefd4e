// SPDX-License-Identifier: MIT
#include "domain/person_called.h"

#include <gtest/gtest.h>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

std::string called(const std::string& more) {
    return person_called(record(R"({"type":"person","id":"P1","family_name":"Quill")" + more + "}"));
}

TEST(PersonCalled, IsNeverTheWholeName) {
    EXPECT_EQ(called(R"(,"given_names":"Zoë Anne","known_as":["Zee","Z"])"), "Zee");
    EXPECT_EQ(called(R"(,"given_names":"Zoë Anne")"), "Zoë");
    EXPECT_EQ(called(""), "Quill");
}

}  // namespace
}  // namespace casekeeper::test
