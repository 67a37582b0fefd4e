// SPDX-License-Identifier: MIT
#include "policy/work_queue.h"

#include <algorithm>
#include <numeric>

namespace casekeeper {
namespace {

constexpr double nothing = 1e-6;

bool is_known(Date day, const BankHolidays& holidays) {
    return static_cast<int>(day.year()) <= holidays.last_year();
}

std::vector<std::size_t> earliest_due_first(const std::vector<QueuedWork>& queue) {
    std::vector<std::size_t> order(queue.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return queue[one].due_on < queue[other].due_on;
    });
    return order;
}

}  // namespace

std::vector<std::optional<Date>> finished_on(const std::vector<QueuedWork>& queue, const QueuePace& pace,
                                             Date today, const BankHolidays& holidays) {
    std::vector<std::optional<Date>> finished(queue.size());
    std::vector<std::size_t> waiting = earliest_due_first(queue);
    std::vector<double> left;
    left.reserve(queue.size());
    for (const QueuedWork& work : queue) left.push_back(work.items);
    for (Date day = today; !waiting.empty() && is_known(day, holidays); day = day_after(day)) {
        if (!holidays.is_working_day(day)) continue;
        double hands = pace.items_a_day;
        for (const std::size_t at : waiting) {
            if (queue[at].from > day) continue;
            const double done = std::min({left[at], hands, pace.most_a_day});
            left[at] -= done;
            hands -= done;
            if (left[at] < nothing) finished[at] = day;
        }
        std::erase_if(waiting, [&](std::size_t at) { return finished[at].has_value(); });
    }
    return finished;
}

std::vector<double> items_before(const std::vector<QueuedWork>& queue) {
    std::vector<double> before(queue.size(), 0);
    double sum = 0;
    for (const std::size_t at : earliest_due_first(queue)) {
        before[at] = sum;
        sum += queue[at].items;
    }
    return before;
}

}  // namespace casekeeper
