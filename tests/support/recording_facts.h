// SPDX-License-Identifier: MIT
//
// A record written in a few lines, for the recording rules:
//
//   I1 care-order 2026-01-05 [closed=2026-10-01] [worker=W1] [team=north] [closure-reason] [reduced]
//   E1 visit 2026-11-18T10:00 [recorded=2026-11-19] [in=I1] [author=W1] [topic=health] [present] [addressed]
//      [account] [copy] [decision] [reason] [decided-by] [words]
//
// Lines are parted by ';'. What begins with I is an involvement, with E an entry of the one before it.
#pragma once

#include <string>
#include <vector>

#include "policy/record_check.h"
#include "support/case_world.h"

namespace casekeeper::test {

// What falls short on a day, as "RULE THING LACK,LACK"; ends with "again DAY" where time alone may change it.
struct Held {
    std::vector<std::string> shortfalls;
    std::vector<Shortfall> whole;
    std::string look_again_on;  // empty: never
    std::string holidays_missing;
};
Held hold(const RecordingRules& rules, const ServiceCatalogue& catalogue, const std::string& facts,
          const std::string& day);

// The shipped configuration; its catalogue: support/case_world.h.
const BankHolidays& shipped_holidays();
const RecordingRules& shipped_recording_rules();
// One rule of it alone.
RecordingRules only(const std::string& rule);

}  // namespace casekeeper::test
