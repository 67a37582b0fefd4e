// SPDX-License-Identifier: MIT
//
// Whether whoever asked may, by everything recorded so far and by the facts of a day: somebody may have died
// or come of age since, or have said that they do not agree. Asked when something is recorded of it, when
// people decide, and by the gate.
#pragma once

#include <vector>

#include "domain/record_format.h"
#include "policy/who_may_ask.h"
#include "store/case_event.h"
#include "store/database.h"

namespace casekeeper {

Entitlement entitlement_of(Database& database, const Record& request, const std::vector<CaseEvent>& events,
                           Date day);

}  // namespace casekeeper
