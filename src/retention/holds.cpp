// SPDX-License-Identifier: MIT
#include "retention/holds.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_text.h"
#include "custody/hold_record.h"
#include "custody/restrictions.h"
#include "policy/automatic_holds.h"
#include "policy/did_you_mean.h"
#include "retention/hold_checks.h"
#include "store/hold_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int page_size = 500;

ListedHold listed(const Hold& hold, Date day) {
    return {record_of_hold(hold, authority_of_automatic(hold), reason_of_automatic(hold)),
            hold.in_force_on(day), true};
}

JsonObject json_of(const Record& hold) {
    const RecordFormat& format = format_of(RecordType::hold);
    JsonObject json;
    for (std::size_t i = 0; i < format.fields.size(); ++i) {
        if (format.fields[i].kind == FieldKind::object)
            json.raw_or_null(format.fields[i].name, hold.values[i]);
        else
            json.text_or_null(format.fields[i].name, hold.values[i]);
    }
    return json;
}

bool is_in_force(const Record& hold, const std::string& day) {
    return *hold.value("from") <= day && (!hold.value("released_on") || day < *hold.value("released_on"));
}

}  // namespace

WeighedHold preview_hold(Database& database, const HoldOrder& order, Date day) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    check_days(order.hold);
    check_scope(database, schedule_in_force(database).catalogue, order.hold);
    HoldReach reach(database, day);
    check_possible(reach, order.hold);
    return {record_of_hold(order.hold, order.authority, order.reason), order.hold.in_force_on(day),
            reach.count(order.hold)};
}

WeighedHold place_hold(Database& database, const HoldOrder& order, const SignedAct& act) {
    check_order(order);
    UnitOfWork work(database, UnitOfWork::Kind::write);
    Hold hold = order.hold;
    if (hold.id.empty())
        hold.id = unused_hold_id(database);
    else
        check_new_hold_id(database, hold.id);
    check_scope(database, schedule_in_force(database).catalogue, hold);
    HoldReach reach(database, act.day);
    check_possible(reach, hold);
    WeighedHold placed{record_of_hold(hold, order.authority, order.reason), hold.in_force_on(act.day),
                       reach.count(hold)};
    add_hold(database, placed.record, act);
    reach.mark(hold);
    work.commit();
    return placed;
}

void release_hold(Database& database, const std::string& id, const std::string& reason,
                  const SignedAct& act) {
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        throw UsageError("a release needs a reason", "--reason TEXT: why, in a sentence");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    const std::optional<Record> record = RecordStore(database).find(RecordType::hold, id);
    if (!record && is_automatic_hold(id))
        throw Refused(
            "hold " + id + " follows by itself and is released by nobody",
            "it ends when what it follows from is settled, after the schedule's holds_after_answer");
    if (!record)
        throw InputError("there is no hold " + in_quotes(id), "casekeeper hold list shows which there are");
    if (*record->value("kind") == restriction_kind)
        throw Refused("hold " + id + " is a restriction: the person is told before it is lifted",
                      "casekeeper restrict lift " + id + " --told DATE --reason TEXT");
    if (record->value("released_on"))
        throw Refused("hold " + id + " was released already, on " + *record->value("released_on"),
                      "casekeeper hold list shows which are in force");
    end_hold(database, *record, reason, act);
    work.commit();
}

void list_holds(Database& database, Date day, const std::function<void(const ListedHold&)>& take) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    const ScheduleInForce in_force = schedule_in_force(database);
    std::vector<Hold> automatic =
        HoldStore(database).automatic(automatic_hold_rules(in_force.schedule, in_force.catalogue), day);
    std::sort(automatic.begin(), automatic.end(), [](const Hold& a, const Hold& b) { return a.id < b.id; });
    auto next = automatic.begin();
    RecordStore records(database);
    std::string after;
    for (bool more = true; more;) {
        const auto page = records.page(RecordType::hold, after, page_size);
        more = !page.empty();
        for (const auto& [id, record] : page) {
            for (; next != automatic.end() && next->id < id; ++next) take(listed(*next, day));
            take({record, is_in_force(record, to_text(day)), false});
            after = id;
        }
    }
    for (; next != automatic.end(); ++next) take(listed(*next, day));
}

std::string to_json(const ListedHold& listed) {
    return json_of(listed.record)
        .flag("in_force", listed.in_force)
        .flag("automatic", listed.automatic)
        .json();
}

std::string to_json(const WeighedHold& weighed) {
    return json_of(weighed.record)
        .flag("in_force", weighed.in_force)
        .number("involvements", weighed.caught.involvements)
        .number("people", weighed.caught.people)
        .number("due", weighed.caught.due)
        .number("review", weighed.caught.review)
        .number("held", weighed.caught.held)
        .json();
}

}  // namespace casekeeper
