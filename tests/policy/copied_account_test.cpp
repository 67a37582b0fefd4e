// SPDX-License-Identifier: MIT
#include "policy/copied_account.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

constexpr std::size_t least = 20;

std::vector<PersonNames> called(const std::string& given, const std::string& family) {
    PersonNames person;
    person.given_names = given;
    person.family_name = family;
    return {person};
}

TEST(CopiedAccount, IsTheSameHoweverItIsPartedAndWritten) {
    const auto print = print_of_account("I saw him at school, and he was well.", least);
    ASSERT_TRUE(print);
    EXPECT_EQ(print_of_account("I SAW HIM AT SCHOOL  and he was well", least), print);
    EXPECT_EQ(print_of_account("I saw him\nat school \xe2\x80\x93 and he was w\xc3\xa8ll!", least), print);
    EXPECT_NE(print_of_account("I saw her at school, and she was well.", least), print);
}

TEST(CopiedAccount, IsNoneWhereItSaysNextToNothing) {
    EXPECT_EQ(print_of_account("no reply", least), std::nullopt);
    EXPECT_EQ(print_of_account("", least), std::nullopt);
    EXPECT_EQ(print_of_account("- - - - - - - - - - - - - - - - - - - - - no reply", least), std::nullopt);
    EXPECT_TRUE(print_of_account(std::string(least, 'a'), least));
    EXPECT_FALSE(print_of_account(std::string(least - 1, 'a'), least));
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
