// SPDX-License-Identifier: MIT
#include "store/run_store.h"

#include <algorithm>

#include "base/json_read.h"
#include "base/json_text.h"
#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr std::size_t findings_kept = 1000;
constexpr long long loads_with_findings = 30;
constexpr std::size_t failures_kept = 100;

std::string json_list(const std::vector<std::string>& texts, std::size_t most) {
    std::string json = "[";
    for (std::size_t i = 0; i < std::min(most, texts.size()); ++i) {
        if (i > 0) json += ',';
        append_json_string(json, texts[i]);
    }
    return json + "]";
}

}  // namespace

long long RunStore::start_run(const RunRecord& run) {
    const long long number = database_.query(sql::runs::next_run).number();
    database_.query(sql::runs::start_run)
        .set("number", number)
        .set("as_of", run.as_of)
        .set("dry_run", run.dry_run ? 1 : 0)
        .set("started_at", run.started_at)
        .set("actor", run.actor)
        .run();
    return number;
}

void RunStore::add_job(long long run, int position, const JobRecord& job) {
    database_.query(sql::runs::insert_job)
        .set("run", run)
        .set("position", position)
        .set("job", job.job)
        .set("outcome", job.outcome)
        .set("handled", job.handled)
        .set("refused", job.refused)
        .set("failed", job.failed)
        .set("seconds", std::to_string(job.seconds))
        .set("failures", json_list(job.failures, failures_kept))
        .set("counts", job.counts)
        .run();
}

void RunStore::end_run(long long run, const std::string& ended_at) {
    database_.query(sql::runs::end_run).set("number", run).set("ended_at", ended_at).run();
}

std::optional<RunRecord> RunStore::run(long long number) {
    std::optional<RunRecord> run;
    database_.query(sql::runs::run).set("number", number).each(6, [&](const Row& row) {
        run = RunRecord{row.number(0), row.text(1), row.number(2) != 0, row.text(3), row.text(4),
                        row.text(5),   {}};
    });
    if (!run) return run;
    database_.query(sql::runs::jobs_of_run).set("run", number).each(8, [&](const Row& row) {
        run->jobs.push_back({row.text(0), row.text(1), row.number(2), row.number(3), row.number(4),
                             std::stod(row.text(5)), json_texts(row.text(6)), row.text(7)});
    });
    return run;
}

long long RunStore::last_run_before(long long number) {
    return database_.query(sql::runs::last_run).set("number", number).number();
}

long long RunStore::last_run_for_day_before(const std::string& day) {
    return database_.query(sql::runs::run_of_earlier_day).set("day", day).number();
}

long long RunStore::next_load() {
    return database_.query(sql::runs::next_load).number();
}

long long RunStore::add_load(const LoadRecord& load, const std::vector<Finding>& findings) {
    const long long number = next_load();
    database_.query(sql::runs::insert_load)
        .set("number", number)
        .set("loaded_at", load.loaded_at)
        .set("loaded_on", load.loaded_on)
        .set("format", load.format)
        .set("actor", load.actor)
        .set("digest", load.digest)
        .set("lines_read", load.lines_read)
        .set("stored", load.stored)
        .set("unchanged", load.unchanged)
        .set("rejected", load.rejected)
        .set("findings", load.findings)
        .set("errors", load.errors)
        .run();
    for (std::size_t i = 0; i < std::min(findings_kept, findings.size()); ++i)
        database_.query(sql::runs::insert_load_finding)
            .set("load", number)
            .set("position", static_cast<long long>(i))
            .set("severity", to_text(findings[i].severity))
            .set("file", findings[i].file)
            .set("line", findings[i].line)
            .set("message", findings[i].message)
            .run();
    database_.query(sql::runs::forget_load_findings).set("load", number - loads_with_findings).run();
    return number;
}

std::vector<LoadRecord> RunStore::latest_loads(int size) {
    std::vector<LoadRecord> loads;
    database_.query(sql::runs::latest_loads).set("size", size).each(10, [&](const Row& row) {
        LoadRecord load;
        load.number = row.number(0);
        load.loaded_at = row.text(1);
        load.loaded_on = row.text(2);
        load.format = row.text(3);
        load.lines_read = row.number(4);
        load.stored = row.number(5);
        load.unchanged = row.number(6);
        load.rejected = row.number(7);
        load.findings = row.number(8);
        load.errors = row.number(9);
        loads.push_back(std::move(load));
    });
    return loads;
}

std::vector<Finding> RunStore::findings_of(long long load, int size) {
    std::vector<Finding> findings;
    database_.query(sql::runs::findings_of_load)
        .set("load", load)
        .set("size", size)
        .each(4, [&](const Row& row) {
            findings.push_back({row.text(1), static_cast<long>(row.number(2)), 0,
                                row.text(0) == "error" ? Severity::error : Severity::warning, row.text(3)});
        });
    return findings;
}

void RunStore::add_export(long long register_line, const std::string& person, const std::string& reason) {
    database_.query(sql::runs::insert_export)
        .set("register_line", register_line)
        .set("person", person.empty() ? std::nullopt : std::optional(person))
        .set("reason", reason)
        .run();
}

std::optional<AdoptedSchedule> RunStore::adopted_schedule() {
    std::optional<AdoptedSchedule> adopted;
    database_.query(sql::schedules::adopted).each(11, [&](const Row& row) {
        adopted =
            AdoptedSchedule{row.number(0),        row.text(1),          row.text(2),          row.text(3),
                            row.text(4),          row.text(5),          row.text(6),          row.text(7),
                            row.optional_text(8), row.optional_text(9), row.optional_text(10)};
    });
    return adopted;
}

long long RunStore::adopt(const AdoptedSchedule& schedule) {
    const std::optional<AdoptedSchedule> before = adopted_schedule();
    const long long number = before ? before->number + 1 : 1;
    database_.query(sql::schedules::adopt)
        .set("number", number)
        .set("adopted_at", schedule.adopted_at)
        .set("adopted_by", schedule.adopted_by)
        .set("title", schedule.title)
        .set("version", schedule.version)
        .set("digest", schedule.digest)
        .set("schedule", schedule.schedule)
        .set("catalogue", schedule.catalogue)
        .set("reason", schedule.reason)
        .set("confirmed_by", schedule.confirmed_by)
        .set("cooling_until", schedule.cooling_until)
        .run();
    database_.query(sql::schedules::clear_waiting).run();
    return number;
}

void RunStore::put_in_waiting(const WaitingSchedule& schedule) {
    database_.query(sql::schedules::put_in_waiting)
        .set("digest", schedule.digest)
        .set("proposed_at", schedule.proposed_at)
        .set("proposed_by", schedule.proposed_by)
        .set("reason", schedule.reason)
        .set("schedule", schedule.schedule)
        .set("catalogue", schedule.catalogue)
        .set("earlier", schedule.earlier)
        .set("later", schedule.later)
        .run();
}

std::vector<WaitingSchedule> RunStore::waiting_schedules() {
    std::vector<WaitingSchedule> waiting;
    database_.query(sql::schedules::waiting).each(8, [&](const Row& row) {
        waiting.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                           row.number(6), row.number(7)});
    });
    return waiting;
}

}  // namespace casekeeper
