// SPDX-License-Identifier: MIT
//
// Writes the letters of a request's outcome, each into a private file of its own, for a person to read through
// and send. Their words are made of templates, codes, services, days and counts; what the person who decided
// wrote is printed as written; nothing else that anybody wrote, no address, nobody else's name.
//
// Of the facts of a case's events these are read: "reason" of grant, grant-part and refuse, and "text" there:
// what was written beside the record when it was corrected or objected to.
#pragma once

#include <string>
#include <vector>

#include "custody/schedule_in_force.h"
#include "output/letter_templates.h"
#include "store/deletion_store.h"

namespace casekeeper {

// FOLDER/outcome.html for whoever asked, and FOLDER/recipient-1.html… where parts go or were corrected: one
// for each recipient of an earlier disclosure (UK GDPR Art 19). What lies there of an earlier writing is
// replaced. `items`: as decided; empty for a correction or an objection, whose parts are its scope. How many
// letters were written. OutputError where one cannot be.
// REQUIRES: the person and what is to go are still there; a decision is among the events, or among the items.
long long write_outcome_letters(Database& database, const ScheduleInForce& in_force,
                                const LetterSettings& settings, const DeletionCase& request,
                                const std::vector<DeletionItem>& items, const std::vector<CaseEvent>& events,
                                Date day, const std::string& folder);

}  // namespace casekeeper
