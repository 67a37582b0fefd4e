// SPDX-License-Identifier: MIT
//
// Whom a person's record is about and whom it knows, as policy/misfiled_signs.h is told: relatives and others beside
// them from either side, whoever has a role with them, and whoever any entry says was there, was written to, decided,
// told it or is mentioned. Their own records before and after an adoption are known too with whoever is beside them
// there, and so are all records joined with any of these: no sign puts the two families together.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "policy/misfiled_signs.h"
#include "store/database.h"

namespace casekeeper {

// `people`: all records that are joined as one human being. REQUIRES: a unit of work, or nobody who writes.
RecordPeople people_of_record(Database& database, const std::vector<std::string>& people);

// The ids alone, without what entries say: their relatives and whoever is beside them, before and after an adoption too.
std::set<std::string> people_beside(Database& database, const std::vector<std::string>& people);

}  // namespace casekeeper
