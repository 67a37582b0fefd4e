// SPDX-License-Identifier: MIT
#include "policy/access_pace.h"

#include <algorithm>
#include <chrono>

namespace casekeeper {
namespace {

constexpr int fortnight = 10;  // working days
constexpr double slower_quarter = 0.25;

// The working days before today that count, the earliest first.
std::vector<Date> days_measured(const AccessHistory& history, Date today, const BankHolidays& holidays,
                                int most) {
    std::vector<Date> days;
    for (Date day = today; static_cast<int>(days.size()) < most && day > history.known_from;) {
        day = day_before(day);
        if (holidays.is_working_day(day)) days.push_back(day);
    }
    std::reverse(days.begin(), days.end());
    return days;
}

double mean_of(const std::vector<double>& values, std::size_t from, std::size_t count) {
    double sum = 0;
    for (std::size_t at = from; at < from + count; ++at) sum += values[at];
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

// The value below which a share of them lies.
double value_at(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

// Work at a weekend counts for the working day before it.
std::vector<double> items_by_day(const AccessHistory& history, const std::vector<Date>& days, Date today) {
    std::vector<double> items(days.size(), 0);
    for (const AccessHistory::Work& work : history.work) {
        const auto after = std::upper_bound(days.begin(), days.end(), work.on);
        if (after == days.begin() || work.on >= today) continue;
        items[static_cast<std::size_t>(after - days.begin()) - 1] += static_cast<double>(work.items);
    }
    return items;
}

double slow_items_a_day(const std::vector<double>& items) {
    std::vector<double> means;
    for (std::size_t at = 0; at + fortnight <= items.size(); ++at)
        means.push_back(mean_of(items, at, fortnight));
    return value_at(means, slower_quarter);
}

// Of the days on which something of a request was decided.
double items_a_day_of_one(const AccessHistory& history) {
    std::vector<double> items;
    for (const AccessHistory::Work& work : history.work)
        if (work.items > 0) items.push_back(static_cast<double>(work.items));
    return mean_of(items, 0, items.size());
}

std::map<std::string, WaitingTimes> answer_times(const AccessHistory& history) {
    std::map<std::string, std::vector<int>> days;
    for (const AwaitedAnswer& answer : history.answers) {
        if (!answer.answered_on) continue;
        const auto took = std::chrono::sys_days{*answer.answered_on} - std::chrono::sys_days{answer.asked_on};
        days[answer.kind].push_back(static_cast<int>(took.count()));
    }
    std::map<std::string, WaitingTimes> times;
    for (auto& [kind, of_kind] : days) times.emplace(kind, WaitingTimes(std::move(of_kind)));
    return times;
}

WaitingTimes closing_times(const AccessHistory& history, const BankHolidays& holidays) {
    std::vector<int> days;
    for (const AccessHistory::Sent& sent : history.sent)
        days.push_back(holidays.working_days_between(sent.ready_on, sent.sent_on));
    return WaitingTimes(std::move(days));
}

double mean_size(const AccessHistory& history) {
    double items = 0;
    for (const AccessHistory::Sent& sent : history.sent) items += static_cast<double>(sent.items);
    return history.sent.empty() ? 0 : items / static_cast<double>(history.sent.size());
}

}  // namespace

std::string too_little_because(const AccessHistory& history, Date today, const BankHolidays& holidays,
                               const PaceMeasure& measure) {
    const std::vector<Date> days = days_measured(history, today, holidays, measure.days);
    const auto needed = [](std::size_t there, const char* what, int fewest) {
        return std::to_string(there) + what + (there == 1 ? " is" : "s are") + " known, " +
               std::to_string(fewest) + " are needed";
    };
    if (static_cast<int>(days.size()) < measure.fewest_days)
        return needed(days.size(), " working day", measure.fewest_days);
    const int fewest_sent = std::max(measure.fewest_sent, WaitingTimes::fewest);
    if (static_cast<int>(history.sent.size()) < fewest_sent)
        return needed(history.sent.size(), " sent request", fewest_sent);
    const std::vector<double> items = items_by_day(history, days, today);
    if (mean_of(items, 0, items.size()) <= 0)
        return "nothing was decided in the last " + std::to_string(days.size()) + " working days";
    return "";
}

std::optional<AccessPace> measured_pace(const AccessHistory& history, Date today,
                                        const BankHolidays& holidays, const PaceMeasure& measure) {
    if (!too_little_because(history, today, holidays, measure).empty()) return std::nullopt;
    const std::vector<Date> days = days_measured(history, today, holidays, measure.days);
    const std::vector<double> items = items_by_day(history, days, today);
    AccessPace pace;
    pace.days = static_cast<int>(days.size());
    pace.usual = {mean_of(items, 0, items.size()), items_a_day_of_one(history)};
    pace.slow = {slow_items_a_day(items), pace.usual.most_a_day};
    pace.usual_items = mean_size(history);
    pace.closing = closing_times(history, holidays);
    pace.answers = answer_times(history);
    return pace;
}

}  // namespace casekeeper
