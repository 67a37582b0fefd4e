// SPDX-License-Identifier: MIT
//
// Holds the records that have changed, or that time may have changed, against the recording rules, and keeps
// what is found: a finding opens once, closes when its record is mended, and opens again as the same. By other
// rules, or on an earlier day than the last, every record is looked at, by as many threads as there are processors, up
// to four. Memory is bounded by a page of people; two thousand of them are one unit of work. What was looked at before
// a stop stays found; the next night goes on with what has changed, but a look at every record begins again.
//
//   open ──mended──▶ mended      open ──waived by a person──▶ waived
//     ▲ ◀──broken again──┘         ▲ ◀──its day has come, or it lacks more──┘
//     └── no longer asked for: lapsed
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "policy/recording_rules.h"
#include "reports/documents_to_read.h"
#include "store/recording_store.h"

namespace casekeeper {

struct RecordingControl {
    bool dry_run = false;                                        // look, write nothing
    std::function<void(long long done, long long of)> progress;  // may be empty
    std::function<bool()> is_cancelled;                          // may be empty
    ReadDocumentsOf read_documents_of;                           // empty: no document is read
    int reader = 0;                                              // its version
};

struct RecordingResult {
    long long people = 0;  // whose records were looked at
    long long appeared = 0;
    long long reopened = 0;
    long long mended = 0;
    long long lapsed = 0;
    bool looked_at_all = false;
    bool cancelled = false;
    std::string holidays_missing;  // why days could not be reckoned; empty: they were
};

// `rules_mark`: of the rules and what they rest on; by another everything is looked at.
RecordingResult check_recording(Database& database, const RecordingRules& rules, const BankHolidays& holidays,
                                const ServiceCatalogue& catalogue, const std::string& rules_mark, Date day,
                                const RecordingControl& control);

}  // namespace casekeeper
