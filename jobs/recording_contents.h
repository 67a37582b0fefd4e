// SPDX-License-Identifier: MIT
//
// What the morning report says of recording: read from the store, with the titles of the rules as they are
// configured. A configuration that cannot be read is no reason for there to be no report: then ids are shown.
#pragma once

#include "jobs/job.h"
#include "reports/morning_report.h"

namespace casekeeper {

ReportedRecording recording_contents(Night& night);

}  // namespace casekeeper
