// SPDX-License-Identifier: MIT
#include "intake/refiling.h"

#include <gmock/gmock.h>

#include "domain/bundle_line.h"
#include "support/refiling_world.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class RefilingTest : public RefilingWorld {};
CASEKEEPER_ON_BOTH_ENGINES(RefilingTest);

TEST_P(RefilingTest, BetweenTwoPeoplesRecordsItTakesTwo) {
    load_two();
    EXPECT_EQ(move(rita).move.state, "asked");
    EXPECT_EQ(place_of("E7"), "I1");
    EXPECT_THAT(refused(rita), HasSubstr("77: the move of entry E7 waits for a second person"));
    const EntryMoved moved = move(rhea, "");
    EXPECT_EQ(moved.move.state, "moved");
    EXPECT_EQ(moved.move.agreed_by, "rhea");
    EXPECT_EQ(place_of("E7"), "I9");
    EXPECT_THAT(refused(rhea), HasSubstr("77: entry E7 lies in involvement I9 already"));
}

TEST_P(RefilingTest, WithinOnePersonsRecordOneIsEnough) {
    load_two();
    const EntryMoved moved = move(rita, "it tells of the later time with Ada", "involvement:I2");
    EXPECT_FALSE(moved.is_between_people);
    EXPECT_EQ(moved.move.state, "moved");
    EXPECT_EQ(place_of("E7"), "I2");
}

TEST_P(RefilingTest, RecordsJoinedAsOnePersonAreOnePersons) {
    load_two({R"({"type":"relationship","person":"P1","kind":"same-person","other":"P2"})"});
    EXPECT_FALSE(move(rita).is_between_people);
    EXPECT_EQ(place_of("E7"), "I9");
}

TEST_P(RefilingTest, BothRecordsSayThatItWasMovedAndNeitherWhoseTheOtherIs) {
    load_two();
    move_by_two();
    EXPECT_THAT(
        remarks(RecordType::involvement, "I1"),
        ElementsAre("move: Entry E7 with document D1 was moved out of this record, where it had been put by "
                    "mistake. Why: it is about another family (rita, and rhea agreed)"));
    EXPECT_THAT(
        remarks(RecordType::entry, "E7"),
        ElementsAre("move: Moved into this record from another, where it had been put by mistake. Why: it is "
                    "about another family (rita, and rhea agreed)"));
    RecordStore records(database());
    const std::string left = to_bundle_line(records.find(RecordType::involvement, "I1").value());
    const std::string come = to_bundle_line(records.find(RecordType::entry, "E7").value());
    for (const char* telling : {"P2", "Haile", "I9"}) EXPECT_THAT(left, Not(HasSubstr(telling)));
    for (const char* telling : {"P1", "Okoro", "\"I1\""}) EXPECT_THAT(come, Not(HasSubstr(telling)));
    EXPECT_FALSE(is_disputed(records.find(RecordType::entry, "E7").value()));
}

TEST_P(RefilingTest, DocumentsGoWithItAndLieInTheRightRecordOnce) {
    load_two(
        {document("D2", "E7", R"(,"also_in":["I9"])"), document("D3", "E7", R"(,"also_in":["I2","I9"])")});
    EXPECT_EQ(move(rita).documents, (Texts{"D1", "D2", "D3"}));
    move(dana, "");
    RecordStore records(database());
    EXPECT_EQ(records.of_involvement(RecordType::document, "I9").size(), 3U);
    EXPECT_TRUE(records.of_involvement(RecordType::document, "I1").empty());
    EXPECT_TRUE(records.documents_also_in("I9").empty());
    EXPECT_EQ(records.find(RecordType::document, "D2")->value("also_in"), std::nullopt);
    EXPECT_EQ(records.find(RecordType::document, "D3")->value("also_in"), R"(["I2"])");
}

TEST_P(RefilingTest, LookingFirstChangesNothing) {
    load_two({request("access_request", "A1", "P1")});
    send("A1", {{"entry:E7", "shown"}});
    registered();
    const std::string before = everything();
    EXPECT_EQ(move(rita, why, "involvement:I9", true).move.state, "asked");
    EXPECT_EQ(move(rita, why, "involvement:I2", true).move.state, "moved");
    EXPECT_EQ(everything(), before);
}

TEST_P(RefilingTest, WhatItsDaysAreToldByIsReckonedAgainOfBoth) {
    load_two();
    move_by_two();
    EXPECT_EQ(sql_value("select last_entry_on from involvement where id = 'I1'"), "-");
    EXPECT_EQ(sql_value("select last_entry_on from involvement where id = 'I9'"), "2016-05-04");
}

TEST_P(RefilingTest, WhatIsDecidedOfBothIsStale) {
    load_two();
    night();
    EXPECT_TRUE(stale().empty());
    move(rita);
    EXPECT_TRUE(stale().empty()) << "nothing has moved yet";
    move(rhea, "");
    EXPECT_EQ(stale(), (Texts{"P1", "P2"}));
    night();
    expect_counts_agree();
}

TEST_P(RefilingTest, TheRegisterHasCodesAndNamesNobody) {
    load_two();
    move_by_two();
    const Texts lines = sql("select line from register_line where kind like 'entry-move%' order by number");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(lines.at(0), HasSubstr("\"kind\":\"entry-move-asked\""));
    EXPECT_THAT(lines.at(1), HasSubstr("\"kind\":\"entry-moved\""));
    EXPECT_THAT(lines.at(1), HasSubstr("\"documents\":1,\"between_people\":true,\"given_away\":0"));
    for (const std::string& line : lines)
        for (const char* telling : {"\"E7\"", "\"I1\"", "\"I9\"", "family", "Haile"})
            EXPECT_THAT(line, Not(HasSubstr(telling)));
}

TEST_P(RefilingTest, IsTakenBackWhileItWaits) {
    load_two();
    move(rita);
    EXPECT_THAT(error_of([&] { take_back_move(database(), "entry:E7", petra, act_of(petra)); }),
                HasSubstr("77: "));
    EXPECT_EQ(take_back_move(database(), "entry:E7", rita, act_of(rita)).state, "taken-back");
    EXPECT_THAT(error_of([&] { take_back_move(database(), "entry:E7", rita, act_of(rita)); }),
                HasSubstr("77: no move of entry E7 waits"));
    EXPECT_EQ(move(dana).move.state, "asked") << "it is asked for anew";
    EXPECT_EQ(place_of("E7"), "I1");
}

TEST_P(RefilingTest, OnlyOneMoveOfAnEntryWaits) {
    load_two({involvement("I8", "P2")});
    move(rita);
    EXPECT_THAT(refused(rob, why, "involvement:I8"),
                HasSubstr("77: a move of entry E7 to involvement I9 waits"));
    load({entry("E7", "I2")});
    EXPECT_THAT(refused(rob),
                HasSubstr("77: entry E7 has come to involvement I2 since its move was asked for"));
}

// As it is for what was destroyed here.
TEST_P(RefilingTest, NoLoadMovesItBack) {
    load_two();
    move_by_two();
    const ImportResult again = load_two();
    EXPECT_EQ(place_of("E7"), "I9");
    EXPECT_THAT(texts_of(again),
                testing::Contains(
                    HasSubstr("6: warning: entry E7: was moved out of involvement I1 here on 2026-11-23; the "
                              "source still has it there, and it stays where it is")));
    EXPECT_EQ(state_of_finding("in-old-record"), "open");
    EXPECT_EQ(
        sql_value("select person || ' ' || involvement from recording_finding where rule = 'in-old-record'"),
        "P2 I9");
    EXPECT_EQ(remarks(RecordType::entry, "E7").size(), 1U);
    load({entry("E7", "I1", R"(,"account":"Ben came very late.","occurred_at":"2016-05-04")")});
    EXPECT_EQ(RecordStore(database()).find(RecordType::entry, "E7")->value("account"), "Ben came very late.")
        << "what else is corrected is taken";
    load({entry("E7", "I9", R"(,"account":"Ben came very late.","occurred_at":"2016-05-04")")});
    EXPECT_EQ(state_of_finding("in-old-record"), "mended");
}

TEST_P(RefilingTest, MovedBackByPeopleItStaysThereToo) {
    load_two();
    move_by_two();
    move(rita, why, "involvement:I1");
    move(rhea, "", "involvement:I1");
    EXPECT_EQ(place_of("E7"), "I1");
    load_two();
    EXPECT_EQ(place_of("E7"), "I1");
    EXPECT_EQ(state_of_finding("in-old-record"), "-");
}

}  // namespace
}  // namespace casekeeper::test
