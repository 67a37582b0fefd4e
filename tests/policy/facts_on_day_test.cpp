// SPDX-License-Identifier: MIT
#include "policy/facts_on_day.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace casekeeper::test {
namespace {

const std::string plan = "involvement I P plan 2010-01-15 2012-03-31\n";

// "REVIEW DAY" of a rule that asks for the birth alone.
std::string birth(const std::string& people, const std::string& day = "2026-11-01") {
    return world(rule("birth", "plan", R"(until = "birth")"), people + plan).outcome("I", day);
}

TEST(JoinedRecords, ABirthLiesAnywhereThatOneOfThemAllows) {
    EXPECT_EQ(birth("person P born 2001-03-03\nperson Q\nsame P Q\n"), "due birth 2001-03-03");
    EXPECT_EQ(birth("person P born 2001-03-03\nperson Q born 2001-03-03\nsame P Q\n"),
              "due birth 2001-03-03");
    EXPECT_EQ(birth("person P born 2001-03-03\nperson Q born 2000-01-01\nsame P Q\n"),
              "review birth 2001-03-03");
    EXPECT_EQ(birth("person P born 2001-03-03\nperson Q born 2001\nsame P Q\n"), "review birth 2001-12-31");
    EXPECT_EQ(birth("person P born 2001-03-03\nperson Q born 2027-01-01\nsame P Q\n"),
              "due birth 2001-03-03");
}

TEST(JoinedRecords, AJoinGoesThroughOthers) {
    EXPECT_EQ(birth("person P\nperson Q\nperson R born 2001-03-03\nsame P Q\nsame R Q\n"),
              "due birth 2001-03-03");
}

TEST(JoinedRecords, DiedIfAnyHasOnTheLatestDayKnown) {
    const auto death = [](const std::string& people, const std::string& day = "2026-11-01") {
        return world(rule("death", "plan", R"(until = "death")"), people + plan).outcome("I", day);
    };
    EXPECT_EQ(death("person P died 2020-01-01\nperson Q died 2020-01-03\nsame P Q\n"),
              "due death 2020-01-03");
    EXPECT_EQ(death("person P died 2020-01-01\nperson Q died unknown\nsame P Q\n"), "due death 2020-01-01");
    EXPECT_EQ(death("person P died 2020-01-01\nperson Q died 2030-01-03\nsame P Q\n"),
              "due death 2020-01-01");
    EXPECT_EQ(death("person P died 2030-01-01\n"), "undetermined");
}

TEST(Birth, OfSomebodyNotYetBornIsUnknown) {
    EXPECT_EQ(birth("person P born 2027-01\n"), "undetermined");
    EXPECT_EQ(birth("person P born 2026-11\n"), "retain birth 2026-11-30");
    EXPECT_EQ(birth("person P\n"), "undetermined");
}

TEST(Roles, TheirPeopleAreReadEvenWhereTheyDoNotExist) {
    CaseWorld small =
        world(rule("adult", "plan", R"(until = "birth@worker")"), "person P\n" + plan + "role I worker W\n");
    EXPECT_EQ(small.outcome("I", "2026-11-01"), "undetermined");
    EXPECT_EQ(small.decide("I", "2026-11-01").people_read, std::vector<std::string>{"W"});
}

TEST(Roles, APersonMayStandInARoleOfTheirOwnRecord) {
    CaseWorld small = world(rule("adult", "plan", R"(until = "birth@worker")"),
                            "person P\nperson Q born 1980-01-01\nsame P Q\n" + plan + "role I worker P\n");
    EXPECT_EQ(small.outcome("I", "2026-11-01"), "due adult 1980-01-01");
    EXPECT_TRUE(small.decide("I", "2026-11-01").people_read.empty());
}

std::string family(const std::string& more, const std::string& services = "*") {
    const std::string people = "person P\nperson M\nperson S\nperson T\n";
    return truth_of("family-open(" + services + ")", people + plan + more);
}

TEST(Family, IsAtMostTwoRelationshipsAway) {
    EXPECT_EQ(family("involvement J M visit 2020-01-01\n"), "no");
    EXPECT_EQ(family("family P M\ninvolvement J M visit 2020-01-01\n"), "yes");
    EXPECT_EQ(family("family P M\nfamily S M\ninvolvement J S visit 2020-01-01\n"), "yes");
    EXPECT_EQ(family("family P M\nfamily S M\nfamily S T\ninvolvement J T visit 2020-01-01\n"), "no");
}

TEST(Family, IsNotThePersonAndGoesByServiceAndDay) {
    EXPECT_EQ(family("family P M\nfamily M P\ninvolvement J P visit 2020-01-01\n"), "no");
    EXPECT_EQ(family("family P M\ninvolvement J M visit 2020-01-01\n", "care"), "no");
    EXPECT_EQ(family("family P M\ninvolvement J M looked-after 2020-01-01\n", "care"), "yes");
    EXPECT_EQ(family("family P M\ninvolvement J M visit 2020-01-01 2026-11-01\n"), "no");
    EXPECT_EQ(family("family P M\ninvolvement J M visit 2026-11-02\n"), "no");
}

TEST(Family, IsAskedForOnlyWhereATestNeedsIt) {
    CaseWorld small =
        world(rule("a", "plan", "until = \"closed\"\nif = \"medium = paper and family-open(*)\""),
              "person P\n" + plan);
    small.decide("I", "2026-11-01");
    EXPECT_FALSE(small.family_was_asked());
}

// The decision on I, and when it is looked at again.
std::string again(const std::string& rules, const std::string& facts, const std::string& day) {
    CaseWorld small = world(rules, "person P born 2000-01-01\n" + facts);
    const Decision decision = small.decide("I", day);
    return decision.reconsider_on ? to_text(*decision.reconsider_on) : "never";
}

const std::string six = rule("six", "plan", R"(until = "closed + 6y")");

TEST(ReconsiderOn, IsTheDayAfterTheFloorAndTheCeilingItself) {
    EXPECT_EQ(again(six, plan, "2015-01-01"), "2018-04-01");
    EXPECT_EQ(again(six, plan, "2018-03-31"), "2018-04-01");
    EXPECT_EQ(again(six, plan, "2018-04-01"), "never");
    const std::string ceiling = rule("most", "plan", "bound = \"at-most\"\nuntil = \"closed + 6y\"");
    EXPECT_EQ(again(ceiling, plan, "2015-01-01"), "2018-03-31");
}

TEST(ReconsiderOn, OfWhatIsLiveIsTheClosingIfAny) {
    EXPECT_EQ(again(six, plan, "2011-01-01"), "2012-03-31");
    EXPECT_EQ(again(six, plan, "2009-01-01"), "2012-03-31");
    EXPECT_EQ(again(six, "involvement I P plan 2010-01-15\n", "2026-11-01"), "never");
}

TEST(ReconsiderOn, SeesHoldsThatMatchBeginAndEnd) {
    const std::string hold = plan + "hold H from 2027-01-01 released 2028-01-01 ";
    EXPECT_EQ(again(six, hold, "2026-11-01"), "2027-01-01");
    EXPECT_EQ(again(six, hold, "2027-01-01"), "2028-01-01");
    EXPECT_EQ(again(six, hold, "2028-01-01"), "never");
    EXPECT_EQ(again(six, hold + "services care", "2026-11-01"), "never");
}

TEST(ReconsiderOn, SeesFactsDatedLaterThatARuleWaitsFor) {
    const std::string award = rule("award", "plan", R"(until = "award")");
    EXPECT_EQ(again(award, plan + "event I award 2027-05-05\n", "2026-11-01"), "2027-05-05");
    EXPECT_EQ(again(six, plan + "event I award 2027-05-05\n", "2026-11-01"), "never");
    const std::string entry = rule("entry", "plan", R"(until = "last-entry")");
    EXPECT_EQ(again(entry, plan + "entry I 2028-01-01 a\nentry I 2027-01-01 b\nentry I 2020-01-01 c\n",
                    "2026-11-01"),
              "2027-01-01");
    const std::string care = rule("care", "care", "covers = \"file\"\nuntil = \"birth + 75y\"");
    EXPECT_EQ(again(six + care, plan + "involvement J P looked-after 2027-03-03\n", "2026-11-01"),
              "2027-03-03");
}

TEST(ReconsiderOn, SeesTheFamilysClosingsWhileNotWhileKeeps) {
    const std::string kept = rule("six", "plan", "until = \"closed + 6y\"\nnot_while = \"family-open(*)\"");
    const std::string family_facts = plan + "person M\nfamily P M\n";
    EXPECT_EQ(again(kept, family_facts + "involvement J M visit 2020-01-01\n", "2026-11-01"), "never");
    EXPECT_EQ(again(kept,
                    family_facts + "involvement J M visit 2020-01-01 2027-01-01\n"
                                   "involvement K M visit 2020-01-01 2028-01-01\n",
                    "2026-11-01"),
              "2028-01-01");
    EXPECT_EQ(again(kept, family_facts + "involvement J M visit 2029-01-01\n", "2026-11-01"), "2029-01-01");
}

}  // namespace
}  // namespace casekeeper::test
