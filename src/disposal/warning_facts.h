// SPDX-License-Identifier: MIT
//
// The warning before a deletion, from what lies in the store now: what would go, what the person receives and
// has coming, what others rely on, what stays and why. Services, kinds, days and counts only: never what
// somebody wrote, never an address, another person or a protected place.
#pragma once

#include <string>
#include <vector>

#include "custody/schedule_in_force.h"
#include "disposal/impact_warning.h"
#include "output/letter_templates.h"
#include "store/deletion_store.h"

namespace casekeeper {

// `items`: the parts as they were assessed, decided or not. Practitioner, trust and contact are the caller's.
// REQUIRES: a request to delete, whose person is there.
ImpactWarning warning_for(Database& database, const ScheduleInForce& in_force, const DeletionCase& request,
                          const std::vector<DeletionItem>& items, Date day);

// FOLDER/warning.html for the person and FOLDER/warning-formal.html for the case file. OutputError where one
// is there already or cannot be written.
void write_warning(const LetterTemplates& templates, const ImpactWarning& warning, const std::string& folder);

}  // namespace casekeeper
