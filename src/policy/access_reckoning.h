// SPDX-License-Identifier: MIT
//
// When each open access request will be sent, if everything goes at one pace: the items that are left wait in
// one queue; answers that are owed come as the like of them came; then it is signed and sent as others were.
// Pure. The day's work is still to be done: the night comes before the morning.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "policy/access_pace.h"
#include "policy/bank_holidays.h"
#include "policy/request_clock.h"
#include "policy/work_queue.h"

namespace casekeeper {

struct OpenAccess {
    std::string id;
    ClockFacts clock;                     // what the requester owes stands here
    std::optional<long long> items_left;  // to be decided; nullopt: not known before somebody has reviewed it
    std::optional<Date> decided_on;       // the last of them was
    // Of others, those that have come among them: without them it cannot be sent, nor, before its review, begun.
    std::vector<AwaitedAnswer> answers;
};

// An answer that is still owed, and the day it is expected, today or later.
struct ExpectedAnswer {
    std::string kind;
    Date asked_on{};
    Date on{};
};

struct Reckoning {
    std::optional<Date> due_on;  // while the clock stands still: as it will be, by the answer expected
    std::optional<ExpectedAnswer> requesters;  // while the clock stands still: the last that is owed
    std::optional<ExpectedAnswer> others;      // the last that others owe
    std::string unknown_kind;                  // of answers too few of which are known; empty: none
    QueuedWork work;
    std::optional<Date> finished_on;  // the work; nullopt: not within the known bank holidays
    std::optional<Date> ready_since;  // all is decided and has come: only signing and sending are left
    int closing_days = 0;             // working days for these from then on, or from now on
    std::optional<Date> sent_on;      // nullopt: cannot be said
};

// How fast everything goes: that of the queue, and the share of waits that are over by the day expected (0.5:
// as many come later as earlier).
struct Speed {
    QueuePace queue;
    double share = 0.5;
};

// One for each, in their order. Throws ConfigError where a clock needs a day beyond the known bank holidays.
std::vector<Reckoning> reckoned(const std::vector<OpenAccess>& open, const AccessPace& pace,
                                const Speed& speed, Date today, const BankHolidays& holidays);

}  // namespace casekeeper
