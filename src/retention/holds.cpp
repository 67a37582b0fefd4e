// SPDX-License-Identifier: MIT
#include "retention/holds.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_text.h"
#include "policy/automatic_holds.h"
#include "policy/did_you_mean.h"
#include "retention/hold_checks.h"
#include "store/decision_store.h"
#include "store/hold_store.h"
#include "store/record_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

constexpr int page_size = 500;

std::optional<std::string> text_of(const std::optional<Date>& day) {
    return day ? std::optional(to_text(*day)) : std::nullopt;
}

void set(Record& record, std::string_view field, std::optional<std::string> value) {
    record.values[static_cast<std::size_t>(format_of(record.type).position(field))] = std::move(value);
}

// As the bundle has it, its keys in the format's order.
std::string scope_json(const Hold& hold) {
    JsonObject scope;
    const auto add = [&](const char* name, const std::vector<std::string>& values) {
        if (!values.empty()) scope.texts(name, values);
    };
    add("persons", hold.persons);
    add("involvements", hold.involvements);
    add("services", hold.services);
    if (hold.opened_from) scope.text("opened_from", to_text(*hold.opened_from));
    if (hold.opened_to) scope.text("opened_to", to_text(*hold.opened_to));
    add("words", hold.words);
    return scope.json();
}

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

Record record_of(const Hold& hold, const std::string& authority, const std::string& reason) {
    Record record{RecordType::hold, {}};
    record.values.resize(format_of(RecordType::hold).fields.size());
    set(record, "id", unless_empty(hold.id));
    set(record, "kind", unless_empty(hold.kind));
    set(record, "authority", unless_empty(authority));
    set(record, "reason", unless_empty(reason));
    set(record, "from", to_text(hold.from));
    set(record, "scope", scope_json(hold));
    set(record, "review_on", text_of(hold.review_on));
    set(record, "released_on", text_of(hold.released_on));
    return record;
}

// Kind and digest: the register names no record in clear.
std::string facts_of(const Record& hold, const Pseudonyms& pseudonyms) {
    return JsonObject()
        .text("hold", pseudonyms.of_record("hold", hold.key()))
        .text("kind", *hold.value("kind"))
        .json();
}

std::string unused_id(RecordStore& records) {
    for (long long number = 1;; ++number)
        if (std::string id = "H" + std::to_string(number); !records.find(RecordType::hold, id)) return id;
}

ListedHold listed(const Hold& hold, Date day) {
    return {record_of(hold, authority_of_automatic(hold), reason_of_automatic(hold)), hold.in_force_on(day),
            true};
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
    return {record_of(order.hold, order.authority, order.reason), order.hold.in_force_on(day),
            reach.count(order.hold)};
}

WeighedHold place_hold(Database& database, const HoldOrder& order, const SignedAct& act) {
    check_order(order);
    UnitOfWork work(database, UnitOfWork::Kind::write);
    RecordStore records(database);
    Hold hold = order.hold;
    if (hold.id.empty())
        hold.id = unused_id(records);
    else
        check_new_id(records, hold.id);
    check_scope(database, schedule_in_force(database).catalogue, hold);
    HoldReach reach(database, act.day);
    check_possible(reach, hold);
    WeighedHold placed{record_of(hold, order.authority, order.reason), hold.in_force_on(act.day),
                       reach.count(hold)};
    records.add(placed.record);
    records.add_to_count(RecordType::hold, 1);
    records.set_person_references(RecordType::hold, hold.id, hold.persons, true);
    reach.mark(hold);
    RegisterStore(database).append(
        {act.at, "hold-placed", act.actor, facts_of(placed.record, act.pseudonyms)});
    work.commit();
    return placed;
}

void release_hold(Database& database, const std::string& id, const std::string& reason,
                  const SignedAct& act) {
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        throw UsageError("a release needs a reason", "--reason TEXT: why, in a sentence");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    RecordStore records(database);
    std::optional<Record> record = records.find(RecordType::hold, id);
    if (!record && is_automatic_hold(id))
        throw Refused(
            "hold " + id + " follows by itself and is released by nobody",
            "it ends when what it follows from is settled, after the schedule's holds_after_answer");
    if (!record)
        throw InputError("there is no hold " + in_quotes(id), "casekeeper hold list shows which there are");
    if (record->value("released_on"))
        throw Refused("hold " + id + " was released already, on " + *record->value("released_on"),
                      "casekeeper hold list shows which are in force");
    set(*record, "released_on", to_text(act.day));
    set(*record, "released_by", act.actor);
    set(*record, "release_reason", reason);
    records.replace(*record);
    DecisionStore(database).mark_held_by(id);
    RegisterStore(database).append({act.at, "hold-released", act.actor, facts_of(*record, act.pseudonyms)});
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
