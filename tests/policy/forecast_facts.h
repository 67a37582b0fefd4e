// SPDX-License-Identifier: MIT
//
// What the tests of the forecast are told: the shipped bank holidays, and a history of steady work.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "policy/access_reckoning.h"

namespace casekeeper {

inline const BankHolidays& shipped_holidays() {
    static const BankHolidays shipped = [] {
        std::ifstream file(CASEKEEPER_SOURCE "/config/bank_holidays.toml");
        std::ostringstream text;
        text << file.rdbuf();
        std::vector<Finding> findings;
        return BankHolidays::read(text.str(), "bank_holidays.toml", findings);
    }();
    return shipped;
}

inline Date day(const std::string& text) {
    return parse_date(text).value();
}

inline std::string text_of(const std::optional<Date>& date) {
    return date ? to_text(*date) : "none";
}

// From 2 November 2026 to the day before `today`: ten items on each working day, all of one request that day;
// six requests of 40 items sent two working days after they were ready; opinions took 10 days, requesters 4.
inline AccessHistory steady_history(const std::string& today) {
    AccessHistory history;
    history.known_from = day("2026-11-02");
    for (Date on = history.known_from; on < day(today); on = day_after(on))
        if (shipped_holidays().is_working_day(on)) history.work.push_back({on, 10});
    for (int sent = 0; sent < 6; ++sent) {
        history.sent.push_back({40, day("2026-12-01"), day("2026-12-03")});
        history.answers.push_back({"opinion", day("2026-11-02"), day("2026-11-12")});
        history.answers.push_back({requesters_kind, day("2026-11-02"), day("2026-11-06")});
    }
    return history;
}

// Received on a day, nothing asked of the requester.
inline OpenAccess open_access(const std::string& id, const std::string& received,
                              std::optional<long long> items_left = {}) {
    OpenAccess open;
    open.id = id;
    open.clock.received_on = day(received);
    open.items_left = items_left;
    return open;
}

}  // namespace casekeeper
