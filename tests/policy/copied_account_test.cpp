// SPDX-License-Identifier: MIT
#include "policy/copied_account.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

std::vector<PersonNames> called(const std::string& given, const std::string& family) {
    PersonNames person;
    person.given_names = given;
    person.family_name = family;
    return {person};
}

TEST(CopiedAccount, IsOfBothWhereItCallsEachByAName) {
    const auto ada = called("Ada", "Okoro");
    const auto ben = called("Ben", "Okoro");
    EXPECT_TRUE(is_of_both("I saw Ada and Ben.", ada, ben));
    EXPECT_FALSE(is_of_both("I saw Ada.", ada, ben));
    EXPECT_FALSE(is_of_both("I saw the Okoro family.", ada, ben)) << "it tells neither from the other";
    EXPECT_FALSE(is_of_both("", ada, ben));
}

}  // namespace
}  // namespace casekeeper::test
