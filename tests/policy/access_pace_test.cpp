// SPDX-License-Identifier: MIT
#include "policy/access_pace.h"

#include <gtest/gtest.h>

#include "forecast_facts.h"

namespace casekeeper {
namespace {

std::string too_little(const AccessHistory& history, const std::string& today) {
    return too_little_because(history, day(today), shipped_holidays());
}

AccessPace pace(const AccessHistory& history, const std::string& today) {
    return measured_pace(history, day(today), shipped_holidays()).value();
}

TEST(AccessPace, IsMeasuredByWhatWasDone) {
    const AccessPace measured = pace(steady_history("2027-02-01"), "2027-02-01");
    EXPECT_EQ(measured.days, 40);
    EXPECT_DOUBLE_EQ(measured.usual.items_a_day, 10);
    EXPECT_DOUBLE_EQ(measured.usual.most_a_day, 10);
    EXPECT_DOUBLE_EQ(measured.slow.items_a_day, 10);
    EXPECT_DOUBLE_EQ(measured.usual_items, 40);
    EXPECT_EQ(measured.closing.usual_days(0.5), 2);
    EXPECT_EQ(measured.answers.at("opinion").usual_days(0.5), 10);
}

TEST(AccessPace, CountsTheDaysOnWhichNothingWasDone) {
    AccessHistory history = steady_history("2027-02-01");
    std::erase_if(history.work, [](const auto& work) { return work.on >= day("2027-01-18"); });  // two weeks
    const AccessPace measured = pace(history, "2027-02-01");
    EXPECT_DOUBLE_EQ(measured.usual.items_a_day, 7.5);
    EXPECT_LT(measured.slow.items_a_day, 7.5);
    EXPECT_DOUBLE_EQ(measured.usual.most_a_day, 10);
}

TEST(AccessPace, CountsWorkAtAWeekendForTheDayBefore) {
    AccessHistory history = steady_history("2027-02-01");
    history.work.push_back({day("2027-01-31"), 40});   // a Sunday
    history.work.push_back({day("2027-02-01"), 400});  // today is not over
    EXPECT_DOUBLE_EQ(pace(history, "2027-02-01").usual.items_a_day, 11);
}

TEST(AccessPace, LeavesAnswersAsideThatAreStillOwed) {
    AccessHistory history = steady_history("2027-02-01");
    history.answers.push_back({"opinion", day("2026-11-02"), {}});
    EXPECT_EQ(pace(history, "2027-02-01").answers.at("opinion").count(), 6);
}

TEST(AccessPace, SaysWhatIsMissingWhereTooLittleWasDone) {
    EXPECT_EQ(too_little(steady_history("2027-02-01"), "2027-02-01"), "");
    EXPECT_EQ(too_little(steady_history("2026-11-20"), "2026-11-20"),
              "14 working days are known, 20 are needed");
    AccessHistory few = steady_history("2027-02-01");
    few.sent.resize(4);
    EXPECT_EQ(too_little(few, "2027-02-01"), "4 sent requests are known, 5 are needed");
    few.sent.resize(1);
    EXPECT_EQ(too_little(few, "2027-02-01"), "1 sent request is known, 5 are needed");
    AccessHistory idle = steady_history("2027-02-01");
    idle.work.clear();
    EXPECT_EQ(too_little(idle, "2027-02-01"), "nothing was decided in the last 40 working days");
    EXPECT_EQ(measured_pace(idle, day("2027-02-01"), shipped_holidays()), std::nullopt);
}

}  // namespace
}  // namespace casekeeper
