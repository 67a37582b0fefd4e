// SPDX-License-Identifier: MIT
#include "policy/decision_explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_world.h"

namespace casekeeper::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string plan = "involvement I P plan 2009-01-01 2010-06-30\n";
const std::string six = rule("six", "plan", "until = \"closed + 6y\"\nauthority = \"local policy\"");
const std::string care =
    rule("care", "care", "covers = \"file\"\nuntil = \"birth + 75y\"\nauthority = \"reg 50\"");

Explanation explained(const std::string& rules, const std::string& facts,
                      const std::string& day = "2012-01-01") {
    return world(rules, facts).decide("I", day).explanation;
}

// "rule day: why" of every rule that lost.
std::vector<std::string> lost(const Explanation& explanation) {
    std::vector<std::string> lines;
    for (const LostRule& rule : explanation.lost)
        lines.push_back(rule.rule + " " + (rule.retain_until ? to_text(*rule.retain_until) : "-") + ": " +
                        rule.why);
    return lines;
}

std::vector<std::string> unknown(const Explanation& explanation) {
    std::vector<std::string> lines;
    for (const UnknownRule& rule : explanation.unknown) lines.push_back(rule.rule + ": " + rule.why);
    return lines;
}

TEST(Explanation, ReadsFromTheRuleToTheNextLook) {
    const Explanation explanation = explained(six, "person P\n" + plan);
    EXPECT_THAT(explanation.steps,
                ElementsAre("rule six applies because the service is plan; authority: local policy",
                            "closed 2010-06-30 + 6y = 2016-06-30", "no other rule keeps it",
                            "2016-06-30 is the last protected day", "it is looked at again on 2016-07-01"));
    EXPECT_THAT(explanation.lost, IsEmpty());
    EXPECT_THAT(explanation.unknown, IsEmpty());
}

TEST(Explanation, NamesTheInvolvementThatLiftsAndTheRuleThatLost) {
    const Explanation explanation = explained(
        six + care, "person P born 1952-02-29\n" + plan + "involvement J P care-order 2010-01-01\n");
    EXPECT_THAT(
        explanation.steps,
        ElementsAre("rule care applies because involvement J (care-order) lifts the whole file; "
                    "authority: reg 50",
                    "birth 1952-02-29 + 75y = 2027-03-01",
                    "that day of the month does not exist: the first of the next month counts, never early",
                    "of all the days that rules keep it to, the latest wins",
                    "2027-03-01 is the last protected day", "it is looked at again on 2027-03-02"));
    EXPECT_THAT(lost(explanation), ElementsAre("six 2016-06-30: earlier than the winner"));
}

TEST(Explanation, SaysWhyEveryRuleLost) {
    const std::string rules =
        six + rule("any", "*", "default = true\nuntil = \"closed + 50y\"") +
        rule("died", "plan", "if = \"died before 18y\"\nuntil = \"death + 15y\"") +
        rule("old", "plan", R"(until = "closed + 9y")") +
        rule("new", "plan", "if = \"medium = paper\"\nuntil = \"closed + 1y\"\nreplaces = [\"old\"]") +
        rule("same", "plan", R"(until = "closed + 72m")") +
        rule("less", "plan", "bound = \"at-most\"\nuntil = \"closed + 2y\"") +
        rule("more", "plan", "bound = \"at-most\"\nuntil = \"closed + 8y\"");
    EXPECT_THAT(lost(explained(rules, "person P\n" + plan + "attribute I medium paper\n")),
                ElementsAre("any 2060-06-30: default: another end rule applies",
                            "died -: its condition is false: died before 18y",
                            "old 2019-06-30: replaced by new", "new 2011-06-30: earlier than the winner",
                            "same 2016-06-30: the same day as the winner, which stands first",
                            "less 2012-06-30: a ceiling before the winner: conflict",
                            "more 2018-06-30: a ceiling that the winner keeps to"));
}

TEST(Explanation, SaysWhatIsMissing) {
    const std::string rules = rule("made", "plan", R"(until = "order-made + 1y")") +
                              rule("birth", "plan", R"(until = "birth + 1y")") +
                              rule("medium", "plan", "if = \"medium != paper\"\nuntil = \"closed\"") +
                              rule("death", "plan", "if = \"died before 18y\"\nuntil = \"death\"") +
                              rule("adult", "plan", R"(until = "birth@worker + 1y")") +
                              rule("early", "plan", "until = \"earlier-of(order-made, last-entry)\"");
    EXPECT_THAT(
        unknown(explained(rules, "person P died unknown\n" + plan + "event I order-made 2030-01-01\n")),
        ElementsAre("made: the event order-made is dated 2030-01-01 and has not happened",
                    "birth: date of birth is not recorded",
                    "medium: its condition \"medium != paper\" cannot be told: the attribute medium is not "
                    "recorded",
                    "death: its condition \"died before 18y\" cannot be told: the days of birth and death "
                    "are not known well enough",
                    "adult: nobody is recorded in the role worker",
                    "early: the event order-made is dated 2030-01-01 and has not happened, and no entry is "
                    "recorded"));
}

TEST(Explanation, WhatIsOpenOrNotYetOpenedSaysSo) {
    EXPECT_THAT(explained(six, "person P\ninvolvement I P plan 2009-01-01\n").steps,
                ElementsAre("the involvement is open: it is live, and no date is proposed",
                            "the passing of time alone changes nothing more"));
    EXPECT_THAT(explained(six, "person P\n" + plan, "2008-01-01").steps,
                ElementsAre("the involvement opens on 2009-01-01: it is live, and no date is proposed",
                            "it is looked at again on 2010-06-30"));
    EXPECT_THAT(world(six, "person I\n").decide("I", "2012-01-01").explanation.steps,
                ElementsAre("no involvement of this person is recorded: a person must look",
                            "the passing of time alone changes nothing more"));
}

TEST(Explanation, SaysWhatAHoldDoes) {
    const std::string hold = "person P\n" + plan + "hold H from 2011-01-01\n";
    EXPECT_THAT(explained(six, hold, "2020-01-01").steps,
                Contains("hold H is in force and stops the end; it moves no date"));
    EXPECT_THAT(explained(six, hold).steps,
                Contains("hold H is in force; there is nothing to stop today, and it moves no date"));
}

TEST(Explanation, SaysWhoKeepsItPastItsDayAndWhyAPersonLooks) {
    const std::string kept =
        rule("six", "plan", "until = \"closed + 6y\"\nnot_while = \"family-open(*)\"\naction = \"review\"");
    const std::string facts = "person P born 1990\n" + plan + "person M\nfamily P M\n";
    EXPECT_THAT(explained(kept, facts + "involvement J M visit 2015-01-01\n", "2020-01-01").steps,
                Contains("2016-06-30 has passed, but rule six keeps it: family-open(*) holds"));
    EXPECT_THAT(explained(kept, facts, "2020-01-01").steps, Contains("rule six asks a person to review"));
    EXPECT_THAT(
        explained(rule("b", "plan", R"(until = "birth + 1y")"), facts, "2020-01-01").steps,
        ElementsAre("rule b applies because the service is plan; authority: local policy",
                    "birth 1990-12-31 + 1y = 1991-12-31",
                    "the birth is not known to the day: the latest day it can be counts, 1990-12-31",
                    "no other rule keeps it", "1991-12-31 has passed",
                    "the day of rule b rests on a birth not known to the day: a person must review it",
                    "the passing of time alone changes nothing more"));
}

TEST(Explanation, UnknownRulesBesideAKnownFloor) {
    const Explanation explanation =
        explained(six + rule("award", "plan", R"(until = "award + 1y")"), "person P\n" + plan);
    EXPECT_THAT(explanation.steps,
                Contains("other rules cannot be told, but until 2016-06-30 it is kept in any case"));
    EXPECT_THAT(unknown(explanation), ElementsAre("award: no event award is recorded"));
}

TEST(Explanation, MinimisingAndPermanence) {
    const std::string rules =
        rule("ever", "plan", "action = \"permanent\"") +
        rule("less", "plan", "action = \"minimise\"\nuntil = \"closed\"\nkeep = [\"name\"]") + six;
    const Explanation explanation = explained(rules, "person P\n" + plan);
    EXPECT_THAT(explanation.steps, Contains("it is kept for ever"));
    EXPECT_THAT(explanation.steps, Contains("it may be minimised after 2010-06-30"));
    EXPECT_THAT(lost(explanation), ElementsAre("six 2016-06-30: a permanent rule applies"));
}

}  // namespace
}  // namespace casekeeper::test
