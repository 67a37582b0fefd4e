// SPDX-License-Identifier: MIT
//
// The night: the configured jobs in order, under the run lock, each recorded with its counts. A job that
// fails does not stop those after it.
#pragma once

#include <set>
#include <string>

#include "app/command.h"
#include "store/run_store.h"

namespace casekeeper {

struct NightOptions {
    bool dry_run = false;
    std::set<std::string> only;  // empty: all configured jobs
};

struct NightResult {
    RunRecord run;
    int exit_code = 0;
    std::string hint;  // of the first job that failed; empty where none did
};

// Runs the night in the invocation's store. UsageError for a job that is none.
NightResult run_night(Invocation& invocation, const NightOptions& options);

// The commands of the night: nightly, report, demo.
std::vector<CommandRow> night_commands();

}  // namespace casekeeper
