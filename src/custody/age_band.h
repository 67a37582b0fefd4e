// SPDX-License-Identifier: MIT
//
// How old somebody was, in bands too wide to find anybody by: what an anonymised record leaves for
// statistics.
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"

namespace casekeeper {

// "under 1", "1 to 4", "5 to 9", "10 to 15", "16 to 17", "18 to 24", "25 and over", or "unknown" where the
// birth is not known well enough to tell.
std::string age_band(const std::optional<DateRange>& birth, const std::optional<Date>& on);

}  // namespace casekeeper
