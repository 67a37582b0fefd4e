// SPDX-License-Identifier: MIT
#include "reports/recording_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/erasure_store.h"
#include "support/recording_world.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RecordingCheckTest : public RecordingWorld {};
CASEKEEPER_ON_BOTH_ENGINES(RecordingCheckTest);

TEST_P(RecordingCheckTest, AFindingIsNewOnceAndThenTheSame) {
    load(with_letter());
    EXPECT_EQ(look("2026-11-23").appeared, 1);
    const std::string id = column("entry:E1", "id");
    EXPECT_EQ(look("2026-11-24").appeared, 0);
    load(with_letter(R"(,"account":"another word")"));
    const RecordingResult again = look("2026-11-25");
    EXPECT_EQ(again.appeared + again.reopened, 0);
    EXPECT_EQ(again.people, 1) << "it was looked at";
    EXPECT_THAT(found(), ElementsAre("letter-copy entry:E1 open"));
    EXPECT_EQ(column("entry:E1", "id"), id);
    EXPECT_EQ(column("entry:E1", "first_seen_on"), "2026-11-23");
}

// Found by moving an entry or by a load, it is not a night's to close.
TEST_P(RecordingCheckTest, WhatIsFoundByAnActStaysUntilThatCloses) {
    load(with_letter());
    look();
    const auto put = [&](const std::string& state, const std::optional<std::string>& until) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RecordingFinding own = RecordingStore(database()).find(column("entry:E1", "id")).value();
        own.rule = "handed-out";
        own.thing = "entry:E0";
        own.id = id_of_finding(own.rule, own.thing);
        own.state = state;
        own.waived_until = until;
        RecordingStore(database()).put(own);
        RecordingStore(database()).mark("P1");
        work.commit();
    };
    put("open", {});
    look("2026-11-24");
    EXPECT_EQ(column("entry:E0", "state"), "open");
    put("waived", "2026-12-01");
    look("2026-11-25");
    EXPECT_EQ(column("entry:E0", "state"), "waived");
    EXPECT_EQ(look("2026-12-01").reopened, 1);
    EXPECT_EQ(column("entry:E0", "state"), "open");
}

TEST_P(RecordingCheckTest, ClosesItselfWhenMended) {
    load(with_letter());
    look();
    load({copy_of("D1", "E1")});
    EXPECT_EQ(look("2026-11-24").mended, 1);
    EXPECT_THAT(found(), ElementsAre("letter-copy entry:E1 mended"));
    EXPECT_EQ(column("entry:E1", "closed_on"), "2026-11-24");
    EXPECT_EQ(look("2026-11-25").people, 0);
}

TEST_P(RecordingCheckTest, OpensAgainAsTheSameWhenBrokenAgain) {
    const auto decision = [](const std::string& more) {
        return Texts{
            person("P1"), involvement("I1", "P1", R"(,"opened":"2026-11-02")"),
            entry(
                "E1", "I1",
                R"(,"kind":"decision","occurred_at":"2026-11-18","recorded_at":"2026-11-18","decided_by":"M")" +
                    more)};
    };
    load(decision(""));
    look("2026-11-23");
    const std::string id = column("entry:E1", "id");
    load(decision(R"(,"reason":"it is right")"));
    look("2026-11-24");
    load(decision(""));
    const RecordingResult again = look("2026-11-25");
    EXPECT_EQ(again.reopened, 1);
    EXPECT_EQ(again.appeared, 0) << "it is not new";
    EXPECT_EQ(column("entry:E1", "id"), id);
    EXPECT_EQ(column("entry:E1", "first_seen_on"), "2026-11-23");
    EXPECT_EQ(column("entry:E1", "opened_on"), "2026-11-25");
    EXPECT_EQ(column("entry:E1", "reopened"), "1");
}

TEST_P(RecordingCheckTest, WaivedStaysSilent) {
    load(with_letter());
    look();
    waive("entry:E1");
    load(with_letter(R"(,"account":"x")"));
    const RecordingResult after = look("2026-11-24");
    EXPECT_EQ(after.appeared + after.reopened + after.mended, 0);
    EXPECT_THAT(found(), ElementsAre("letter-copy entry:E1 waived"));
    look("2027-11-24");
    EXPECT_THAT(found(), ::testing::Contains("letter-copy entry:E1 waived"));
}

TEST_P(RecordingCheckTest, WaivedUntilADayIsOpenAgainOnIt) {
    load(with_letter());
    look();
    waive("entry:E1", "the court has it", "2026-12-01");
    look("2026-11-24");
    EXPECT_EQ(look("2026-11-30").reopened, 0);
    EXPECT_EQ(look("2026-12-01").reopened, 1);
    EXPECT_EQ(column("entry:E1", "waiver_reason"), "-");
}

TEST_P(RecordingCheckTest, AWaiverCoversWhatWasLackingThen) {
    const auto decision = [](const std::string& more) {
        return Texts{
            person("P1"), involvement("I1", "P1", R"(,"opened":"2026-11-02")"),
            entry("E1", "I1",
                  R"(,"kind":"decision","occurred_at":"2026-11-18","recorded_at":"2026-11-18")" + more)};
    };
    load(decision(R"(,"decided_by":"M")"));
    look();
    waive("entry:E1");
    load(decision(""));
    EXPECT_EQ(look("2026-11-24").reopened, 1) << "now it lacks its decider too";
    EXPECT_EQ(column("entry:E1", "lacks"), R"(["reason","decided_by"])");
}

TEST_P(RecordingCheckTest, LooksAtWhatHasChangedAndAtNothingElse) {
    load({person("P1"), involvement("I1", "P1", R"(,"opened":"2026-11-02")"), person("P2"),
          involvement("I2", "P2", R"(,"opened":"2026-11-02")")});
    EXPECT_EQ(look("2026-11-03").people, 2);
    EXPECT_EQ(look("2026-11-04").people, 0);
    load({person("P1"), involvement("I1", "P1", R"(,"opened":"2026-11-02")"), letter()});
    EXPECT_EQ(look("2026-11-18").people, 1);
    load({copy_of("D1", "E1")});
    EXPECT_EQ(look("2026-11-18").people, 1) << "a document is of somebody's record";
}

TEST_P(RecordingCheckTest, TimeAloneBringsSilenceAndWhatIsNeverWrittenUp) {
    load({person("P1"), involvement("I1", "P1", R"(,"opened":"2026-10-05")"),
          entry("E1", "I1", R"(,"occurred_at":"2026-10-12")")});
    EXPECT_EQ(look("2026-10-19").appeared, 0);
    EXPECT_EQ(look("2026-10-20").appeared, 1);
    EXPECT_EQ(look("2026-11-23").appeared, 0) << "six weeks";
    EXPECT_EQ(look("2026-11-24").appeared, 1);
    EXPECT_THAT(found(), ElementsAre("silent involvement:I1 open", "written-up entry:E1 open"));
    load({entry("E2", "I1", R"(,"occurred_at":"2026-11-24","recorded_at":"2026-11-24")")});
    EXPECT_EQ(look("2026-11-25").mended, 1);
}

TEST_P(RecordingCheckTest, WhatIsNoLongerAskedForLapses) {
    load({person("P1"), involvement("I1", "P1", R"(,"opened":"2026-10-05","closed":"2026-10-30")"),
          entry("E1", "I1", R"(,"occurred_at":"2026-10-12","recorded_at":"2026-10-30")")});
    look();
    EXPECT_THAT(found(), ElementsAre("written-up entry:E1 open"));
    EXPECT_EQ(look("2027-10-13").lapsed, 1) << "a year on it is history";
    EXPECT_THAT(found(), ElementsAre("written-up entry:E1 lapsed"));
}

TEST_P(RecordingCheckTest, ByOtherRulesEverythingIsLookedAt) {
    load(with_letter());
    load({person("P2"), involvement("I2", "P2", R"(,"opened":"2026-11-02")")});
    look();
    rules = rule_of("closed", "involvements = \"closed\"\nrequires = [\"closure_reason\"]");
    const RecordingResult other = look("2026-11-24");
    EXPECT_TRUE(other.looked_at_all);
    EXPECT_EQ(other.people, 2);
    EXPECT_THAT(found(), ElementsAre("letter-copy entry:E1 lapsed"));
    rules = small_rules();
    EXPECT_EQ(look("2026-11-25").reopened, 1);
}

TEST_P(RecordingCheckTest, OnAnEarlierDayNothingIsFoundOfALaterOne) {
    load({person("P1"), involvement("I1", "P1", R"(,"opened":"2026-11-02")")});
    look("2027-02-01");
    EXPECT_THAT(found(), ElementsAre("silent involvement:I1 open"));
    const RecordingResult back = look("2026-11-23");
    EXPECT_TRUE(back.looked_at_all);
    EXPECT_THAT(found(), ElementsAre("silent involvement:I1 mended"));
    look("2027-01-20");
    EXPECT_EQ(column("involvement:I1", "first_seen_on"), "2027-01-20");
}

TEST_P(RecordingCheckTest, ADryRunFindsTheSameAndWritesNothing) {
    load(with_letter());
    const std::string before = everything();
    EXPECT_EQ(look("2026-11-23", true).appeared, 1);
    EXPECT_EQ(everything(), before);
    EXPECT_EQ(look("2026-11-23").appeared, 1);
}

TEST_P(RecordingCheckTest, JoinedRecordsAreOneRecord) {
    load({person("P1"), person("P2"),
          R"({"type":"relationship","person":"P1","kind":"same-person","other":"P2"})",
          involvement("I1", "P1", R"(,"service":"looked-after","opened":"2026-10-05")"),
          involvement("I2", "P2", R"(,"service":"youth-club","opened":"2026-10-05")"),
          entry("E1", "I2", R"(,"kind":"plan","occurred_at":"2026-10-07","recorded_at":"2026-10-07")")});
    EXPECT_EQ(look().people, 2);
    EXPECT_THAT(found(), IsEmpty()) << "the plan lies in the other record";
    load({entry("E1", "I2", R"(,"kind":"note","occurred_at":"2026-10-07","recorded_at":"2026-10-07")")});
    EXPECT_EQ(look("2026-11-24").people, 2);
    EXPECT_THAT(found(), ElementsAre("plan involvement:I1 open"));
}

// 2,100 people, a third of them with a letter that has no copy: P10002 to P12099. Between P10999 and P11000
// are 6,500 without a record, so that all are too many for one unit of work.
std::vector<std::string> many_people() {
    std::vector<std::string> lines;
    for (int number = 10000; number < 16500; ++number)
        lines.push_back(person("P10999-" + std::to_string(number)));
    for (int number = 10000; number < 12100; ++number) {
        const std::string n = std::to_string(number);
        lines.push_back(person("P" + n));
        lines.push_back(involvement("I" + n, "P" + n, R"(,"opened":"2026-11-02")"));
        lines.push_back(entry("E" + n, "I" + n,
                              R"(,"kind":")" + std::string(number % 3 == 0 ? "letter-sent" : "note") +
                                  R"(","occurred_at":"2026-11-18","recorded_at":"2026-11-18")"));
    }
    return lines;
}

TEST_P(RecordingCheckTest, ManyPeopleAreReadPageByPage) {
    Texts lines = many_people();
    lines.push_back(R"({"type":"relationship","person":"P10001","kind":"same-person","other":"P12001"})");
    lines.push_back(involvement("J1", "P10001", R"(,"service":"looked-after","opened":"2026-10-05")"));
    lines.push_back(
        entry("F1", "I12001", R"(,"kind":"plan","occurred_at":"2026-10-07","recorded_at":"2026-10-07")"));
    load(lines);
    EXPECT_EQ(look("2026-11-23", true).appeared, 700)
        << "in one unit of work, which ends as if it had not been";
    const RecordingResult all = look();
    EXPECT_EQ(all.people, 8600);
    EXPECT_EQ(all.appeared, 700) << "the plan lies in the record that is joined with P10001";
    EXPECT_EQ(sql_value("select cast(count(*) as text) from recording_finding"), "700");
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_LE(steps.front(), 8001) << "nobody waits for longer to write";
    EXPECT_EQ(look("2026-11-24").people, 0);
}

TEST_P(RecordingCheckTest, WhatIsLoadedDuringTheFirstLookIsLookedAtTheNextNight) {
    load(many_people());
    on_step = [&] {
        on_step = nullptr;
        load({copy_of("D1", "E10002")});
    };
    look();
    EXPECT_EQ(look("2026-11-24").mended, 1);
}

TEST_P(RecordingCheckTest, AsksTheWorkerOfTheEntryAndNamesTheirTeam) {
    load({R"({"type":"professional","id":"W1","name":"Pat","kind":"social-work","team":"north"})",
          person("P1"), involvement("I1", "P1", R"(,"opened":"2026-11-02")"), letter(R"(,"author":"W1")")});
    look();
    EXPECT_EQ(column("entry:E1", "worker"), "W1");
    EXPECT_EQ(column("entry:E1", "team"), "north");
    load({R"({"type":"professional","id":"W1","name":"Pat","kind":"social-work","team":"south"})"});
    look("2026-11-24");
    EXPECT_EQ(column("entry:E1", "team"), "south");
}

TEST_P(RecordingCheckTest, EndsWithItsRecord) {
    load_due({due_child("A")});
    load({entry("L-A", "I-A", R"(,"kind":"letter-sent","occurred_at":"2016-01-05")")});
    look();
    ASSERT_THAT(found(), ::testing::Contains("letter-copy entry:L-A open"));
    night();
    EXPECT_EQ(outcome_of(propose("I-A")), "done");
    EXPECT_THAT(found(), IsEmpty());
    EXPECT_EQ(sql_value("select cast(count(*) as text) from recording_due"), "0");
    EXPECT_EQ(sql_value("select cast(count(*) as text) from recording_watch"), "0");
}

TEST_P(RecordingCheckTest, ACopyThatWasDestroyedByDecisionIsNotAskedForAgain) {
    load(with_letter());
    load({copy_of("D1", "E1")});
    look();
    EXPECT_THAT(found(), IsEmpty());
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        Erased erased;
        ErasureStore(database()).erase_document("D1", "2026-11-24", erased);
        work.commit();
    }
    EXPECT_EQ(look("2026-11-24").people, 1);
    EXPECT_THAT(found(), IsEmpty());
}

// Its people are looked at in the order of their ids: the record goes to a later one, then to an earlier.
TEST_P(RecordingCheckTest, WhatMovesToAnotherPersonStaysTheSameFinding) {
    const auto lies_with = [&](const char* owner) {
        load({person("P1"), person("P2"), person("P3"), involvement("I1", owner, R"(,"opened":"2026-11-02")"),
              letter()});
    };
    lies_with("P2");
    look();
    for (const char* owner : {"P3", "P1", "P2"}) {
        lies_with(owner);
        const RecordingResult moved = look("2026-11-24");
        EXPECT_EQ(moved.mended + moved.lapsed + moved.reopened + moved.appeared, 0) << owner;
        EXPECT_THAT(found(), ElementsAre("letter-copy entry:E1 open")) << owner;
        EXPECT_EQ(column("entry:E1", "person"), owner);
        EXPECT_EQ(column("entry:E1", "reopened"), "0");
    }
    waive("entry:E1");
    lies_with("P3");
    look("2026-11-25");
    EXPECT_THAT(found(), ElementsAre("letter-copy entry:E1 waived"));
}

TEST_P(RecordingCheckTest, WhatMovesToAPersonOfAnotherPageStaysTheSameFinding) {
    Texts people = {person("P1"), person("P9"), involvement("I1", "P1", R"(,"opened":"2026-11-02")"),
                    letter()};
    for (int number = 20000; number < 20600; ++number) people.push_back(person("P" + std::to_string(number)));
    load(people);
    look();
    for (const char* owner : {"P9", "P1"}) {
        load({involvement("I1", owner, R"(,"opened":"2026-11-02")")});
        rules += "\n";  // so that everybody is looked at
        const RecordingResult moved = look("2026-11-24");
        EXPECT_TRUE(moved.looked_at_all);
        EXPECT_EQ(moved.mended + moved.lapsed + moved.reopened + moved.appeared, 0) << owner;
        EXPECT_THAT(found(), ElementsAre("letter-copy entry:E1 open")) << owner;
        EXPECT_EQ(column("entry:E1", "person"), owner);
    }
}

TEST_P(RecordingCheckTest, NoInvolvementIsNamedOnceItIsErased) {
    load({person("P1"),
          involvement("I1", "P1", R"(,"service":"looked-after","opened":"2026-09-01","closed":"2026-09-30")"),
          involvement("I2", "P1", R"(,"service":"looked-after","opened":"2026-10-01")")});
    look();
    ASSERT_THAT(found(), ElementsAre("plan involvement:I1 open"));
    ASSERT_EQ(column("involvement:I1", "involvement"), "I2") << "whose worker is asked";
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        Erased erased;
        ErasureStore(database()).erase_involvement("I1", "2026-11-24", erased);
        work.commit();
    }
    EXPECT_THAT(found(), IsEmpty());
    EXPECT_EQ(look("2026-11-24").appeared, 1);
    EXPECT_THAT(found(), ElementsAre("plan involvement:I2 open"));
}

TEST_P(RecordingCheckTest, AnEntryThatEndsTakesItsFindingsAlong) {
    load(with_letter());
    look();
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        Erased erased;
        ErasureStore(database()).erase_entry("E1", "2026-11-24", erased);
        work.commit();
    }
    EXPECT_THAT(found(), IsEmpty());
    EXPECT_EQ(look("2026-11-24").people, 1);
}

}  // namespace
}  // namespace casekeeper::test
