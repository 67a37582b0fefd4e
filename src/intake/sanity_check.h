// SPDX-License-Identifier: MIT
//
// What is stored as it is but should be looked at: dates that cannot be, letters without a copy, decisions
// without a reason. Warnings only; nothing here sets a line aside.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "domain/record_format.h"

namespace casekeeper {

// What one record shows by itself. `day` is today.
std::vector<std::string> sanity_problems(const Record& record, Date day);
// An entry beside its involvement: more than a year outside it.
bool is_outside(const Record& entry, const Record& involvement);
// An involvement with an event before the birth of its person that only somebody born can have had.
bool events_before_birth(const Record& involvement, const Record& person);
// A correction that may let the record go earlier, in words; empty where it is none.
std::string correction_that_shortens(const Record& before, const Record& after);

}  // namespace casekeeper
