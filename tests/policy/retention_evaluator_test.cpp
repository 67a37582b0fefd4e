// SPDX-License-Identifier: MIT
#include "policy/retention_evaluator.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace casekeeper::test {
namespace {

const std::string six_years = rule("six", "plan", R"(until = "closed + 6y")");
constexpr const char* closed_plan = "person P\ninvolvement I P plan 2009-01-01 2010-06-30\n";

std::string on(const std::string& rules, const std::string& facts, const std::string& day) {
    return world(rules, facts).outcome("I", day);
}

TEST(RetentionEvaluator, WhatIsOpenIsLive) {
    const std::string open = "person P\ninvolvement I P plan 2009-01-01\n";
    EXPECT_EQ(on(six_years, open, "2026-11-01"), "live");
    EXPECT_EQ(on(six_years, closed_plan, "2010-06-29"), "live");
    EXPECT_EQ(on(six_years, closed_plan, "2010-06-30"), "retain six 2016-06-30");
    EXPECT_EQ(on(six_years, closed_plan, "2008-12-31"), "live");
}

TEST(RetentionEvaluator, TheFloorIsTheLastProtectedDay) {
    EXPECT_EQ(on(six_years, closed_plan, "2016-06-30"), "retain six 2016-06-30");
    EXPECT_EQ(on(six_years, closed_plan, "2016-07-01"), "due six 2016-06-30");
}

TEST(RetentionEvaluator, TheLatestFloorWins) {
    const std::string rules = six_years +
                              rule("ten", "plan", "bound = \"at-least\"\nuntil = \"closed + 10y\"") +
                              rule("two", "plan", R"(until = "closed + 2y")");
    EXPECT_EQ(on(rules, closed_plan, "2016-07-01"), "retain ten 2020-06-30");
}

TEST(RetentionEvaluator, OnTheSameDayTheEarlierRuleWins) {
    const std::string rules = rule("first", "plan", R"(until = "closed + 12m")") +
                              rule("second", "plan", R"(until = "closed + 1y")");
    EXPECT_EQ(on(rules, closed_plan, "2011-01-01"), "retain first 2011-06-30");
}

TEST(RetentionEvaluator, OnlyCeilingsAndTheEarliestWinsOnItsDay) {
    const std::string rules = rule("late", "plan", "bound = \"at-most\"\nuntil = \"closed + 3y\"") +
                              rule("early", "plan", "bound = \"at-most\"\nuntil = \"closed + 2y\"");
    EXPECT_EQ(on(rules, closed_plan, "2012-06-29"), "retain early 2012-06-30");
    EXPECT_EQ(on(rules, closed_plan, "2012-06-30"), "due early 2012-06-30");
}

TEST(RetentionEvaluator, ACeilingBeforeTheFloorIsAConflictForAPerson) {
    const std::string rules =
        six_years + rule("most", "plan", "bound = \"at-most\"\nuntil = \"closed + 2y\"");
    EXPECT_EQ(on(rules, closed_plan, "2011-01-01"), "retain six 2016-06-30 conflict");
    EXPECT_EQ(on(rules, closed_plan, "2017-01-01"), "review six 2016-06-30 conflict");
}

TEST(RetentionEvaluator, ACeilingOnTheFloorsDayIsNoConflict) {
    const std::string rules =
        six_years + rule("most", "plan", "bound = \"at-most\"\nuntil = \"closed + 6y\"");
    EXPECT_EQ(on(rules, closed_plan, "2017-01-01"), "due six 2016-06-30");
}

TEST(RetentionEvaluator, AnyReviewRuleThatAppliesAsksForAPerson) {
    const std::string rules =
        six_years + rule("look", "plan", "action = \"review\"\nuntil = \"closed + 1y\"");
    EXPECT_EQ(on(rules, closed_plan, "2016-06-30"), "retain six 2016-06-30");
    EXPECT_EQ(on(rules, closed_plan, "2017-01-01"), "review six 2016-06-30");
}

TEST(RetentionEvaluator, ADecideWithoutADayProposesTheClosing) {
    const std::string rules = rule("person", "plan", R"(action = "decide")");
    EXPECT_EQ(on(rules, closed_plan, "2010-06-30"), "retain person 2010-06-30");
    EXPECT_EQ(on(rules, closed_plan, "2010-07-01"), "review person 2010-06-30");
}

TEST(RetentionEvaluator, PermanentOutweighsUnknownDays) {
    const std::string rules =
        rule("unknown", "plan", R"(until = "award + 1y")") + rule("ever", "plan", R"(action = "permanent")");
    EXPECT_EQ(on(rules, closed_plan, "2026-11-01"), "permanent ever");
}

TEST(RetentionEvaluator, APermanentRuleWithAnUnknownConditionIsUnknown) {
    const std::string rules =
        six_years + rule("ever", "plan", "action = \"permanent\"\nif = \"medium != paper\"");
    EXPECT_EQ(on(rules, closed_plan, "2016-06-30"), "retain six 2016-06-30");
    EXPECT_EQ(on(rules, closed_plan, "2016-07-01"), "undetermined");
}

TEST(RetentionEvaluator, AnUnknownDayKeepsUntilTheKnownFloor) {
    const std::string rules = six_years + rule("award", "plan", R"(until = "award + 1y")");
    EXPECT_EQ(on(rules, closed_plan, "2016-06-30"), "retain six 2016-06-30");
    EXPECT_EQ(on(rules, closed_plan, "2016-07-01"), "undetermined");
}

TEST(RetentionEvaluator, TheDayOfARuleWithAnUnknownConditionIsNoFloor) {
    const std::string rules = rule("perhaps", "plan", "until = \"closed + 6y\"\nif = \"medium != paper\"");
    EXPECT_EQ(on(rules, closed_plan, "2011-01-01"), "undetermined");
}

TEST(RetentionEvaluator, AConflictShowsBesideTheFloorThatRetainsOnly) {
    const std::string rules = six_years + rule("award", "plan", R"(until = "award")") +
                              rule("most", "plan", "bound = \"at-most\"\nuntil = \"closed + 2y\"");
    EXPECT_EQ(on(rules, closed_plan, "2011-01-01"), "retain six 2016-06-30 conflict");
    EXPECT_EQ(on(rules, closed_plan, "2017-01-01"), "undetermined");
}

TEST(RetentionEvaluator, UnknownOnAnOpenInvolvementThatLiftsIsLive) {
    const std::string rules = six_years + rule("care", "care", "covers = \"file\"\nuntil = \"closed + 1y\"");
    const std::string facts =
        std::string(closed_plan) + "involvement J P looked-after 2012-01-01 2030-01-01\n";
    EXPECT_EQ(on(rules, facts, "2026-11-01"), "live");
    EXPECT_EQ(on(rules, facts, "2030-01-01"), "retain care 2031-01-01");
}

TEST(RetentionEvaluator, WaitingForTheFileToCloseIsLive) {
    const std::string rules = rule("case", "plan", R"(until = "file-closed + 6y")");
    const std::string facts = std::string(closed_plan) + "involvement J P visit 2012-01-01 2013-01-01\n" +
                              "involvement K P school 2012-01-01\n";
    EXPECT_EQ(on(rules, facts, "2012-06-01"), "live");
    EXPECT_EQ(on(rules, facts, "2013-01-01"), "retain case 2019-01-01");
}

TEST(RetentionEvaluator, NoEndRuleIsUndetermined) {
    const std::string rules =
        rule("less", "plan", "action = \"minimise\"\nuntil = \"closed\"\nkeep = [\"name\"]") +
        rule("other", "school", R"(until = "closed")");
    EXPECT_EQ(on(rules, closed_plan, "2026-11-01"), "undetermined minimise 2010-06-30");
}

TEST(RetentionEvaluator, AServiceTheCatalogueDoesNotKnowFallsToEveryServiceRules) {
    const std::string facts = "person P\ninvolvement I P gone 2009-01-01 2010-06-30\n";
    EXPECT_EQ(on(six_years, facts, "2026-11-01"), "undetermined");
    EXPECT_EQ(on(rule("any", "*", R"(until = "closed + 1y")"), facts, "2026-11-01"), "due any 2011-06-30");
}

TEST(RetentionEvaluator, MinimiseAndTransferCompeteAmongTheirOwnKind) {
    const std::string rules =
        six_years +
        rule("less", "plan", "action = \"minimise\"\nuntil = \"closed + 1y\"\nkeep = [\"name\"]") +
        rule("later", "plan", "action = \"minimise\"\nuntil = \"closed + 3y\"\nkeep = [\"name\"]") +
        rule("award", "plan", "action = \"minimise\"\nuntil = \"award + 9y\"\nkeep = [\"name\"]") +
        rule("move", "plan", "action = \"transfer\"\nuntil = \"closed + 8y\"\nto = \"county archive\"");
    EXPECT_EQ(on(rules, closed_plan, "2011-01-01"),
              "retain six 2016-06-30 minimise 2013-06-30 transfer 2018-06-30");
    EXPECT_EQ(on(rules, "person P\ninvolvement I P plan 2009-01-01\n", "2011-01-01"), "live");
}

TEST(RetentionEvaluator, MinimisingStandsBesideLiveOfAnUnknownDay) {
    const std::string rules =
        rule("care", "care", "covers = \"file\"\nuntil = \"closed\"") +
        rule("less", "plan", "action = \"minimise\"\nuntil = \"closed + 1y\"\nkeep = [\"name\"]");
    const std::string facts = std::string(closed_plan) + "involvement J P looked-after 2012-01-01\n";
    EXPECT_EQ(on(rules, facts, "2026-11-01"), "live minimise 2011-06-30");
}

TEST(RetentionEvaluator, AnInexactBirthAsksForAPersonEvenWhereItDoesNotDecide) {
    const std::string facts = "person P born 1990\ninvolvement I P plan 2009-01-01 2010-06-30\n";
    const std::string later = rule("later", "plan", "until = \"later-of(age(2y), closed + 1y)\"");
    EXPECT_EQ(on(later, facts, "2011-06-30"), "retain later 2011-06-30");
    EXPECT_EQ(on(later, facts, "2026-11-01"), "review later 2011-06-30");
    const std::string loser = six_years + rule("birth", "plan", R"(until = "birth + 2y")");
    EXPECT_EQ(on(loser, facts, "2026-11-01"), "review six 2016-06-30");
    const std::string condition = rule("if", "plan", "until = \"closed + 1y\"\nif = \"recorded(birth)\"");
    EXPECT_EQ(on(condition, facts, "2026-11-01"), "due if 2011-06-30");
}

TEST(RetentionEvaluator, NotWhileKeepsPastTheDayAndIsAskedOnlyThen) {
    CaseWorld family = world(
        rule("six", "plan", "until = \"closed + 6y\"\nnot_while = \"family-open(*)\""),
        std::string(closed_plan) + "person Q\nfamily P Q\ninvolvement J Q visit 2010-01-01 2020-01-01\n");
    EXPECT_EQ(family.outcome("I", "2016-06-30"), "retain six 2016-06-30");
    EXPECT_FALSE(family.family_was_asked());
    const Decision kept = family.decide("I", "2016-07-01");
    EXPECT_EQ(family.words(kept), "retain six 2016-06-30");
    EXPECT_EQ(kept.people_read, std::vector<std::string>{"Q"});
    EXPECT_EQ(kept.reconsider_on, parse_date("2020-01-01"));
    EXPECT_EQ(family.outcome("I", "2020-01-01"), "due six 2016-06-30");
}

TEST(RetentionEvaluator, AnUnknownNotWhileKeepsAndAnyApplicableRuleHasOne) {
    const std::string rules =
        six_years + rule("one", "plan", "until = \"closed + 1y\"\nnot_while = \"medium != paper\"");
    EXPECT_EQ(on(rules, closed_plan, "2026-11-01"), "retain six 2016-06-30");
    EXPECT_EQ(on(rules, std::string(closed_plan) + "attribute I medium paper\n", "2026-11-01"),
              "due six 2016-06-30");
}

TEST(RetentionEvaluator, APersonWithoutInvolvementsIsUndetermined) {
    CaseWorld alone = world(six_years, "person P\nperson Q\nsame P Q\nhold H from 2020-01-01\n");
    const std::vector<Decision> decisions = alone.decide_all("P", parse_date("2026-11-01").value(), false);
    ASSERT_EQ(decisions.size(), 2U);
    EXPECT_EQ(decisions[1].person, "Q");
    EXPECT_EQ(decisions[1].involvement, "");
    EXPECT_EQ(alone.words(decisions[1]), "undetermined");
}

TEST(RetentionEvaluator, ExplainingChangesNothingElse) {
    CaseWorld two = world(six_years + rule("care", "care", "covers = \"file\"\nuntil = \"birth + 75y\""),
                          "person P born 2000\ninvolvement I P plan 2009-01-01 2010-06-30\n"
                          "involvement J P looked-after 2009-01-01 2010-06-30\nhold H from 2020-01-01\n");
    const Date day = parse_date("2026-11-01").value();
    const auto plain = two.decide_all("P", day, false);
    const auto explained = two.decide_all("P", day, true);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_EQ(two.words(plain[i]), two.words(explained[i]));
        EXPECT_EQ(plain[i].reconsider_on, explained[i].reconsider_on);
        EXPECT_EQ(plain[i].people_read, explained[i].people_read);
        EXPECT_TRUE(plain[i].explanation.steps.empty());
        EXPECT_FALSE(explained[i].explanation.steps.empty());
    }
}

TEST(Outcome, ItsNamesAreRead) {
    for (const Outcome outcome : {Outcome::live, Outcome::retain, Outcome::due, Outcome::review,
                                  Outcome::held, Outcome::permanent, Outcome::undetermined})
        EXPECT_EQ(parse_outcome(to_text(outcome)), outcome);
    EXPECT_FALSE(parse_outcome("gone"));
}

}  // namespace
}  // namespace casekeeper::test
