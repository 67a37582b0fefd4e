// SPDX-License-Identifier: MIT
#include "store/decision_store.h"

#include <map>
#include <random>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

StoredDecision decided(const std::string& person, const std::string& involvement,
                       const std::string& outcome = "retain",
                       const std::optional<std::string>& until = "2087-01-01") {
    return {person,       involvement, "looked-after", outcome,      "rule",      until,
            std::nullopt, {},          false,          std::nullopt, std::nullopt};
}

class DecisionStoreTest : public StoreTest {
protected:
    DecisionStore& store() {
        if (!store_) store_ = std::make_unique<DecisionStore>(database());
        return *store_;
    }
    void TearDown() override {
        store_.reset();
        StoreTest::TearDown();
    }
    std::vector<std::string> stale() const { return sql("select person from stale_person order by person"); }
    void people(const std::vector<std::string>& ids) {
        for (const std::string& id : ids)
            add({R"({"type":"person","id":")" + id + R"(","family_name":"X"})"});
    }
    void write(const std::vector<StoredDecision>& decisions, const std::string& on = "2026-11-23") {
        store().write({}, decisions, on, 1, false);
    }
    // Kinds with their numbers, from the tallies or counted: by year, and the retained ones by month.
    std::vector<std::string> tallied() const {
        return sql(
            "select service || '/' || outcome || '/' || rule || '/' || falls_in || '/' || conflict || '=' || "
            "decisions as kind from decision_tally union all "
            "select falls_in || '/' || service || '/' || rule || '/' || conflict || '=' || decisions "
            "from retained_tally order by 1");
    }
    std::vector<std::string> counted() const {
        return sql(
            "select service || '/' || outcome || '/' || coalesce(rule, '') || '/' || year || '/' || conflict "
            "|| '=' || count(*) as kind from (select *, case outcome when 'retain' then "
            "substr(coalesce(retain_until, ''), 1, 4) else '' end as year from decision) d "
            "group by service, outcome, coalesce(rule, ''), year, conflict union all "
            "select substr(retain_until, 1, 7) || '/' || service || '/' || coalesce(rule, '') || '/' || "
            "conflict || '=' || count(*) from decision where outcome = 'retain' and retain_until is not null "
            "group by substr(retain_until, 1, 7), service, coalesce(rule, ''), conflict order by 1");
    }

private:
    std::unique_ptr<DecisionStore> store_;
};
CASEKEEPER_ON_BOTH_ENGINES(DecisionStoreTest);

TEST_P(DecisionStoreTest, HasNoneBeforeTheFirst) {
    EXPECT_FALSE(store().has_any());
    write({decided("P1", "I1")});
    EXPECT_TRUE(store().has_any());
}

TEST_P(DecisionStoreTest, KeepsEveryFieldOfADecision) {
    StoredDecision all = decided("P1", "I1", "held");
    all.minimise_on = "2030-01-01";
    all.transfer_on = "2031-01-01";
    all.conflict = true;
    all.reconsider_on = "2027-01-01";
    all.holds = R"(["H1","H2"])";
    write({all});
    CaseFile file;
    file.people.push_back({"P1", {}, false, {}});
    EXPECT_EQ(FactStore(database()).decisions_of(file), std::vector<StoredDecision>{all});
    EXPECT_EQ(sql_value("select evaluated_on || ' ' || schedule || ' ' || attention from decision"),
              "2026-11-23 1 held");
}

TEST_P(DecisionStoreTest, WritesOnlyWhatDiffers) {
    const std::vector<StoredDecision> before = {decided("P1", "I1"), decided("P1", "I2"),
                                                decided("P1", "I3")};
    write(before);
    std::vector<StoredDecision> now = {decided("P1", "I1"), decided("P1", "I2", "due"), decided("P1", "I4")};
    EXPECT_EQ(store().write(before, now, "2026-11-24", 2, false), 3);
    EXPECT_EQ(
        sql("select involvement || ' ' || outcome || ' ' || evaluated_on || ' ' || schedule from decision "
            "order by involvement"),
        (std::vector<std::string>{"I1 retain 2026-11-23 1", "I2 due 2026-11-24 2",
                                  "I4 retain 2026-11-24 2"}));
}

TEST_P(DecisionStoreTest, WritesEverythingWhereAsked) {
    const std::vector<StoredDecision> same = {decided("P1", "I1"), decided("P1", "I2")};
    write(same);
    EXPECT_EQ(store().write(same, same, "2026-11-24", 1, true), 2);
    EXPECT_EQ(sql_value("select count(*) from decision where evaluated_on = '2026-11-24'"), "2");
}

TEST_P(DecisionStoreTest, MovesADecisionToAnotherPerson) {
    write({decided("P1", "I1")});
    store().write({decided("P1", "I1")}, {}, "2026-11-24", 1, false);
    store().write({}, {decided("P2", "I1")}, "2026-11-24", 1, false);
    store().flush_tallies();
    EXPECT_EQ(sql("select person from decision"), std::vector<std::string>{"P2"});
    EXPECT_EQ(tallied(), counted());
}

TEST_P(DecisionStoreTest, TalliesWhatItWrote) {
    write({decided("P1", "I1"), decided("P1", "I2"), decided("P1", "I3", "live", std::nullopt)});
    store().flush_tallies();
    EXPECT_EQ(tallied(), counted());
    const std::vector<Tally> tallies = store().tallies();
    ASSERT_EQ(tallies.size(), 2U);
    EXPECT_EQ(tallies[1].falls_in, "2087");
    EXPECT_EQ(tallies[1].decisions, 2);
    const std::vector<Tally> months = store().retained_tallies(2087, 2087);
    ASSERT_EQ(months.size(), 1U);
    EXPECT_EQ(months[0].falls_in, "2087-01");
    EXPECT_EQ(months[0].decisions, 2);
    EXPECT_TRUE(store().retained_tallies(2088, 2090).empty());
    EXPECT_EQ(store().outcome_totals(), (std::map<std::string, long long>{{"live", 1}, {"retain", 2}}));
}

TEST_P(DecisionStoreTest, TalliesStayEqualToCountingAfterAnyWrites) {
    std::mt19937 random(20261123);
    const auto any = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const char* outcomes[] = {"live", "retain", "due", "review", "held", "permanent", "undetermined"};
    std::map<std::string, std::vector<StoredDecision>> stored;
    for (int round = 0; round < 200; ++round) {
        const std::string person = "P" + std::to_string(any(8));
        std::vector<StoredDecision> now;
        for (int i = 0; i < 4; ++i) {
            if (any(3) == 0) continue;
            StoredDecision one = decided(person, "I" + std::to_string(i), outcomes[any(7)]);
            one.service = any(2) == 0 ? "early-help" : "looked-after";
            if (any(3) == 0) one.rule.reset();
            one.retain_until = any(3) == 0 ? std::nullopt
                                           : std::optional("20" + std::to_string(30 + any(3)) + "-0" +
                                                           std::to_string(1 + any(2)) + "-01");
            one.conflict = any(4) == 0;
            now.push_back(one);
        }
        store().write(stored[person], now, "2026-11-23", 1, any(5) == 0);
        stored[person] = now;
        if (any(10) == 0) store().flush_tallies();
    }
    store().flush_tallies();
    EXPECT_EQ(tallied(), counted());
    EXPECT_FALSE(tallied().empty());
}

TEST_P(DecisionStoreTest, ForgetsKindsOfWhichNoneIsLeft) {
    write({decided("P1", "I1")});
    store().flush_tallies();
    store().write({decided("P1", "I1")}, {}, "2026-11-24", 1, false);
    store().flush_tallies();
    EXPECT_TRUE(store().tallies().empty());
}

TEST_P(DecisionStoreTest, FindsWhatAPersonMustLookAt) {
    StoredDecision conflict = decided("P1", "I5", "live");
    conflict.conflict = true;
    write({decided("P1", "I1", "due"), decided("P1", "I2", "retain"), decided("P1", "I3", "due"),
           decided("P1", "I4", "undetermined"), conflict});
    EXPECT_EQ(store().needing_attention("due", 10).size(), 2U);
    EXPECT_EQ(store().needing_attention("due", 1).at(0).involvement, "I1");
    EXPECT_EQ(store().needing_attention("undetermined", 10).at(0).involvement, "I4");
    EXPECT_EQ(store().needing_attention("conflict", 10).at(0).involvement, "I5");
    EXPECT_TRUE(store().needing_attention("retain", 10).empty());
}

TEST_P(DecisionStoreTest, MarksAPersonOnce) {
    people({"P1"});
    for (int i = 0; i < 2; ++i) store().mark_person("P1");
    EXPECT_EQ(store().stale_people(), 1);
}

TEST_P(DecisionStoreTest, MarksEveryRecordOfOneHumanBeing) {
    people({"P1", "P2", "P3"});
    sql("insert into same_person (person, human) values ('P1', 'P1'), ('P3', 'P1')");
    store().mark_person("P3");
    EXPECT_EQ(stale(), (std::vector<std::string>{"P1", "P3"}));
}

TEST_P(DecisionStoreTest, MarksThoseWhoReadAPersonsFacts) {
    store().set_reads("P1", {}, {"P5", "P6"});
    store().set_reads("P2", {}, {"P6"});
    store().mark_readers("P5");
    EXPECT_EQ(stale(), std::vector<std::string>{"P1"});
    store().set_reads("P1", {"P5", "P6"}, {"P7"});
    sql("delete from stale_person");
    store().mark_readers("P6");
    EXPECT_EQ(stale(), std::vector<std::string>{"P2"});
    store().set_reads("P2", {"P6"}, {});
    EXPECT_EQ(sql_value("select count(*) from decision_read"), "1");
}

TEST_P(DecisionStoreTest, MarksThoseWithAnInvolvementInAService) {
    add({R"({"type":"person","id":"P1","family_name":"X"})",
         R"({"type":"person","id":"P2","family_name":"X"})",
         R"({"type":"involvement","id":"I1","person":"P1","service":"a","opened":"2012-01-01"})",
         R"({"type":"involvement","id":"I2","person":"P1","service":"a","opened":"2012-01-01"})",
         R"({"type":"involvement","id":"I3","person":"P2","service":"b","opened":"2012-01-01"})"});
    store().mark_service("a");
    EXPECT_EQ(stale(), std::vector<std::string>{"P1"});
    store().mark_everybody();
    EXPECT_EQ(stale(), (std::vector<std::string>{"P1", "P2"}));
}

TEST_P(DecisionStoreTest, MarksThoseWhoseDayHasCome) {
    StoredDecision soon = decided("P1", "I1");
    soon.reconsider_on = "2026-12-01";
    StoredDecision later = decided("P2", "I2");
    later.reconsider_on = "2026-12-02";
    write({soon, later, decided("P3", "I3")});
    store().set_evaluated(today);
    EXPECT_FALSE(store().mark_for_day(day("2026-11-30")));
    EXPECT_TRUE(stale().empty());
    EXPECT_FALSE(store().mark_for_day(day("2026-12-01")));
    EXPECT_EQ(stale(), std::vector<std::string>{"P1"});
}

TEST_P(DecisionStoreTest, TakesOffThePagesThatAreDone) {
    people({"P1", "P2", "P3", "P4"});
    store().mark_everybody();
    store().finish_range("P1", "P3");
    EXPECT_EQ(stale(), (std::vector<std::string>{"P1", "P4"}));
}

TEST_P(DecisionStoreTest, ListsInvolvementsWithWhatIsStoredOfThem) {
    add({R"({"type":"person","id":"P1","family_name":"X"})",
         R"({"type":"person","id":"P2","family_name":"X"})",
         R"({"type":"person","id":"P3","family_name":"X"})",
         R"({"type":"involvement","id":"I1","person":"P2","service":"looked-after","opened":"2012-01-01"})",
         R"({"type":"involvement","id":"I2","person":"P1","service":"looked-after","opened":"2012-01-01"})"});
    write({decided("P2", "I1")});
    store().mark_person("P1");
    ListingStore listing(database());
    const std::vector<ListedInvolvement> rows = listing.involvements_after("", 10);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].decision, decided("P2", "I1"));
    EXPECT_EQ(rows[0].evaluated_on, "2026-11-23");
    EXPECT_FALSE(rows[0].stale);
    EXPECT_FALSE(rows[1].decision);
    EXPECT_TRUE(rows[1].stale);
    EXPECT_EQ(listing.involvements_after("I1", 10).size(), 1U);
    EXPECT_EQ(listing.people_without_involvement_after("", 10), std::vector<std::string>{"P3"});
}

}  // namespace
}  // namespace casekeeper::test
