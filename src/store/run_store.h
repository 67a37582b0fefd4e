// SPDX-License-Identifier: MIT
//
// What the nights and the loads did: runs with their jobs and counts, loads with their findings (ids and
// places, no personal data), and the schedules adopted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/finding.h"
#include "store/database.h"

namespace casekeeper {

struct JobRecord {
    std::string job;
    std::string outcome;  // done, attention, failed, skipped
    long long handled = 0;
    long long refused = 0;
    long long failed = 0;
    double seconds = 0;
    std::vector<std::string> failures;  // what failed, by id, the first hundred
    std::string counts;  // JSON object of the job's own counts, for the next night's comparison
    std::vector<std::string> would_do{};  // of a dry run, in words with ids; not kept
};

struct RunRecord {
    long long number = 0;
    std::string as_of;
    bool dry_run = false;
    std::string started_at;
    std::string ended_at;
    std::string actor;
    std::vector<JobRecord> jobs;
};

struct LoadRecord {
    long long number = 0;
    std::string loaded_at;
    std::string loaded_on;  // the day acted on
    std::string format;
    std::string actor;
    std::string digest;
    long long lines_read = 0;
    long long stored = 0;
    long long unchanged = 0;
    long long rejected = 0;
    long long findings = 0;
    long long errors = 0;  // findings of that severity; the others are warnings
};

struct AdoptedSchedule {
    long long number = 0;
    std::string adopted_at;
    std::string adopted_by;
    std::string title;
    std::string version;
    std::string digest;                        // SHA-256 of both texts
    std::string schedule;                      // TOML
    std::string catalogue;                     // TOML
    std::optional<std::string> reason;         // absent: the first one
    std::optional<std::string> confirmed_by;   // a second person; absent: none was needed
    std::optional<std::string> cooling_until;  // the first day on which newly due records are proposed again
};

// A schedule that needs a second person before it is in force, with what it would move.
struct WaitingSchedule {
    std::string digest;
    std::string proposed_at;
    std::string proposed_by;
    std::string reason;
    std::string schedule;   // TOML
    std::string catalogue;  // TOML
    long long earlier = 0;
    long long later = 0;
};

class RunStore {
public:
    explicit RunStore(Database& database) : database_(database) {}

    long long start_run(const RunRecord& run);
    void add_job(long long run, int position, const JobRecord& job);
    void end_run(long long run, const std::string& ended_at);
    std::optional<RunRecord> run(long long number);
    // The number of the latest run before `number` that was no dry run; 0 where there is none.
    long long last_run_before(long long number);

    // The number of the latest run for a day before `day` that was no dry run; 0 where there is none.
    long long last_run_for_day_before(const std::string& day);

    // The number that the next load will have.
    long long next_load();
    // Its first thousand findings are kept until thirty more loads have come.
    long long add_load(const LoadRecord& load, const std::vector<Finding>& findings);
    std::vector<LoadRecord> latest_loads(int size);
    std::vector<Finding> findings_of(long long load, int size);

    // Why records were written out, beside the export's line of the register. `person` empty: everybody's.
    void add_export(long long register_line, const std::string& person, const std::string& reason);

    std::optional<AdoptedSchedule> adopted_schedule();
    // Puts it in force; its number. None waits any longer.
    long long adopt(const AdoptedSchedule& schedule);
    void put_in_waiting(const WaitingSchedule& schedule);
    std::vector<WaitingSchedule> waiting_schedules();

private:
    Database& database_;
};

}  // namespace casekeeper
