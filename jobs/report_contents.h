// SPDX-License-Identifier: MIT
//
// What the morning report says, gathered from the store, the schedule in force and the night. Reads tallies
// and the first of each list only: a store of any size is reported on in the same time.
#pragma once

#include "jobs/job.h"
#include "reports/morning_report.h"

namespace casekeeper {

MorningReport gather_report(Night& night);

}  // namespace casekeeper
