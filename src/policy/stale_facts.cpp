// SPDX-License-Identifier: MIT
#include "policy/stale_facts.h"

#include <algorithm>

#include "base/json_read.h"
#include "base/json_text.h"

namespace casekeeper {
namespace {

std::string counted(long long number, const char* one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

bool is_older_than(Date since, int months, Date day) {
    return add(since, {0, months, 0}, Rounding::never_late) < day;
}

std::string words_on_address(const std::string& address, const StalePeriods& periods, Date day) {
    if (const auto to = parse_date(json_text_at(address, "to")); to && *to < day) return "";
    const std::optional<Date> from = parse_date(json_text_at(address, "from"));
    const std::optional<Date> checked = parse_date(json_text_at(address, "checked_on"));
    const std::optional<Date> last = std::max(from, checked);
    if (!last) return "It is not written since when this address holds, or that anybody has checked it.";
    if (!is_older_than(*last, periods.address_months, day)) return "";
    if (checked == last)
        return "This address was last checked on " + to_words(*last) + ": " + age_in_words(*last, day) +
               " ago.";
    return "This address was written down on " + to_words(*last) +
           " and has not been checked since: " + age_in_words(*last, day) + ".";
}

}  // namespace

std::string age_in_words(Date from, Date to) {
    long long months = (static_cast<int>(to.year()) - static_cast<int>(from.year())) * 12LL +
                       (static_cast<int>(static_cast<unsigned>(to.month())) -
                        static_cast<int>(static_cast<unsigned>(from.month())));
    if (months > 0 && add(from, {0, static_cast<int>(months), 0}, Rounding::never_late) > to) --months;
    if (months > 0) {
        const std::string years = months >= 12 ? counted(months / 12, "year") : "";
        if (months % 12 == 0) return years;
        return years + (years.empty() ? "" : " and ") + counted(months % 12, "month");
    }
    const long long days = (std::chrono::sys_days(to) - std::chrono::sys_days(from)).count();
    return days >= 7 ? counted(days / 7, "week") : counted(days, "day");
}

std::vector<std::string> words_on_addresses(const Record& person, const StalePeriods& periods, Date day) {
    std::vector<std::string> words;
    const std::string list = JsonObject().raw_or_null("all", person.value("addresses")).json();
    if (!person.value("addresses")) return words;
    for (const std::string& address : json_items_at(list, "all"))
        words.push_back(words_on_address(address, periods, day));
    return words;
}

std::string words_on_worker(const Record& involvement, std::optional<Date> last_entry_on,
                            const StalePeriods& periods, Date day) {
    if (!involvement.value("worker")) return "";
    const std::optional<Date> closed = parse_date(involvement.value("closed").value_or(""));
    if (closed && *closed <= day)
        return "This was the worker when the service ended on " + to_words(*closed) + ": " +
               age_in_words(*closed, day) + " ago.";
    const Date opened = parse_date(*involvement.value("opened")).value();
    const Date last = last_entry_on && *last_entry_on <= day ? std::max(*last_entry_on, opened) : opened;
    if (last > day || !is_older_than(last, periods.worker_months, day)) return "";
    return "Nothing has been written in this service since " + to_words(last) + ": " +
           age_in_words(last, day) + ". The worker may be another by now.";
}

bool is_stale_consent(Date given_on, const StalePeriods& periods, Date day) {
    return is_older_than(given_on, periods.consent_months, day);
}

std::string words_on_consent(std::optional<Date> given_on, const StalePeriods& periods, Date day) {
    if (!given_on) return "It is not written on which day this consent was given.";
    if (*given_on > day || !is_stale_consent(*given_on, periods, day)) return "";
    return "This consent was given on " + to_words(*given_on) + ": " + age_in_words(*given_on, day) + " ago.";
}

}  // namespace casekeeper
