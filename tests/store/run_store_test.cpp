// SPDX-License-Identifier: MIT
#include "store/run_store.h"

#include "store/register_store.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class RunStoreTest : public StoreTest {
protected:
    RunStore store() { return RunStore(database()); }
    long long start(bool dry_run = false) {
        return store().start_run({0, "2026-11-23", dry_run, "2026-11-23T03:00:00Z", "", "ruth", {}});
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RunStoreTest);

TEST_P(RunStoreTest, TellsANightAgain) {
    const long long number = start();
    store().add_job(number, 0, {"retention", "attention", 12, 3, 2, 1.25, {"P1", "P2"}, R"({"due":4})"});
    store().add_job(number, 1, {"report", "done", 1, 0, 0, 0.5, {}, ""});
    store().end_run(number, "2026-11-23T03:01:00Z");
    const std::optional<RunRecord> run = store().run(number);
    ASSERT_TRUE(run && run->jobs.size() == 2U);
    EXPECT_EQ(run->as_of + run->started_at + run->ended_at + run->actor,
              "2026-11-232026-11-23T03:00:00Z2026-11-23T03:01:00Zruth");
    EXPECT_EQ(run->jobs[0].failures, (std::vector<std::string>{"P1", "P2"}));
    EXPECT_EQ(run->jobs[0].counts, R"({"due":4})");
    EXPECT_DOUBLE_EQ(run->jobs[0].seconds, 1.25);
    EXPECT_EQ(run->jobs[1].job, "report");
}

TEST_P(RunStoreTest, NumbersNightsFromOne) {
    EXPECT_EQ(start(), 1);
    EXPECT_EQ(start(), 2);
    EXPECT_FALSE(store().run(3));
}

TEST_P(RunStoreTest, FindsTheNightBeforeLeavingDryRunsOut) {
    start();
    start(true);
    EXPECT_EQ(store().last_run_before(3), 1);
    EXPECT_EQ(store().last_run_before(1), 0);
}

TEST_P(RunStoreTest, KeepsAHundredFailuresOfAJob) {
    const long long number = start();
    store().add_job(number, 0,
                    {"retention", "attention", 0, 0, 150, 0, std::vector<std::string>(150, "P1"), ""});
    EXPECT_EQ(store().run(number)->jobs.at(0).failures.size(), 100U);
    EXPECT_EQ(store().run(number)->jobs.at(0).failed, 150);
}

TEST_P(RunStoreTest, TellsTheLatestLoadsWithTheirFindings) {
    const LoadRecord load{0, "2026-11-23T03:00:00Z", "2026-11-23", "bundle", "ruth", "abc", 10, 7, 2, 1, 2};
    store().add_load(load, {});
    const long long second =
        store().add_load(load, {{"a.jsonl", 3, 0, Severity::warning, "entry E1: a letter without a document"},
                                {"a.jsonl", 9, 0, Severity::error, "not JSON"}});
    EXPECT_EQ(store().latest_loads(5).at(0).number, second);
    EXPECT_EQ(store().latest_loads(1).size(), 1U);
    EXPECT_EQ(store().latest_loads(1).at(0).stored, 7);
    const std::vector<Finding> findings = store().findings_of(second, 10);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0], (Finding{"a.jsonl", 9, 0, Severity::error, "not JSON"}));
}

TEST_P(RunStoreTest, KeepsTheFirstThousandFindings) {
    const std::vector<Finding> many(1500, Finding{"a.jsonl", 1, 0, Severity::error, "not JSON"});
    const long long number =
        store().add_load({0, "", "", "bundle", "ruth", "", 1500, 0, 0, 1500, 1500}, many);
    EXPECT_EQ(sql_value("select count(*) from load_finding"), "1000");
    EXPECT_EQ(store().latest_loads(1).at(0).findings, 1500);
    EXPECT_EQ(store().findings_of(number, 20).size(), 20U);
}

TEST_P(RunStoreTest, FindingsOfLoadsLongPastAreForgotten) {
    const std::vector<Finding> one(1, Finding{"a.jsonl", 1, 0, Severity::error, "person P1: not JSON"});
    for (int load = 1; load <= 31; ++load)
        store().add_load({0, "", "", "bundle", "ruth", "", 1, 0, 0, 1, 1}, one);
    EXPECT_TRUE(store().findings_of(1, 20).empty());
    EXPECT_EQ(store().findings_of(2, 20).size(), 1U);
}

TEST_P(RunStoreTest, HasTheNewestScheduleInForce) {
    EXPECT_FALSE(store().adopted_schedule());
    EXPECT_EQ(store().adopt({0, "a", "ruth", "T", "1", "d1", "[schedule]\n", "x", {}, {}, {}}), 1);
    EXPECT_EQ(store().adopt(
                  {0, "b", "ruth", "T", "2", "d2", "[schedule]\n# é\n", "x", "why", "rhea", "2026-12-07"}),
              2);
    EXPECT_EQ(store().adopted_schedule()->version, "2");
    EXPECT_EQ(store().adopted_schedule()->schedule, "[schedule]\n# é\n");
}

TEST_P(RunStoreTest, KeepsTheReasonOfAnExportBesideItsLine) {
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    const long long line = RegisterStore(database()).append({"a", "export", "ruth", "{}"});
    store().add_export(line, "", "for the new system");
    work.commit();
    EXPECT_EQ(sql_value("select reason from export_log where person is null"), "for the new system");
}

}  // namespace
}  // namespace casekeeper::test
