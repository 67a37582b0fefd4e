// SPDX-License-Identifier: MIT
//
// What speaks against moving an entry from one record to another. Each throws where it does; none changes anything.
#pragma once

#include <string>

#include "base/calendar.h"
#include "custody/schedule_in_force.h"
#include "intake/refiled_entry.h"
#include "policy/roles.h"
#include "store/database.h"

namespace casekeeper {

// Refused: whoever asks, or agrees as the second person, has none of the roles, or wrote the entry and agrees.
void require_mover(const RefiledEntry& refiled, bool is_second, const Actor& actor);

// UsageError: none, where one is needed. InputError: it tells of somebody in one of the two records: names, numbers,
// homes, births and ids of them and of those they are related to.
void require_reason(Database& database, const RefiledEntry& refiled, const std::string& reason,
                    bool is_second);

// Refused: the records are from before and after an adoption; a hold or restriction is on one of the involvements,
// but for what follows from a request; one of them was reduced. InputError where stored facts cannot be read.
void require_movable(Database& database, const ScheduleInForce& in_force, const RefiledEntry& refiled,
                     Date day);

}  // namespace casekeeper
