// SPDX-License-Identifier: MIT
#include "store/deletion_store.h"

#include "base/json_read.h"
#include "base/json_text.h"
#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr int case_columns = 14;
constexpr int item_columns = 11;

std::vector<DeletionCase> cases_of(Query& query) {
    std::vector<DeletionCase> cases;
    query.each(case_columns, [&](const Row& row) {
        DeletionCase one;
        one.request = row.text(0);
        one.person = row.text(1);
        one.asks_for = row.text(2);
        one.received_at = row.text(3);
        one.state = row.text(4);
        one.came_from = row.optional_text(5);
        one.assessed_on = row.optional_text(6);
        one.assessment = row.text(7);
        one.waits_for = row.optional_text(8);
        one.executed_on = row.optional_text(9);
        for (const std::string& number : json_texts(row.text(10)))
            one.certificates.push_back(std::stoll(number));
        one.letters = row.optional_text(11);
        one.is_open_here = row.number(12) != 0;
        one.has_request = row.number(13) != 0;
        cases.push_back(std::move(one));
    });
    return cases;
}

std::optional<std::string> text_or_none(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> list_of(const std::vector<long long>& numbers) {
    if (numbers.empty()) return std::nullopt;
    std::vector<std::string> texts;
    for (const long long number : numbers) texts.push_back(std::to_string(number));
    return json_list(texts);
}

}  // namespace

std::optional<DeletionCase> DeletionStore::find(const std::string& request) {
    const std::vector<DeletionCase> cases =
        cases_of(database_.query(sql::deletions::find_case).set("request", request));
    return cases.empty() ? std::nullopt : std::optional(cases.front());
}

std::vector<DeletionCase> DeletionStore::page(const std::string& after, int size) {
    return cases_of(database_.query(sql::deletions::page_of_cases).set("after", after).set("size", size));
}

std::vector<DeletionCase> DeletionStore::of_person(const std::string& person) {
    return cases_of(database_.query(sql::deletions::cases_of_person).set("person", person));
}

std::vector<DeletionCase> DeletionStore::in_state(const std::string& state, const std::string& after,
                                                  int size) {
    return cases_of(database_.query(sql::deletions::cases_in_state)
                        .set("state", state)
                        .set("after", after)
                        .set("size", size));
}

std::vector<DeletionCase> DeletionStore::without_case(const std::string& after, int size) {
    return cases_of(
        database_.query(sql::deletions::requests_without_case).set("after", after).set("size", size));
}

long long DeletionStore::number_of_cases() {
    return database_.query(sql::deletions::number_of_cases).number();
}

bool DeletionStore::names_letters(const std::string& folder) {
    return database_.query(sql::deletions::names_letters).set("letters", folder).number() > 0;
}

void DeletionStore::entries_to_assess(const std::string& involvement,
                                      const std::function<void(const Row&)>& take) {
    database_.query(sql::deletions::parts_entries).set("involvement", involvement).each(8, take);
}

std::optional<std::string> DeletionStore::remarks_of_involvement(const std::string& involvement) {
    return database_.query(sql::deletions::remarks_of_involvement).set("involvement", involvement).value();
}

void DeletionStore::documents_to_assess(const std::string& involvement,
                                        const std::function<void(const Row&)>& take) {
    database_.query(sql::deletions::parts_documents).set("involvement", involvement).each(4, take);
}

void DeletionStore::open(const DeletionCase& one) {
    database_.query(sql::deletions::insert_case)
        .set("request", one.request)
        .set("person", one.person)
        .set("asks_for", one.asks_for)
        .set("received_on", one.received_at.substr(0, std::size("2026-11-23") - 1))
        .set("state", one.state)
        .run();
}

void DeletionStore::update(const DeletionCase& one) {
    database_.query(sql::deletions::update_case)
        .set("person", text_or_none(one.person))
        .set("state", one.state)
        .set("came_from", one.came_from)
        .set("assessed_on", one.assessed_on)
        .set("assessment", one.assessment)
        .set("waits_for", one.waits_for)
        .set("executed_on", one.executed_on)
        .set("certificates", list_of(one.certificates))
        .set("letters", one.letters)
        .set("request", one.request)
        .run();
}

std::vector<DeletionItem> DeletionStore::items(const std::string& request) {
    std::vector<DeletionItem> items;
    database_.query(sql::deletions::items_of_case)
        .set("request", request)
        .each(item_columns, [&](const Row& row) {
            items.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                             row.optional_text(6), row.number(7) != 0, row.optional_text(8),
                             row.optional_text(9), row.optional_text(10)});
        });
    return items;
}

void DeletionStore::set_items(const std::string& request, const std::vector<DeletionItem>& items) {
    database_.query(sql::deletions::forget_items).set("request", request).run();
    for (const DeletionItem& item : items)
        database_.query(sql::deletions::insert_item)
            .set("request", request)
            .set("item", item.item)
            .set("involvement", item.involvement)
            .set("service", item.service)
            .set("verdict", item.verdict)
            .set("reason", item.reason)
            .set("authority", item.authority)
            .set("kept_until", item.kept_until)
            .set("can_be_restricted", item.can_be_restricted ? 1 : 0)
            .run();
}

void DeletionStore::decide(const std::string& request, const std::string& item, const std::string& decision,
                           const std::string& by, const std::string& reason) {
    database_.query(sql::deletions::decide_item)
        .set("decision", decision)
        .set("decided_by", by)
        .set("decision_reason", reason)
        .set("request", request)
        .set("item", item)
        .run();
}

bool DeletionStore::undo_decision(const std::string& request, const std::string& item) {
    return database_.query(sql::deletions::undo_decision).set("request", request).set("item", item).run() > 0;
}

void DeletionStore::forget_mark(const std::string& request, const std::string& item) {
    database_.query(sql::deletions::forget_mark).set("request", request).set("item", item).run();
}

std::vector<DeletionMark> DeletionStore::marks(const std::string& request) {
    std::vector<DeletionMark> marks;
    database_.query(sql::deletions::marks_of_case).set("request", request).each(5, [&](const Row& row) {
        marks.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
    });
    return marks;
}

void DeletionStore::set_mark(const std::string& request, const DeletionMark& mark) {
    database_.query(sql::deletions::set_mark)
        .set("request", request)
        .set("item", mark.item)
        .set("mark", mark.mark)
        .set("reason", mark.reason)
        .set("marked_by", mark.by)
        .set("marked_on", mark.on)
        .run();
}

void DeletionStore::add_event(const std::string& request, const CaseEvent& event) {
    database_.query(sql::deletions::insert_event)
        .set("request", request)
        .set("event", event.event)
        .set("state", event.state)
        .set("happened_on", event.on)
        .set("recorded_at", event.at)
        .set("recorded_by", event.by)
        .set("facts", event.facts)
        .run();
}

void DeletionStore::note(const DeletionCase& one, const std::string& event, const CaseAct& act,
                         const std::string& facts) {
    add_event(one.request, {0, event, one.state, act.on, act.at, act.by, facts});
}

std::vector<CaseEvent> DeletionStore::events(const std::string& request) {
    std::vector<CaseEvent> events;
    database_.query(sql::deletions::events_of_case).set("request", request).each(7, [&](const Row& row) {
        events.push_back(
            {row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)});
    });
    return events;
}

}  // namespace casekeeper
