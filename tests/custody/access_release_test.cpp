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
    PackReady pack = PackReady::sealed;

    std::vector<Obstacle> found(ReleaseStage stage, const char* day) const {
        return obstacles_to(
            stage, {one, items, asks, events, rules(), entitlement, now, birthdays, agreed, pack}, on(day));
    }
    std::string obstacles(ReleaseStage stage = ReleaseStage::dispatch, const char* day = "2026-11-23") const {
        std::string codes;
        for (const Obstacle& obstacle : found(stage, day))
            codes += (codes.empty() ? "" : " ") + obstacle.code;
        return codes;
    }
    Obstacle first() const { return found(ReleaseStage::decide, "2026-11-23").front(); }
    void happens(const char* event, const char* day, const std::string& facts = "{}") {
        events.push_back(
            {static_cast<long long>(events.size()) + 1, event, "signed", day, "", "dana", facts});
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

// Whoever signs reads what will leave, and nothing leaves unlocked.
TEST(AccessRelease, APackIsMadeBeforeItIsSignedAndSealedBeforeItIsSent) {
    Case one;
    one.pack = PackReady::none;
    EXPECT_EQ(one.obstacles(ReleaseStage::decide), "");
    EXPECT_EQ(one.obstacles(ReleaseStage::sign), "no-pack");
    EXPECT_EQ(one.obstacles(), "no-pack");
    one.pack = PackReady::made;
    EXPECT_EQ(one.obstacles(ReleaseStage::sign), "");
    EXPECT_EQ(one.obstacles(), "not-sealed");
}

TEST(AccessRelease, APackIsOfTheDecisionsThatStandAndSealedForThisAnswer) {
    Case one;
    one.items = {decided("crime", "withhold")};
    StoredPack pack;
    pack.made_of = made_of(one.one, one.items);
    pack.folder = "packs/one";
    const auto ready = [&](const std::optional<StoredPack>& stored) {
        return pack_ready(stored, one.one, one.items, one.events);
    };
    EXPECT_EQ(ready(std::nullopt), PackReady::none);
    EXPECT_EQ(ready(pack), PackReady::made);
    pack.state = "sealed";
    EXPECT_EQ(ready(pack), PackReady::made) << "nothing says that it was sealed";
    one.happens("seal", "2026-11-21");
    EXPECT_EQ(ready(pack), PackReady::sealed);
    one.happens("reopen", "2026-11-22");
    EXPECT_EQ(ready(pack), PackReady::made) << "it was sealed for the answer before";
    one.happens("seal", "2026-11-23");
    EXPECT_EQ(ready(pack), PackReady::sealed);
    one.items.front().decision = "show";
    EXPECT_EQ(ready(pack), PackReady::none) << "another decision";
    one.items.front().decision = "withhold";
    one.one.review = "another";
    EXPECT_EQ(ready(pack), PackReady::none) << "another file";
    one.one.review = "digest";
    pack.folder.reset();
    EXPECT_EQ(ready(pack), PackReady::none) << "its files are gone";
}

TEST(AccessRelease, TheHintToWhoeverMayNotAskLeadsOn) {
    using Answer = Entitlement::Answer;
    Case one;
    one.entitlement = {Answer::missing, "x", "y", true};
    EXPECT_EQ(one.first().hint, "casekeeper access verify-identity A1 --authority TEXT");
    one.entitlement = {Answer::missing, "x", "y"};
    EXPECT_TRUE(one.first().hint.starts_with("casekeeper access verify-identity A1 --known --how TEXT"));
    one.entitlement = {Answer::not_entitled, "x", "y"};
    EXPECT_EQ(one.first().hint, "casekeeper access decide A1 --refuse --reason TEXT");
    one.entitlement = {Answer::missing, "x", "y", false, true};
    EXPECT_TRUE(one.first().hint.starts_with("casekeeper access decide A1 --refuse --reason TEXT"));
    EXPECT_TRUE(one.first().hint.ends_with("--route adoption --statement TEXT")) << one.first().hint;
}

// They said so of the day, whichever answer comes on it.
TEST(AccessRelease, ADayToBeAvoidedIsAvoidedByALaterAnswerToo) {
    Case one;
    one.events.clear();
    one.happens("announce", "2026-11-02", R"({"avoid":["2026-11-23"]})");
    one.happens("dispatch", "2026-11-03");
    one.happens("reopen", "2026-11-04");
    one.happens("search", "2026-11-05");
    one.happens("announce", "2026-11-06");
    EXPECT_EQ(one.obstacles(), "avoided-day");
    EXPECT_EQ(one.obstacles(ReleaseStage::dispatch, "2026-11-24"), "");
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

// What they once asked for stands: a second word of it that names other days takes none away.
TEST(AccessRelease, DaysThatWereToBeAvoidedStayAvoided) {
    Case one;
    one.events.back().facts = R"({"avoid":["2026-11-23"]})";
    one.happens("announce", "2026-11-21", R"({"avoid":["2026-11-25"]})");
    EXPECT_EQ(one.obstacles(), "avoided-day");
    EXPECT_EQ(one.obstacles(ReleaseStage::dispatch, "2026-11-25"), "avoided-day");
    EXPECT_EQ(one.obstacles(ReleaseStage::dispatch, "2026-11-26"), "");
}

TEST(AccessRelease, NothingGoesBeforeTheDayTheyWereTold) {
    Case one;
    one.events.back().facts = R"({"arrives":"2026-11-27"})";
    EXPECT_EQ(one.obstacles(), "too-early");
    EXPECT_EQ(one.obstacles(ReleaseStage::sign), "");
    EXPECT_EQ(one.obstacles(ReleaseStage::dispatch, "2026-11-26"), "too-early");
    EXPECT_EQ(one.obstacles(ReleaseStage::dispatch, "2026-11-27"), "");
    one.agreed = true;
    EXPECT_EQ(one.obstacles(), "too-early") << "that is another question";
}

TEST(AccessRelease, TheLastDayTheyWereToldCounts) {
    Case one;
    one.events.back().facts = R"({"arrives":"2026-11-22"})";
    one.happens("announce", "2026-11-21", R"({"arrives":"2026-12-07"})");
    EXPECT_EQ(one.obstacles(), "too-early") << "they asked to wait";
    one.happens("announce", "2026-11-22", R"({"wanted":false})");
    EXPECT_EQ(one.obstacles(), "") << "they want no word any more, and wait for none";
    one.happens("announce", "2026-11-23", R"({"arrives":"2026-11-23"})");
    EXPECT_EQ(one.obstacles(), "");
}

// What was searched and said for an answer is not for the next one.
TEST(AccessRelease, AnAnswerThatIsLookedAtAgainTakesAnotherSearchAndAnotherWord) {
    for (const char* begins : {"reopen", "dispatch"}) {
        Case one;
        one.events.back().facts = R"({"avoid":["2026-11-23"],"arrives":"2026-11-27"})";
        one.happens(begins, "2026-11-22");
        EXPECT_EQ(one.obstacles(), "not-searched not-announced avoided-day") << begins;
    }
}

// ── What is said of it ──

TEST(AccessRelease, WhatIsToBeDecidedIsSaidAsItIsTyped) {
    Case one;
    one.items = {{"entry:E1", "legal-privilege", "", "weigh", "why"},
                 {"entry:E2", "crime", "", "weigh", "why"}};
    EXPECT_EQ(one.first().what, "2 proposals are not decided");
    EXPECT_EQ(one.first().hint,
              "casekeeper access decide A1 entry:E1 --rule legal-privilege --withhold --reason TEXT "
              "--record claim=TEXT, or --show --reason TEXT");
    one.items = {{"entry:E1", "protected-place", "place:P9/address/0", "withhold", "why"}};
    EXPECT_NE(one.first().hint.find(" --about place:P9/address/0 --withhold"), std::string::npos)
        << one.first().hint;
}

TEST(AccessRelease, AKeyWithSpacesIsTypedInQuotes) {
    Case one;
    one.items = {{"entry:E1", "third-party", "name:Jane O'Roe", "weigh", "why"}};
    EXPECT_NE(one.first().hint.find(R"( --about 'name:Jane O'\''Roe' )"), std::string::npos)
        << one.first().hint;
}

// An error may be kept where a name may not: only whoever reads the case is told it.
TEST(AccessRelease, AnErrorNamesNobody) {
    Case one;
    one.items = {{"entry:E1", "third-party", "name:Jane Roe", "weigh", "why"}};
    EXPECT_EQ(hint_of_error(one.first(), "A1"), "casekeeper access show A1");
    one.items = {{"entry:E1", "third-party", "person:P2", "weigh", "why"}};
    EXPECT_EQ(hint_of_error(one.first(), "A1"), one.first().hint);
}

TEST(AccessRelease, WhoeverMayNotAskIsRefusedAndNotShownAgain) {
    Case one;
    one.entitlement.answer = Entitlement::Answer::not_entitled;
    EXPECT_EQ(one.first().hint, "casekeeper access decide A1 --refuse --reason TEXT");
    one.entitlement.answer = Entitlement::Answer::missing;
    EXPECT_NE(one.first().hint.find("verify-identity A1"), std::string::npos) << one.first().hint;
}

TEST(AccessRelease, APlaceIsNobody) {
    Case one;
    one.items = {decided("protected-place", "show")};
    one.items.front().about = "place:P9/address/0";
    EXPECT_NE(one.first().what.find(", of a protected place"), std::string::npos) << one.first().what;
    one.items.front().about = "person:P2";
    EXPECT_NE(one.first().what.find(", of somebody"), std::string::npos) << one.first().what;
}

TEST(AccessRelease, APartThatLacksItsRecordIsDecidedAsAPartAgain) {
    Case one;
    one.items = {decided("legal-privilege", "part")};
    EXPECT_NE(one.first().hint.find("--part TEXT --reason TEXT --record claim=TEXT"), std::string::npos)
        << one.first().hint;
}

}  // namespace
}  // namespace casekeeper::test
