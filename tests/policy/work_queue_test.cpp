// SPDX-License-Identifier: MIT
#include "policy/work_queue.h"

#include <gtest/gtest.h>

#include "forecast_facts.h"

namespace casekeeper {
namespace {

QueuedWork work(double items, const std::string& due, const std::string& from = "2026-03-02") {
    return {items, day(due), day(from)};
}

// "2026-03-03 2026-03-05"
std::string finished(const std::vector<QueuedWork>& queue, const QueuePace& pace,
                     const std::string& today = "2026-03-02") {
    std::string text;
    for (const auto& on : finished_on(queue, pace, day(today), shipped_holidays()))
        text += (text.empty() ? "" : " ") + text_of(on);
    return text;
}

TEST(WorkQueue, ServesWhatIsDueFirst) {
    EXPECT_EQ(finished({work(20, "2026-04-20"), work(20, "2026-04-10")}, {10, 10}), "2026-03-05 2026-03-03");
    EXPECT_EQ(finished({work(20, "2026-04-10"), work(20, "2026-04-10")}, {10, 10}), "2026-03-03 2026-03-05");
}

TEST(WorkQueue, WorksOnWorkingDaysOnly) {
    EXPECT_EQ(finished({work(20, "2026-04-20")}, {10, 10}, "2026-04-02"), "2026-04-07");  // Easter
    EXPECT_EQ(finished({work(0, "2026-04-20")}, {10, 10}, "2026-03-07"), "2026-03-09");
}

TEST(WorkQueue, LetsOneGoNoFasterThanOneGoes) {
    EXPECT_EQ(finished({work(20, "2026-04-10"), work(10, "2026-04-20")}, {10, 5}), "2026-03-05 2026-03-03");
}

TEST(WorkQueue, PassesOverWhatCannotBeBegun) {
    EXPECT_EQ(finished({work(10, "2026-04-10", "2026-03-05"), work(20, "2026-04-20")}, {10, 10}),
              "2026-03-05 2026-03-03");
    // What comes back is due first and is taken first.
    EXPECT_EQ(finished({work(10, "2026-04-10", "2026-03-03"), work(20, "2026-04-20")}, {10, 10}),
              "2026-03-03 2026-03-04");
}

TEST(WorkQueue, EndsWithTheKnownBankHolidays) {
    EXPECT_EQ(finished({work(10, "2029-01-10"), work(30, "2029-01-20")}, {10, 10}, "2028-12-28"),
              "2028-12-28 none");
    EXPECT_EQ(finished({work(10, "2028-04-10")}, {0, 10}, "2028-12-01"), "none");
}

TEST(WorkQueue, CountsWhatIsServedBefore) {
    EXPECT_EQ(items_before({work(5, "2026-04-20"), work(7, "2026-04-10"), work(1, "2026-04-20")}),
              (std::vector<double>{7, 0, 12}));
}

}  // namespace
}  // namespace casekeeper
