// SPDX-License-Identifier: MIT
#include "reports/recording_trend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace casekeeper {
namespace {

using Counts = std::vector<RecordingStore::Count>;
using ::testing::IsEmpty;

Date day(const char* text) {
    return parse_date(text).value();
}

TEST(RecordingTrend, IsEmptyBeforeAnythingWasCounted) {
    EXPECT_THAT(trend_of({}, day("2026-11-23")), IsEmpty());
}

TEST(RecordingTrend, GoesByNightInTheFirstFortnight) {
    const auto trend =
        trend_of({{"2026-11-20", 10, 10, 0, 0}, {"2026-11-22", 8, 1, 2, 1}}, day("2026-11-23"));
    ASSERT_EQ(trend.size(), 4U);
    EXPECT_EQ(trend[0], (TrendPoint{day("2026-11-20"), 10, 10, 0, 0}));
    EXPECT_EQ(trend[1], (TrendPoint{day("2026-11-21"), 10, 0, 0, 0})) << "nothing changed";
    EXPECT_EQ(trend[2], (TrendPoint{day("2026-11-22"), 8, 1, 2, 1}));
    EXPECT_EQ(trend[3], (TrendPoint{day("2026-11-23"), 8, 0, 0, 0}));
    EXPECT_FALSE(is_weekly(trend));
}

TEST(RecordingTrend, ThenByWeekWithAllThatHappenedInIt) {
    const auto trend = trend_of({{"2026-11-02", 10, 10, 0, 0},
                                 {"2026-11-10", 12, 2, 0, 0},
                                 {"2026-11-16", 11, 0, 1, 0},
                                 {"2026-11-18", 9, 1, 3, 0}},
                                day("2026-11-23"));
    ASSERT_EQ(trend.size(), 4U);
    EXPECT_TRUE(is_weekly(trend));
    EXPECT_EQ(trend[2], (TrendPoint{day("2026-11-16"), 11, 2, 1, 0}));
    EXPECT_EQ(trend[3], (TrendPoint{day("2026-11-23"), 9, 1, 3, 0}));
}

TEST(RecordingTrend, ShowsTwelveWeeks) {
    EXPECT_EQ(trend_of({{"2020-01-01", 10, 10, 0, 0}}, day("2026-11-23")).size(), 12U);
}

TEST(RecordingTrend, IsATableWithAChartOfWhatIsOpen) {
    const Table table = trend_table(trend_of({{"2026-11-22", 8, 8, 0, 0}}, day("2026-11-23")));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[1][0].text, "23 November 2026");
    EXPECT_EQ(table.rows[1][1].number, 8);
    ASSERT_TRUE(table.chart);
    EXPECT_EQ(table.chart->description,
              "From 22 November 2026 to 23 November 2026: 8 open at first, 8 now; between 8 and 8.");
}

}  // namespace
}  // namespace casekeeper
