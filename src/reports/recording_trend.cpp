// SPDX-License-Identifier: MIT
#include "reports/recording_trend.h"

#include <algorithm>

namespace casekeeper {
namespace {

constexpr std::chrono::days fortnight{14};
constexpr std::chrono::days week{7};

// What happened after one day, up to and with another; what is open on the latter.
TrendPoint point(const std::vector<RecordingStore::Count>& counts, Date after, Date upto) {
    TrendPoint sum;
    sum.on = upto;
    for (const RecordingStore::Count& count : counts) {
        if (count.on > to_text(upto)) break;
        sum.open = count.open;
        if (count.on <= to_text(after)) continue;
        sum.appeared += count.appeared;
        sum.mended += count.mended;
        sum.waived += count.waived;
    }
    return sum;
}

std::string described(const std::vector<TrendPoint>& trend) {
    const auto [least, most] = std::minmax_element(
        trend.begin(), trend.end(), [](const TrendPoint& a, const TrendPoint& b) { return a.open < b.open; });
    return "From " + to_words(trend.front().on) + " to " + to_words(trend.back().on) + ": " +
           grouped(trend.front().open) + " open at first, " + grouped(trend.back().open) + " now; between " +
           grouped(least->open) + " and " + grouped(most->open) + ".";
}

}  // namespace

std::vector<TrendPoint> trend_of(const std::vector<RecordingStore::Count>& counts, Date day) {
    if (counts.empty()) return {};
    using std::chrono::sys_days;
    const std::optional<Date> first = parse_date(counts.front().on);
    if (!first) return {};
    const auto span = sys_days{day} - sys_days{*first};
    const std::chrono::days step = span < fortnight ? std::chrono::days{1} : week;
    std::vector<TrendPoint> trend;
    for (sys_days on = sys_days{day}; on >= sys_days{*first} && trend.size() < trend_points; on -= step)
        trend.push_back(point(counts, Date{on - step}, Date{on}));
    std::reverse(trend.begin(), trend.end());
    return trend;
}

bool is_weekly(const std::vector<TrendPoint>& trend) {
    return trend.size() > 1 &&
           std::chrono::sys_days{trend[1].on} - std::chrono::sys_days{trend[0].on} == week;
}

Table trend_table(const std::vector<TrendPoint>& trend) {
    const bool weekly = is_weekly(trend);
    Table table{weekly ? "Week by week" : "Night by night",
                {{weekly ? "Week to" : "Night"},
                 {"Open", true},
                 {"New", true},
                 {"Mended", true},
                 {"Set aside", true}},
                {}};
    for (const TrendPoint& one : trend)
        table.rows.push_back({words(to_words(one.on)), count(one.open), count(one.appeared),
                              count(one.mended), count(one.waived)});
    table.chart =
        Chart{weekly ? "Open findings, week by week" : "Open findings, night by night", described(trend), 1};
    return table;
}

}  // namespace casekeeper
