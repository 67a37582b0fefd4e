// SPDX-License-Identifier: MIT
#include "domain/account_print.h"

#include <gtest/gtest.h>

#include <string>

namespace casekeeper {
namespace {

const std::string account =
    "I saw him at school, and he was well. He likes his new teacher, and he has been to every lesson of this "
    "week.";

TEST(AccountPrint, IsTheSameHoweverItIsPartedAndWritten) {
    const auto print = print_of_account(account);
    ASSERT_TRUE(print);
    for (const char* other :
         {"I SAW HIM AT SCHOOL  and he was well he likes his new teacher and he has been to every lesson of "
          "this week",
          "I saw him\nat school \xe2\x80\x93 and he was w\xc3\xa8ll! He likes his new teacher, and he has "
          "been to every lesson of this week"}) {
        EXPECT_EQ(print_of_account(other), print) << other;
        EXPECT_TRUE(is_same_account(account, other)) << other;
    }
    const std::string hers = "H" + account.substr(1);
    EXPECT_NE(print_of_account(hers), print);
    EXPECT_FALSE(is_same_account(account, hers));
}

TEST(AccountPrint, IsNoneWhereItSaysNextToNothing) {
    EXPECT_EQ(print_of_account("no reply"), std::nullopt);
    EXPECT_EQ(print_of_account(""), std::nullopt);
    EXPECT_EQ(print_of_account(std::string(200, '-') + " no reply"), std::nullopt);
    EXPECT_TRUE(print_of_account(std::string(least_letters_of_account, 'a')));
    EXPECT_FALSE(print_of_account(std::string(least_letters_of_account - 1, 'a')));
}

// It is stored: another reckoning must fill what is there anew.
TEST(AccountPrint, IsTheSameInEveryRun) {
    EXPECT_EQ(print_of_account(account), -6929574514169904363);
}

}  // namespace
}  // namespace casekeeper
