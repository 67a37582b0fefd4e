// SPDX-License-Identifier: MIT
//
// The phrases explanations are made of: a sum with its days, what is missing where a day or a condition
// cannot be told.
#pragma once

#include <string>
#include <vector>

#include "policy/date_resolution.h"

namespace casekeeper {

struct Arithmetic {
    std::string sum;                   // "birth 1950-03-14 + 75y = 2025-03-14"
    std::vector<std::string> remarks;  // on days that do not exist and births not known to the day
};

// REQUIRES: the date is known.
Arithmetic arithmetic_of(const Question& question, const DateTerm& term);

// What would have to be recorded for the rule's day, or its condition, to be known: "no event order-made is
// recorded". REQUIRES: it is unknown.
std::string missing_for_day(const Question& question);
std::string missing_for(const Question& question, const Condition& condition);

}  // namespace casekeeper
