// SPDX-License-Identifier: MIT
//
// How a hold is written, whoever places or ends it: its record, the people it names, its line in the register.
// What it must be before, and whose decisions it changes, is its callers' affair (retention/holds.h,
// custody/restrictions.h).
#pragma once

#include <string>

#include "custody/signed_act.h"
#include "domain/case_file.h"
#include "domain/record_format.h"
#include "store/database.h"

namespace casekeeper {

// In the interchange format. REQUIRES: a scope as it was named (store/hold_store.h: find_items).
Record record_of_hold(const Hold& hold, const std::string& authority, const std::string& reason);
// The first of H1, H2, … that no hold has.
std::string unused_hold_id(Database& database);
// UsageError where it is no id; InputError where holds that follow by themselves, or another hold, have it.
void check_new_hold_id(Database& database, const std::string& id);
// REQUIRES of both: a unit of work of kind write.
void add_hold(Database& database, const Record& hold, const SignedAct& act);
// Released by act.actor from act.day on; those in whose decision it stands are marked. What else has to be
// said of its end stands in the record already. The hold as it stands now.
Record end_hold(Database& database, Record hold, const std::string& reason, const SignedAct& act);

}  // namespace casekeeper
