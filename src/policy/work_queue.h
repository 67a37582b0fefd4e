// SPDX-License-Identifier: MIT
//
// When each piece of work is finished that waits in one queue: what is due first is done first, at a pace that
// all share, and no piece faster than its own. Pure; counts working days only.
#pragma once

#include <optional>
#include <vector>

#include "base/calendar.h"
#include "policy/bank_holidays.h"

namespace casekeeper {

struct QueuedWork {
    double items = 0;  // left
    Date due_on{};     // the earlier is served first; of the same day, the one named first
    Date from{};       // it cannot be begun before
};

struct QueuePace {
    double items_a_day = 0;  // of all work together, each working day
    double most_a_day = 0;   // of one piece
};

// The day on which each is finished, `today` or later, in their order; nullopt: not within the known bank
// holidays. What has no items is finished on the first working day it can be.
std::vector<std::optional<Date>> finished_on(const std::vector<QueuedWork>& queue, const QueuePace& pace,
                                             Date today, const BankHolidays& holidays);

// How many items are served before each, in their order.
std::vector<double> items_before(const std::vector<QueuedWork>& queue);

}  // namespace casekeeper
