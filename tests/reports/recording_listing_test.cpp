// SPDX-License-Identifier: MIT
#include "reports/recording_listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/recording_facts.h"

namespace casekeeper::test {
namespace {

using ::testing::HasSubstr;

RecordingFinding finding() {
    RecordingFinding one;
    one.id = "abc";
    one.rule = "contact";
    one.thing = "entry:E1";
    one.person = "P1";
    one.involvement = "I1";
    one.worker = "W1";
    one.team = "north";
    one.lacks = R"(["time","present"])";
    one.about_on = "2026-11-16";
    one.first_seen_on = one.opened_on = "2026-11-20";
    return one;
}

TEST(RecordingListing, ALineSaysWhatWhyWhomAndSinceWhen) {
    EXPECT_EQ(in_words(finding()),
              "abc\tcontact\tentry:E1\tlacks the time and who was there\task W1 (team north)\topen since "
              "2026-11-20");
}

TEST(RecordingListing, SaysWhomToAskAsFarAsItIsKnown) {
    RecordingFinding one = finding();
    one.worker.reset();
    EXPECT_EQ(whom_to_ask(one), "ask team north");
    one.team.reset();
    EXPECT_EQ(whom_to_ask(one), "nobody is named to ask");
}

TEST(RecordingListing, SaysHowItStands) {
    RecordingFinding one = finding();
    one.reopened = 1;
    EXPECT_EQ(standing_of(one), "open since 2026-11-20, for the 2nd time");
    one.reopened = 10;
    EXPECT_EQ(standing_of(one), "open since 2026-11-20, for the 11th time");
    one.state = "mended";
    one.closed_on = "2026-11-23";
    EXPECT_EQ(standing_of(one), "mended on 2026-11-23");
    one.state = "lapsed";
    EXPECT_EQ(standing_of(one), "no longer asked for since 2026-11-23");
    one.state = "waived";
    one.waived_on = "2026-11-22";
    one.waived_until = "2027-01-01";
    EXPECT_EQ(standing_of(one), "set aside on 2026-11-22 until 2027-01-01");
}

TEST(RecordingListing, InFullNamesRuleSourceAndWhatToDo) {
    const std::string text = in_full(finding(), shipped_recording_rules());
    EXPECT_THAT(text, HasSubstr("finding abc: entry:E1 lacks the time and who was there\n"));
    EXPECT_THAT(text, HasSubstr("  rule: contact (error): A meeting, a visit and a talk say when"));
    EXPECT_THAT(text, HasSubstr("  source: Trust policy on sharing information, duty 3"));
    EXPECT_THAT(text, HasSubstr("  to mend it: Write in the time"));
    EXPECT_THAT(text, HasSubstr("  record: involvement I1 of person P1\n"));
}

TEST(RecordingListing, OfARuleThatIsGoneItsIdIsLeft) {
    RecordingFinding one = finding();
    one.rule = "old";
    EXPECT_THAT(in_full(one, shipped_recording_rules()),
                HasSubstr("old, which is no longer in recording_rules.toml"));
    EXPECT_THAT(to_json(one, shipped_recording_rules()), HasSubstr(R"("source":null,"severity":null)"));
}

}  // namespace
}  // namespace casekeeper::test
