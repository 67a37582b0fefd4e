// SPDX-License-Identifier: MIT
//
// Brings the decisions up to date: whoever can have changed is decided on again.
#include "base/json_text.h"
#include "jobs/job.h"
#include "retention/evaluation.h"

namespace casekeeper {
namespace {

// How many decisions of each outcome there are now, for the next night's comparison.
std::string outcome_counts(Database& database, const EvaluationResult& result) {
    JsonObject json;
    json.number("written", result.written).number("decisions", result.decisions);
    for (const auto& [outcome, count] : DecisionStore(database).outcome_totals()) json.number(outcome, count);
    return json.json();
}

}  // namespace

JobRecord run_retention_job(Night& night, const JobControl& control) {
    const ScheduleInForce in_force = schedule_in_force(night.database);
    EvaluationControl evaluation;
    evaluation.dry_run = night.dry_run;
    evaluation.progress = control.progress;
    evaluation.is_cancelled = control.is_cancelled;
    const EvaluationResult result =
        bring_decisions_up_to_date(night.database, in_force, night.day, evaluation);
    JobRecord record;
    record.outcome = result.cancelled || result.failed > 0 ? "attention" : "done";
    record.handled = result.people;
    record.failed = result.failed;
    record.failures = result.failures;
    record.counts = outcome_counts(night.database, result);
    return record;
}

}  // namespace casekeeper
