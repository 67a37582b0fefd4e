// SPDX-License-Identifier: MIT
//
// When the answer to an access or a deletion request is due, and every step of the sum in plain words. Pure:
// facts and bank holidays in, days out; what cannot be known yet is nullopt, and nothing asks what day it is.
//
// The law: UK GDPR Art 12(3) and, for what is received from 5 February 2026 (Data (Use and Access) Act 2025
// s 76, SI 2026/82), Art 12A: one month beginning with the relevant time (paras 1, 2), two further months by
// notice (paras 3, 4), questions that stop the clock of a request under Art 15 only (para 5). Months, the day
// of receipt and working days are reckoned as the Information Commissioner's guidance does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/json_text.h"
#include "domain/record_format.h"
#include "policy/bank_holidays.h"

namespace casekeeper {

enum class RequestKind { access, deletion };

// Something asked of the requester. Absent `met_on`: it has not come yet.
struct Asked {
    Date asked_on{};
    std::optional<Date> met_on;  // evidence arrived, fee paid, question answered
    bool operator==(const Asked&) const = default;
};

struct ClockFacts {
    RequestKind kind = RequestKind::access;
    Date received_on{};             // local day
    std::optional<Asked> identity;  // absent: not asked for
    std::optional<Asked> fee;
    std::vector<Asked> clarifications;  // in any order
    std::optional<Date> extension_notice_on;
    bool operator==(const ClockFacts&) const = default;
};

struct RequestClock {
    Date received_on{};
    std::optional<Date> relevant_on;  // the clock starts; nullopt: identity or fee is outstanding
    std::optional<Date> due_on;       // nullopt: the clock has not started, or stands still for a question
    std::optional<Date> alarm_on;     // the last working day before due_on
    int paused_days = 0;              // added to the period by answered questions
    bool extended = false;            // by a notice that is in time
    std::vector<std::string> steps;   // in the order of the sum, each with its rule
};

// Throws ConfigError where a working day is needed outside the known bank holidays.
RequestClock request_clock(const ClockFacts& facts, const BankHolidays& holidays);

// {"received","relevant","due","alarm","paused_days","extended"}; the steps may follow.
JsonObject json_of(const RequestClock& clock);

// Is (or was) a notice of extension given on a day valid: on or before the last day of the one-month period
// with the questions asked by then, no working day sought; before the clock starts or while it stands still
// it always is (Art 12A para 4(a)). The notice that `facts` may hold plays no part.
struct ExtensionWindow {
    bool in_time = false;
    std::optional<Date> last_on;  // the last day for it; nullopt: cannot be known yet
};
ExtensionWindow extension_is_in_time(const ClockFacts& facts, Date notice_on);

// The last day to acknowledge a complaint to the controller: within 30 days, the day of receipt counted,
// working day or not (Data Protection Act 2018 s 164A, in force 19 June 2026).
Date complaint_acknowledged_by(Date received_on);

// The facts that the record of a request holds. REQUIRES: access_request or deletion_request. Throws
// std::invalid_argument for values that the product did not write.
ClockFacts clock_facts(const Record& request);

}  // namespace casekeeper
