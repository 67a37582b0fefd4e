// SPDX-License-Identifier: MIT
#include "policy/recording_words.h"

#include <gtest/gtest.h>

#include "policy/recording_rules.h"

namespace casekeeper {
namespace {

std::string said(const std::vector<std::string>& codes) {
    return words_of_lacks(codes, parse_date("2026-10-05"), parse_date("2026-11-16"));
}

TEST(RecordingWords, NameWhatIsLackingInOneSentence) {
    EXPECT_EQ(said({"time"}), "lacks the time");
    EXPECT_EQ(said({"time", "present"}), "lacks the time and who was there");
    EXPECT_EQ(said({"time", "present", "account"}), "lacks the time, who was there and an account of it");
}

TEST(RecordingWords, SayByWhenSomethingWasDue) {
    EXPECT_EQ(said({"late"}), "was written up late: it was due by 16 November 2026");
    EXPECT_EQ(said({"unwritten"}), "does not say when it was written up: it was due by 16 November 2026");
    EXPECT_EQ(said({"silent"}), "has nothing written in it since 5 October 2026");
    EXPECT_EQ(said({"missing"}), "has none: it was due by 16 November 2026");
    EXPECT_EQ(said({"overdue"}), "has none since 5 October 2026: the next was due by 16 November 2026");
}

TEST(RecordingWords, SayWhyItReadsAsAnothersWithoutSayingWhose) {
    EXPECT_EQ(said({"another-client"}), "reads as if it were about another client");
    for (const ReadsAs sign : {ReadsAs::date_of_birth, ReadsAs::identifier, ReadsAs::copied_account})
        EXPECT_EQ(said({to_text(sign)}).find("lacks"), std::string::npos) << to_text(sign);
}

TEST(RecordingWords, JoinBoth) {
    EXPECT_EQ(said({"account", "late"}),
              "lacks an account of it, and was written up late: it was due by 16 November 2026");
}

TEST(RecordingWords, ShowACodeThatNobodyKnowsAsItIs) {
    EXPECT_EQ(said({"moon"}), "lacks moon");
    EXPECT_EQ(words_of_lacks({}, std::nullopt, std::nullopt), "");
}

TEST(RecordingWords, StandForEveryWordThatARuleMayRequire) {
    for (const std::string& word : words_of_marks(~RecordingMarks{0}))
        EXPECT_NE(words_of_lack(word), word) << "has no words of its own";
}

}  // namespace
}  // namespace casekeeper
