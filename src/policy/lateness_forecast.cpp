// SPDX-License-Identifier: MIT
#include "policy/lateness_forecast.h"

#include <cmath>

namespace casekeeper {
namespace {

// Of the waits, by the day expected: half are over, or three quarters.
constexpr double as_a_rule = 0.5;
constexpr double slowly = 0.75;
constexpr const char* cannot_be_said = "it cannot be said: ";

std::string counted(long long number, const std::string& one, const std::string& more) {
    return std::to_string(number) + " " + (number == 1 ? one : more);
}

std::string one_decimal(double number) {
    const long long tenths = std::llround(number * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string words_of(const ExpectedAnswer& answer) {
    return "an answer (" + answer.kind + ") asked for on " + to_text(answer.asked_on) + " is expected on " +
           to_text(answer.on) + ", as others came; ";
}

std::string words_of_work(const OpenAccess& open, const Reckoning& reckoning, double before,
                          const AccessPace& pace) {
    const std::string own = counted(std::llround(reckoning.work.items), "item", "items");
    return (open.items_left ? own + " of its own" : own + " of its own, the mean of those sent,") + " and " +
           std::to_string(std::llround(before)) + " due before are decided by " +
           to_text(*reckoning.finished_on) + " at " + one_decimal(pace.usual.items_a_day) +
           " a working day, as in the last " + std::to_string(pace.days) + "; ";
}

std::string words_of_closing(const Reckoning& reckoning) {
    const std::string days = counted(reckoning.closing_days, "working day", "working days");
    if (!reckoning.ready_since) return "signing and sending take " + days + ", as with others";
    return "all is ready since " + to_text(*reckoning.ready_since) + ": signing and sending take " + days +
           " more, as with others";
}

std::string words_of_unknown(const Reckoning& reckoning, const AccessPace& pace) {
    if (reckoning.unknown_kind.empty()) return "it would be after the last bank holidays that are known";
    const auto known = pace.answers.find(reckoning.unknown_kind);
    return "how long an answer (" + reckoning.unknown_kind + ") takes is known of " +
           std::to_string(known == pace.answers.end() ? 0 : known->second.count()) + ", " +
           std::to_string(WaitingTimes::fewest) + " are needed";
}

std::string why(const OpenAccess& open, const Reckoning& reckoning, double before, const AccessPace& pace) {
    if (!reckoning.sent_on) return cannot_be_said + words_of_unknown(reckoning, pace);
    std::string words;
    if (reckoning.requesters) words += words_of(*reckoning.requesters);
    if (reckoning.others) words += words_of(*reckoning.others);
    if (!open.decided_on) words += words_of_work(open, reckoning, before, pace);
    return words + words_of_closing(reckoning);
}

int days_late(const std::optional<Date>& due_on, const std::optional<Date>& sent_on,
              const BankHolidays& holidays) {
    return due_on && sent_on ? holidays.working_days_between(*due_on, *sent_on) : 0;
}

std::vector<LatenessForecast> unsaid(const std::vector<OpenAccess>& open, const std::string& because,
                                     Date today, const BankHolidays& holidays) {
    std::vector<LatenessForecast> forecasts;
    for (const OpenAccess& one : open) {
        const std::optional<Date> due_on = request_clock(one.clock, holidays).due_on;
        forecasts.push_back(
            {one.id, due_on, {}, {}, days_late(due_on, today, holidays), false, cannot_be_said + because});
    }
    return forecasts;
}

}  // namespace

std::vector<LatenessForecast> forecast_lateness(const std::vector<OpenAccess>& open,
                                                const AccessHistory& history, Date today,
                                                const BankHolidays& holidays, const PaceMeasure& measure) {
    const std::optional<AccessPace> pace = measured_pace(history, today, holidays, measure);
    if (!pace) return unsaid(open, too_little_because(history, today, holidays, measure), today, holidays);
    const auto expected = reckoned(open, *pace, {pace->usual, as_a_rule}, today, holidays);
    const auto cautious = reckoned(open, *pace, {pace->slow, slowly}, today, holidays);
    std::vector<QueuedWork> queue;
    queue.reserve(expected.size());
    for (const Reckoning& one : expected) queue.push_back(one.work);
    const std::vector<double> before = items_before(queue);
    std::vector<LatenessForecast> forecasts;
    for (std::size_t at = 0; at < open.size(); ++at) {
        const std::optional<Date>& sent_on = expected[at].sent_on;
        LatenessForecast forecast{open[at].id, expected[at].due_on, sent_on, {}, 0, false, ""};
        forecast.days_late = days_late(forecast.due_on, sent_on.value_or(today), holidays);
        if (sent_on) forecast.cautious_on = cautious[at].sent_on;
        const bool slowly_late =
            !forecast.cautious_on || days_late(cautious[at].due_on, forecast.cautious_on, holidays) > 0;
        forecast.at_risk = sent_on && forecast.due_on && forecast.days_late == 0 && slowly_late;
        forecast.why = why(open[at], expected[at], before[at], *pace);
        forecasts.push_back(std::move(forecast));
    }
    return forecasts;
}

}  // namespace casekeeper
