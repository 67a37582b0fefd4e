// SPDX-License-Identifier: MIT
//
// When somebody who owes an answer to an access request is next to be reminded: a data owner who was asked to
// search, a professional who was asked for an opinion, a third party who was asked for consent, an adviser.
// First on the working day after the answer was due, then again and again until it is there; after some
// reminders whoever stands above them is told as well; once the request itself is late, in other words.
//
// Pure. A clock that stands still for a question to the requester stops no reminder: nobody here waits for
// the requester. Days are calendar days, moved to the next working day; ConfigError beyond the known ones.
#pragma once

#include <optional>
#include <vector>

#include "base/calendar.h"
#include "policy/bank_holidays.h"

namespace casekeeper {

struct ReminderTimes {
    int answer_days = 5;     // from asking to the day an answer is due; > 0
    int every_days = 4;      // between one reminder and the next; > 0
    int escalate_after = 2;  // reminders before somebody above is told; >= 0
};

// The day by which an answer is due, where no other was agreed.
Date answer_due_on(Date asked_on, const ReminderTimes& times, const BankHolidays& holidays);

struct OwedAnswer {
    Date answer_by{};                    // the answer is due
    std::vector<Date> reminded_on;       // in any order
    std::optional<Date> request_due_on;  // of the access request itself; nullopt: its clock does not run
};

// Which of the three letters is sent.
enum class ReminderWording {
    reminder,    // your answer was due on …
    escalation,  // the same, and who stands above them is told
    overdue,     // the request itself is late for want of it
};
const char* to_text(ReminderWording wording);

struct Reminder {
    Date on{};
    int number = 1;          // the first, the second …
    bool escalated = false;  // goes to whoever stands above them too, whatever its wording
    ReminderWording wording = ReminderWording::reminder;
    bool operator==(const Reminder&) const = default;
};

// The next reminder, on or after `today`: one that was missed is sent on the first working day from then on,
// and once. REQUIRES: the answer has not come, and the request is open.
Reminder next_reminder(const OwedAnswer& owed, Date today, const ReminderTimes& times,
                       const BankHolidays& holidays);

}  // namespace casekeeper
