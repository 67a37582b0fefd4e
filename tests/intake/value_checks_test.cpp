// SPDX-License-Identifier: MIT
#include "intake/value_checks.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

TEST(ValueChecks, WordsAreOfLettersDigitsAndHyphens) {
    EXPECT_TRUE(is_plain_word("serious-harm"));
    EXPECT_TRUE(is_plain_word("nhs_number2"));
    for (const char* bad : {"", "two words", "caf\xC3\xA9", "a\n"}) EXPECT_FALSE(is_plain_word(bad)) << bad;
    EXPECT_FALSE(is_plain_word(std::string(65, 'a')));
}

TEST(ValueChecks, ADigestIs64HexadecimalDigits) {
    EXPECT_TRUE(is_sha256(std::string(32, 'a') + std::string(32, 'F')));
    EXPECT_FALSE(is_sha256(std::string(63, 'a')));
    EXPECT_FALSE(is_sha256(std::string(63, 'a') + "g"));
}

TEST(ValueChecks, SurrogatesAreToldFromLettersNearby) {
    EXPECT_TRUE(has_lone_surrogate("a\xED\xA0\x80"));
    EXPECT_TRUE(has_lone_surrogate("\xED\xBF\xBF"));
    EXPECT_FALSE(has_lone_surrogate("\xED\x9F\xBF"));  // U+D7FF
    EXPECT_FALSE(has_lone_surrogate(""));
}

TEST(ValueChecks, PathsAreMadeFitForAMessage) {
    EXPECT_EQ(fit_for_message("d/Si\xC3\xA2n.pdf"), "d/Si\xC3\xA2n.pdf");
    EXPECT_EQ(fit_for_message("a\nb\x1B[31m\xC2\x85z"), "a?b?[31m?z");
    EXPECT_EQ(fit_for_message("a\xFFz"), "a?z");
    const std::string cut = fit_for_message(std::string(199, 'x') + "\xC3\xA2yy");
    EXPECT_EQ(cut, std::string(199, 'x') + "\xC3\xA2...");
}

}  // namespace
}  // namespace casekeeper
