// SPDX-License-Identifier: MIT
//
// The sections of the morning report after its beginning. Each is pure, and shown even where there is nothing
// to say: that nothing was found is said too.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "output/page.h"
#include "reports/morning_report.h"

namespace casekeeper {

// What falls due, by time, by rule and by service.
std::vector<Section> sections_of_due_dates(const MorningReport& report);
// How the records stand: outcomes and totals, and what has changed.
std::vector<Section> sections_of_standing(const MorningReport& report);
// Records that wait for a person, list by list.
std::vector<Section> sections_of_waiting(const MorningReport& report);
std::vector<Section> sections_of_holds(const MorningReport& report);
// What was proposed, signed off and destroyed; what was not, and why; what lies beyond reach.
std::vector<Section> sections_of_disposal(const MorningReport& report);
// Where requests stand, what is late or near, and what the night did with them.
std::vector<Section> sections_of_requests(const MorningReport& report);
// Where requests to see a record stand, which will be late, what others owe, what lapses.
std::vector<Section> sections_of_access(const MorningReport& report);
// How they stand, for the opening; begins with a space. Empty: none is open.
std::string sentence_of_access(const MorningReport& report);
// Packs that were made, that could not be, and that have served. None where there is nothing to be made of.
std::vector<Section> sections_of_packs(const MorningReport& report);
// What the night made, for the opening; begins with a space. Empty: nothing.
std::string sentence_of_packs(const MorningReport& report);
// What records lack by the recording rules, rule by rule, and how that moves. None where no night has looked.
std::vector<Section> sections_of_recording(const MorningReport& report);
// How it stands, for the opening; begins with a space. Empty: nothing new and nothing mended.
std::string sentence_of_recording(const MorningReport& report);
// Disclosures that lack something, and those that were made to prevent serious harm.
std::vector<Section> sections_of_disclosures(const MorningReport& report);
// Findings of the loads and of the configuration check.
std::vector<Section> sections_of_findings(const MorningReport& report);
// What the jobs did, and the schedule they obeyed.
std::vector<Section> sections_of_night(const MorningReport& report);
// What differs from run to run.
Section section_about_run(const MorningReport& report);

// How a list's command asks for one outcome.
std::string list_command(Outcome outcome);
extern const char* const conflict_command;

// What codes mean in a report; a code that none stands for is shown as it is.
using CodeWords = std::map<std::string, std::string>;
std::string in_words(const CodeWords& words, const std::string& code);
// What a night counted under a name; 0 where nothing.
long long count_of(const std::map<std::string, long long>& counts, const std::string& name);

bool is_past_review(const ReportedHold& hold, Date day);
// Is it to be looked at again within hold_warning_days?
bool is_near_review(const ReportedHold& hold, Date day);
// Days from the day of the report to the last day of the schedule, negative once it has expired; nullopt
// without one.
std::optional<long long> days_of_schedule_left(const MorningReport& report);

}  // namespace casekeeper
