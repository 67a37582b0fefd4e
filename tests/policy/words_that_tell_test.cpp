// SPDX-License-Identifier: MIT
#include "policy/words_that_tell.h"

#include <gtest/gtest.h>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

bool tells(const std::string& text) {
    static const std::vector<Record> people = {record(
        R"({"type":"person","id":"P1","family_name":"O'Brien","given_names":"Zoë Mae","known_as":["Zo"],"former_names":["Kwame"],)"
        R"("date_of_birth":"2012-05-04","identifiers":{"nhs_number":"943 476 5919"},)"
        R"("addresses":[{"lines":["14 Mill Lane","Sutton"],"postcode":"PE36 5LS"}]})")};
    return tells_of(text, people);
}

TEST(WordsThatTell, AreAnyWordOfAName) {
    EXPECT_TRUE(tells("it is about zoe"));
    EXPECT_TRUE(tells("OBrien's visit"));
    EXPECT_TRUE(tells("the Kwame family"));
    EXPECT_TRUE(tells("Zo"));
    EXPECT_FALSE(tells("it tells of another family"));
    EXPECT_FALSE(tells("zoology"));
    EXPECT_FALSE(tells(""));
}

TEST(WordsThatTell, AreADayOfBirthHoweverItIsWritten) {
    for (const char* day : {"born 2012-05-04", "04/05/2012", "4.5.2012", "4/5/12", "4 May 2012"})
        EXPECT_TRUE(tells(day)) << day;
    EXPECT_FALSE(tells("visited on 5 May 2012"));
}

TEST(WordsThatTell, AreANumberOrAHome) {
    EXPECT_TRUE(tells("NHS 9434765919"));
    EXPECT_TRUE(tells("she lives at 14 Mill Lane"));
    EXPECT_TRUE(tells("in pe365ls"));
    EXPECT_FALSE(tells("in Sutton"));
}

TEST(WordsThatTell, AreIdsAsAWhole) {
    EXPECT_TRUE(has_any_of("it is P2's", {"P2"}));
    EXPECT_FALSE(has_any_of("it is P21's", {"P2"}));
    EXPECT_FALSE(has_any_of("x marks it", {"X"}));
}

}  // namespace
}  // namespace casekeeper::test
