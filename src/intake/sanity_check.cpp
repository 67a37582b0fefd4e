// SPDX-License-Identifier: MIT
#include "intake/sanity_check.h"

#include <algorithm>
#include <array>

#include "base/json_read.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

// Dates that can lie in the future without being wrong (a review, an expected birth) are not listed.
constexpr std::string_view past_dates[] = {
    "date_of_birth", "date_of_death", "opened",      "closed",     "occurred_at", "recorded_at",
    "decided_on",    "received_at",   "released_on", "consent_on", "answered_on", "extension_notice_on"};
// Events that only somebody born can have had.
constexpr std::string_view events_of_the_born[] = {"order-made", "order-ended", "placement-ended", "adopted"};

std::optional<Date> earliest_day(const std::string& text) {
    if (const std::optional<DateRange> range = parse_partial_date(text)) return range->earliest;
    return local_day(text);
}

void check_future(const Record& record, Date day, std::vector<std::string>& problems) {
    const RecordFormat& format = format_of(record.type);
    for (const std::string_view name : past_dates) {
        const int at = format.position(name);
        if (at < 0 || !record.values[static_cast<std::size_t>(at)]) continue;
        const std::optional<Date> date = earliest_day(*record.values[static_cast<std::size_t>(at)]);
        if (date && *date > day) problems.push_back(std::string(name) + " lies in the future");
    }
}

void check_person(const Record& person, std::vector<std::string>& problems) {
    const std::optional<std::string>& birth = person.value("date_of_birth");
    const std::optional<std::string>& death = person.value("date_of_death");
    if (birth && death && *parse_date(*death) < parse_partial_date(*birth)->earliest)
        problems.emplace_back("death before birth");
}

void check_involvement(const Record& involvement, std::vector<std::string>& problems) {
    const std::optional<std::string>& closed = involvement.value("closed");
    if (closed && *closed < *involvement.value("opened"))
        problems.emplace_back("closed before it was opened");
}

void check_entry(const Record& entry, std::vector<std::string>& problems) {
    if (*entry.value("kind") == "decision" && !entry.value("reason"))
        problems.emplace_back("a decision without a reason");
    if (is_contact(entry) && !entry.value("account")) problems.emplace_back("a contact without an account");
}

}  // namespace

std::vector<std::string> sanity_problems(const Record& record, Date day) {
    std::vector<std::string> problems;
    check_future(record, day, problems);
    if (record.type == RecordType::person) check_person(record, problems);
    if (record.type == RecordType::involvement) check_involvement(record, problems);
    if (record.type == RecordType::entry) check_entry(record, problems);
    return problems;
}

bool events_before_birth(const Record& involvement, const Record& person) {
    if (!involvement.value("events") || !person.value("date_of_birth")) return false;
    const Date born = parse_partial_date(*person.value("date_of_birth"))->earliest;
    for (const auto& [name, day] : json_pairs(*involvement.value("events")))
        if (std::find(std::begin(events_of_the_born), std::end(events_of_the_born), name) !=
                std::end(events_of_the_born) &&
            *parse_date(day) < born)
            return true;
    return false;
}

bool is_outside(const Record& entry, const Record& involvement) {
    const Period year{1, 0, 0};
    const Date on = *local_day(*entry.value("occurred_at"));
    if (on < subtract(*parse_date(*involvement.value("opened")), year, Rounding::never_early)) return true;
    const std::optional<std::string>& closed = involvement.value("closed");
    return closed && on > add(*parse_date(*closed), year, Rounding::never_early);
}

std::string correction_that_shortens(const Record& before, const Record& after) {
    const auto differs = [&](std::string_view field) { return before.value(field) != after.value(field); };
    if (after.type == RecordType::involvement && differs("closed") && after.value("closed") &&
        (!before.value("closed") || *after.value("closed") < *before.value("closed")))
        return before.value("closed") ? "an earlier closing" : "";
    if (after.type != RecordType::person) return "";
    if (differs("date_of_birth") && before.value("date_of_birth")) return "another birth";
    if ((differs("date_of_death") && after.value("date_of_death")) ||
        (differs("died") && after.value("died")))
        return "a death";
    return "";
}

}  // namespace casekeeper
