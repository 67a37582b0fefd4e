// SPDX-License-Identifier: MIT
//
// Holds what has changed against the recording rules: findings open, and those that were mended close. After
// whatever ends records, so that nothing is found of one that is gone.
#include <optional>

#include "app/configured.h"
#include "base/json_text.h"
#include "custody/schedule_in_force.h"
#include "disclosure/reading_tools.h"
#include "jobs/job.h"
#include "reports/recording_check.h"

namespace casekeeper {

JobRecord run_recording_job(Night& night, const JobControl& control) {
    const ScheduleInForce in_force = schedule_in_force(night.database);
    const RecordingRules rules = configured_recording_rules(night.config_folder, in_force.catalogue);
    const BankHolidays holidays = configured_bank_holidays(night.config_folder);
    std::optional<ReadingTools> tools;  // made where somebody has a document that is to be read
    const auto read_documents_of = [&](const std::string& person, const std::function<bool()>& is_to_stop) {
        if (!tools)
            tools.emplace(night.database, night.config_folder, night.settings.packs.words,
                          night.documents_folder);
        tools->keep_words_of(person, is_to_stop);
    };
    const RecordingResult result = check_recording(
        night.database, rules, holidays, in_force.catalogue,
        mark_of_recording_rules(night.config_folder, in_force.adopted.digest), night.day,
        {night.dry_run, control.progress, control.is_cancelled, read_documents_of, reader_version});
    JobRecord record;
    record.outcome = result.cancelled || !result.holidays_missing.empty() ? "attention" : "done";
    record.handled = result.people;
    if (!result.holidays_missing.empty()) {
        record.failed = 1;
        record.failures.push_back(result.holidays_missing +
                                  ": what is due in working days after them was not looked at");
    }
    record.counts = JsonObject()
                        .raw("numbers", JsonObject()
                                            .number("appeared", result.appeared)
                                            .number("reopened", result.reopened)
                                            .number("mended", result.mended)
                                            .number("lapsed", result.lapsed)
                                            .json())
                        .json();
    return record;
}

}  // namespace casekeeper
