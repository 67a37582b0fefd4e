// SPDX-License-Identifier: MIT
//
// A job of the night: it selects, calls one service for each item, counts, and looks whether it is to stop
// between items. It holds no rule. Jobs are rows of a table, run one after the other in the configured order,
// each on a thread of Poco's pool.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/command.h"
#include "base/calendar.h"
#include "custody/register.h"
#include "policy/settings.h"
#include "store/database.h"
#include "store/run_store.h"

namespace casekeeper {

// What a job may use. The store's connection belongs to the job while it runs.
struct Night {
    Database& database;
    const Settings& settings;
    const Clock& clock;
    Date day{};
    Date ending_day{};  // by which records may end (Invocation::ending_day)
    bool dry_run = false;
    long long run = 0;
    std::string actor;
    std::string report_folder;
    std::string documents_folder;
    std::string notices_folder;
    std::string bundles_folder;
    std::string letters_folder;  // of requests
    std::string packs_folder;
    std::string config_folder;
    RegisterPlaces register_places;
    std::vector<JobRecord> jobs_done;  // earlier tonight
    std::vector<Finding> configuration_findings;
    std::string started_at;
};

// How a job tells how far it is, and hears whether it is to stop.
struct JobControl {
    std::function<void(long long done, long long of)> progress;
    std::function<bool()> is_cancelled;
};

struct JobRow {
    std::string name;
    std::string summary;
    // Fills outcome, counts and failures; the caller adds name and seconds. Throws Error where it cannot do
    // its work.
    std::function<JobRecord(Night&, const JobControl&)> run;
};

const std::vector<JobRow>& night_jobs();

// The jobs, a file each.
JobRecord run_retention_job(Night& night, const JobControl& control);
JobRecord run_requests_job(Night& night, const JobControl& control);
JobRecord run_access_job(Night& night, const JobControl& control);
JobRecord run_packs_job(Night& night, const JobControl& control);
JobRecord run_disposal_review_job(Night& night, const JobControl& control);
JobRecord run_disposal_job(Night& night, const JobControl& control);
JobRecord run_recording_job(Night& night, const JobControl& control);
JobRecord run_register_job(Night& night, const JobControl& control);
JobRecord run_report_job(Night& night, const JobControl& control);

}  // namespace casekeeper
