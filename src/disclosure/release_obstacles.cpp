// SPDX-License-Identifier: MIT
#include "disclosure/release_obstacles.h"

#include "custody/entitlement.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

// As they fall in a year: whoever was born on 29 February may keep it on either side of a day that is not there.
std::vector<month_day> birthdays_of(RecordStore& records, const std::string& person, std::chrono::year in) {
    const auto record = records.find(RecordType::person, person);
    const auto born = record ? parse_date(record->value("date_of_birth").value_or("")) : std::nullopt;
    if (!born) return {};
    const month_day birthday{born->month(), born->day()};
    if ((in / birthday).ok()) return {birthday};
    using std::chrono::day;
    return {month_day{std::chrono::February, day{28}}, month_day{std::chrono::March, day{1}}};
}

}  // namespace

std::vector<Obstacle> obstacles_now(Database& database, const ReleaseRules& rules, const AccessReview& review,
                                    const AccessCase& one, ReleaseStage stage, Date day, bool agreed) {
    AccessStore cases(database);
    RecordStore records(database);
    const Record request = records.find(RecordType::access_request, one.request).value();
    const std::vector<AccessItem> items = cases.items(one.request);
    const std::vector<AccessAsk> asks = cases.asks(one.request);
    const std::vector<CaseEvent> events = cases.events(one.request);
    const ReleaseQuestion question{
        one,           items,
        asks,          events,
        rules,         entitlement_of(database, request, events, day),
        review.digest, birthdays_of(records, one.person, day.year()),
        agreed,        pack_ready(PackStore(database).find(one.request), one, items, events)};
    return obstacles_to(stage, question, day);
}

}  // namespace casekeeper
