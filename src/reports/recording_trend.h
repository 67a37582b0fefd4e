// SPDX-License-Identifier: MIT
//
// How the number of findings moves: the counts of nights as a series of days, by night in the first fortnight,
// then by week. Days on which nothing changed have no count and are what the day before them was.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "output/page.h"
#include "store/recording_store.h"

namespace casekeeper {

struct TrendPoint {
    Date on{};
    long long open = 0;      // on that day
    long long appeared = 0;  // since the point before
    long long mended = 0;
    long long waived = 0;
    bool operator==(const TrendPoint&) const = default;
};

constexpr int trend_points = 12;

// The latest `trend_points`, up to and with `day`, the earliest first; none before the first count. REQUIRES:
// counts by day, none after `day`.
std::vector<TrendPoint> trend_of(const std::vector<RecordingStore::Count>& counts, Date day);
// Are its points a week apart?
bool is_weekly(const std::vector<TrendPoint>& trend);
// A table with a chart of what was open. REQUIRES: there are points.
Table trend_table(const std::vector<TrendPoint>& trend);

}  // namespace casekeeper
