// SPDX-License-Identifier: MIT
//
// The night's part of access requests: it takes up what came by a load, makes the first proposals, makes them
// anew where a person's file has changed since (decisions on what is proposed as before stand; a signature
// does not), and says whom to remind. It decides, signs, refuses and sends nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "custody/access_reviewer.h"
#include "custody/pseudonym.h"
#include "disclosure/access_outlook.h"
#include "policy/reminder_plan.h"
#include "store/access_store.h"

namespace casekeeper {

struct AccessRefreshed {
    long long looked_at = 0;
    long long opened = 0;                          // came by a load
    long long reviewed = 0;                        // proposals made, or made anew
    long long voided = 0;                          // a decision or a signature that has to be made again
    std::vector<std::string> unreadable;           // requests whose person cannot be read
    std::optional<std::string> unreadable_places;  // of this person's record: no request can be reviewed
};

struct AccessRefresh {
    Date day{};
    std::string at;
    std::string actor;
    bool dry_run = false;
    std::function<bool()> is_cancelled;
    // Reads the documents of a file that is to be reviewed. REQUIRES of whoever calls it: no unit of work is open.
    std::function<void(const std::string& person)> keep_words_of;
};

// What it costs goes by how many files have changed, not by how many requests are open.
AccessRefreshed refresh_access_requests(Database& database, AccessReviewer& reviewer,
                                        const Pseudonyms& pseudonyms, const AccessRefresh& refresh);

struct DueReminder {
    AccessAsk ask;
    Reminder reminder;
};

// Those that are due on a day: what was asked of somebody, is owed, and was not reminded of lately.
std::vector<DueReminder> reminders_due(const AccessOutlook& outlook, const ReminderTimes& times,
                                       const BankHolidays& holidays, Date day);
// The letter of a reminder is written: it counts.
void note_reminder(Database& database, const AccessCase& one, AccessAsk ask, const CaseAct& act);

}  // namespace casekeeper
