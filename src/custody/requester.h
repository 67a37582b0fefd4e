// SPDX-License-Identifier: MIT
//
// In which capacity somebody asks, as their request's record says it: the one rule for everything that
// depends on whether a person asks for themselves.
#pragma once

#include "domain/record_format.h"
#include "policy/who_may_ask.h"

namespace casekeeper {

// Somebody who is named and of whom it is not said in which capacity they ask is not taken for the person.
Capacity capacity_of(const Record& request);

}  // namespace casekeeper
