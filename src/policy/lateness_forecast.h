// SPDX-License-Identifier: MIT
//
// At the present pace, which open access requests will be late, and by how many days. The items that are left
// wait in one queue, what is due first before the rest, and are decided at the pace of the last working days;
// answers that are owed come when the like of them came; then it is signed and sent as quickly as others were.
// Every figure is measured (access_pace.h), none is promised; where too little was done to measure it, it
// cannot be said.
//
// Pure: facts, bank holidays and the day in, forecasts out. The day's work is still to be done: the night comes
// before the morning. Days late are working days.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "policy/access_pace.h"
#include "policy/access_reckoning.h"
#include "policy/bank_holidays.h"

namespace casekeeper {

struct LatenessForecast {
    std::string id;
    std::optional<Date> due_on;       // while the clock stands still: as it will be, by the answer expected
    std::optional<Date> expected_on;  // it is sent; nullopt: cannot be said
    std::optional<Date> cautious_on;  // it is sent, if all goes as slowly as in the slower quarter of cases
    // Working days from due_on to expected_on, 0: in time. Where that cannot be said: those that it is late
    // already, should it be sent today.
    int days_late = 0;
    bool at_risk = false;  // in time as expected, but late, or not to be said, if all goes slowly
    std::string why;       // in a sentence: how it was reckoned, or why it cannot be said
};

// One for each open request, in their order. Throws ConfigError where a clock needs a day beyond the known bank
// holidays; a forecast that would need one cannot be said.
std::vector<LatenessForecast> forecast_lateness(const std::vector<OpenAccess>& open,
                                                const AccessHistory& history, Date today,
                                                const BankHolidays& holidays,
                                                const PaceMeasure& measure = {});

}  // namespace casekeeper
