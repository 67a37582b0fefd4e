// SPDX-License-Identifier: MIT
#include "store/hold_store.h"

#include <algorithm>
#include <stdexcept>

#include "base/errors.h"
#include "base/json_read.h"
#include "sql_statements.h"
#include "store/item_place.h"

namespace casekeeper {
namespace {

constexpr std::string_view automatic_prefixes[] = {
    "access_request:", "deletion_request:", "complaint:", "claim:"};
constexpr int request_columns = 5;
constexpr int scope_columns = 6;

Date required(const std::optional<Date>& day) {
    if (!day) throw std::invalid_argument("a stored day is no day");
    return *day;
}

std::optional<Date> day_or_none(const Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return required(parse_date(row.text(column)));
}

Hold hold_of(const Row& row) {
    Hold hold;
    hold.id = row.text(0);
    hold.kind = row.text(1);
    hold.from = required(parse_date(row.text(2)));
    hold.released_on = day_or_none(row, 3);
    hold.review_on = day_or_none(row, 4);
    const std::string& scope = row.text(5);
    hold.persons = json_texts_at(scope, "persons");
    hold.involvements = json_texts_at(scope, "involvements");
    hold.services = json_texts_at(scope, "services");
    hold.words = json_texts_at(scope, "words");
    hold.opened_from = parse_date(json_text_at(scope, "opened_from"));
    hold.opened_to = parse_date(json_text_at(scope, "opened_to"));
    hold.items = json_texts_at(scope, "items");
    return hold;
}

// It holds the person from the day something came in until so long after it was settled.
Hold automatic_hold(const std::string& id, const char* kind, const std::string& person, Date from,
                    const std::optional<Date>& settled, const AutomaticHoldRules& rules) {
    Hold hold;
    hold.id = id;
    hold.kind = kind;
    hold.persons = {person};
    hold.from = from;
    hold.automatic = true;
    if (settled) hold.released_on = add(std::max(*settled, from), rules.after_answer, Rounding::never_early);
    return hold;
}

Hold hold_of_request(const Row& row, const AutomaticHoldRules& rules) {
    const char* kind = row.text(0) == "access_request" ? "access-request" : "deletion-request";
    return automatic_hold(row.text(0) + ":" + row.text(1), kind, row.text(2),
                          required(local_day(row.text(3))), day_or_none(row, 4), rules);
}

// The earliest day on which what was settled can still hold anything on `day`.
std::string since(const AutomaticHoldRules& rules, Date day) {
    const Period& window = rules.after_answer;
    return to_text(subtract(day, {window.years, window.months + 1, window.days}, Rounding::never_early));
}

// What cannot be read must be named: nothing can be decided while it is not known what a hold holds.
template <typename Read>
Hold guarded(const std::string& name, const Read& read) {
    try {
        return read();
    } catch (const std::invalid_argument&) {
        throw InputError("what is stored of " + name + " cannot be read",
                         "load it again: casekeeper import bundle PATH");
    }
}

const char* kind_of_group(bool claim) {
    return claim ? "litigation" : "complaint";
}

std::string id_of_group(bool claim, const std::string& involvement) {
    return (claim ? "claim:" : "complaint:") + involvement;
}

bool contains(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

bool is_automatic_hold(std::string_view id) {
    return std::any_of(std::begin(automatic_prefixes), std::end(automatic_prefixes),
                       [&](std::string_view prefix) { return id.starts_with(prefix); });
}

const std::vector<Hold>& HoldStore::placed() {
    const std::string stamp = database_.query(sql::facts::holds_stamp).value().value_or("0");
    if (stamp_ == stamp) return placed_;
    stamp_.reset();
    placed_.clear();
    database_.query(sql::facts::all_holds).each(scope_columns, [&](const Row& row) {
        placed_.push_back(guarded("hold " + row.text(0), [&] { return hold_of(row); }));
    });
    for (Hold& hold : placed_) find_items(hold);
    stamp_ = stamp;
    return placed_;
}

void HoldStore::find_items(Hold& hold) {
    if (hold.items.empty()) return;
    RecordStore records(database_);
    std::vector<std::string> found;
    for (const std::string& item : hold.items) {
        const std::optional<ItemPlace> place = place_of_item(records, item);
        const std::string& involvement = place ? place->involvement : item;
        if (hold.involvements.empty() || contains(hold.involvements, involvement))
            found.push_back(involvement);
    }
    if (found.empty()) found.push_back(hold.items.front());
    hold.involvements = std::move(found);
}

std::vector<Hold> HoldStore::automatic(const AutomaticHoldRules& rules, Date day) {
    std::vector<Hold> holds;
    each_automatic(rules, day, [&](Hold&& hold) { holds.push_back(std::move(hold)); });
    return holds;
}

void HoldStore::each_automatic(const AutomaticHoldRules& rules, Date day,
                               const std::function<void(Hold&&)>& take) {
    const auto keep = [&](Hold&& hold) {
        if (!hold.released_on || day < *hold.released_on) take(std::move(hold));
    };
    database_.query(sql::facts::requests_that_hold)
        .set("since", since(rules, day))
        .each(request_columns, [&](const Row& row) {
            keep(guarded(row.text(0) + " " + row.text(1), [&] { return hold_of_request(row, rules); }));
        });
    for (const bool claim : {false, true})
        for (const std::string& service : claim ? rules.claim_services : rules.complaint_services)
            database_.query(sql::facts::involvements_of_service_since)
                .set("service", service)
                .set("since", since(rules, day))
                .each(4, [&](const Row& row) {
                    keep(guarded("involvement " + row.text(0), [&] {
                        return automatic_hold(id_of_group(claim, row.text(0)), kind_of_group(claim),
                                              row.text(1), required(parse_date(row.text(2))),
                                              day_or_none(row, 3), rules);
                    }));
                });
}

std::vector<Hold> HoldStore::all(const AutomaticHoldRules& rules, Date day) {
    std::vector<Hold> holds = placed();
    for (Hold& hold : automatic(rules, day)) holds.push_back(std::move(hold));
    return holds;
}

std::vector<Hold> HoldStore::reaching(const CaseFile& file, const AutomaticHoldRules& rules, Date day) {
    std::vector<Hold> holds;
    for (const Hold& hold : placed())
        if ((!hold.released_on || day < *hold.released_on) && may_reach(hold, file)) holds.push_back(hold);
    for (const PersonFacts& person : file.people)
        database_.query(sql::facts::requests_of_person_that_hold)
            .set("person", person.id)
            .set("since", since(rules, day))
            .each(request_columns, [&](const Row& row) {
                holds.push_back(
                    guarded(row.text(0) + " " + row.text(1), [&] { return hold_of_request(row, rules); }));
            });
    for (const InvolvementFacts& involvement : file.involvements)
        for (const bool claim : {false, true})
            if (contains(claim ? rules.claim_services : rules.complaint_services, involvement.service))
                holds.push_back(automatic_hold(id_of_group(claim, involvement.id), kind_of_group(claim),
                                               involvement.person, involvement.opened, involvement.closed,
                                               rules));
    std::sort(holds.begin(), holds.end(), [](const Hold& a, const Hold& b) { return a.id < b.id; });
    return holds;
}

}  // namespace casekeeper
