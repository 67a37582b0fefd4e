// SPDX-License-Identifier: MIT
#include "store/recording_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Words = std::vector<std::string>;

class RecordingStoreTest : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        add({R"({"type":"professional","id":"W1","name":"Pat","kind":"social-work","team":"north"})",
             R"({"type":"person","id":"P1","family_name":"Roe"})",
             R"({"type":"person","id":"P2","family_name":"Doe"})",
             R"({"type":"involvement","id":"I1","person":"P1","service":"care-order","opened":"2026-01-01","worker":"W1"})",
             R"({"type":"involvement","id":"I2","person":"P2","service":"care-order","opened":"2026-01-01"})",
             R"({"type":"entry","id":"E1","involvement":"I1","kind":"letter-sent","occurred_at":"2026-02-01"})",
             R"({"type":"entry","id":"E2","involvement":"I1","kind":"note","occurred_at":"2026-02-01"})"});
    }
    template <typename Do>
    void change(const Do& what) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        what(RecordingStore(database()));
        work.commit();
    }
    static RecordingFinding finding(const std::string& thing, const std::string& person = "P1",
                                    const std::string& state = "open") {
        RecordingFinding one;
        one.id = id_of_finding("letter-copy", thing);
        one.rule = "letter-copy";
        one.thing = thing;
        one.person = person;
        one.involvement = "I1";
        one.worker = "W1";
        one.team = "north";
        one.lacks = R"(["copy"])";
        one.state = state;
        one.first_seen_on = one.opened_on = "2026-11-20";
        if (state == "mended") one.closed_on = "2026-11-23";
        if (state == "waived") one.waived_on = "2026-11-23";
        return one;
    }
    Words due() const { return sql("select person from recording_due order by person"); }
};
CASEKEEPER_ON_BOTH_ENGINES(RecordingStoreTest);

TEST_P(RecordingStoreTest, AFindingIsTheSameHoweverOftenItIsFound) {
    EXPECT_EQ(id_of_finding("a", "entry:E1"), id_of_finding("a", "entry:E1"));
    EXPECT_NE(id_of_finding("a", "entry:E1"), id_of_finding("b", "entry:E1"));
    EXPECT_NE(id_of_finding("a", "entry:E1"), id_of_finding("a", "entry:E2"));
    change([&](RecordingStore store) {
        store.put(finding("entry:E1"));
        store.put(finding("entry:E1"));
    });
    EXPECT_EQ(sql_value("select cast(count(*) as text) from recording_finding"), "1");
    EXPECT_EQ(RecordingStore(database()).find(finding("entry:E1").id), finding("entry:E1"));
}

TEST_P(RecordingStoreTest, ReadsEntriesInTheOrderOfTheirInvolvements) {
    add({R"({"type":"document","id":"D1","entry":"E1","file":"x","sha256":")" + std::string(64, 'a') +
         R"("})"});
    Words read;
    RecordingStore(database()).entries("P1", "P2", {{"letter-sent"}}, [&](const TextRow& row) {
        read.push_back(std::string(row.text(EntryColumn::involvement)) + " " +
                       std::string(row.text(EntryColumn::id)) + " " +
                       std::string(row.text(EntryColumn::copies)));
    });
    std::sort(read.begin(), read.end());
    EXPECT_THAT(read, ElementsAre("I1 E1 1", "I1 E2 "));
}

TEST_P(RecordingStoreTest, AsksForCopiesOfTheKindsWanted) {
    Words copies;
    const auto read = [&](const Words& kinds) {
        copies.clear();
        RecordingStore(database()).entries("P1", "P1", {kinds}, [&](const TextRow& row) {
            copies.push_back(std::string(row.text(EntryColumn::id)) +
                             std::string(row.text(EntryColumn::copies)));
        });
        std::sort(copies.begin(), copies.end());
        return copies;
    };
    EXPECT_THAT(read({}), ElementsAre("E1", "E2"));
    EXPECT_THAT(read({"letter-sent"}), ElementsAre("E10", "E2"));
    EXPECT_THAT(read({"*"}), ElementsAre("E10", "E20"));
    sql("insert into recording_without_copy (entry) values ('E1')");
    EXPECT_THAT(read({"letter-sent"}), ElementsAre("E11", "E2"))
        << "destroyed by decision: as if it were there";
}

TEST_P(RecordingStoreTest, ListsByRuleWorkerTeamAndPerson) {
    change([&](RecordingStore store) {
        store.put(finding("entry:E1"));
        store.put(finding("entry:E2", "P2"));
        store.put(finding("entry:E3", "P1", "mended"));
    });
    RecordingStore store(database());
    const auto number = [&](const RecordingStore::Filter& filter) {
        return store.page(filter, "", 10).size();
    };
    EXPECT_EQ(number({}), 2U);
    EXPECT_EQ(number({"", "", "", "", true}), 3U);
    EXPECT_EQ(number({"letter-copy", "W1", "north", "P1", false}), 1U);
    EXPECT_EQ(number({"", "W2", "", "", false}), 0U);
    EXPECT_EQ(store.of_worker("W1").size(), 2U);
    EXPECT_EQ(store.of_worker("").size(), 0U);
    EXPECT_EQ(store.of_team("north").size(), 2U);
    EXPECT_THAT(store.workers_asked(), ElementsAre("W1"));
    EXPECT_THAT(store.teams_asked(), ElementsAre("north"));
    EXPECT_EQ(store.oldest(1).size(), 1U);
    EXPECT_EQ(store.number_by_state()["mended"], 1);
    EXPECT_EQ(store.worker("W1")->team, "north");
    EXPECT_FALSE(store.worker("W9"));
    RecordingFinding of_nobody = finding("entry:E4");
    of_nobody.worker.reset();
    of_nobody.team.reset();
    change([&](RecordingStore again) { again.put(of_nobody); });
    EXPECT_EQ(store.of_worker("").size(), 1U);
    EXPECT_EQ(store.of_team("").size(), 1U);
    EXPECT_EQ(store.of_worker("W1").size(), 2U);
    EXPECT_THAT(store.workers_asked(), ElementsAre("", "W1"));
}

TEST_P(RecordingStoreTest, KnowsWhoseRecordHasChanged) {
    change([&](RecordingStore store) {
        store.mark("P2");
        store.mark("P2");
        store.mark("P9");
    });
    EXPECT_THAT(due(), ElementsAre("P2"));
    change([&](RecordingStore store) { store.checked("P1", "P2"); });
    EXPECT_THAT(due(), IsEmpty());
}

TEST_P(RecordingStoreTest, ThoseWhoseRecordsAreJoinedAreMarkedTogether) {
    sql("insert into same_person (person, human) values ('P1', 'P1'), ('P2', 'P1')");
    change([&](RecordingStore store) { store.mark("P2"); });
    EXPECT_THAT(due(), ElementsAre("P1", "P2"));
    EXPECT_EQ(RecordingStore(database()).due_after("", 10).front().human, "P1");
    EXPECT_THAT(RecordingStore(database()).people_of_human("P1"), ElementsAre("P1", "P2"));
}

TEST_P(RecordingStoreTest, AWorkerWhoChangedMarksThoseOfWhomTheyAreAsked) {
    change([&](RecordingStore store) { store.put(finding("entry:E1")); });
    change([&](RecordingStore store) { store.mark_asked("W1"); });
    EXPECT_THAT(due(), ElementsAre("P1"));
}

TEST_P(RecordingStoreTest, WatchesTheDayOnWhichTimeChangesSomething) {
    change([&](RecordingStore store) {
        store.watch("P1", "2026-12-01");
        store.watch("P1", "2026-12-02");
        store.watch("P2", "2026-12-05");
        store.watch("P2", std::nullopt);
    });
    EXPECT_EQ(RecordingStore(database()).watched("P1", "P9").size(), 1U);
    change([&](RecordingStore store) { store.mark_for_day("2026-12-01"); });
    EXPECT_EQ(RecordingStore(database()).number_due(), 0);
    change([&](RecordingStore store) { store.mark_for_day("2026-12-02"); });
    EXPECT_THAT(due(), ElementsAre("P1"));
}

TEST_P(RecordingStoreTest, RemembersByWhichRulesAndUntilWhenItWasChecked) {
    EXPECT_FALSE(RecordingStore(database()).has_checked());
    change([&](RecordingStore store) { store.set_checked("rules", "2026-11-23"); });
    change([&](RecordingStore store) { store.set_checked("rules", "2026-11-24"); });
    EXPECT_EQ(RecordingStore(database()).checked_by(), "rules");
    EXPECT_EQ(RecordingStore(database()).checked_until(), "2026-11-24");
}

TEST_P(RecordingStoreTest, CountsWhatIsOpenAndWhatHappenedNightByNight) {
    change([&](RecordingStore store) {
        store.put(finding("entry:E1"));
        store.put(finding("entry:E2", "P2"));
        store.count("2026-11-20");
        store.count("2026-11-21");
    });
    change([&](RecordingStore store) {
        store.put(finding("entry:E1", "P1", "mended"));
        RecordingFinding of_a_day = finding("entry:E3", "P3", "mended");
        of_a_day.opened_on = "2026-11-23";
        store.put(of_a_day);
        store.count("2026-11-23");
        store.count("2026-11-23");
    });
    const auto counts = RecordingStore(database()).counts("worker", "W1", "2026-11-23");
    ASSERT_EQ(counts.size(), 2U) << "a night in which nothing changed has no row";
    EXPECT_EQ(counts[0].on, "2026-11-20");
    EXPECT_EQ(counts[0].open, 2);
    EXPECT_EQ(counts[0].appeared, 2);
    EXPECT_EQ(counts[1].open, 1);
    EXPECT_EQ(counts[1].appeared, 1) << "though it was mended on the same day";
    EXPECT_EQ(counts[1].mended, 2);
    EXPECT_THAT(RecordingStore(database()).names_counted("team"), ElementsAre("north"));
    EXPECT_EQ(RecordingStore(database()).counts("all", "", "2026-11-22").size(), 2U) << "of all, every night";
}

// People set findings aside by day, after the night's count.
TEST_P(RecordingStoreTest, CountsWhatWasSetAsideSinceTheNightBefore) {
    const auto night = [&](const std::string& day) {
        change([&](RecordingStore store) { store.count(day); });
        return RecordingStore(database()).counts("worker", "W1", day).back();
    };
    change([&](RecordingStore store) {
        store.put(finding("entry:E1"));
        store.put(finding("entry:E2", "P2"));
        store.count("2026-11-22");
        store.count("2026-11-23");
        store.put(finding("entry:E1", "P1", "waived"));
    });
    EXPECT_EQ(night("2026-11-25").waived, 1) << "of the 23rd, after its night";
    EXPECT_EQ(night("2026-11-25").waived, 1) << "counted again";
    RecordingFinding mended = finding("entry:E1", "P1", "waived");
    mended.state = "mended";
    mended.closed_on = "2026-11-26";
    change([&](RecordingStore store) { store.put(mended); });
    const RecordingStore::Count later = night("2026-11-26");
    EXPECT_EQ(later.waived, 0) << "counted once";
    EXPECT_EQ(later.mended, 1);
}

TEST_P(RecordingStoreTest, KnowsTheLastCountOfEach) {
    change([&](RecordingStore store) {
        store.put(finding("entry:E1"));
        store.count("2026-11-20");
        store.count("2026-11-21");
    });
    Words last;
    for (const auto& one : RecordingStore(database()).latest_counts("2026-11-21"))
        last.push_back(one.of_what + " " + one.name + " " + one.count.on + " " +
                       std::to_string(one.count.open));
    EXPECT_THAT(last, ElementsAre("all  2026-11-21 1", "rule letter-copy 2026-11-20 1",
                                  "team north 2026-11-20 1", "worker W1 2026-11-20 1"));
    EXPECT_THAT(RecordingStore(database()).latest_counts("2026-11-19"), IsEmpty());
}

}  // namespace
}  // namespace casekeeper::test
