// SPDX-License-Identifier: MIT
#include "base/calendar.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <mutex>

#include "base/errors.h"

namespace casekeeper {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::years;

static_assert(sizeof(std::time_t) >= 8, "a retention period outlives 2038");

constexpr int first_year = 1000;
constexpr int last_year = 2999;
constexpr std::int64_t seconds_a_day = 86400;
// London has never stood further than this from UTC: nearer to noon the day is the same in both.
constexpr std::int64_t furthest_offset = 7200;

// Reads a text from left to right; a step that does not fit leaves it failed.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}

    int number(std::size_t digits) {
        if (text_.size() < digits) return fail();
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const int digit = text_[i] - '0';
            if (digit < 0 || digit > 9) return fail();
            value = value * 10 + digit;
        }
        text_.remove_prefix(digits);
        return value;
    }
    int number(std::size_t digits, int least, int most) {
        const int value = number(digits);
        return value < least || value > most ? fail() : value;
    }
    bool skip(char wanted) {
        if (text_.empty() || text_.front() != wanted) return false;
        text_.remove_prefix(1);
        return true;
    }
    void expect(char wanted) {
        if (!skip(wanted)) fail();
    }
    void digits() {
        const std::size_t end = text_.find_first_not_of("0123456789");
        if (end == 0 || text_.empty()) fail();
        text_.remove_prefix(std::min(end, text_.size()));
    }
    bool at_end() const { return text_.empty(); }
    bool failed() const { return failed_; }

private:
    int fail() {
        failed_ = true;
        return 0;
    }

    std::string_view text_;
    bool failed_ = false;
};

Date date_of(int year, int month, int day) {
    return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
            std::chrono::day{static_cast<unsigned>(day)}};
}

// Seconds since midnight.
std::int64_t read_time(Cursor& cursor) {
    const int hour = cursor.number(2, 0, 23);
    cursor.expect(':');
    const int minute = cursor.number(2, 0, 59);
    int second = 0;
    if (cursor.skip(':')) {
        second = cursor.number(2, 0, 60);
        if (cursor.skip('.')) cursor.digits();
    }
    return std::int64_t{60} * (hour * 60 + minute) + std::min(second, 59);
}

// Seconds east of UTC after the sign.
std::int64_t read_offset(Cursor& cursor) {
    const int hours = cursor.number(2, 0, 23);
    cursor.expect(':');
    const int minutes = cursor.number(2, 0, 59);
    return std::int64_t{60} * (hours * 60 + minutes);
}

std::int64_t seconds_of(Date day) {
    return sys_days{day}.time_since_epoch().count() * seconds_a_day;
}

std::int64_t raw_offset_of_london(std::int64_t utc) {
    const std::time_t moment = utc;
    std::tm local{};
    if (localtime_r(&moment, &local) == nullptr) return -1;
    return local.tm_gmtoff;
}

// Seconds that London is ahead of UTC at a moment.
std::int64_t offset_of_london(std::int64_t utc) {
    static std::once_flag once;
    std::call_once(once, [] {
        setenv("TZ", "Europe/London", 1);
        tzset();
        if (raw_offset_of_london(seconds_of(date_of(2026, 7, 1))) != 3600 ||
            raw_offset_of_london(seconds_of(date_of(2026, 1, 1))) != 0)
            throw ConfigError("the time zone Europe/London is not known to this machine",
                              "apt-get install tzdata");
    });
    return raw_offset_of_london(utc);
}

Date day_in_london(std::int64_t utc) {
    const std::int64_t in_day = ((utc % seconds_a_day) + seconds_a_day) % seconds_a_day;
    if (in_day < furthest_offset || in_day >= seconds_a_day - furthest_offset) utc += offset_of_london(utc);
    return std::chrono::floor<days>(std::chrono::sys_seconds{std::chrono::seconds{utc}});
}

Date add_months(Date day, std::int64_t count, Rounding rounding) {
    const Date moved = day + months{count};
    if (moved.ok()) return moved;
    const auto last = moved.year() / moved.month() / std::chrono::last;
    return rounding == Rounding::never_late ? Date{last} : Date{sys_days{last} + days{1}};
}

std::int64_t months_of(const Period& period) {
    return std::int64_t{period.years} * 12 + period.months;
}

// Writes a number over zeros that end before `end`.
void write_digits(std::string& text, std::size_t end, unsigned number) {
    for (; number > 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
}

}  // namespace

// Called for millions of values: as few steps as can be.
std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    bool digits = true;
    const auto digit = [&](std::size_t place) {
        const int value = text[place] - '0';
        digits = digits && value >= 0 && value <= 9;
        return value;
    };
    const int year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    const Date day = date_of(year, digit(5) * 10 + digit(6), digit(8) * 10 + digit(9));
    if (!digits || year < first_year || year > last_year || !day.ok()) return std::nullopt;
    return day;
}

std::optional<DateRange> parse_partial_date(std::string_view text) {
    if (text.size() == 10) {
        const auto day = parse_date(text);
        return day ? std::optional(DateRange{*day, *day}) : std::nullopt;
    }
    Cursor cursor(text);
    const int year = cursor.number(4, first_year, last_year);
    int first_month = 1;
    int last_month = 12;
    if (cursor.skip('-')) first_month = last_month = cursor.number(2, 1, 12);
    if (cursor.failed() || !cursor.at_end()) return std::nullopt;
    const Date last =
        date_of(year, last_month, 1).year() / date_of(year, last_month, 1).month() / std::chrono::last;
    return DateRange{date_of(year, first_month, 1), last};
}

namespace {

// A moment as it is written; `utc`: absent where it is local time.
struct ReadMoment {
    Date day;
    std::int64_t time = 0;  // seconds of its day, as written
    std::optional<std::int64_t> utc;
};

// REQUIRES: longer than a date.
std::optional<ReadMoment> read_moment(std::string_view moment) {
    const std::optional<Date> day = parse_date(moment.substr(0, 10));
    if (!day) return std::nullopt;
    Cursor cursor(moment.substr(10));
    if (!cursor.skip('T')) cursor.expect(' ');
    ReadMoment read{*day, read_time(cursor), std::nullopt};
    if (cursor.failed()) return std::nullopt;
    if (cursor.at_end()) return read;
    std::int64_t east = 0;
    if (cursor.skip('+')) {
        east = read_offset(cursor);
    } else if (cursor.skip('-')) {
        east = -read_offset(cursor);
    } else {
        cursor.expect('Z');
    }
    if (cursor.failed() || !cursor.at_end()) return std::nullopt;
    read.utc = seconds_of(*day) + read.time - east;
    return read;
}

}  // namespace

std::optional<Date> local_day(std::string_view moment) {
    if (moment.size() <= 10) return parse_date(moment);
    const std::optional<ReadMoment> read = read_moment(moment);
    if (!read) return std::nullopt;
    return read->utc ? day_in_london(*read->utc) : read->day;
}

std::string local_time(std::string_view moment) {
    if (moment.size() <= 10) return "";
    const std::optional<ReadMoment> read = read_moment(moment);
    if (!read) return "";
    const std::int64_t local = read->utc ? *read->utc + offset_of_london(*read->utc) : read->time;
    const std::int64_t minute = ((local % seconds_a_day) + seconds_a_day) % seconds_a_day / 60;
    std::string text = "00:00";
    write_digits(text, 2, static_cast<unsigned>(minute / 60));
    write_digits(text, 5, static_cast<unsigned>(minute % 60));
    return text;
}

std::string to_text(Date day) {
    const int year = static_cast<int>(day.year());
    if (year < 0 || year > 9999) return std::to_string(year) + to_text(Date{day - years{year}}).substr(4);
    std::string text = "0000-00-00";
    write_digits(text, 4, static_cast<unsigned>(year));
    write_digits(text, 7, static_cast<unsigned>(day.month()));
    write_digits(text, 10, static_cast<unsigned>(day.day()));
    return text;
}

std::string to_words(Date day) {
    static constexpr std::array<const char*, 12> names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
    return std::to_string(static_cast<unsigned>(day.day())) + ' ' +
           names.at(static_cast<unsigned>(day.month()) - 1) + ' ' +
           std::to_string(static_cast<int>(day.year()));
}

std::string to_text(const Period& period) {
    std::string text;
    if (period.years != 0) text += std::to_string(period.years) + 'y';
    if (period.months != 0) text += std::to_string(period.months) + 'm';
    if (period.days != 0 || text.empty()) text += std::to_string(period.days) + 'd';
    return text;
}

Date add(Date day, const Period& period, Rounding rounding) {
    const Date moved = add_months(day, months_of(period), rounding);
    return period.days == 0 ? moved : Date{sys_days{moved} + days{period.days}};
}

Date subtract(Date day, const Period& period, Rounding rounding) {
    const Date moved = add_months(day, -months_of(period), rounding);
    return period.days == 0 ? moved : Date{sys_days{moved} - days{period.days}};
}

Date day_after(Date day) {
    return sys_days{day} + days{1};
}

Date day_before(Date day) {
    return sys_days{day} - days{1};
}

Date end_of_year(Date day, month_day start) {
    const Date this_year = day.year() / start.month() / start.day();
    const auto next_start = sys_days{this_year} > sys_days{day} ? this_year : this_year + years{1};
    return sys_days{next_start} - days{1};
}

Date SystemClock::today() const {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return day_in_london(now.time_since_epoch().count());
}

std::string SystemClock::now() const {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto day = std::chrono::floor<days>(now);
    const std::chrono::hh_mm_ss time(now - day);
    std::string text = to_text(Date{day}) + "T00:00:00Z";
    write_digits(text, 13, static_cast<unsigned>(time.hours().count()));
    write_digits(text, 16, static_cast<unsigned>(time.minutes().count()));
    write_digits(text, 19, static_cast<unsigned>(time.seconds().count()));
    return text;
}

double SystemClock::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace casekeeper
