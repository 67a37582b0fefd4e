// SPDX-License-Identifier: MIT
#include "custody/restrictions.h"

#include "support/restriction_world.h"

namespace casekeeper::test {
namespace {

class RestrictionsTest : public RestrictionWorld {};
CASEKEEPER_ON_BOTH_ENGINES(RestrictionsTest);

TEST_P(RestrictionsTest, IsAHoldByTheLawItFollowsFrom) {
    const Record placed = place(over({"entry:E1"}));
    EXPECT_EQ(placed.value("kind"), "restriction");
    EXPECT_EQ(placed.value("authority"), "UK GDPR Art 18(1)(a)");
    EXPECT_EQ(placed.value("from"), "2026-11-23");
    EXPECT_EQ(placed.value("scope"), R"({"items":["entry:E1"]})");
    EXPECT_EQ(placed.value("review_on"), "2026-12-23");
    EXPECT_EQ(RecordStore(database()).find(RecordType::hold, placed.key()), placed);
}

TEST_P(RestrictionsTest, TakesTheNextIdOfHoldsOrTheOneGiven) {
    EXPECT_EQ(place(over({"entry:E1"})).key(), "H1");
    RestrictionOrder order = over({"entry:E1"});
    order.id = "H2";
    EXPECT_EQ(place(order).key(), "H2");
    EXPECT_EQ(place(over({"entry:E1"})).key(), "H3");
    EXPECT_EQ(refused(order), "65: there is a hold H2 already");
    order.id = "access_request:A1";
    EXPECT_NE(refused(order).find("65: ids that begin like"), std::string::npos);
}

TEST_P(RestrictionsTest, NamesInvolvementsAsAnyHoldDoesAndMixedItemsAsTheyAre) {
    EXPECT_EQ(place(over({"involvement:C1", "involvement:C2"})).value("scope"),
              R"({"involvements":["C1","C2"]})");
    EXPECT_EQ(place(over({"involvement:C1", "entry:E2"})).value("scope"),
              R"({"items":["involvement:C1","entry:E2"]})");
    EXPECT_EQ(place(over_person("P1")).value("scope"), R"({"persons":["P1"]})");
}

// P1's club is due: where one note in it is contested, none of it may go.
TEST_P(RestrictionsTest, HoldsTheWholeInvolvementAroundAContestedNote) {
    const std::string restriction = place(over({"entry:E1"})).key();
    night();
    EXPECT_EQ(held_by(restriction), Texts{"C1"});
    EXPECT_EQ(sql("select involvement || ' ' || outcome from decision order by 1"),
              (Texts{"C1 held", "C2 due", "C3 due"}));
}

TEST_P(RestrictionsTest, HoldsAllInvolvementsThatMixedItemsLieIn) {
    const std::string restriction = place(over({"involvement:C1", "document:D2"})).key();
    night();
    EXPECT_EQ(held_by(restriction), (Texts{"C1", "C2"}));
}

TEST_P(RestrictionsTest, HoldsAPersonsWholeFileAndThatOfJoinedRecords) {
    const std::string restriction = place(over_person("P2")).key();
    night();
    EXPECT_EQ(held_by(restriction), (Texts{"C2", "C3"}));
}

// A later load may put the note into another involvement: the hold goes with it.
TEST_P(RestrictionsTest, FollowsAnEntryThatIsCorrectedIntoAnotherInvolvement) {
    const std::string restriction = place(over({"entry:E1"})).key();
    night();
    load({entry("E1", "C2")});
    night("2026-11-24");
    EXPECT_EQ(held_by(restriction), Texts{"C2"});
}

TEST_P(RestrictionsTest, IsRefusedWhereItNamesNothingThatIsThere) {
    const std::string before = everything();
    EXPECT_EQ(refused(over({})), "64: a restriction is over a person's whole record or over parts of it");
    RestrictionOrder both = over({"entry:E1"});
    both.person = "P1";
    EXPECT_EQ(refused(both), "64: a restriction is over a person's whole record or over parts of it");
    EXPECT_EQ(refused(over({"E1"})), "64: \"E1\" names no involvement, entry or document");
    EXPECT_EQ(refused(over({"entry:E1", "entry:E9"})), "65: there is no entry:E9 in the store");
    EXPECT_EQ(refused(over_person("P9")), "65: there is no person P9 in the store");
    RestrictionOrder late = over({"entry:E1"});
    late.review_on = day("2026-11-22");
    EXPECT_NE(refused(late).find("65: the review on 2026-11-22 lies before"), std::string::npos);
    RestrictionOrder silent = over({"entry:E1"});
    silent.reason = " ";
    EXPECT_EQ(refused(silent), "64: a restriction needs a reason");
    EXPECT_EQ(everything(), before);
}

TEST_P(RestrictionsTest, SaysWhichRequestItFollowsFrom) {
    load({R"({"type":"deletion_request","id":"R1","person":"P3","received_at":"2026-11-20"})"});
    RestrictionOrder order = over({"entry:E2"});
    order.request = "R1";
    order.ground = RestrictionGround::objection;
    EXPECT_EQ(place(order).value("authority"), "UK GDPR Art 18(1)(d), request R1");
    order.items = {"entry:E2", "entry:E1"};
    EXPECT_EQ(refused(order), "65: request R1 is about another person's record");
    order.request = "R9";
    EXPECT_EQ(refused(order), "65: there is no request \"R9\"");
}

TEST_P(RestrictionsTest, LeavesALineThatNamesNobody) {
    place(over_person("P1"));
    lift("H1");
    const Texts lines =
        sql("select kind || ' ' || line from register_line where kind like 'hold%' order by number");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(lines[0].starts_with("hold-placed ")) << lines[0];
    EXPECT_TRUE(lines[1].starts_with("hold-released ")) << lines[1];
    EXPECT_NE(lines[0].find(R"("kind":"restriction"})"), std::string::npos) << lines[0];
    EXPECT_NE(lines[1].find(R"("kind":"restriction","told_on":"2026-11-23"})"), std::string::npos)
        << lines[1];
    for (const std::string& line : lines) {
        EXPECT_EQ(line.find("P1"), std::string::npos) << line;
        EXPECT_EQ(line.find("\"H1\""), std::string::npos) << line;
    }
}

TEST_P(RestrictionsTest, EndsOnlyAfterThePersonWasTold) {
    place(over({"entry:E1"}));
    night();
    const std::string before = everything();
    EXPECT_EQ(not_lifted("H1", day("2026-11-24"), day("2026-11-23")),
              "65: the person cannot have been told on 2026-11-24: that is still to come");
    EXPECT_EQ(not_lifted("H1", day("2026-11-22"), day("2026-11-23")),
              "65: the person was told on 2026-11-22, before the restriction began on 2026-11-23");
    EXPECT_EQ(everything(), before);
    const Record lifted = lift("H1", day("2026-11-25"), day("2026-11-26"));
    EXPECT_EQ(lifted.value("told_on"), "2026-11-25");
    EXPECT_EQ(lifted.value("released_on"), "2026-11-26");
    EXPECT_EQ(lifted.value("released_by"), "dana");
    EXPECT_EQ(lifted.value("release_reason"), "verified");
    EXPECT_EQ(RecordStore(database()).find(RecordType::hold, "H1"), lifted);
    night("2026-11-26");
    EXPECT_EQ(held_by("H1"), Texts{});
    EXPECT_EQ(not_lifted("H1", day("2026-11-25"), day("2026-11-26")),
              "77: restriction H1 was lifted already, on 2026-11-26");
}

TEST_P(RestrictionsTest, LiftsNothingElse) {
    load(
        {R"({"type":"hold","id":"H7","kind":"police","authority":"a","reason":"r","from":"2026-01-01","scope":{"persons":["P1"]}})"});
    EXPECT_EQ(not_lifted("H7", today, today), "65: hold H7 is no restriction");
    EXPECT_EQ(not_lifted("H9", today, today), "65: there is no restriction \"H9\"");
    EXPECT_EQ(not_lifted("access_request:A1", today, today),
              "65: there is no restriction \"access_request:A1\"");
}

TEST_P(RestrictionsTest, CoverTheRecordOfWhomTheyNameFirst) {
    const auto person_of = [&](const RestrictionOrder& order) {
        return person_restricted(database(), place(order));
    };
    EXPECT_EQ(person_of(over_person("P3")), "P3");
    EXPECT_EQ(person_of(over({"involvement:C2"})), "P2");
    EXPECT_EQ(person_of(over({"document:D1", "involvement:C2"})), "P1");
    load(
        {R"({"type":"hold","id":"H7","kind":"restriction","authority":"a","reason":"r","from":"2026-01-01","scope":{"services":["youth-club"]}})"});
    EXPECT_EQ(error_of([&] { person_restricted(database(), restriction_in_force(database(), "H7")); }),
              "65: restriction H7 names nothing that is still there");
}

TEST_P(RestrictionsTest, OnAPersonAreThoseOverTheirWholeRecordOrAJoinedOne) {
    load(
        {R"({"type":"hold","id":"H7","kind":"restriction","authority":"a","reason":"r","from":"2026-01-01","scope":{"persons":["P2"],"services":["youth-club"]}})"});
    place(over({"involvement:C2"}));
    EXPECT_TRUE(restrictions_on_person(database(), "P2", today).empty());
    place(over_person("P2"));
    for (const char* id : {"P2", "P3"}) {
        ASSERT_EQ(restrictions_on_person(database(), id, today).size(), 1U) << id;
        EXPECT_EQ(restrictions_on_person(database(), id, today).front().id, "H2");
    }
    EXPECT_TRUE(restrictions_on_person(database(), "P1", today).empty());
    EXPECT_TRUE(restrictions_on_person(database(), "P2", day("2026-11-22")).empty());
}

TEST_P(RestrictionsTest, AreThoseInForceOnTheDayAmongHolds) {
    load(
        {R"({"type":"hold","id":"H7","kind":"police","authority":"a","reason":"r","from":"2026-01-01","scope":{"persons":["P1"]}})"});
    place(over({"entry:E1"}));
    lift("H1", today, day("2026-11-30"));
    place(over_person("P1"));
    const Texts holds = {"H1", "H2", "H7", "access_request:A1"};
    const RestrictionInForce first{"H1", today, "UK GDPR Art 18(1)(a)", {"entry:E1"}};
    const RestrictionInForce second{"H2", today, "UK GDPR Art 18(1)(a)", {}};
    EXPECT_EQ(restrictions_among(database(), holds, day("2026-11-29")),
              (std::vector<RestrictionInForce>{first, second}));
    EXPECT_EQ(restrictions_among(database(), holds, day("2026-11-30")),
              std::vector<RestrictionInForce>{second});
    EXPECT_TRUE(restrictions_among(database(), holds, day("2026-11-22")).empty());
    EXPECT_EQ(in_words(first),
              "restricted since 23 November 2026 (UK GDPR Art 18(1)(a)): kept, and used for nothing");
}

}  // namespace
}  // namespace casekeeper::test
