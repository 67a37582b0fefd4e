// SPDX-License-Identifier: MIT
#include "intake/refiling_refusals.h"

#include <gmock/gmock.h>

#include "support/refiling_world.h"

namespace casekeeper::test {
namespace {

using ::testing::HasSubstr;

class RefilingRefusalsTest : public RefilingWorld {
protected:
    std::string refused_entry(const std::string& entry) {
        const MoveOrder order{entry, "involvement:I9", why, false};
        const ScheduleInForce in_force = schedule_in_force(database());
        return error_of([&] { move_entry(database(), in_force, order, rita, act_of(rita)); });
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RefilingRefusalsTest);

TEST_P(RefilingRefusalsTest, WhatIsNoEntryOrNotThere) {
    load_two();
    EXPECT_THAT(refused_entry("E7"), HasSubstr("64: \"E7\" names no entry"));
    EXPECT_THAT(refused_entry("involvement:I1"), HasSubstr("64: "));
    EXPECT_THAT(refused_entry("document:D1"), HasSubstr("64: a document moves with its entry"));
    EXPECT_THAT(refused_entry("entry:E99"), HasSubstr("65: there is no entry \"E99\""));
    EXPECT_THAT(refused(rita, why, "I9"), HasSubstr("64: \"I9\" names no involvement"));
    EXPECT_THAT(refused(rita, why, "entry:E8"), HasSubstr("64: "));
    EXPECT_THAT(refused(rita, why, "involvement:I99"), HasSubstr("65: there is no involvement"));
    EXPECT_THAT(refused(rita, why, "involvement:I1"),
                HasSubstr("77: entry E7 lies in involvement I1 already"));
}

TEST_P(RefilingRefusalsTest, WhoeverHasNotTheRole) {
    load_two();
    EXPECT_THAT(refused(petra), HasSubstr("77: petra may not ask for moves"));
    EXPECT_THAT(refused(rhea), HasSubstr("77: rhea may not ask for moves"))
        << "a reviewer looks, and does not ask";
    move(rita);
    EXPECT_THAT(refused(petra, ""), HasSubstr("77: petra may not agree to moves"));
    EXPECT_EQ(refused(rhea, ""), "done");
}

TEST_P(RefilingRefusalsTest, WhoeverWroteTheEntryDoesNotAgree) {
    folder.write("bundle/a.txt", "a");
    Texts lines = two_records();
    lines.insert(lines.begin(), R"({"type":"professional","id":"W1","name":"Pat","kind":"social-work"})");
    lines.at(6) = entry("E7", "I1", R"(,"author":"W1")");
    load(lines);
    move(rita);
    Actor pat{"pat", "pat", {Role::reviewer}, "W1"};
    EXPECT_THAT(refused(pat, ""), HasSubstr("77: entry E7 was written by W1, who is you"));
}

// Both records will have it: it tells of nobody.
TEST_P(RefilingRefusalsTest, AReasonThatTellsOfEitherPersonOrTheirFamily) {
    load_two({R"({"type":"relationship","person":"P2","kind":"parent","name":"Selam Tesfaye"})"});
    EXPECT_THAT(refused(rita, " "), HasSubstr("64: a reason is needed"));
    for (const char* telling : {"it is Ben's", "it is about HAILE", "Okoro was not there", "see P2",
                                "belongs to I9", "about Selam Tesfaye"})
        EXPECT_THAT(refused(rita, telling), HasSubstr("65: the reason tells of somebody")) << telling;
    EXPECT_THAT(refused(rita, std::string(2001, 'x')), HasSubstr("64: a reason of more than 2000"));
    move(rita);
    EXPECT_THAT(refused(rhea, "yes, Ben's"), HasSubstr("65: "));
    EXPECT_EQ(refused(rhea, "yes, I looked at both"), "done");
}

TEST_P(RefilingRefusalsTest, AHoldOnEither) {
    load_two({hold("H1", R"({"persons":["P1"]})", R"(,"released_on":"2026-11-01")")});
    EXPECT_EQ(error_of([&] { move(rita, why, "involvement:I9", true); }), "done") << "it was released";
    load({hold("H2", R"({"involvements":["I9"]})")});
    EXPECT_THAT(refused(rita), HasSubstr("77: involvement I9 is held by H2"));
    load({hold("H2", R"({"involvements":["I1"]})")});
    EXPECT_THAT(refused(rita), HasSubstr("77: involvement I1 is held by H2"));
}

TEST_P(RefilingRefusalsTest, AHoldThatCameAfterItWasAskedFor) {
    load_two();
    move(rita);
    load({hold("H2", R"({"persons":["P2"]})")});
    EXPECT_THAT(refused(rhea, ""), HasSubstr("77: involvement I9 is held by H2"));
    EXPECT_EQ(place_of("E7"), "I1");
}

TEST_P(RefilingRefusalsTest, ARestrictionOfTheEntryAlone) {
    load_two(
        {R"({"type":"hold","id":"H3","kind":"restriction","authority":"a","reason":"r","from":"2026-01-01",)"
         R"("scope":{"items":["entry:E7"]}})"});
    EXPECT_THAT(refused(rita), HasSubstr("77: involvement I1 is restricted (H3)"));
}

TEST_P(RefilingRefusalsTest, AnOpenRequestHoldsNothingInTheWrongRecord) {
    load_two({request("access_request", "A1", "P1"), request("deletion_request", "R1", "P2")});
    EXPECT_EQ(refused(rita), "done");
}

TEST_P(RefilingRefusalsTest, RecordsFromBeforeAndAfterAnAdoption) {
    folder.write("bundle/a.txt", "a");
    Texts lines = two_records();
    lines.at(1) = client("P2", "Ben", "Haile", R"(,"adopted_from":"P1")");
    load(lines);
    EXPECT_THAT(refused(rita), HasSubstr("77: the two records are from before and after an adoption"));
}

TEST_P(RefilingRefusalsTest, ARecordThatWasReduced) {
    load_two();
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    DisposalStore(database()).add_done("I9", "minimise", "rest", "2026-01-05", 3);
    work.commit();
    EXPECT_THAT(refused(rita), HasSubstr("77: involvement I9 was reduced on 2026-01-05, certificate 3"));
}

TEST_P(RefilingRefusalsTest, WhatCasekeeperWroteItself) {
    load_two({entry("E6", "I1", R"(,"flags":["casekeeper"])")});
    EXPECT_THAT(refused_entry("entry:E6"), HasSubstr("77: entry E6 was written by casekeeper"));
}

}  // namespace
}  // namespace casekeeper::test
