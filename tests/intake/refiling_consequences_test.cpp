// SPDX-License-Identifier: MIT
#include "intake/refiling_consequences.h"

#include <gmock/gmock.h>

#include "support/refiling_world.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;

class RefilingConsequencesTest : public RefilingWorld {
protected:
    Texts events_of(const std::string& table, const std::string& request) const {
        return sql("select event from " + table + " where request = '" + request + "' order by number");
    }
    static DeletionItem item(const std::string& id, const std::string& in) {
        DeletionItem one{id, in, "child-in-need", "free", "by consent", "", {}, false, {}, {}, {}};
        return one;
    }
    void open_deletion(const std::string& id, const std::string& in) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        DeletionStore store(database());
        DeletionCase one = store.find(id).value();
        one.state = "granted";
        store.open(one);
        store.set_items(id,
                        {item("entry:E7", in), item("involvement:" + in, in), item("involvement:I2", "I2")});
        for (const char* what : {"entry:E7", "involvement:I1", "involvement:I2"})
            store.decide(id, what, "delete", "dana", "free");
        store.set_mark(id, {"entry:E7", "misfiled", "it is not mine", "petra", "2026-11-01"});
        work.commit();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RefilingConsequencesTest);

TEST_P(RefilingConsequencesTest, AnswersThatWereSentWithItAreABreach) {
    load_two({request("access_request", "A1", "P1"), request("access_request", "A2", "P1"),
              request("access_request", "A3", "P2")});
    send("A1", {{"document:D1", "part"}, {"entry:E7", "shown"}});
    send("A2", {{"entry:E7", "withheld"}});
    send("A3", {{"entry:E8", "shown"}});
    const EntryMoved asked = move(rita);
    EXPECT_THAT(asked.given_away, ElementsAre(GivenAway{"access_request:A1", "2026-05-03"}));
    EXPECT_EQ(state_of_finding("handed-out"), "open") << "known from the moment it was asked";
    EXPECT_EQ(sql_value("select person || ' ' || about_on || ' ' || owed_by from recording_finding"),
              "P1 2026-05-03 2026-11-26");
    EXPECT_EQ(move(rhea, "", "involvement:I9", false, "2026-11-25").finding, asked.finding);
    EXPECT_EQ(sql_value("select person || ' ' || about_on || ' ' || owed_by from recording_finding"),
              "P2 2026-05-03 2026-11-26");
}

TEST_P(RefilingConsequencesTest, WithinOnePersonsRecordNothingWasGivenAway) {
    load_two({request("access_request", "A1", "P1")});
    send("A1", {{"entry:E7", "shown"}});
    EXPECT_TRUE(move(rita, why, "involvement:I2").given_away.empty());
    EXPECT_EQ(state_of_finding("handed-out"), "-");
}

TEST_P(RefilingConsequencesTest, WhatWasSharedOfItIsABreachToo) {
    const auto disclosure = [](const std::string& id, const std::string& on, const std::string& items,
                               const std::string& outcome = "shared") {
        return R"({"type":"disclosure","id":")" + id + R"(","person":"P1","decided_on":")" + on +
               R"(","outcome":")" + outcome + R"(","items":)" + items + "}";
    };
    load_two({disclosure("X1", "2016-06-01", R"(["entry:E7"])"),
              disclosure("X2", "2016-06-02", R"(["document:D1"])"),
              disclosure("X3", "2016-06-03", R"(["involvement:I1"])"),
              disclosure("X4", "2016-01-03", R"(["involvement:I1"])"),
              disclosure("X5", "2016-06-05", R"(["entry:E7"])", "not-shared")});
    EXPECT_THAT(move(rita).given_away, ElementsAre(GivenAway{"disclosure:X1", "2016-06-01"},
                                                   GivenAway{"disclosure:X2", "2016-06-02"},
                                                   GivenAway{"disclosure:X3", "2016-06-03"}));
}

TEST_P(RefilingConsequencesTest, OpenAccessRequestsOfBothAreReviewedAgainAndWhatWasDecidedOfItIsGone) {
    load_two({request("access_request", "A1", "P1"), request("access_request", "A2", "P2")});
    open_access("A1", "decided", {withheld("entry:E7"), withheld("document:D1"), withheld("involvement:I1")});
    open_access("A2", "reviewed");
    move(rita);
    EXPECT_EQ(AccessStore(database()).items("A1").size(), 3U) << "nothing has moved yet";
    const EntryMoved moved = move(rhea, "");
    EXPECT_EQ(moved.access_requests, (Texts{"A1", "A2"}));
    EXPECT_EQ(moved.undone, 2);
    ASSERT_EQ(AccessStore(database()).items("A1").size(), 1U);
    EXPECT_EQ(AccessStore(database()).marked("", 9), (Texts{"A1", "A2"}));
    EXPECT_THAT(events_of("access_event", "A1"), ElementsAre("entry-moved"));
}

// It is in the record still: what somebody wants withheld is not shown because it was moved.
TEST_P(RefilingConsequencesTest, WithinOnePersonsRecordWhatWasWithheldIsDecidedAnew) {
    load_two({request("access_request", "A1", "P1")});
    open_access("A1", "decided", {withheld("entry:E7")});
    EXPECT_EQ(move(rita, why, "involvement:I2").undone, 1);
    const std::vector<AccessItem> items = AccessStore(database()).items("A1");
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items.front().decision, std::nullopt);
}

TEST_P(RefilingConsequencesTest, DecisionsOnDeletingAreUndoneAndMarksOfItForgotten) {
    load_two({request("deletion_request", "R1", "P1")});
    open_deletion("R1", "I1");
    move(rita);
    const EntryMoved moved = move(rhea, "");
    EXPECT_EQ(moved.deletion_requests, Texts{"R1"});
    EXPECT_EQ(moved.undone, 2);
    EXPECT_EQ(sql("select item from deletion_item where decision is not null"), Texts{"involvement:I2"});
    EXPECT_TRUE(DeletionStore(database()).marks("R1").empty());
    EXPECT_THAT(events_of("deletion_event", "R1"), ElementsAre("entry-moved"));
}

TEST_P(RefilingConsequencesTest, ProposalsForTheEndOfEitherAreLookedAtAgain) {
    load_due(
        {due_child("Quill"), due_child("Wren"), {client("P9", "Nia", "Cole"), involvement("I99", "P9")}});
    const Proposal proposal = propose("I-Quill");
    const std::string entry =
        sql_value("select id from entry where involvement = 'I-Wren' order by id limit 1");
    const MoveOrder order{"entry:" + entry, "involvement:I-Quill", why, false};
    const ScheduleInForce in_force = schedule_in_force(database());
    EXPECT_EQ(move_entry(database(), in_force, order, rita, act_of(rita)).proposals,
              std::vector<long long>{proposal.number});
    EXPECT_EQ(move_entry(database(), in_force, order, rhea, act_of(rhea)).move.state, "moved");
    EXPECT_NE(outcome_of(proposal), "done") << "what was approved covers another record now";
    EXPECT_EQ(sql_value("select id from entry where id = '" + entry + "'"), entry);
}

}  // namespace
}  // namespace casekeeper::test
