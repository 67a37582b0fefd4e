// SPDX-License-Identifier: MIT
//
// Proposes what has come due, withdraws what no longer stands, and writes the letters owed to people; never
// by a day that is still to come.
#include "base/json_text.h"
#include "disposal/disposition_review.h"
#include "disposal/notices.h"
#include "jobs/job.h"

namespace casekeeper {

JobRecord run_disposal_review_job(Night& night, const JobControl& control) {
    const ScheduleInForce in_force = schedule_in_force(night.database);
    ReviewOrder order{night.ending_day, night.clock.now(), night.actor,
                      night.dry_run,    control.progress,  control.is_cancelled};
    const ReviewResult result = review_dispositions(night.database, in_force, order);
    long long letters = 0;
    if (!night.dry_run && !result.cancelled)
        letters =
            write_notices(night.database, in_force,
                          {night.settings.trust_name, night.settings.trust_contact, night.notices_folder},
                          night.ending_day);
    JobRecord record;
    record.outcome = result.cancelled ? "attention" : "done";
    record.handled = result.proposed + result.withdrawn + result.lapsed;
    JsonObject counts;
    counts.number("proposed", result.proposed)
        .number("withdrawn", result.withdrawn)
        .number("lapsed", result.lapsed)
        .number("letters", letters);
    record.counts = JsonObject().raw("numbers", counts.json()).json();
    return record;
}

}  // namespace casekeeper
