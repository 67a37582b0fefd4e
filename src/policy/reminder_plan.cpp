// SPDX-License-Identifier: MIT
#include "policy/reminder_plan.h"

#include <algorithm>

namespace casekeeper {
namespace {

Date days_after(Date day, int days) {
    return std::chrono::sys_days{day} + std::chrono::days{days};
}

// Whenever the night comes to look.
Date planned_on(const OwedAnswer& owed, const ReminderTimes& times) {
    if (owed.reminded_on.empty()) return day_after(owed.answer_by);
    return days_after(*std::max_element(owed.reminded_on.begin(), owed.reminded_on.end()), times.every_days);
}

ReminderWording wording_on(Date day, bool escalated, const std::optional<Date>& request_due_on) {
    if (request_due_on && *request_due_on < day) return ReminderWording::overdue;
    return escalated ? ReminderWording::escalation : ReminderWording::reminder;
}

}  // namespace

const char* to_text(ReminderWording wording) {
    switch (wording) {
        case ReminderWording::reminder:
            return "reminder";
        case ReminderWording::escalation:
            return "escalation";
        case ReminderWording::overdue:
            break;
    }
    return "overdue";
}

Date answer_due_on(Date asked_on, const ReminderTimes& times, const BankHolidays& holidays) {
    return holidays.next_working_day(days_after(asked_on, times.answer_days));
}

Reminder next_reminder(const OwedAnswer& owed, Date today, const ReminderTimes& times,
                       const BankHolidays& holidays) {
    Reminder next;
    next.on = holidays.next_working_day(std::max(planned_on(owed, times), today));
    const int sent = static_cast<int>(owed.reminded_on.size());
    next.number = sent + 1;
    next.escalated = sent >= times.escalate_after;
    next.wording = wording_on(next.on, next.escalated, owed.request_due_on);
    return next;
}

}  // namespace casekeeper
