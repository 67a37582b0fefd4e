// SPDX-License-Identifier: MIT
#include "policy/period_parser.h"

#include <algorithm>

#include "policy/did_you_mean.h"

namespace casekeeper {

namespace {

// More digits than any period of 999 years can have, even in days, once leading noughts are gone.
constexpr std::size_t most_digits = 6;

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

PeriodReading mistake(std::string message) {
    return {std::nullopt, std::move(message)};
}

PeriodReading too_long(std::string_view word) {
    return mistake(in_quotes(word) + " is over 999 years");
}

// The digits at the front, taken off; -1 where there are too many to be a period.
int take_number(std::string_view& rest) {
    std::size_t digits = 0;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    std::string_view number = rest.substr(0, digits);
    rest.remove_prefix(digits);
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    if (number.size() > most_digits) return -1;
    int value = 0;
    for (const char digit : number) value = value * 10 + (digit - '0');
    return value;
}

std::string_view take_unit(std::string_view& rest) {
    std::size_t letters = 0;
    while (letters < rest.size() && !is_digit(rest[letters])) ++letters;
    const std::string_view unit = rest.substr(0, letters);
    rest.remove_prefix(letters);
    return unit;
}

// "75years", "75Y" -> "75y"; the message ends without a guess where the unit does not begin like one.
std::string unknown_unit(std::string_view word, std::string_view number, std::string_view unit) {
    constexpr std::string_view likely = "yYmMdD";
    const std::size_t found = likely.find(unit.front());
    std::string hint = ": use y, m or d";
    if (found != std::string_view::npos) {
        hint = ": did you mean \"" + std::string(number) + likely[found - found % 2] + "\"?";
    }
    return "unknown unit " + in_quotes(unit) + " in " + in_quotes(word) + hint;
}

// "6" -> write "6y", "6m" or "6d"; of the units, those that may still follow.
std::string missing_unit(std::string_view number, std::string_view units) {
    std::string hint;
    for (const char unit : units) {
        const std::string_view joint = hint.empty() ? ": write " : unit == units.back() ? " or " : ", ";
        hint += std::string(joint) + "\"" + std::string(number) + unit + "\"";
    }
    return in_quotes(number) + " has no unit" + hint;
}

}  // namespace

PeriodReading read_period(std::string_view word) {
    constexpr std::string_view units = "ymd";
    if (word.empty() || !is_digit(word.front())) {
        return mistake(in_quotes(word) +
                       " is no period: write years, months or days, e.g. \"75y\" or \"1y6m\"");
    }
    Period period;
    int* const parts[] = {&period.years, &period.months, &period.days};
    std::size_t next_unit = 0;
    for (std::string_view rest = word; !rest.empty();) {
        const std::string_view from_number = rest;
        const int number = take_number(rest);
        const std::string_view digits = from_number.substr(0, from_number.size() - rest.size());
        const std::string_view unit = take_unit(rest);
        if (unit.empty()) return mistake(missing_unit(digits, units.substr(next_unit)));
        const std::size_t place = unit.size() == 1 ? units.find(unit) : std::string_view::npos;
        if (place == std::string_view::npos) return mistake(unknown_unit(word, digits, unit));
        if (place < next_unit) {
            return mistake("the units of " + in_quotes(word) +
                           " stand out of order: years, months, days, each once, e.g. \"1y6m\"");
        }
        next_unit = place + 1;
        if (number < 0) return too_long(word);
        *parts[place] = number;
    }
    return length_of(period) > longest_period ? too_long(word) : PeriodReading{period, ""};
}

std::optional<std::string> period_in_words(std::string_view number, std::string_view word) {
    if (number.empty() || !std::all_of(number.begin(), number.end(), is_digit)) return std::nullopt;
    for (const std::string_view unit : {"years", "months", "days"}) {
        const bool is_unit = word == unit || word == unit.substr(0, unit.size() - 1);
        if (is_unit) return std::string(number) + unit.front();
    }
    return std::nullopt;
}

std::int64_t length_of(const Period& period) {
    return std::int64_t{period.years} * 4380 + std::int64_t{period.months} * 365 +
           std::int64_t{period.days} * 12;
}

}  // namespace casekeeper
