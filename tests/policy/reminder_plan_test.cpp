// SPDX-License-Identifier: MIT
#include "policy/reminder_plan.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "base/errors.h"

namespace casekeeper {
namespace {

const BankHolidays& holidays() {
    static const BankHolidays shipped = [] {
        std::ifstream file(CASEKEEPER_SOURCE "/config/bank_holidays.toml");
        std::ostringstream text;
        text << file.rdbuf();
        std::vector<Finding> findings;
        return BankHolidays::read(text.str(), "bank_holidays.toml", findings);
    }();
    return shipped;
}

Date day(const std::string& text) {
    return parse_date(text).value();
}

const ReminderTimes usual;

// "2026-03-10 1 reminder", with " above" where somebody above is told.
std::string next(const OwedAnswer& owed, const std::string& today, const ReminderTimes& times = usual) {
    const Reminder reminder = next_reminder(owed, day(today), times, holidays());
    return to_text(reminder.on) + " " + std::to_string(reminder.number) + " " + to_text(reminder.wording) +
           (reminder.escalated ? " above" : "");
}

OwedAnswer owed(const std::string& answer_by, const std::vector<std::string>& reminded = {},
                const std::string& request_due = "") {
    OwedAnswer owed{day(answer_by), {}, {}};
    for (const std::string& one : reminded) owed.reminded_on.push_back(day(one));
    if (!request_due.empty()) owed.request_due_on = day(request_due);
    return owed;
}

TEST(ReminderPlan, GivesFiveDaysForAnAnswer) {
    EXPECT_EQ(to_text(answer_due_on(day("2026-03-02"), usual, holidays())),
              "2026-03-09");  // the 7th: Saturday
    EXPECT_EQ(to_text(answer_due_on(day("2026-03-04"), usual, holidays())), "2026-03-09");
    EXPECT_EQ(to_text(answer_due_on(day("2026-03-30"), usual, holidays())),
              "2026-04-07");  // by way of Easter
}

TEST(ReminderPlan, RemindsFirstOnTheWorkingDayAfter) {
    EXPECT_EQ(next(owed("2026-03-09"), "2026-03-04"), "2026-03-10 1 reminder");
    EXPECT_EQ(next(owed("2026-03-13"), "2026-03-04"), "2026-03-16 1 reminder");  // a Friday
    EXPECT_EQ(next(owed("2026-04-02"), "2026-03-30"), "2026-04-07 1 reminder");  // before Good Friday
}

TEST(ReminderPlan, RemindsAgainEveryFourDays) {
    EXPECT_EQ(next(owed("2026-03-09", {"2026-03-10"}), "2026-03-10"), "2026-03-16 2 reminder");  // the 14th
    EXPECT_EQ(next(owed("2026-03-09", {"2026-03-12"}), "2026-03-12"), "2026-03-16 2 reminder");
    EXPECT_EQ(next(owed("2026-03-09", {"2026-03-16", "2026-03-10"}), "2026-03-16"),
              "2026-03-20 3 escalation above");
}

TEST(ReminderPlan, TellsWhoStandsAboveAfterTwo) {
    EXPECT_EQ(next(owed("2026-03-09"), "2026-03-10", {5, 4, 0}), "2026-03-10 1 escalation above");
    EXPECT_EQ(next(owed("2026-03-09", {"2026-03-10", "2026-03-16", "2026-03-20"}), "2026-03-20"),
              "2026-03-24 4 escalation above");
}

TEST(ReminderPlan, SpeaksOtherwiseOnceTheRequestIsLate) {
    EXPECT_EQ(next(owed("2026-03-09", {}, "2026-03-10"), "2026-03-10"), "2026-03-10 1 reminder");
    EXPECT_EQ(next(owed("2026-03-09", {}, "2026-03-09"), "2026-03-10"), "2026-03-10 1 overdue");
    EXPECT_EQ(next(owed("2026-03-09", {"2026-03-10", "2026-03-16"}, "2026-03-18"), "2026-03-17"),
              "2026-03-20 3 overdue above");
}

TEST(ReminderPlan, SendsWhatWasMissedOnceAndOnAWorkingDay) {
    EXPECT_EQ(next(owed("2026-03-09"), "2026-03-28"), "2026-03-30 1 reminder");  // nothing ran for weeks
    EXPECT_EQ(next(owed("2026-03-09", {"2026-03-30"}), "2026-03-30"), "2026-04-07 2 reminder");
}

// A clock that stands still has no due day: that alone must not silence anybody.
TEST(ReminderPlan, GoesOnWhileTheClockStandsStill) {
    OwedAnswer answer = owed("2026-03-09");
    std::string sent;
    for (Date today = day("2026-03-09"); today < day("2026-04-01"); today = day_after(today)) {
        // The requester is asked on the 11th, answers on the 24th.
        const bool still = today >= day("2026-03-11") && today <= day("2026-03-24");
        answer.request_due_on = still ? std::nullopt : std::optional(day("2026-04-20"));
        const Reminder reminder = next_reminder(answer, today, usual, holidays());
        if (reminder.on != today) continue;
        sent += to_text(today).substr(8) + ' ';
        answer.reminded_on.push_back(today);
    }
    EXPECT_EQ(sent, "10 16 20 24 30 ");
}

TEST(ReminderPlan, GuessesNoWorkingDay) {
    EXPECT_THROW(next(owed("2028-12-29"), "2028-12-29"), ConfigError);
}

}  // namespace
}  // namespace casekeeper
