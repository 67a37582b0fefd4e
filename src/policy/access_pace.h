// SPDX-License-Identifier: MIT
//
// How fast access requests are worked on, measured by what was done: items decided each working day, as a rule
// and in slow weeks; how long answers took; how long it took to sign and send what was ready. Pure. Nothing is
// measured where too little was done.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "policy/bank_holidays.h"
#include "policy/waiting_times.h"
#include "policy/work_queue.h"

namespace casekeeper {

// An answer that is owed, or was given. Kinds are the caller's ("search", "opinion"), each measured by itself;
// what requesters owe (identity, fee, the answer to a question) is of the kind that follows.
constexpr const char* requesters_kind = "requester";
struct AwaitedAnswer {
    std::string kind;
    Date asked_on{};
    std::optional<Date> answered_on;
};

// Of the past year or so.
struct AccessHistory {
    struct Work {
        Date on{};
        long long items = 0;  // of one request, decided that day
    };
    struct Sent {
        long long items = 0;  // of the whole request
        Date ready_on{};      // the last of them was decided, and the last answer had come
        Date sent_on{};
    };
    Date known_from{};       // from this day on all is there
    std::vector<Work> work;  // one for each request and day
    std::vector<Sent> sent;
    std::vector<AwaitedAnswer> answers;  // those that are still owed are left aside
};

struct PaceMeasure {
    int days = 40;         // the pace is that of so many working days before today
    int fewest_days = 20;  // fewer say nothing
    int fewest_sent = 5;   // nor do fewer requests that were sent
};

struct AccessPace {
    QueuePace usual;
    QueuePace slow;          // three fortnights of four were faster
    int days = 0;            // working days that were measured
    double usual_items = 0;  // of a request sent: the mean, for the few large ones are most of the work
    WaitingTimes closing;    // working days from ready to sent
    std::map<std::string, WaitingTimes> answers;  // calendar days, by kind
};

// Today's work is not among it. nullopt: too little was done, and too_little_because() says what is missing.
std::optional<AccessPace> measured_pace(const AccessHistory& history, Date today,
                                        const BankHolidays& holidays, const PaceMeasure& measure = {});
std::string too_little_because(const AccessHistory& history, Date today, const BankHolidays& holidays,
                               const PaceMeasure& measure = {});

}  // namespace casekeeper
