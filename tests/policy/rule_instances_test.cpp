// SPDX-License-Identifier: MIT
#include "policy/rule_instances.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace casekeeper::test {
namespace {

std::string on(const std::string& rules, const std::string& facts, const std::string& day = "2026-11-01") {
    return world(rules, facts).outcome("I", day);
}

const std::string six_years = rule("six", "plan", R"(until = "closed + 6y")");
const std::string care = rule("care", "care", "covers = \"file\"\nuntil = \"birth + 75y\"");
const std::string person = "person P born 2000-05-05 died 2012-06-06\n";
const std::string plan = person + "involvement I P plan 2009-01-01 2010-06-30\n";

TEST(Covers, AFileIsLiftedByWhatIsOrBecomesLookedAfter) {
    const std::string facts = plan + "involvement J P looked-after 2011-01-01\n";
    EXPECT_EQ(on(six_years + care, facts), "retain care 2075-05-05");
    EXPECT_EQ(on(six_years + care, facts, "2010-12-31"), "retain six 2016-06-30");
}

TEST(Covers, AFileEndsAtItsGroupAndAPersonDoesNot) {
    const std::string facts = plan + "involvement J P school 2011-01-01 2012-01-01\n";
    const std::string rules =
        six_years + rule("wide", "school", "covers = \"file\"\nuntil = \"closed + 20y\"");
    EXPECT_EQ(on(rules, facts), "due six 2016-06-30");
    EXPECT_EQ(on(six_years + rule("wide", "school", "covers = \"person\"\nuntil = \"closed + 20y\""), facts),
              "retain wide 2032-01-01");
}

TEST(Covers, OnlyTheInvolvementItselfByDefault) {
    const std::string facts = plan + "involvement J P visit 2011-01-01 2012-01-01\n";
    EXPECT_EQ(on(six_years + rule("own", "visit", R"(until = "closed + 20y")"), facts), "due six 2016-06-30");
}

TEST(Covers, OfSeveralSourcesTheLatestFloorAndTheEarliestCeiling) {
    const std::string facts = plan + "involvement J P visit 2011-01-01 2012-01-01\n" +
                              "involvement K P visit 2011-01-01 2014-01-01\n";
    EXPECT_EQ(on(rule("v", "visit", "covers = \"file\"\nuntil = \"closed + 20y\""), facts),
              "retain v 2034-01-01");
    EXPECT_EQ(
        on(rule("v", "visit", "covers = \"file\"\nbound = \"at-most\"\nuntil = \"closed + 20y\""), facts),
        "retain v 2032-01-01");
}

TEST(Covers, TheConditionIsAskedOfTheInvolvementThatMatched) {
    const std::string facts =
        plan + "involvement J P visit 2011-01-01 2012-01-01\nattribute J medium paper\n";
    const std::string rules = six_years + rule("paper", "visit",
                                               "covers = \"file\"\nif = \"medium = paper\"\n"
                                               "not_while = \"medium = paper\"\nuntil = \"closed + 7y\"");
    EXPECT_EQ(on(rules, facts), "retain paper 2019-01-01");
    EXPECT_EQ(on(rules, plan + "attribute I medium paper\n"), "due six 2016-06-30");
}

TEST(Covers, JoinedRecordsAreOneFile) {
    const std::string facts =
        plan + "person Q\nsame Q P\ninvolvement J Q looked-after 2011-01-01 2012-01-01\n";
    EXPECT_EQ(on(six_years + care, facts), "retain care 2075-05-05");
}

TEST(Replaces, TakesTheNamedRulesAway) {
    const std::string died = rule(
        "died", "care", "covers = \"file\"\nif = \"died\"\nuntil = \"death + 15y\"\nreplaces = [\"care\"]");
    const std::string facts = plan + "involvement J P looked-after 2009-01-01 2010-06-30\n";
    EXPECT_EQ(on(care + died, facts), "retain died 2027-06-06");
    EXPECT_EQ(on(care + died, facts, "2012-06-05"), "retain care 2075-05-05");
}

TEST(Replaces, NeedsNoDayToTakeAway) {
    const std::string rules =
        six_years + rule("award", "plan", "until = \"award + 1y\"\nreplaces = [\"six\"]");
    EXPECT_EQ(on(rules, plan, "2011-01-01"), "undetermined");
}

TEST(Replaces, TakesNothingWithAnUnknownCondition) {
    const std::string rules =
        six_years +
        rule("else", "plan", "if = \"medium != paper\"\nuntil = \"closed + 1y\"\nreplaces = [\"six\"]");
    EXPECT_EQ(on(rules, plan, "2011-01-01"), "retain six 2016-06-30");
    EXPECT_EQ(on(rules, plan + "attribute I medium tape\n", "2011-01-01"), "retain else 2011-06-30");
}

TEST(Replaces, TakesAwayRulesOfUnknownConditionToo) {
    const std::string rules = rule("perhaps", "plan", "if = \"medium != paper\"\nuntil = \"closed\"") +
                              rule("sure", "plan", "until = \"closed + 1y\"\nreplaces = [\"perhaps\"]");
    EXPECT_EQ(on(rules, plan), "due sure 2011-06-30");
}

TEST(Replaces, ARuleTakenAwayTakesNothing) {
    const std::string chain = rule("c", "plan", "until = \"closed + 1y\"\nreplaces = [\"b\"]") +
                              rule("b", "plan", "until = \"closed + 9y\"\nreplaces = [\"a\"]") +
                              rule("a", "plan", R"(until = "closed + 5y")");
    EXPECT_EQ(on(chain, plan), "due a 2015-06-30");
}

TEST(Replaces, OnlyWhereTheReplacingRuleReaches) {
    // The visit is not reached by the replacing rule: there the covering rule stays.
    const std::string rules = rule("wide", "visit", "covers = \"file\"\nuntil = \"closed + 30y\"") +
                              rule("plan-only", "plan", "until = \"closed + 1y\"\nreplaces = [\"wide\"]");
    CaseWorld two = world(rules, plan + "involvement J P visit 2011-01-01 2012-01-01\n");
    EXPECT_EQ(two.outcome("I", "2026-11-01"), "due plan-only 2011-06-30");
    EXPECT_EQ(two.outcome("J", "2026-11-01"), "retain wide 2042-01-01");
}

const std::string anything = rule("any", "*", "default = true\nuntil = \"closed + 50y\"");

TEST(Defaults, ApplyOnlyWhereNoOtherEndRuleIsLeft) {
    EXPECT_EQ(on(anything, plan), "retain any 2060-06-30");
    EXPECT_EQ(on(anything + six_years, plan), "due six 2016-06-30");
    const std::string less =
        rule("less", "plan", "action = \"minimise\"\nuntil = \"closed\"\nkeep = [\"name\"]");
    EXPECT_EQ(on(anything + less, plan), "retain any 2060-06-30 minimise 2010-06-30");
}

TEST(Defaults, AnUnknownConditionCountsAsLeftAndAFalseOneDoesNot) {
    const std::string perhaps = rule("perhaps", "plan", "if = \"medium != paper\"\nuntil = \"closed\"");
    EXPECT_EQ(on(anything + perhaps, plan), "undetermined");
    EXPECT_EQ(on(anything + perhaps, plan + "attribute I medium paper\n"), "retain any 2060-06-30");
}

TEST(Defaults, TwoOfThemStandBesideEachOther) {
    const std::string other = rule("other", "plan", "default = true\nuntil = \"closed + 60y\"");
    EXPECT_EQ(on(anything + other, plan), "retain other 2070-06-30");
    const std::string replacing =
        rule("other", "plan", "default = true\nuntil = \"closed + 1y\"\nreplaces = [\"any\"]");
    EXPECT_EQ(on(anything + replacing, plan), "due other 2011-06-30");
}

TEST(Defaults, ReturnWhereTheOtherRuleIsTakenAway) {
    const std::string taking = rule(
        "less", "plan", "action = \"minimise\"\nuntil = \"closed\"\nkeep = [\"name\"]\nreplaces = [\"six\"]");
    EXPECT_EQ(on(anything + six_years + taking, plan), "retain any 2060-06-30 minimise 2010-06-30");
}

TEST(Defaults, ADroppedDefaultTakesNothing) {
    const std::string taking =
        rule("any", "*", "default = true\nuntil = \"closed + 50y\"\nreplaces = [\"six\"]");
    EXPECT_EQ(on(taking + six_years, plan), "due six 2016-06-30");
}

}  // namespace
}  // namespace casekeeper::test
