// SPDX-License-Identifier: MIT
//
// How good the forecast of lateness is, on made-up years of access requests (made_up_requests.h). Every working
// day of a year all open ones are forecast with what was known by that morning, and later compared with what
// happened. Beside it stand two forecasts that cost nothing: each is sent on the day it is due, so nothing is
// late; and each takes as many days as half of those took that were sent before.
//
//   access_forecast BANK_HOLIDAYS.TOML [FIRST_SEED [SEEDS]]
//
// Prints tables. Exit 64: misused; 65: the bank holidays cannot be read.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "made_up_requests.h"

namespace casekeeper::bench {
namespace {

using namespace std::chrono_literals;
constexpr Date first_day = 2024y / 1 / 2;
// The team has worked half a year by then, and goes on after, so that all come to an end.
constexpr Date measured_from = 2024y / 7 / 1;
constexpr Date measured_to = 2025y / 7 / 1;
constexpr int arrivals_after = 120;
constexpr int at_most_after = 400;

// ── Scores ──

// In working days; too early is below nought.
struct Errors {
    double absolute = 0;
    double together = 0;
    int count = 0;
    void add(Date expected, Date actual, const BankHolidays& holidays) {
        const int error =
            holidays.working_days_between(actual, expected) - holidays.working_days_between(expected, actual);
        absolute += std::abs(error);
        together += error;
        ++count;
    }
    std::string text() const {
        char text[40];
        std::snprintf(text, sizeof text, "%.1f (%+.1f)", absolute / std::max(count, 1),
                      together / std::max(count, 1));
        return text;
    }
};

// Of those that were late, how many were said to be; of those said to be, how many were.
struct Hits {
    int late = 0;
    int said = 0;
    int both = 0;
    void add(bool is_late, bool was_said) {
        late += is_late ? 1 : 0;
        said += was_said ? 1 : 0;
        both += is_late && was_said ? 1 : 0;
    }
    std::string text() const {
        const auto percent = [this](int of) { return of == 0 ? "-" : std::to_string(100 * both / of); };
        return percent(late) + " / " + percent(said);
    }
};

struct Score {
    int requests = 0;
    int late = 0;
    Errors forecast, as_others, on_the_due_day;
    // A week before the due day, and a fortnight.
    Hits late_week, late_fortnight, risk_week, risk_fortnight, others_week, others_fortnight;
};

// ── One morning ──

struct Morning {
    Date on{};
    std::optional<Date> due;
    std::optional<Date> expected;
    Date as_others{};
    bool late = false;
    bool late_or_at_risk = false;
};
using Mornings = std::map<int, std::vector<Morning>>;  // by request

int half_took(const Year& year, Date day) {
    std::vector<int> days;
    for (const Truth& one : year.all())
        if (one.sent && *one.sent < day) days.push_back(between(one.received, *one.sent));
    std::sort(days.begin(), days.end());
    return days.empty() ? 30 : days[days.size() / 2];
}

void forecast(const Year& year, Date day, const BankHolidays& holidays, Mornings& mornings) {
    const std::vector<OpenAccess> open = year.open_on(day);
    const std::vector<LatenessForecast> forecasts =
        forecast_lateness(open, year.history_on(day), day, holidays);
    const int days = half_took(year, day);
    for (std::size_t at = 0; at < open.size(); ++at) {
        const LatenessForecast& one = forecasts[at];
        const Date others = holidays.next_working_day(std::max(plus(open[at].clock.received_on, days), day));
        const bool late = one.days_late > 0;
        mornings[std::stoi(one.id)].push_back(
            {day, one.due_on, one.expected_on, others, late, late || one.at_risk});
    }
}

// ── Afterwards ──

void compare_days(Score& score, const Truth& one, Date due, const std::vector<Morning>& mornings,
                  const BankHolidays& holidays) {
    for (const Morning& morning : mornings) {
        if (!morning.expected) continue;
        score.forecast.add(*morning.expected, *one.sent, holidays);
        score.as_others.add(morning.as_others, *one.sent, holidays);
        score.on_the_due_day.add(std::max(morning.due.value_or(due), morning.on), *one.sent, holidays);
    }
}

// What was said on the last morning so many days before the due day; what had been sent by then is left out.
void compare_lateness(Score& score, const Truth& one, Date due, const std::vector<Morning>& mornings) {
    const bool late = *one.sent > due;
    for (const int ahead : {7, 14}) {
        const Date by = plus(due, -ahead);
        const auto after =
            std::upper_bound(mornings.begin(), mornings.end(), by,
                             [](Date day, const Morning& morning) { return day < morning.on; });
        if (after == mornings.begin() || *one.sent <= by) continue;
        const Morning& said = *std::prev(after);
        (ahead == 7 ? score.late_week : score.late_fortnight).add(late, said.late);
        (ahead == 7 ? score.risk_week : score.risk_fortnight).add(late, said.late_or_at_risk);
        (ahead == 7 ? score.others_week : score.others_fortnight).add(late, due < said.as_others);
    }
}

void measure(Score& score, unsigned seed, double busy, const BankHolidays& holidays) {
    Year year(seed, busy, first_day, holidays);
    Mornings mornings;
    for (Date day = first_day; day < measured_to || !year.is_over(); day = day_after(day)) {
        if (day > plus(measured_to, at_most_after)) break;
        if (day >= measured_from && holidays.is_working_day(day)) forecast(year, day, holidays, mornings);
        year.live(day, day < plus(measured_to, arrivals_after));
    }
    for (const Truth& one : year.all()) {
        if (!one.sent || one.received < measured_from || one.received >= measured_to) continue;
        const Date due = request_clock(one.clock, holidays).due_on.value();
        ++score.requests;
        score.late += *one.sent > due ? 1 : 0;
        compare_days(score, one, due, mornings[one.number], holidays);
        compare_lateness(score, one, due, mornings[one.number]);
    }
}

// ── The tables ──

void print_days(const std::string& name, const Score& score) {
    std::cout << "| " << name << " | " << score.requests << " | "
              << 100 * score.late / std::max(score.requests, 1) << " % | " << score.forecast.text() << " | "
              << score.as_others.text() << " | " << score.on_the_due_day.text() << " |\n";
}

void print_lateness(const std::string& name, const Score& score) {
    std::cout << "| " << name << " | " << score.late_week.text() << " | " << score.late_fortnight.text()
              << " | " << score.risk_week.text() << " | " << score.risk_fortnight.text() << " | "
              << score.others_week.text() << " | " << score.others_fortnight.text() << " |\n";
}

void print(const std::vector<std::pair<std::string, Score>>& scores) {
    std::cout
        << "Days from the forecast to the sending, over all mornings: mean absolute error and bias, in\n"
           "working days\n\n"
           "| | requests | late | forecast | as long as others | on the due day |\n"
           "|---|---|---|---|---|---|\n";
    for (const auto& [name, score] : scores) print_days(name, score);
    std::cout
        << "\nOf those that were late, the share said to be / of those said to be, the share that were,\n"
           "in per cent; on the due day nothing is ever late: 0 / -\n\n"
           "| | late, a week ahead | two weeks | late or at risk, a week | two weeks | as others, a week | "
           "two weeks |\n"
           "|---|---|---|---|---|---|---|\n";
    for (const auto& [name, score] : scores) print_lateness(name, score);
}

BankHolidays read_holidays(const std::string& path) {
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::vector<Finding> findings;
    return BankHolidays::read(text, path, findings);
}

int run(const std::string& path, unsigned first, unsigned seeds) {
    const BankHolidays holidays = read_holidays(path);
    if (holidays.last_year() < 2026) {
        std::cerr << "access_forecast: " << path << " does not know the bank holidays of 2026\n";
        return 65;
    }
    std::vector<std::pair<std::string, Score>> scores;
    for (unsigned seed = first; seed < first + seeds; ++seed) {
        scores.emplace_back("year " + std::to_string(seed), Score{});
        measure(scores.back().second, seed, 1.0, holidays);
    }
    const std::pair<const char*, double> loads[] = {
        {"all, a fifth less to do", 0.8}, {"all", 1.0}, {"all, a tenth more to do", 1.1}};
    for (const auto& [name, busy] : loads) {
        scores.emplace_back(name, Score{});
        for (unsigned seed = first; seed < first + seeds; ++seed)
            measure(scores.back().second, seed, busy, holidays);
    }
    print(scores);
    return 0;
}

}  // namespace
}  // namespace casekeeper::bench

int main(int count, char** words) {
    if (count < 2 || count > 4) {
        std::cerr << "usage: access_forecast BANK_HOLIDAYS.TOML [FIRST_SEED [SEEDS]]\n";
        return 64;
    }
    const auto number = [&](int at, unsigned otherwise) {
        return count > at ? static_cast<unsigned>(std::strtoul(words[at], nullptr, 10)) : otherwise;
    };
    return casekeeper::bench::run(words[1], number(2, 1), number(3, 8));
}
