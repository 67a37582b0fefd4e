// SPDX-License-Identifier: MIT
#include "store/deletion_store.h"

#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr int case_columns = 7;

std::vector<DeletionCase> cases_of(Query& query) {
    std::vector<DeletionCase> cases;
    query.each(case_columns, [&](const Row& row) {
        cases.push_back({row.text(0), row.text(1), row.text(2), row.optional_text(3), row.optional_text(4),
                         row.text(5), row.number(6) != 0});
    });
    return cases;
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

void DeletionStore::open(const std::string& request) {
    database_.query(sql::deletions::insert_case).set("request", request).set("state", "received").run();
}

void DeletionStore::update(const DeletionCase& one) {
    database_.query(sql::deletions::update_case)
        .set("state", one.state)
        .set("referred_from", one.referred_from)
        .set("assessed_on", one.assessed_on)
        .set("assessment", one.assessment)
        .set("request", one.request)
        .run();
}

std::vector<DeletionItem> DeletionStore::items(const std::string& request) {
    std::vector<DeletionItem> items;
    database_.query(sql::deletions::items_of_case).set("request", request).each(9, [&](const Row& row) {
        items.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.optional_text(4),
                         row.number(5) != 0, row.optional_text(6), row.optional_text(7),
                         row.optional_text(8)});
    });
    return items;
}

void DeletionStore::set_items(const std::string& request, const std::vector<DeletionItem>& items) {
    database_.query(sql::deletions::forget_items).set("request", request).run();
    for (const DeletionItem& item : items)
        database_.query(sql::deletions::insert_item)
            .set("request", request)
            .set("item", item.item)
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

void DeletionStore::add_event(const std::string& request, const DeletionEventRecord& event) {
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

std::vector<DeletionEventRecord> DeletionStore::events(const std::string& request) {
    std::vector<DeletionEventRecord> events;
    database_.query(sql::deletions::events_of_case).set("request", request).each(7, [&](const Row& row) {
        events.push_back(
            {row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)});
    });
    return events;
}

}  // namespace casekeeper
