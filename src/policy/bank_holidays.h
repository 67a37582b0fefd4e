// SPDX-License-Identifier: MIT
//
// The bank holidays of England and Wales and the working days between them: config/bank_holidays.toml, dated
// data with a last known year (to its 31 December). Immutable once read. A day outside the known years is
// never guessed: every question about one throws ConfigError, which names the file and how to mend it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "domain/finding.h"

namespace casekeeper {

class BankHolidays {
public:
    // Knows no day.
    BankHolidays() = default;

    // Reads TOML text. Mistakes (no TOML, no date, a day twice, a year with fewer than the eight that the law
    // gives, a day after last_year) go to `findings` with file:line:column; a day at a weekend is a warning.
    static BankHolidays read(std::string_view toml, const std::string& file, std::vector<Finding>& findings);

    // Neither Saturday nor Sunday nor bank holiday.
    bool is_working_day(Date day) const;
    // The day itself where it is a working day, else the next that is one.
    Date next_working_day(Date day) const;
    // Never the day itself.
    Date last_working_day_before(Date day) const;
    // How many working days come after the one day, up to and with the other; 0 where the other is not later.
    int working_days_between(Date day, Date other) const;
    // What the bank holiday is called; empty: the day is none.
    std::string holiday_on(Date day) const;

    // The years that are known, both included; nothing is known where the first is after the last.
    int first_year() const { return first_year_; }
    int last_year() const { return last_year_; }

private:
    void refuse_unknown_year(Date day) const;

    std::string file_ = "bank_holidays.toml";
    std::map<Date, std::string> names_;
    int first_year_ = 1;
    int last_year_ = 0;
};

}  // namespace casekeeper
