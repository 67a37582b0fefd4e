// SPDX-License-Identifier: MIT
#include "policy/full_names.h"

#include <gmock/gmock.h>

namespace casekeeper::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> names_in(const std::string& text) {
    const MentionWords words(text);
    std::vector<std::string> names;
    for (const NameInText& name : full_names_in(words)) names.push_back(name.name);
    return names;
}

PersonNames called(const std::string& given, const std::string& family) {
    PersonNames person;
    person.given_names = given;
    person.family_name = family;
    return person;
}

TEST(FullNames, OfAPersonAreGivenWithFamilyName) {
    EXPECT_THAT(full_names_of(called("Zoë Mae", "O'Brien")), ElementsAre("zoe mae obrien", "zoe obrien"));
    PersonNames person = called("Ada", "van der Roe");
    person.known_as = {"Addy"};
    person.former_names = {"Poe", "Ada Maria Coe"};
    EXPECT_THAT(full_names_of(person),
                ElementsAre("ada maria coe", "ada poe", "ada van der roe", "addy van der roe"));
}

TEST(FullNames, OfSomebodyOfWhomOneNameIsKnownAreNone) {
    EXPECT_THAT(full_names_of(called("", "Roe")), IsEmpty());
    EXPECT_THAT(full_names_of(called("Jane", "")), IsEmpty());
}

TEST(FullNames, InATextAreRunsOfCapitals) {
    EXPECT_THAT(names_in("I saw Ben Haile at school."), ElementsAre("ben haile"));
    EXPECT_THAT(names_in("Today Ben Haile came"), ElementsAre("today ben haile", "today ben", "ben haile"));
    EXPECT_THAT(names_in("with Zoë O'Brien's mother"), Contains("zoe obrien"));
    EXPECT_THAT(names_in("Jane van der Roe"), Contains("jane van der roe"));
    EXPECT_THAT(names_in("HAILE, Ben"), Contains("ben haile"));
    EXPECT_THAT(names_in("Mary-Ann Smith-Jones"), Contains("maryann smithjones"));
}

TEST(FullNames, EndAtASentenceAndAComma) {
    EXPECT_THAT(names_in("He met Ben. Haile came."), Not(Contains("ben haile")));
    EXPECT_THAT(names_in("ben haile said nothing"), IsEmpty());
    EXPECT_THAT(names_in(""), IsEmpty());
}

TEST(FullNames, SayWhereTheyStand) {
    const std::string text = "I saw Ben Haile.";
    const MentionWords words(text);
    const std::vector<NameInText> names = full_names_in(words);
    ASSERT_EQ(names.size(), 1U);
    EXPECT_EQ(
        text.substr(words[names[0].first].begin, words[names[0].last].end - words[names[0].first].begin),
        "Ben Haile");
}

// However long and strange a text is, each word begins no more than a few.
TEST(FullNames, StayFewInALongRun) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "Ab ";
    EXPECT_LE(names_in(text).size(), 8000U);
}

}  // namespace
}  // namespace casekeeper::test
