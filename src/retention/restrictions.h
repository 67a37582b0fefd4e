// SPDX-License-Identifier: MIT
//
// Restrictions (custody/restrictions.h) as people place, lift and list them by command: each in one unit of
// work with its line in the register.
#pragma once

#include <functional>

#include "custody/restrictions.h"
#include "retention/holds.h"

namespace casekeeper {

// The hold as its record, of both. Errors as place_restriction() has them.
Record place_by_command(Database& database, const RestrictionOrder& order, const SignedAct& act);
// Errors as lift_restriction() has them.
Record lift_by_command(Database& database, const std::string& id, Date told_on, const std::string& reason,
                       const SignedAct& act);
// All that were ever placed, in the order of ids as bytes.
void list_restrictions(Database& database, Date day, const std::function<void(const ListedHold&)>& take);

}  // namespace casekeeper
