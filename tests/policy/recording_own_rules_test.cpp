// SPDX-License-Identifier: MIT
#include "policy/recording_own_rules.h"

#include <gtest/gtest.h>

#include "policy/recording_words.h"

namespace casekeeper::test {
namespace {

TEST(RecordingOwnRules, AreNamedAndSayWhatMendsThem) {
    for (const char* id : {handed_out_rule, old_place_rule}) {
        const RecordingRule* rule = find_own_rule(id);
        ASSERT_NE(rule, nullptr) << id;
        EXPECT_FALSE(rule->title.empty());
        EXPECT_FALSE(rule->source.empty());
        EXPECT_EQ(rule->mend.back(), '.');
    }
    EXPECT_EQ(find_own_rule("letter-copy"), nullptr);
}

TEST(RecordingOwnRules, AreFoundByNameAmongAnyRules) {
    EXPECT_EQ(RecordingRules().find(handed_out_rule), find_own_rule(handed_out_rule));
    EXPECT_TRUE(RecordingRules().rules().empty());
}

TEST(RecordingOwnRules, HaveTheirWords) {
    EXPECT_EQ(words_of_lacks({"handed-out"}, parse_date("2026-05-03"), parse_date("2026-11-26")),
              "was given away with another person's record on 3 May 2026: to be weighed as a breach by 26 "
              "November 2026");
    EXPECT_EQ(words_of_lacks({"in-source"}, {}, {}),
              "still lies in the record it was moved out of, in the system it comes from");
}

}  // namespace
}  // namespace casekeeper::test
