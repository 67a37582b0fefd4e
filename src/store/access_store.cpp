// SPDX-License-Identifier: MIT
#include "store/access_store.h"

#include <set>

#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr int case_columns = 10;
constexpr int item_columns = 12;
constexpr int ask_columns = 12;
constexpr int material_columns = 7;
constexpr int event_columns = 7;

std::vector<AccessCase> cases_of(Query& query) {
    std::vector<AccessCase> cases;
    query.each(case_columns, [&](const Row& row) {
        AccessCase one;
        one.request = row.text(0);
        one.person = row.text(1);
        one.received_at = row.text(2);
        one.state = row.text(3);
        one.came_from = row.optional_text(4);
        one.reviewed_on = row.optional_text(5);
        one.review = row.text(6);
        one.dispatched_on = row.optional_text(7);
        one.letters = row.optional_text(8);
        one.is_open_here = row.number(9) != 0;
        cases.push_back(std::move(one));
    });
    return cases;
}

std::vector<AccessAsk> asks_of(Query& query) {
    std::vector<AccessAsk> asks;
    query.each(ask_columns, [&](const Row& row) {
        asks.push_back({row.text(0), row.number(1), row.text(2), row.text(3), row.text(4), row.text(5),
                        row.text(6), row.optional_text(7), row.optional_text(8), row.text(9), row.number(10),
                        row.optional_text(11)});
    });
    return asks;
}

}  // namespace

std::optional<AccessCase> AccessStore::find(const std::string& request) {
    const std::vector<AccessCase> cases =
        cases_of(database_.query(sql::access::find_case).set("request", request));
    return cases.empty() ? std::nullopt : std::optional(cases.front());
}

std::vector<AccessCase> AccessStore::page(const std::string& after, int size) {
    return cases_of(database_.query(sql::access::page_of_cases).set("after", after).set("size", size));
}

std::vector<AccessCase> AccessStore::of_person(const std::string& person) {
    return cases_of(database_.query(sql::access::cases_of_person).set("person", person));
}

std::vector<AccessCase> AccessStore::in_state(const std::string& state, const std::string& after, int size) {
    return cases_of(database_.query(sql::access::cases_in_state)
                        .set("state", state)
                        .set("after", after)
                        .set("size", size));
}

std::vector<AccessCase> AccessStore::without_case(const std::string& after, int size) {
    return cases_of(
        database_.query(sql::access::requests_without_case).set("after", after).set("size", size));
}

std::vector<std::string> AccessStore::workers_of(const std::string& person) {
    std::vector<std::string> workers;
    database_.query(sql::access::workers_of_person).set("person", person).each(1, [&](const Row& row) {
        workers.push_back(row.text(0));
    });
    return workers;
}

std::map<std::string, long long> AccessStore::rows_of_file(const std::vector<std::string>& people) {
    std::map<std::string, long long> rows;
    std::set<std::string> documents;  // one may lie in two of their records
    for (const std::string& person : people) {
        database_.query(sql::access::rows_of_person).set("person", person).each(2, [&](const Row& row) {
            rows[row.text(0)] += row.number(1);
        });
        database_.query(sql::access::documents_of_person).set("person", person).each(1, [&](const Row& row) {
            documents.insert(row.text(0));
        });
    }
    rows["document"] = static_cast<long long>(documents.size());
    return rows;
}

long long AccessStore::number_of_cases() {
    return database_.query(sql::access::number_of_cases).number();
}

bool AccessStore::names_letters(const std::string& folder) {
    return database_.query(sql::access::names_letters).set("letters", folder).number() > 0;
}

void AccessStore::open(const AccessCase& one) {
    database_.query(sql::access::insert_case)
        .set("request", one.request)
        .set("person", one.person)
        .set("state", one.state)
        .run();
}

void AccessStore::update(const AccessCase& one) {
    database_.query(sql::access::update_case)
        .set("state", one.state)
        .set("came_from", one.came_from)
        .set("reviewed_on", one.reviewed_on)
        .set("review", one.review)
        .set("dispatched_on", one.dispatched_on)
        .set("letters", one.letters)
        .set("request", one.request)
        .run();
}

std::vector<AccessItem> AccessStore::items(const std::string& request) {
    std::vector<AccessItem> items;
    database_.query(sql::access::items_of_case)
        .set("request", request)
        .each(item_columns, [&](const Row& row) {
            items.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                             row.optional_text(5), row.optional_text(6), row.optional_text(7), row.text(8),
                             row.optional_text(9), row.optional_text(10), row.optional_text(11)});
        });
    return items;
}

void AccessStore::set_item(const std::string& request, const AccessItem& item) {
    database_.query(sql::access::set_item)
        .set("request", request)
        .set("item", item.item)
        .set("rule", item.rule)
        .set("about", item.about)
        .set("proposal", item.proposal)
        .set("why", item.why)
        .set("decision", item.decision)
        .set("decided_by", item.decided_by)
        .set("decided_on", item.decided_on)
        .set("facts", item.facts)
        .set("countersigned_by", item.countersigned_by)
        .set("countersigned_on", item.countersigned_on)
        .set("look_again_on", item.look_again_on)
        .run();
}

void AccessStore::remove_item(const std::string& request, const AccessItem& item) {
    database_.query(sql::access::remove_item)
        .set("request", request)
        .set("item", item.item)
        .set("rule", item.rule)
        .set("about", item.about)
        .run();
}

std::vector<AccessAsk> AccessStore::asks(const std::string& request) {
    return asks_of(database_.query(sql::access::asks_of_case).set("request", request));
}

std::vector<AccessAsk> AccessStore::overdue_asks(const std::string& day, const AccessAsk& after, int size) {
    return asks_of(database_.query(sql::access::overdue_asks)
                       .set("day", day)
                       .set("after", after.request)
                       .set("number", after.number)
                       .set("size", size));
}

long long AccessStore::add_ask(const AccessAsk& ask) {
    const long long number = database_.query(sql::access::next_ask).set("request", ask.request).number();
    database_.query(sql::access::insert_ask)
        .set("request", ask.request)
        .set("number", number)
        .set("kind", ask.kind)
        .set("whom", ask.whom)
        .set("about", ask.about)
        .set("asked_on", ask.asked_on)
        .set("answer_by", ask.answer_by)
        .set("answered_on", ask.answered_on)
        .set("outcome", ask.outcome)
        .set("facts", ask.facts)
        .set("reminded", ask.reminded)
        .set("reminded_on", ask.reminded_on)
        .run();
    return number;
}

void AccessStore::update_ask(const AccessAsk& ask) {
    database_.query(sql::access::update_ask)
        .set("answered_on", ask.answered_on)
        .set("outcome", ask.outcome)
        .set("facts", ask.facts)
        .set("reminded", ask.reminded)
        .set("reminded_on", ask.reminded_on)
        .set("request", ask.request)
        .set("number", ask.number)
        .run();
}

std::vector<AccessMaterial> AccessStore::materials(const std::string& request) {
    std::vector<AccessMaterial> materials;
    database_.query(sql::access::materials_of_case)
        .set("request", request)
        .each(material_columns, [&](const Row& row) {
            materials.push_back({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4),
                                 row.text(5), row.text(6)});
        });
    return materials;
}

long long AccessStore::add_material(const std::string& request, const AccessMaterial& material) {
    const long long number = database_.query(sql::access::next_material).set("request", request).number();
    database_.query(sql::access::insert_material)
        .set("request", request)
        .set("number", number)
        .set("title", material.title)
        .set("place", material.place)
        .set("media_type", material.media_type)
        .set("sha256", material.sha256)
        .set("added_on", material.added_on)
        .set("added_by", material.added_by)
        .run();
    return number;
}

std::vector<AccessPart> AccessStore::parts(const std::string& request) {
    std::vector<AccessPart> parts;
    database_.query(sql::access::parts_of_case).set("request", request).each(3, [&](const Row& row) {
        parts.push_back({row.text(0), row.text(1), row.text(2)});
    });
    return parts;
}

void AccessStore::set_parts(const std::string& request, const std::vector<AccessPart>& parts) {
    database_.query(sql::access::forget_parts).set("request", request).run();
    for (const AccessPart& part : parts)
        database_.query(sql::access::insert_part)
            .set("request", request)
            .set("item", part.item)
            .set("outcome", part.outcome)
            .set("content", part.content)
            .run();
}

void AccessStore::note(const AccessCase& one, const std::string& event, const CaseAct& act,
                       const std::string& facts) {
    database_.query(sql::access::insert_event)
        .set("request", one.request)
        .set("event", event)
        .set("state", one.state)
        .set("happened_on", act.on)
        .set("recorded_at", act.at)
        .set("recorded_by", act.by)
        .set("facts", facts)
        .run();
}

std::vector<CaseEvent> AccessStore::events(const std::string& request) {
    std::vector<CaseEvent> events;
    database_.query(sql::access::events_of_case)
        .set("request", request)
        .each(event_columns, [&](const Row& row) {
            events.push_back({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                              row.text(6)});
        });
    return events;
}

void AccessStore::mark(const std::string& request) {
    database_.query(sql::access::mark).set("request", request).run();
}

void AccessStore::mark_if_open(const std::string& person) {
    database_.query(sql::access::mark_if_open).set("person", person).run();
}

void AccessStore::mark_sharers_of(const std::string& entry) {
    database_.query(sql::access::mark_sharers_of_entry).set("entry", entry).run();
}

void AccessStore::mark_all_open() {
    database_.query(sql::access::mark_all_open).run();
}

std::vector<std::string> AccessStore::marked(const std::string& after, int size) {
    std::vector<std::string> requests;
    database_.query(sql::access::marked).set("after", after).set("size", size).each(1, [&](const Row& row) {
        requests.push_back(row.text(0));
    });
    return requests;
}

void AccessStore::unmark(const std::string& request) {
    database_.query(sql::access::unmark).set("request", request).run();
}

std::vector<AccessAsk> AccessStore::asks_of_open() {
    return asks_of(database_.query(sql::access::asks_of_open));
}

std::vector<AccessStore::Work> AccessStore::work_since(const std::string& day) {
    std::vector<Work> work;
    database_.query(sql::access::work_since).set("since", day).each(3, [&](const Row& row) {
        work.push_back({row.text(0), row.text(1), row.number(2)});
    });
    return work;
}

std::vector<AccessStore::Sent> AccessStore::sent_since(const std::string& day) {
    std::vector<Sent> sent;
    database_.query(sql::access::sent_since).set("since", day).each(5, [&](const Row& row) {
        sent.push_back({row.text(0), row.text(1), row.number(2), row.optional_text(3), row.optional_text(4)});
    });
    return sent;
}

std::vector<AccessStore::Answer> AccessStore::answers_since(const std::string& day) {
    std::vector<Answer> answers;
    database_.query(sql::access::answers_since).set("since", day).each(3, [&](const Row& row) {
        answers.push_back({row.text(0), row.text(1), row.text(2)});
    });
    return answers;
}

std::optional<std::string> AccessStore::first_event_on() {
    return database_.query(sql::access::first_event).value();
}

std::map<std::string, long long> AccessStore::items_left() {
    std::map<std::string, long long> left;
    database_.query(sql::access::items_left).each(2, [&](const Row& row) {
        left.emplace(row.text(0), row.number(1));
    });
    return left;
}

std::map<std::string, std::string> AccessStore::last_decided_on() {
    std::map<std::string, std::string> days;
    database_.query(sql::access::last_decided).each(2, [&](const Row& row) {
        days.emplace(row.text(0), row.text(1));
    });
    return days;
}

std::vector<std::string> AccessStore::showing_health_data() {
    std::vector<std::string> requests;
    database_.query(sql::access::health_shown).each(1, [&](const Row& row) {
        requests.push_back(row.text(0));
    });
    return requests;
}

}  // namespace casekeeper
