// SPDX-License-Identifier: MIT
#include "policy/hold_index.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace casekeeper::test {
namespace {

const std::string facts =
    "person P\nperson Q\nsame P Q\nperson R\n"
    "involvement I P looked-after 2009-01-01 2010-06-30\n"
    "involvement J Q school 2012-01-01 2013-06-30\n"
    "involvement K R school 2012-01-01\n"
    "entry I 2010-02-02 She said that the coach's lake-side camp was NOT safe\n"
    "entry I 2027-02-02 a solicitor wrote\n";

// The ids of the holds listed for an involvement under one hold of that scope, in force since 2020.
std::string held_by(const std::string& scope, const std::string& involvement,
                    const std::string& day = "2026-11-01") {
    CaseWorld small =
        world(rule("six", "*", R"(until = "closed + 6y")"), facts + "hold H from 2020-01-01 " + scope);
    const Decision decision = small.decide(involvement, day);
    return decision.holds.empty() ? "" : decision.holds.front();
}

TEST(Hold, AnEmptyScopeReachesEverything) {
    EXPECT_EQ(held_by("", "I"), "H");
    EXPECT_EQ(held_by("", "K"), "H");
}

TEST(Hold, APersonIsTheWholeHuman) {
    EXPECT_EQ(held_by("persons Q,X", "I"), "H");
    EXPECT_EQ(held_by("persons Q,X", "J"), "H");
    EXPECT_EQ(held_by("persons Q,X", "K"), "");
}

TEST(Hold, AnInvolvementIsItselfOnly) {
    EXPECT_EQ(held_by("involvements J", "J"), "H");
    EXPECT_EQ(held_by("involvements J", "I"), "");
}

TEST(Hold, AServiceIsAnIdAGroupOrAll) {
    EXPECT_EQ(held_by("services school,club", "J"), "H");
    EXPECT_EQ(held_by("services care", "I"), "H");
    EXPECT_EQ(held_by("services care", "J"), "");
    EXPECT_EQ(held_by("services *", "J"), "H");
}

TEST(Hold, ThePeriodOfOpeningIncludesItsEnds) {
    EXPECT_EQ(held_by("opened-from 2009-01-01 opened-to 2009-01-01", "I"), "H");
    EXPECT_EQ(held_by("opened-from 2009-01-02", "I"), "");
    EXPECT_EQ(held_by("opened-to 2008-12-31", "I"), "");
}

TEST(Hold, WordsAreWholeFoldedAndInEntriesThatHaveHappened) {
    EXPECT_EQ(held_by("words LAKE", "I"), "H");
    EXPECT_EQ(held_by("words lak", "I"), "");
    EXPECT_EQ(held_by("words \"not safe\"", "I"), "H");
    EXPECT_EQ(held_by("words nothing,Camp", "I"), "H");
    EXPECT_EQ(held_by("words camp", "J"), "");
    EXPECT_EQ(held_by("words solicitor", "I"), "");
    EXPECT_EQ(held_by("words solicitor", "I", "2027-02-02"), "H");
}

TEST(Hold, AcrossKeysAllMustMatch) {
    EXPECT_EQ(held_by("persons P services school", "J"), "H");
    EXPECT_EQ(held_by("persons P services school", "I"), "");
    EXPECT_EQ(held_by("persons P services school words camp", "J"), "");
    EXPECT_EQ(held_by("persons R involvements J", "J"), "");
}

TEST(Hold, IsInForceFromItsFirstDayToTheDayBeforeItsRelease) {
    CaseWorld small = world(rule("six", "*", R"(until = "closed + 6y")"),
                            facts + "hold H from 2026-03-01 released 2026-05-01\n");
    EXPECT_EQ(small.outcome("I", "2026-02-28"), "due six 2016-06-30");
    EXPECT_EQ(small.outcome("I", "2026-03-01"), "held six 2016-06-30 holds H");
    EXPECT_EQ(small.outcome("I", "2026-04-30"), "held six 2016-06-30 holds H");
    EXPECT_EQ(small.outcome("I", "2026-05-01"), "due six 2016-06-30");
}

TEST(Hold, TurnsDueAndReviewIntoHeldAndStandsBesideTheRest) {
    const std::string hold = "hold H2 from 2020-01-01\nhold H10 from 2020-01-01\n";
    CaseWorld small = world(rule("six", "care", R"(until = "closed + 20y")") +
                                rule("look", "school", "until = \"closed\"\naction = \"review\""),
                            facts + hold + "involvement L R club 2027-01-01\n");
    EXPECT_EQ(small.outcome("I", "2026-11-01"), "retain six 2030-06-30 holds H10 H2");
    EXPECT_EQ(small.outcome("J", "2026-11-01"), "held look 2013-06-30 holds H10 H2");
    EXPECT_EQ(small.outcome("K", "2026-11-01"), "live holds H10 H2");
    EXPECT_EQ(small.outcome("L", "2026-11-01"), "live holds H10 H2");
}

TEST(HoldIndex, FindsWhatLookingAtEveryHoldFinds) {
    CaseFile file;
    file.people.push_back({"P", {}, false, {}});
    file.involvements.push_back({});
    file.involvements.back().id = "I";
    const auto hold = [](const std::string& id, std::vector<std::string> persons,
                         std::vector<std::string> involvements) {
        Hold made;
        made.id = id;
        made.persons = std::move(persons);
        made.involvements = std::move(involvements);
        return made;
    };
    const std::vector<Hold> holds = {hold("a", {"P", "P"}, {}), hold("b", {"Q"}, {}),
                                     hold("c", {}, {"I", "J"}), hold("d", {"P"}, {"J"}),
                                     hold("e", {}, {}),         hold("f", {"P"}, {"I"}),
                                     hold("g", {"Q", "P"}, {})};
    const HoldIndex index(holds);
    std::string found;
    for (const Hold* one : index.reaching(file)) found += one->id;
    EXPECT_EQ(found, "acefg");
    for (const Hold& one : holds) EXPECT_EQ(may_reach(one, file), found.find(one.id) != std::string::npos);
}

}  // namespace
}  // namespace casekeeper::test
