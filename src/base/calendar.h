// SPDX-License-Identifier: MIT
//
// Days, periods and the arithmetic of retention. A Date is a calendar day; nothing here knows a time zone but
// local_day(), which reads a moment as Europe/London does. No function asks the system what day it is: the
// day comes from a Clock, made in src/app and fixed in tests.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace casekeeper {

using Date = std::chrono::year_month_day;
using std::chrono::month_day;

// The first and last day that an inexactly known date can be. earliest <= latest.
struct DateRange {
    Date earliest;
    Date latest;
    bool exact() const { return earliest == latest; }
    bool operator==(const DateRange&) const = default;
};

// A length in years, months and days, e.g. 1y6m. All parts >= 0.
struct Period {
    int years = 0;
    int months = 0;
    int days = 0;
    bool operator==(const Period&) const = default;
};

// What to do where a sum of years and months names a day that does not exist (31 June, 29 February 2027).
enum class Rounding {
    never_early,  // the first of the next month: what must be kept is never let go early
    never_late,   // the last of the month: what must not be kept is never kept longer
};

// "YYYY-MM-DD", a day that exists, years 1000 to 2999; nullopt otherwise.
std::optional<Date> parse_date(std::string_view text);
// "YYYY-MM-DD", "YYYY-MM" or "YYYY"; nullopt otherwise.
std::optional<DateRange> parse_partial_date(std::string_view text);
// A date, "YYYY-MM-DDTHH:MM[:SS[.fff]]" (local) or the same with "Z" or an offset; 'T' or a space. The local
// day (Europe/London) of that moment; nullopt for anything else.
std::optional<Date> local_day(std::string_view moment);
// "14:05": the time of that moment in Europe/London; empty where it is a date alone, or no moment.
std::string local_time(std::string_view moment);
// "YYYY-MM-DD".
std::string to_text(Date day);
// "14 March 2025", as letters and reports say it.
std::string to_words(Date day);
// "75y", "1y6m", "90d"; "0d" for an empty one.
std::string to_text(const Period& period);

// Years and months are added at once, then days (schedule-language: Dates). Rounding as above.
Date add(Date day, const Period& period, Rounding rounding);
Date subtract(Date day, const Period& period, Rounding rounding);
Date day_after(Date day);
Date day_before(Date day);
// The last day of the year that begins on `start` each year (04-01: the financial year) in which `day` lies.
Date end_of_year(Date day, month_day start);

// The door by which the present comes in.
class Clock {
public:
    virtual ~Clock() = default;
    // Today in Europe/London.
    virtual Date today() const = 0;
    // This moment, RFC 3339 in UTC with seconds, for run records and the register.
    virtual std::string now() const = 0;
    // Seconds since an arbitrary start, for durations.
    virtual double seconds() const = 0;
};

class SystemClock final : public Clock {
public:
    Date today() const override;
    std::string now() const override;
    double seconds() const override;
};

// A clock that stands still, for tests and reproducible runs.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Date day) : day_(day) {}
    Date today() const override { return day_; }
    std::string now() const override { return to_text(day_) + "T03:00:00Z"; }
    double seconds() const override { return 0; }

private:
    Date day_;
};

}  // namespace casekeeper
