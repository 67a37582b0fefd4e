// SPDX-License-Identifier: MIT
//
// The morning report's figures: sums over the counts of decisions by outcome, by time, by rule and by
// service. Every retained record falls into exactly one bucket of time, so that the buckets add up to what is
// retained.
#pragma once

#include <string>
#include <vector>

#include "reports/morning_report.h"

namespace casekeeper {

// In the order reports name them: what needs a person first.
const std::vector<Outcome>& outcomes_in_order();

std::map<Outcome, long long> outcome_counts(const std::vector<DecisionCount>& decisions);
long long conflict_count(const std::vector<DecisionCount>& decisions);

struct Bucket {
    std::string name;  // "Oct 2026", "Rest of 2027", "2031", "2040s"
    long long records = 0;
};

// When the records that are retained fall due: the month, and later the year, of their last protected day.
struct DueForecast {
    long long passed = 0;  // the day has passed, a condition still keeps them
    std::vector<Bucket> months;
    // After the months; each ends with the last that is not empty.
    std::vector<Bucket> years;
    std::vector<Bucket> decades;
    long long soon() const;  // passed and months
    long long total() const;
};

DueForecast due_forecast(const MorningReport& report);

// The records under one rule or of one service.
struct DueLine {
    std::string id;
    std::string title;
    std::string authority;
    long long reached = 0;  // due, review or held
    long long soon = 0;     // retained, within the months ahead
    long long later = 0;
    long long undetermined = 0;
};

// Those with any such record, most reached first. Rules and services the lists do not know come by their id.
std::vector<DueLine> due_by_rule(const MorningReport& report);
std::vector<DueLine> due_by_service(const MorningReport& report);
// The ids of rules that decide no record at all.
std::vector<std::string> idle_rule_ids(const MorningReport& report);

}  // namespace casekeeper
