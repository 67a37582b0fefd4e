// SPDX-License-Identifier: MIT
//
// Each question that is asked before anything is signed or sent, by itself.
#include "custody/access_release.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace casekeeper::test {
namespace {

const ReleaseRules& rules() {
    static const ReleaseRules read = [] {
        std::ifstream in(CASEKEEPER_SOURCE "/config/release_rules.toml", std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        std::vector<Finding> findings;
        return ReleaseRules::read(text.str(), "release_rules.toml", findings);
    }();
    return read;
}

Date on(const char* day) {
    return parse_date(day).value();
}

// A request of which nothing stands in the way.
struct Case {
    AccessCase one{"A1", "P1", "2026-11-01", "signed", {}, {}, "digest", {}, {}, true};
    std::vector<AccessItem> items;
    std::vector<AccessAsk> asks;
    std::vector<CaseEvent> events{{1, "search", "reviewed", "2026-11-02", "", "dana", "{}"},
                                  {2, "announce", "signed", "2026-11-20", "", "dana", "{}"}};
    Entitlement entitlement{Entitlement::Answer::entitled, "", ""};
    std::string now = "digest";
    std::vector<month_day> birthdays;
    bool agreed = false;

    std::string obstacles(ReleaseStage stage = ReleaseStage::dispatch, const char* day = "2026-11-23") const {
        std::string codes;
        for (const Obstacle& one_of_them : obstacles_to(
                 stage, {one, items, asks, events, rules(), entitlement, now, birthdays, agreed}, on(day)))
            codes += (codes.empty() ? "" : " ") + one_of_them.code;
        return codes;
    }
};

AccessItem decided(const std::string& rule, const std::string& decision, const std::string& record = "{}") {
    AccessItem item{"entry:E1", rule, "", "weigh", "why"};
    item.decision = decision;
    item.decided_by = "dana";
    item.facts = R"({"reason":"x","record":)" + record + "}";
    return item;
}

AccessAsk opinion(const char* given, bool harm, const std::string& items = R"(["entry:E1"])") {
    AccessAsk ask;
    ask.kind = "opinion";
    ask.answered_on = given;
    ask.outcome = harm ? "harm" : "no-harm";
    ask.facts = R"({"items":)" + items + "}";
    return ask;
}

TEST(AccessRelease, NothingStandsInTheWayOfWhatIsDone) {
    EXPECT_EQ(Case().obstacles(), "");
}

TEST(AccessRelease, EachThingThatIsMissingIsSaid) {
    Case one;
    one.entitlement.answer = Entitlement::Answer::missing;
    one.now = "another";
    one.items = {{"entry:E1", "crime", "", "weigh", "why"}};
    one.events.clear();
    EXPECT_EQ(one.obstacles(), "not-entitled not-reviewed undecided not-searched not-announced");
    EXPECT_EQ(one.obstacles(ReleaseStage::decide), "not-entitled not-reviewed undecided not-searched");
}

TEST(AccessRelease, AWithholdingCarriesWhatItsRuleWantsRecorded) {
    Case one;
    one.items = {decided("legal-privilege", "withhold")};
    EXPECT_EQ(one.obstacles(), "not-recorded");
    one.items = {decided("legal-privilege", "withhold", R"({"claim":"advice of our solicitor"})")};
    EXPECT_EQ(one.obstacles(), "");
    one.items = {decided("legal-privilege", "show")};
    EXPECT_EQ(one.obstacles(), "") << "showing needs nothing";
}

// DPA 2018 Sch 3 para 6(1) to (3).
TEST(AccessRelease, HealthDataIsShownByAnOpinionInDateOrWhatIsKnown) {
    Case one;
    one.items = {decided("health-bar", "show")};
    EXPECT_EQ(one.obstacles(), "opinion");
    one.asks = {opinion("2026-05-24", false)};
    EXPECT_EQ(one.obstacles(), "") << "the first of the six months that end today";
    one.asks = {opinion("2026-05-23", false)};
    EXPECT_EQ(one.obstacles(), "opinion");
    one.asks = {opinion("2026-11-01", false, R"(["entry:E9"])")};
    EXPECT_EQ(one.obstacles(), "opinion") << "it covers something else";
    one.asks = {opinion("2026-11-01", false), opinion("2026-11-20", true)};
    EXPECT_EQ(one.obstacles(), "opinion") << "the latest counts";
    one.asks.clear();
    one.items.front().facts = R"({"reason":"x","known":"it was read to her in 2019","record":{}})";
    EXPECT_EQ(one.obstacles(), "");
}

TEST(AccessRelease, SeriousHarmTakesTwoPeopleAndADay) {
    Case one;
    one.items = {decided("social-work-harm", "withhold", R"({"harm":"a","social-work":"b","extent":"c"})")};
    EXPECT_EQ(one.obstacles(), "not-recorded") << "no day to look again";
    one.items.front().look_again_on = "2027-05-01";
    EXPECT_EQ(one.obstacles(), "one-signature");
    one.items.front().countersigned_by = "dana";
    EXPECT_EQ(one.obstacles(), "one-signature") << "her own";
    one.items.front().countersigned_by = "delia";
    EXPECT_EQ(one.obstacles(), "");
    EXPECT_EQ(one.obstacles(ReleaseStage::dispatch, "2027-05-01"), "look-again");
}

TEST(AccessRelease, AProtectedPlaceIsShownByTwoPeopleOnly) {
    Case one;
    one.items = {decided("protected-place", "show")};
    EXPECT_EQ(one.obstacles(), "one-signature");
    one.items.front().countersigned_by = "delia";
    EXPECT_EQ(one.obstacles(), "");
}

TEST(AccessRelease, ItDoesNotArriveOnADayTheyDoNotWant) {
    Case one;
    one.birthdays = {month_day{std::chrono::November, std::chrono::day{23}}};
    EXPECT_EQ(one.obstacles(), "avoided-day");
    EXPECT_EQ(one.obstacles(ReleaseStage::sign), "");
    one.agreed = true;
    EXPECT_EQ(one.obstacles(), "");
    one.agreed = false;
    one.birthdays.clear();
    one.events.back().facts = R"({"avoid":["2026-11-23"]})";
    EXPECT_EQ(one.obstacles(), "avoided-day");
    EXPECT_EQ(one.obstacles(ReleaseStage::dispatch, "2026-11-24"), "");
}

}  // namespace
}  // namespace casekeeper::test
