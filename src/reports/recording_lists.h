// SPDX-License-Identifier: MIT
//
// The lists for whoever must mend records, as files in a folder of their own: one for each worker who is asked
// and one for each team, as a page and as CSV, with counts over time, and a page that leads to them. Records
// and people stand in them by id alone, workers by name too. What is restricted (UK GDPR Art 18) is used for
// nothing, so it is on no list; how much that is, is said.
//
//   DIR/index.html                    who is asked how much
//   DIR/counts.csv                    day, of what (all, rule, worker, team), name, open, new, mended, set aside
//   DIR/worker-W01.html  .csv         nobody.html .csv: where no worker is named
//   DIR/team-north.html  .csv         no-team.html .csv
#pragma once

#include <string>

#include "base/calendar.h"
#include "policy/recording_rules.h"
#include "store/database.h"

namespace casekeeper {

struct ListsWritten {
    long long workers = 0;
    long long teams = 0;
    long long findings = 0;
    long long restricted = 0;  // on no list
};

// Whole or not at all. OutputError where the folder is there and not empty, or cannot be written.
ListsWritten write_recording_lists(Database& database, const RecordingRules& rules, const std::string& trust,
                                   Date day, const std::string& folder);

}  // namespace casekeeper
