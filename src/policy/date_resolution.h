// SPDX-License-Identifier: MIT
//
// What a schedule's dates and conditions come to for one involvement on a day. A date that cannot be told is
// nullopt, a condition that cannot be told is Truth::unknown and goes through not, and, or as in SQL.
#pragma once

#include "policy/facts_on_day.h"
#include "policy/retention_schedule.h"

namespace casekeeper {

enum class Truth { no, yes, unknown };

Truth negated(Truth truth);

// One rule asked about one involvement, which must exist on the day.
struct Question {
    const FactsOnDay& facts;
    const RetentionSchedule& schedule;
    const Rule& rule;
    std::size_t source;

    // Every part is looked at, decisive or not: an inexact birth anywhere shows in the reading.
    std::optional<Date> day_of(const DateTerm& term, Reading& reading) const;
    // The rule's own day: `until`, or for a `decide` without one the closing day. REQUIRES: not permanent.
    std::optional<Date> day_of_rule(Reading& reading) const;
    Truth truth_of(const Condition& condition, Reading& reading) const;

private:
    std::optional<Date> chosen(const DateTerm& term, Reading& reading) const;
    Truth joined(const Condition& condition, Truth decisive, Reading& reading) const;
    Truth died_before(const Period& age, Reading& reading) const;
    Truth died_before(Date death, Date birth, const Period& age) const;
    Truth compared(const Condition& condition, Reading& reading) const;
    const std::string* attribute(const std::string& name) const;
};

// Does the date depend on the day the file was closed?
bool mentions_file_closed(const DateTerm& term);

}  // namespace casekeeper
