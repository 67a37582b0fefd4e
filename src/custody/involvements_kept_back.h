// SPDX-License-Identifier: MIT
//
// Involvements of which a person decided, for an access request by whomever, that they are not told of, or is
// still to decide it: what tells of a record beside a request leaves them out too. A later request in which one
// is shown does not undo it here: that answer itself tells of it.
#pragma once

#include <set>
#include <string>

#include "domain/case_file.h"
#include "store/database.h"

namespace casekeeper {

// Their ids. `file`: with every record of one human being.
std::set<std::string> involvements_kept_back(Database& database, const CaseFile& file);

}  // namespace casekeeper
