// SPDX-License-Identifier: MIT
//
// All open access requests looked at together: the clock of each, when it will be sent at the present pace,
// what is owed for it, and which opinion lapses before it is used. Nothing is changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "output/calendar_file.h"
#include "policy/bank_holidays.h"
#include "policy/lateness_forecast.h"
#include "policy/request_clock.h"
#include "store/access_store.h"

namespace casekeeper {

struct OpenRequest {
    AccessCase one;
    ClockFacts facts;
    RequestClock clock;
    LatenessForecast forecast;
    std::vector<AccessAsk> owed;  // unanswered
};

struct LapsingOpinion {
    std::string request;
    Date lapses_on{};  // from this day on it may not be relied on
};

struct AccessOutlook {
    std::vector<OpenRequest> open;  // by id; those that wait for an answer or for its letter
    std::vector<LapsingOpinion> lapsing;
};

// Opinions are listed from `warning_days` before they lapse. ConfigError where a clock needs bank holidays that
// are not known.
AccessOutlook access_outlook(Database& database, const BankHolidays& holidays, int opinion_months,
                             int warning_days, Date day);

// {"request","state","due","expected","cautious","days_late","at_risk","why"}
std::string forecast_json(const OpenRequest& open);
std::string forecast_line(const OpenRequest& open);

// Due days with their alarms, and days on which an opinion lapses; no personal data.
CalendarFile calendar_of(const AccessOutlook& outlook, const std::string& made_at);

}  // namespace casekeeper
