// SPDX-License-Identifier: MIT
//
// The days and periods of the schedule language in the words of the person a record is about, without a case:
// "your 75th birthday", "6 years after the service ended". The days themselves, once there is a case, are
// policy/explanation_words. Whoever stands in a role is called by the role, never by a name.
#pragma once

#include <string>

#include "policy/retention_schedule.h"

namespace casekeeper {

// "6 months", "1 year and 6 months".
std::string period_in_words(const Period& period);

// As it stands after "until": "your 30th birthday or 6 years after the service ended, whichever is later".
std::string day_in_words(const DateTerm& day, const RetentionSchedule& schedule);

// As it stands after "when" or "after": "the service ended", "you were born", "an order was made".
std::string trigger_in_words(const Trigger& trigger);

// Whoever stands in a role: "the adult it is about"; of a role that has no words here: "the person named as
// next friend".
std::string role_in_words(const std::string& role);

// "a", "a and b", "a, b and c".
std::string listed_in_words(const std::vector<std::string>& words, const std::string& last_word);

}  // namespace casekeeper
