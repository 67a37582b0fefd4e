// SPDX-License-Identifier: MIT
//
// One period of the schedule language, e.g. 75y or 1y6m: units y, m and d in that order, each at most once,
// and at most 999 years, so that no sum leaves the calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"

namespace casekeeper {

struct PeriodReading {
    std::optional<Period> period;
    std::string mistake;  // what is wrong and what to write; empty exactly if there is a period
};

PeriodReading read_period(std::string_view word);

// "15" and "years" -> "15y": what a period written in words should be.
std::optional<std::string> period_in_words(std::string_view number, std::string_view word);

// A measure for "over 999 years", in twelfths of a day of a year of 365: years, months and days weigh 4380,
// 365 and 12.
std::int64_t length_of(const Period& period);
inline constexpr std::int64_t longest_period = std::int64_t{999} * 4380;

}  // namespace casekeeper
