// SPDX-License-Identifier: MIT
//
// Brings stored decisions up to date: selects who can have changed (facts read, rules changed, reconsider_on
// reached), decides them by the evaluator, writes what differs. Memory is bounded by a page of people.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "custody/schedule_in_force.h"
#include "policy/retention_evaluator.h"
#include "store/decision_store.h"
#include "store/fact_store.h"

namespace casekeeper {

struct EvaluationResult {
    long long people = 0;               // decided on
    long long decisions = 0;            // made
    long long written = 0;              // that differ from what was stored
    long long failed = 0;               // people who could not be decided on, by what is stored of them
    std::vector<std::string> failures;  // their ids, the first hundred
    bool cancelled = false;
};

struct EvaluationControl {
    bool dry_run = false;                                        // decide, write nothing
    std::function<void(long long done, long long of)> progress;  // may be empty
    std::function<bool()> is_cancelled;                          // may be empty; asked between pages
};

EvaluationResult bring_decisions_up_to_date(Database& database, const ScheduleInForce& in_force, Date day,
                                            const EvaluationControl& control);

}  // namespace casekeeper
