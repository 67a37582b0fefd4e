// SPDX-License-Identifier: MIT
//
// What a finding of recording says, in plain words: what is lacking by its code (policy/record_check.h), with
// the days it is about. Lists, commands and pages print the same words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"

namespace casekeeper {

// "time" -> "the time"; a code that none stands for is shown as it is.
std::string words_of_lack(const std::string& code);

// "lacks the time and who was there"; "was written up late: it was due by 24 November 2026".
std::string words_of_lacks(const std::vector<std::string>& codes, std::optional<Date> about_on,
                           std::optional<Date> owed_by);

}  // namespace casekeeper
