// SPDX-License-Identifier: MIT
//
// Parts of somebody's record whose accuracy is contested and not settled yet: a request to correct them is
// open, or they are restricted for that (UK GDPR Art 16, 18(1)(a)). Beside them stands, when it is decided,
// what the person says (domain/remark.h); until then whoever is shown them is told that they are contested.
#pragma once

#include <map>
#include <string>

#include "base/calendar.h"
#include "store/database.h"

namespace casekeeper {

// By typed id (involvement:I1, entry:E7, document:D2), by what: "request R1", "restriction H1". All records of
// the human being; a request or restriction over all of it names each involvement.
std::map<std::string, std::string> contested_items(Database& database, const std::string& person, Date day);

// The same of one entry or document, or of the involvement (and entry) that it lies in; empty: it is not.
std::string contested_by(const std::map<std::string, std::string>& contested, const std::string& item,
                         const std::string& entry, const std::string& involvement);

}  // namespace casekeeper
