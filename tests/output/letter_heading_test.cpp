// SPDX-License-Identifier: MIT
#include "output/letter_heading.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

LetterHead head(bool for_oneself) {
    return {"The Trust", "", "10 December 2026", "R1", "23 November 2026", "Dear Zoë", for_oneself, "you"};
}

TEST(LetterHeading, SaysFromWhomToWhomAndAboutWhichRequest) {
    const LetterValues values = values_of(head(true));
    EXPECT_EQ(values.texts.at("SALUTATION"), "Dear Zoë");
    EXPECT_EQ(values.texts.at("CONTACT"), "The Trust");
    EXPECT_TRUE(values.lists.contains("YOURS"));
    EXPECT_TRUE(values_of(head(false)).lists.contains("THEIRS"));
    EXPECT_FALSE(values_of(head(false)).lists.contains("YOURS"));
}

// Every value has its name, and nothing of whom the letter is about is among them.
TEST(LetterHeading, KnowsItsMarks) {
    std::set<std::string> names = {"YOURS", "THEIRS"};
    for (const auto& [name, text] : values_of(head(true)).texts) names.insert(name);
    EXPECT_EQ(names, names_of_heading());
}

}  // namespace
}  // namespace casekeeper::test
