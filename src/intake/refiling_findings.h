// SPDX-License-Identifier: MIT
//
// What moving an entry does to findings of recording: what was found of it goes with it; that it was given away with
// the wrong record, and that its source still has it there, are found by rules of casekeeper's own
// (policy/recording_own_rules.h). REQUIRES of all: a unit of work of kind write.
#pragma once

#include <string>

#include "base/calendar.h"
#include "domain/record_format.h"
#include "intake/refiled_entry.h"
#include "store/database.h"

namespace casekeeper {

void move_findings(Database& database, const RefiledEntry& refiled);

// Known from `day` on: from then the 72 hours of UK GDPR Art 33(1) run. What was weighed already stays so.
// `given_on`: ISO, the first time. The finding's id.
std::string find_given_away(Database& database, const RefiledEntry& refiled, bool is_moved,
                            const std::string& given_on, Date day);
// Nobody wants the move any more by which it was known, and none was made before.
void let_given_away_lapse(Database& database, const std::string& entry, Date day);

// The entry, as it lies here: its source has it in the record it was moved out of; or has it right again.
void find_in_old_place(Database& database, const Record& entry, Date day);
void close_in_old_place(Database& database, const std::string& entry, Date day);

}  // namespace casekeeper
