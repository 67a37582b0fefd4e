// SPDX-License-Identifier: MIT
//
// The disposition review of a night: what is decided to be due, or a question, or on the way to be reduced or
// handed on, becomes a proposal with a fingerprint of what it covers; what is no longer as it was proposed is
// withdrawn; approvals that have grown too old lapse. It destroys nothing. Only people whose decisions or
// records changed are looked at (store/review_store.h); everybody where the schedule or the day is another.
//
//   decisions ──▶ proposals ──▶ people sign off (sign_off.h) ──▶ the gate (custody/gate.h)
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "custody/schedule_in_force.h"
#include "store/database.h"

namespace casekeeper {

struct ReviewOrder {
    Date day{};
    std::string at;
    std::string actor;
    bool dry_run = false;
    std::function<void(long long done, long long of)> progress;
    std::function<bool()> is_cancelled;
};

struct ReviewResult {
    long long people = 0;
    long long proposed = 0;
    long long withdrawn = 0;
    long long lapsed = 0;
    long long notices = 0;   // words newly owed to people
    bool cancelled = false;  // what was looked at before is kept; the next review looks at the rest
    // A new schedule is cooling off until then: nothing was proposed.
    std::optional<std::string> cooling_until;
};

// Page by page, each in one unit of work with a line of the register where anything was done, so that holds
// and requests come in meanwhile. Cut off anywhere, the next review goes on; a dry run is one unit of work
// and keeps nothing.
ReviewResult review_dispositions(Database& database, const ScheduleInForce& in_force,
                                 const ReviewOrder& order);

}  // namespace casekeeper
