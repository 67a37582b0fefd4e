// SPDX-License-Identifier: MIT
#include "reports/due_forecast.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace casekeeper {
namespace {

constexpr int decades_shown = 10;

int month_number(const Date& day) {
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

// Months since the year nought, of a year alone its first; the past where there is none.
int month_number(const std::string& year_month) {
    const std::optional<Date> day = parse_date(year_month + (year_month.size() == 4 ? "-01-01" : "-01"));
    return day ? month_number(*day) : 0;
}

std::string month_name(int month) {
    static constexpr std::array<const char*, 12> names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return names.at(static_cast<std::size_t>(month % 12)) + (" " + std::to_string(month / 12));
}

// Where time is cut: months up to `first_later`, then years, then decades from `first_decade` on.
struct Cuts {
    int today = 0;
    int first_later = 0;
    int first_year = 0;
    int first_decade = 0;

    explicit Cuts(const MorningReport& report)
        : today(month_number(report.day)),
          first_later(today + std::max(report.months_ahead, 1)),
          first_year(first_later / 12),
          first_decade((first_year + 9) / 10 * 10 + 10) {}

    bool by_year(int month) const { return month / 12 < first_decade; }
    std::size_t year(int month) const { return static_cast<std::size_t>(month / 12 - first_year); }
    std::string year_name(std::size_t at) const {
        const std::string year = std::to_string(first_year + static_cast<int>(at));
        return at == 0 && first_later % 12 != 0 ? "Rest of " + year : year;
    }
    std::size_t decade(int month) const {
        return static_cast<std::size_t>(std::min((month / 12 - first_decade) / 10, decades_shown));
    }
    std::string decade_name(std::size_t at) const {
        const std::string start = std::to_string(first_decade + static_cast<int>(at) * 10);
        return at < decades_shown ? start + "s" : start + " on";
    }
};

// Adds to a bucket, with empty ones before it where they are still missing.
template <typename Name>
void add(std::vector<Bucket>& buckets, std::size_t at, long long records, const Name& name) {
    while (buckets.size() <= at) buckets.push_back({name(buckets.size()), 0});
    buckets[at].records += records;
}

bool has_reached(Outcome outcome) {
    return outcome == Outcome::due || outcome == Outcome::review || outcome == Outcome::held;
}

void add(DueLine& line, const DecisionCount& count, const Cuts& cuts) {
    if (has_reached(count.outcome)) line.reached += count.decisions;
    if (count.outcome == Outcome::undetermined) line.undetermined += count.decisions;
    if (count.outcome != Outcome::retain) return;
    (month_number(count.falls_in) < cuts.first_later ? line.soon : line.later) += count.decisions;
}

// Sums by a key of the counts, given names, in order.
template <typename Named>
std::vector<DueLine> due_lines(const MorningReport& report, const std::vector<Named>& names,
                               std::string DecisionCount::*key) {
    std::map<std::string, DueLine> lines;
    for (const Named& named : names) lines[named.id] = {named.id, named.title, named.authority};
    const Cuts cuts(report);
    for (const DecisionCount& count : report.decisions) {
        DueLine& line = lines[count.*key];
        line.id = count.*key;
        add(line, count, cuts);
    }
    std::vector<DueLine> sorted;
    for (const auto& [id, line] : lines)
        if (line.reached + line.soon + line.later + line.undetermined > 0) sorted.push_back(line);
    std::sort(sorted.begin(), sorted.end(), [](const DueLine& a, const DueLine& b) {
        return std::tie(b.reached, b.soon, b.later, b.undetermined, a.id) <
               std::tie(a.reached, a.soon, a.later, a.undetermined, b.id);
    });
    return sorted;
}

}  // namespace

const std::vector<Outcome>& outcomes_in_order() {
    static const std::vector<Outcome> order = {Outcome::due,          Outcome::review, Outcome::held,
                                               Outcome::undetermined, Outcome::retain, Outcome::live,
                                               Outcome::permanent};
    return order;
}

std::map<Outcome, long long> outcome_counts(const std::vector<DecisionCount>& decisions) {
    std::map<Outcome, long long> counts;
    for (const Outcome outcome : outcomes_in_order()) counts[outcome] = 0;
    for (const DecisionCount& count : decisions) counts[count.outcome] += count.decisions;
    return counts;
}

long long conflict_count(const std::vector<DecisionCount>& decisions) {
    long long conflicts = 0;
    for (const DecisionCount& count : decisions)
        if (count.conflict) conflicts += count.decisions;
    return conflicts;
}

long long DueForecast::soon() const {
    long long sum = passed;
    for (const Bucket& bucket : months) sum += bucket.records;
    return sum;
}

long long DueForecast::total() const {
    long long sum = soon();
    for (const Bucket& bucket : years) sum += bucket.records;
    for (const Bucket& bucket : decades) sum += bucket.records;
    return sum;
}

DueForecast due_forecast(const MorningReport& report) {
    const Cuts cuts(report);
    DueForecast forecast;
    for (int month = cuts.today; month < cuts.first_later; ++month)
        forecast.months.push_back({month_name(month), 0});
    for (const DecisionCount& count : report.decisions) {
        if (count.outcome != Outcome::retain || count.decisions == 0) continue;
        const int month = month_number(count.falls_in);
        if (month < cuts.today)
            forecast.passed += count.decisions;
        else if (month < cuts.first_later)
            forecast.months[static_cast<std::size_t>(month - cuts.today)].records += count.decisions;
        else if (cuts.by_year(month))
            add(forecast.years, cuts.year(month), count.decisions,
                [&](std::size_t at) { return cuts.year_name(at); });
        else
            add(forecast.decades, cuts.decade(month), count.decisions,
                [&](std::size_t at) { return cuts.decade_name(at); });
    }
    return forecast;
}

std::vector<DueLine> due_by_rule(const MorningReport& report) {
    std::vector<DueLine> lines = due_lines(report, report.rules, &DecisionCount::rule);
    std::erase_if(lines, [](const DueLine& line) { return line.reached + line.soon + line.later == 0; });
    return lines;
}

std::vector<DueLine> due_by_service(const MorningReport& report) {
    return due_lines(report, report.services, &DecisionCount::service);
}

std::vector<std::string> idle_rule_ids(const MorningReport& report) {
    std::set<std::string> used;
    for (const DecisionCount& count : report.decisions)
        if (count.decisions > 0) used.insert(count.rule);
    std::vector<std::string> idle;
    for (const ReportedRule& rule : report.rules)
        if (!used.contains(rule.id)) idle.push_back(rule.id);
    return idle;
}

}  // namespace casekeeper
