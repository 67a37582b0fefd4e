// SPDX-License-Identifier: MIT
//
// Reads the register and its mirror from the first line to the last, signs its head as it stands after
// tonight's work, and brings the mirror up to date. What is broken is not signed.
#include "custody/register.h"
#include "jobs/job.h"

namespace casekeeper {

JobRecord run_register_job(Night& night, const JobControl&) {
    JobRecord record;
    record.outcome = "done";
    if (night.dry_run) return record;
    Register reg(night.database, night.register_places);
    reg.bring_mirror_up_to_date();
    for (const Finding& finding : reg.verify().findings)
        record.failures.push_back("line " + std::to_string(finding.line) + ": " + finding.message);
    if (!record.failures.empty()) {
        record.failed = static_cast<long long>(record.failures.size());
        record.outcome = "attention";
        return record;
    }
    record.handled = reg.checkpoint(night.actor, night.clock.now()) > 0 ? 1 : 0;
    reg.bring_mirror_up_to_date();
    return record;
}

}  // namespace casekeeper
