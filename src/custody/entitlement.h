// SPDX-License-Identifier: MIT
//
// Whether whoever asked may, by everything recorded so far and by the facts of a day: somebody may have died
// or come of age since, have said that they do not agree, or have been adopted. Asked when something is
// recorded of it, when people decide, and by the gate.
//
// A record from before an adoption is asked of requests to see one only. Its route is confirmed where a data
// protection officer opened the request by it, or settled who asks (verify-identity).
#pragma once

#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/record_format.h"
#include "policy/who_may_ask.h"
#include "store/case_event.h"
#include "store/database.h"

namespace casekeeper {

// Whether any record of the human being became another one by adoption.
bool is_from_before_adoption(Database& database, const CaseFile& file);

// What is known of whoever asks: who they are, what they have shown, and what a doubt took away again.
Asking asking_of(Database& database, const Record& request, const std::vector<CaseEvent>& events, Date day);
Entitlement entitlement_of(Database& database, const Record& request, const std::vector<CaseEvent>& events,
                           Date day);

// What is typed next for whoever may not ask, or of whom it is not settled. `group`: of the request's commands.
std::string command_to_settle(const Entitlement& entitlement, const std::string& group,
                              const std::string& request);

}  // namespace casekeeper
