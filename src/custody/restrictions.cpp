// SPDX-License-Identifier: MIT
#include "custody/restrictions.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/hold_record.h"
#include "policy/did_you_mean.h"
#include "store/decision_store.h"
#include "store/fact_store.h"
#include "store/hold_store.h"
#include "store/item_place.h"

namespace casekeeper {
namespace {

constexpr Period usual_review_after{0, 1, 0};
constexpr const char* list_hint = "casekeeper restrict list shows which there are";

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

constexpr std::string_view whole = "involvement:";

bool names_any(const std::vector<std::string>& names, const std::vector<std::string>& ids) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::find(ids.begin(), ids.end(), name) != ids.end();
    });
}

// Everybody whose record it reaches by name.
std::set<std::string> people_of(RecordStore& records, const RestrictionOrder& order) {
    if (!order.person.empty()) {
        if (!records.has_person(order.person))
            throw InputError("there is no person " + order.person + " in the store",
                             "casekeeper retention list --format json shows everybody's id");
        return {order.person};
    }
    std::set<std::string> people;
    for (const std::string& item : order.items) {
        if (!is_typed_item(item))
            throw UsageError(in_quotes(item) + " names no involvement, entry or document",
                             "say which it is, e.g. --items involvement:I1,entry:E7,document:D2");
        const std::optional<ItemPlace> place = place_of_item(records, item);
        if (!place)
            throw InputError("there is no " + item + " in the store",
                             "casekeeper retention list shows the involvements there are");
        people.insert(place->person);
    }
    return people;
}

// A request is one human being's, whichever of their records it came in under.
void check_request(Database& database, const std::string& request, const std::set<std::string>& people) {
    if (request.empty()) return;
    const std::optional<Record> found = RecordStore(database).find(RecordType::deletion_request, request);
    if (!found)
        throw InputError("there is no request " + in_quotes(request),
                         "casekeeper deletion list shows which there are; or leave --request out");
    const std::vector<std::string> own = FactStore(database).records_of(*found->value("person"));
    for (const std::string& person : people)
        if (std::find(own.begin(), own.end(), person) == own.end())
            throw InputError("request " + request + " is about another person's record",
                             "name what is theirs, or leave --request out");
}

void check(const RestrictionOrder& order, Date day) {
    if (order.person.empty() == order.items.empty())
        throw UsageError("a restriction is over a person's whole record or over parts of it",
                         "say one of --person P1 and --items involvement:I1,entry:E7,document:D2");
    if (is_blank(order.reason))
        throw UsageError("a restriction needs a reason", "--reason TEXT: why, in a sentence");
    if (order.review_on && *order.review_on < day)
        throw InputError("the review on " + to_text(*order.review_on) +
                             " lies before the restriction begins, on " + to_text(day),
                         "--review-on is when it should be looked at again");
}

Hold hold_of(Database& database, const RestrictionOrder& order, Date day) {
    Hold hold;
    hold.id = order.id.empty() ? unused_hold_id(database) : order.id;
    hold.kind = restriction_kind;
    hold.from = day;
    hold.review_on = order.review_on ? *order.review_on : add(day, usual_review_after, Rounding::never_late);
    if (!order.person.empty()) hold.persons = {order.person};
    const bool only_involvements =
        std::all_of(order.items.begin(), order.items.end(),
                    [](const std::string& item) { return item.starts_with(whole); });
    for (const std::string& item : order.items)
        if (only_involvements)
            hold.involvements.push_back(item.substr(whole.size()));
        else
            hold.items.push_back(item);
    return hold;
}

std::optional<RestrictionInForce> in_force(const Record& record, Date day) {
    const std::string on = to_text(day);
    if (*record.value("kind") != restriction_kind || on < *record.value("from")) return std::nullopt;
    if (record.value("released_on") && *record.value("released_on") <= on) return std::nullopt;
    return RestrictionInForce{record.key(), parse_date(*record.value("from")).value(),
                              record.value("authority").value_or(""),
                              json_texts_at(*record.value("scope"), "items")};
}

}  // namespace

Record place_restriction(Database& database, const RestrictionOrder& order, const SignedAct& act) {
    check(order, act.day);
    if (!order.id.empty()) check_new_hold_id(database, order.id);
    RecordStore records(database);
    const std::set<std::string> people = people_of(records, order);
    check_request(database, order.request, people);
    const std::string authority =
        law_of(order.ground) + (order.request.empty() ? "" : ", request " + order.request);
    Record record = record_of_hold(hold_of(database, order, act.day), authority, order.reason);
    add_hold(database, record, act);
    for (const std::string& person : people) DecisionStore(database).mark_person(person);
    return record;
}

Record restriction_in_force(Database& database, const std::string& id) {
    const std::optional<Record> record = RecordStore(database).find(RecordType::hold, id);
    if (!record) throw InputError("there is no restriction " + in_quotes(id), list_hint);
    if (*record->value("kind") != restriction_kind)
        throw InputError("hold " + id + " is no restriction",
                         "casekeeper hold release " + id + " --reason TEXT");
    if (record->value("released_on"))
        throw Refused("restriction " + id + " was lifted already, on " + *record->value("released_on"),
                      list_hint);
    return *record;
}

std::string person_restricted(Database& database, const Record& restriction) {
    const std::string& scope = *restriction.value("scope");
    const std::vector<std::string> persons = json_texts_at(scope, "persons");
    if (!persons.empty()) return persons.front();
    std::vector<std::string> items = json_texts_at(scope, "items");
    for (const std::string& involvement : json_texts_at(scope, "involvements"))
        items.push_back("involvement:" + involvement);
    RecordStore records(database);
    for (const std::string& item : items)
        if (const std::optional<ItemPlace> place = place_of_item(records, item)) return place->person;
    throw InputError("restriction " + restriction.key() + " names nothing that is still there",
                     "casekeeper restrict lift " + restriction.key() + " --told DATE --reason TEXT");
}

Record lift_restriction(Database& database, const std::string& id, Date told_on, const std::string& reason,
                        const SignedAct& act) {
    if (is_blank(reason)) throw UsageError("lifting needs a reason", "--reason TEXT: why, in a sentence");
    std::optional<Record> record = restriction_in_force(database, id);
    if (told_on > act.day)
        throw InputError(
            "the person cannot have been told on " + to_text(told_on) + ": that is still to come",
            "--told is the day the person was told that it will be lifted; tell them first");
    if (to_text(told_on) < *record->value("from"))
        throw InputError("the person was told on " + to_text(told_on) + ", before the restriction began on " +
                             *record->value("from"),
                         "--told is the day the person was told that it will be lifted");
    record->values[static_cast<std::size_t>(format_of(RecordType::hold).position("told_on"))] =
        to_text(told_on);
    return end_hold(database, std::move(*record), reason, act);
}

std::vector<RestrictionInForce> restrictions_among(Database& database, const std::vector<std::string>& holds,
                                                   Date day) {
    RecordStore records(database);
    std::vector<RestrictionInForce> found;
    for (const std::string& id : holds) {
        const std::optional<Record> record = records.find(RecordType::hold, id);
        if (!record) continue;  // it follows by itself
        if (std::optional<RestrictionInForce> one = in_force(*record, day)) found.push_back(std::move(*one));
    }
    return found;
}

std::vector<RestrictionInForce> restrictions_on_person(Database& database, const std::string& person,
                                                       Date day) {
    const std::vector<std::string> people = FactStore(database).records_of(person);
    HoldStore holds(database);
    std::vector<std::string> found;
    for (const Hold& hold : holds.placed())
        if (hold.kind == restriction_kind && names_any(hold.persons, people) && hold.involvements.empty() &&
            hold.services.empty() && hold.words.empty() && !hold.opened_from && !hold.opened_to)
            found.push_back(hold.id);
    return restrictions_among(database, found, day);
}

std::string in_words(const RestrictionInForce& restriction) {
    return "restricted since " + to_words(restriction.since) + " (" + restriction.authority +
           "): kept, and used for nothing";
}

}  // namespace casekeeper
