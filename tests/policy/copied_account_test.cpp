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

TEST(CopiedAccount, IsAskedAboutWhereItWasRecordedLater) {
    EXPECT_TRUE(is_the_first("2026-11-18", "2026-11-19"));
    EXPECT_FALSE(is_the_first("2026-11-19", "2026-11-18"));
    EXPECT_TRUE(is_the_first("2026-11-18T09:00", "2026-11-18T10:00"));
    EXPECT_TRUE(is_the_first("2026-07-18T09:30Z", "2026-07-18T11:00")) << "half past ten in summer";
}

TEST(CopiedAccount, IsAskedAboutInBothWhereNobodyKnowsWhichCameFirst) {
    for (const auto& [one, other] : {std::pair{"2026-11-18T09:00", "2026-11-18T09:00"},
                                     {"2026-11-18", "2026-11-18T09:00"},
                                     {"", "2026-11-18"},
                                     {"", ""}}) {
        EXPECT_FALSE(is_the_first(one, other)) << one << " " << other;
        EXPECT_FALSE(is_the_first(other, one)) << one << " " << other;
    }
}

}  // namespace
}  // namespace casekeeper::test
