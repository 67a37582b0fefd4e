// SPDX-License-Identifier: MIT
//
// What an expression means apart from how it is written: a key that is equal for two that say the same, and
// whether a condition can hold at all. Used to compare the rules of a schedule; nothing here knows a day.
#pragma once

#include <string>

#include "policy/retention_schedule.h"

namespace casekeeper {

// Equal keys mean the same; spaces, brackets and the order of parts that commute do not count.
std::string key_of(const DateTerm& date);
std::string key_of(const Condition& condition);

// Contradictory in an obvious way: "x and not x", "a = b and a = c", "died before 0d". False says nothing.
bool never_holds(const Condition& condition);

}  // namespace casekeeper
