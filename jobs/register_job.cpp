// SPDX-License-Identifier: MIT
//
// Signs the head of the register as it stands after tonight's work and brings its mirror up to date.
#include "custody/register.h"
#include "jobs/job.h"

namespace casekeeper {

JobRecord run_register_job(Night& night, const JobControl&) {
    JobRecord record;
    record.outcome = "done";
    if (night.dry_run) return record;
    Register reg(night.database, night.register_places);
    record.handled = reg.checkpoint(night.actor, night.clock.now()) > 0 ? 1 : 0;
    reg.bring_mirror_up_to_date();
    return record;
}

}  // namespace casekeeper
