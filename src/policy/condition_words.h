// SPDX-License-Identifier: MIT
//
// The conditions of the schedule language (if, not_while) in the words of the person a record is about, without
// a case: "the order was made on or after 30 December 2005". Nothing is left out: whoever reads the words knows
// when the rule applies. Services are called by their titles, a whole group by its name.
#pragma once

#include <string>

#include "policy/retention_schedule.h"

namespace casekeeper {

// As it stands after "if" or "while".
std::string condition_in_words(const Condition& condition, const RetentionSchedule& schedule,
                               const ServiceCatalogue& catalogue);

// Does the condition ask whether the person has died?
bool asks_of_death(const Condition& condition);
// Does it ask for a word that is noted of the record, which its person need not know?
bool asks_of_attributes(const Condition& condition);

}  // namespace casekeeper
