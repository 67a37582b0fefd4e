// SPDX-License-Identifier: MIT
#include "store/erasure_store.h"

#include <algorithm>

#include "base/digest.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "sql_statements.h"
#include "store/access_store.h"
#include "store/account_print_store.h"
#include "store/decision_store.h"
#include "store/document_words_store.h"
#include "store/pack_store.h"
#include "store/record_store.h"
#include "store/recording_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

constexpr const char* words_of_our_entry =
    "Documents that lay in another record too. That record has ended; they are kept here.";
constexpr std::size_t digits_of_our_entry = 32;

std::optional<std::string> json_or_none(const std::vector<std::string>& texts) {
    return texts.empty() ? std::nullopt : std::optional(json_list(texts));
}

// A JSON text that holds the id in quotation marks, as LIKE asks for it.
std::string pattern_of(const std::string& id) {
    std::string pattern = "%";
    for (const char character : json_string(id)) {
        if (character == '%' || character == '_' || character == '!') pattern += '!';
        pattern += character;
    }
    return pattern + "%";
}

std::vector<std::string> without(std::vector<std::string> texts, const std::set<std::string>& gone) {
    std::erase_if(texts, [&](const std::string& text) { return gone.contains(text); });
    return texts;
}

// A hold's scope with one of its lists exchanged.
std::string with_list(const std::string& scope, const std::string& key,
                      const std::vector<std::string>& list) {
    JsonObject json;
    for (const char* name : {"persons", "involvements", "services"}) {
        const std::vector<std::string> texts = name == key ? list : json_texts_at(scope, name);
        if (!texts.empty()) json.texts(name, texts);
    }
    for (const char* name : {"opened_from", "opened_to"})
        if (const std::string text = json_text_at(scope, name); !text.empty()) json.text(name, text);
    for (const char* name : {"words", "items"}) {
        const std::vector<std::string> texts = name == key ? list : json_texts_at(scope, name);
        if (!texts.empty()) json.texts(name, texts);
    }
    return json.json();
}

// What was recorded of an answer, with the parts that it is still about; nullopt where it is about all of them.
std::optional<std::string> facts_without(const std::string& facts, const std::set<std::string>& gone) {
    const std::vector<std::string> before = json_texts_at(facts, "items");
    const std::vector<std::string> left = without(before, gone);
    if (left.size() == before.size()) return std::nullopt;
    JsonObject json;
    for (const char* name : {"role", "text"})
        if (const std::string text = json_text_at(facts, name); !text.empty()) json.text(name, text);
    return json.texts("items", left).json();
}

// A document may have lain in several records, and been weighed, sent and asked about for each of them.
void leave_requests_of_anybody(Database& database, const Erased& erased) {
    std::set<std::string> gone;
    for (const auto& [type, id] : erased.records)
        if (type == "document") gone.insert(type + ":" + id);
    if (gone.empty()) return;
    for (const std::string& item : gone)
        for (const Statement* part :
             {&sql::custody::erase_access_items_of_document, &sql::custody::erase_access_parts_of_document})
            database.query(*part).set("item", item).run();
    struct Opinion {
        std::string request;
        long long number;
        std::string facts;
    };
    std::vector<Opinion> opinions;
    database.query(sql::custody::opinions_on_documents)
        .set("pattern", "%\"document:%")
        .each(3, [&](const Row& row) {
            opinions.push_back({row.text(0), row.number(1), row.text(2)});
        });
    for (const auto& [request, number, facts] : opinions)
        if (const std::optional<std::string> left = facts_without(facts, gone))
            database.query(sql::custody::set_facts_of_opinion)
                .set("facts", *left)
                .set("request", request)
                .set("number", number)
                .run();
}

// A record's optional value, by the field's name.
std::optional<std::string>& value_of(Record& record, const char* field) {
    return record.values[static_cast<std::size_t>(format_of(record.type).position(field))];
}

}  // namespace

// Runs a statement that returns the ids of the rows it takes; how many they were.
long long ErasureStore::end_rows(const Statement& statement, const char* parameter, const std::string& value,
                                 const char* type, Erased& erased) {
    long long rows = 0;
    database_.query(statement).set(parameter, value).each(1, [&](const Row& row) {
        erased.records.emplace_back(type, row.text(0));
        ++rows;
    });
    return rows;
}

void ErasureStore::end_documents(const Statement& statement, const char* parameter, const std::string& value,
                                 Erased& erased) {
    database_.query(statement).set(parameter, value).each(2, [&](const Row& row) {
        erased.records.emplace_back("document", row.text(0));
        erased.contents.insert(row.text(1));
        ++erased.documents;
    });
}

void ErasureStore::end_references(const std::string& type, const std::string& id, Erased& erased) {
    database_.query(sql::custody::erase_references)
        .set("by_type", type)
        .set("by_id", id)
        .each(1, [&](const Row& row) { erased.named.insert(row.text(0)); });
}

void ErasureStore::erase_involvement(const std::string& involvement, const std::string& day, Erased& erased) {
    using namespace sql::custody;
    end_findings(involvement);
    for (const Statement* what : {&forget_missing_copies, &forget_moves_of_involvement})
        database_.query(*what).set("involvement", involvement).run();
    move_shared_documents(documents_also_elsewhere, "involvement", involvement, day);
    std::vector<std::string> lay_here;
    database_.query(take_documents_out).set("involvement", involvement).each(1, [&](const Row& row) {
        lay_here.push_back(row.text(0));
    });
    end_documents(erase_documents, "involvement", involvement, erased);
    database_.query(erase_references_of_entries).set("involvement", involvement).each(1, [&](const Row& row) {
        erased.named.insert(row.text(0));
    });
    erased.entries += end_rows(erase_entries, "involvement", involvement, "entry", erased);
    erased.disclosures +=
        end_rows(erase_disclosures_of_involvement, "involvement", involvement, "disclosure", erased);
    RecordStore records(database_);
    for (const std::string& document : lay_here) {
        database_.query(set_also_in)
            .set("id", document)
            .set("also_in", json_or_none(records.further_involvements_of_document(document)))
            .run();
        const std::optional<std::string> entry = records.entry_of_document(document);
        if (entry) mark_owner_for_review(records.involvement_of_entry(*entry).value_or(""));
    }
    end_references("involvement", involvement, erased);
    database_.query(forget_keeping).set("involvement", involvement).run();
    database_.query(forget_done).set("involvement", involvement).run();
    database_.query(forget_notice).set("involvement", involvement).each(1, [&](const Row& row) {
        if (row.is_null(0))
            erased.letter_unsaid = true;
        else
            erased.letters.push_back(row.text(0));
    });
    erased.involvements +=
        end_rows(sql::custody::erase_involvement, "involvement", involvement, "involvement", erased);
}

// What was found of an involvement's record ends with it; what is left of its person's is looked at again.
void ErasureStore::end_findings(const std::string& involvement) {
    database_.query(sql::custody::forget_findings_of_involvement)
        .set("involvement", involvement)
        .set("thing", "involvement:" + involvement)
        .run();
    AccountPrintStore(database_).mark_twins_of_involvement(involvement);
    if (const auto owner = RecordStore(database_).owner_of_involvement(involvement))
        RecordingStore(database_).mark(owner->person);
}

void ErasureStore::look_at_entry_again(const std::string& entry) {
    RecordStore records(database_);
    if (const auto involvement = records.involvement_of_entry(entry))
        if (const auto owner = records.owner_of_involvement(*involvement))
            RecordingStore(database_).mark(owner->person);
}

void ErasureStore::erase_entry(const std::string& entry, const std::string& day, Erased& erased) {
    look_at_entry_again(entry);
    AccountPrintStore(database_).mark_twins_of_entry(entry);
    database_.query(sql::custody::forget_findings_of_thing).set("thing", "entry:" + entry).run();
    for (const Statement* what : {&sql::custody::forget_findings_of_documents,
                                  &sql::custody::forget_missing_copy, &sql::custody::forget_moves_of_entry})
        database_.query(*what).set("entry", entry).run();
    move_shared_documents(sql::custody::documents_of_entry_also_elsewhere, "entry", entry, day);
    database_.query(sql::custody::forget_places_of_documents_of_entry).set("entry", entry).run();
    end_documents(sql::custody::erase_documents_of_entry, "entry", entry, erased);
    end_references("entry", entry, erased);
    erased.entries += end_rows(sql::custody::erase_entry, "id", entry, "entry", erased);
}

void ErasureStore::erase_document(const std::string& document, const std::string& day, Erased& erased) {
    database_.query(sql::custody::note_missing_copy).set("document", document).run();
    database_.query(sql::custody::forget_findings_of_document).set("document", document).run();
    if (const auto entry = RecordStore(database_).entry_of_document(document)) look_at_entry_again(*entry);
    move_shared_documents(sql::custody::document_also_elsewhere, "document", document, day);
    database_.query(sql::custody::forget_places_of_document).set("id", document).run();
    end_documents(sql::custody::erase_document, "id", document, erased);
}

// Each goes to the first of the involvements it also lies in.
void ErasureStore::move_shared_documents(const Statement& where, const char* parameter,
                                         const std::string& value, const std::string& day) {
    std::vector<std::pair<std::string, std::string>> moves;
    database_.query(where).set(parameter, value).each(2, [&](const Row& row) {
        if (moves.empty() || moves.back().first != row.text(0)) moves.emplace_back(row.text(0), row.text(1));
    });
    RecordStore records(database_);
    for (const auto& [document, involvement] : moves) {
        database_.query(sql::custody::take_document_out)
            .set("document", document)
            .set("involvement", involvement)
            .run();
        database_.query(sql::custody::move_document)
            .set("id", document)
            .set("entry", entry_of_our_own(involvement, day))
            .set("also_in", json_or_none(records.further_involvements_of_document(document)))
            .run();
        mark_owner_for_review(involvement);
    }
}

// What somebody approved of that record, or reviewed for whoever asked to see it, is not what it is now.
void ErasureStore::mark_owner_for_review(const std::string& involvement) {
    const std::optional<RecordStore::Owner> owner = RecordStore(database_).owner_of_involvement(involvement);
    if (!owner) return;
    ReviewStore(database_).mark_if_proposed(owner->person);
    AccessStore(database_).mark_if_open(owner->person);
}

// The entry that the product wrote into an involvement to hold such documents; its id. One an involvement.
std::string ErasureStore::entry_of_our_own(const std::string& involvement, const std::string& day) {
    Record entry{RecordType::entry, {}};
    entry.values.resize(format_of(RecordType::entry).fields.size());
    const std::string id =
        "casekeeper-" + sha256_of("documents of " + involvement).substr(0, digits_of_our_entry);
    value_of(entry, "id") = id;
    value_of(entry, "involvement") = involvement;
    value_of(entry, "kind") = "note";
    value_of(entry, "occurred_at") = day;
    value_of(entry, "account") = words_of_our_entry;
    value_of(entry, "flags") = json_list({"casekeeper"});
    RecordStore records(database_);
    if (records.add(entry)) records.add_to_count(RecordType::entry, 1);
    return id;
}

void ErasureStore::reduce(const std::string& involvement, const Reduction& reduction, const std::string& day,
                          Erased& erased) {
    end_findings(involvement);
    database_.query(sql::custody::reduce_moves_of_involvement).set("involvement", involvement).run();
    const bool entries_stay = reduction.rows_stay(RecordType::entry);
    if (!entries_stay)
        database_.query(sql::custody::forget_missing_copies).set("involvement", involvement).run();
    if (!entries_stay || !reduction.rows_stay(RecordType::document)) {
        move_shared_documents(sql::custody::documents_also_elsewhere, "involvement", involvement, day);
        database_.query(sql::custody::forget_places_of_documents).set("involvement", involvement).run();
        end_documents(sql::custody::erase_documents, "involvement", involvement, erased);
    }
    if (!entries_stay) {
        database_.query(sql::custody::erase_references_of_entries)
            .set("involvement", involvement)
            .each(1, [&](const Row& row) { erased.named.insert(row.text(0)); });
        erased.entries += end_rows(sql::custody::erase_entries, "involvement", involvement, "entry", erased);
    }
    RecordStore records(database_);
    reduce_record(*records.find(RecordType::involvement, involvement), reduction, erased);
    for (const RecordType type : {RecordType::entry, RecordType::document})
        for (Record& record : records.of_involvement(type, involvement))
            reduce_record(std::move(record), reduction, erased);
}

// What is left of a row, and of whom it names.
void ErasureStore::reduce_record(Record record, const Reduction& reduction, Erased& erased) {
    RecordStore records(database_);
    reduction.apply_to(record);
    if (record.type == RecordType::involvement)
        write_reduced(record);
    else
        records.replace(record);
    const std::string type(format_of(record.type).name);
    std::vector<std::string> named;
    database_.query(sql::custody::references_of)
        .set("by_type", type)
        .set("by_id", record.key())
        .each(1, [&](const Row& row) { named.push_back(row.text(0)); });
    if (named.empty()) return;
    erased.named.insert(named.begin(), named.end());
    std::erase_if(named, [&](const std::string& person) {
        const std::string quoted = json_string(person);
        return std::none_of(record.values.begin(), record.values.end(), [&](const auto& value) {
            return value && value->find(quoted) != std::string::npos;
        });
    });
    records.set_person_references(record.type, record.key(), named, false);
}

// Which load wrote the row stays.
void ErasureStore::write_reduced(const Record& involvement) {
    Query& query = database_.query(sql::custody::reduce_involvement);
    query.set("id", involvement.key());
    for (const char* field :
         {"closure_reason", "worker", "team", "events", "attributes", "roles", "file_reference", "remarks"})
        query.set(field, involvement.value(field));
    query.run();
}

void ErasureStore::end_people(const std::vector<std::string>& records, const std::string& day, long long line,
                              Erased& erased) {
    for (const std::string& person : records) end_what_is_theirs(person, erased);
    for (const std::string& person : records) end_person(person, day, line, erased);
}

void ErasureStore::end_what_is_theirs(const std::string& person, Erased& erased) {
    using namespace sql::custody;
    database_.query(erase_relationships).set("person", person).each(2, [&](const Row& row) {
        ++erased.relationships;
        if (!row.is_null(1)) erased.named.insert(row.text(1));
    });
    database_.query(reduce_relationships).set("person", person).run();
    erased.disclosures += end_rows(erase_disclosures_of_person, "person", person, "disclosure", erased);
    const std::size_t first = erased.records.size();
    end_access_casework(person, erased);
    erased.access_requests += end_rows(erase_access_requests, "person", person, "access_request", erased);
    for (const Statement* casework : {&erase_deletion_events_of_person, &erase_deletion_items_of_person,
                                      &erase_deletion_marks_of_person, &erase_deletion_cases_of_person})
        database_.query(*casework).set("person", person).run();
    erased.deletion_requests +=
        end_rows(erase_deletion_requests, "person", person, "deletion_request", erased);
    const std::vector requests(erased.records.begin() + static_cast<long>(first), erased.records.end());
    for (const auto& [type, id] : requests) end_references(type, id, erased);
    end_references("person", person, erased);
    // What people without a record of their own say of this one is part of its record.
    database_.query(erase_relationships_of_the_named).set("person", person).each(2, [&](const Row& row) {
        ++erased.relationships;
        erased.named.insert(row.text(1));
    });
    for (const Statement* forget :
         {&forget_exports, &forget_stale, &forget_reads, &forget_joining, &forget_who_brought_in,
          &forget_findings_of_person, &forget_recording_due, &forget_recording_watch, &forget_documents_read})
        database_.query(*forget).set("person", person).run();
    // Any record may have given it away.
    if (database_.query(forget_protected_places).set("person", person).run() > 0)
        AccessStore(database_).mark_all_open();
}

void ErasureStore::end_packs(const std::string& person, Erased& erased) {
    PackStore packs(database_);
    for (StoredPack& pack : packs.of_person(person)) {
        if (!pack.folder) continue;
        erased.folders.push_back(*pack.folder);
        pack.folder.reset();
        pack.state = "ended";
        packs.put(pack);
    }
}

void ErasureStore::end_access_casework(const std::string& person, Erased& erased) {
    using namespace sql::custody;
    end_packs(person, erased);
    database_.query(erase_packs_of_person).set("person", person).run();
    database_.query(erase_access_materials_of_person).set("person", person).each(1, [&](const Row& row) {
        erased.contents.insert(row.text(0));
    });
    for (const Statement* casework :
         {&forget_access_review, &erase_access_events_of_person, &erase_access_items_of_person,
          &erase_access_asks_of_person, &erase_access_parts_of_person, &erase_access_cases_of_person})
        database_.query(*casework).set("person", person).run();
}

// Answers that were sent lose what was decided and sent of parts that are gone, and that they were asked about.
void ErasureStore::leave_access_requests(const std::string& person, Erased& erased) {
    end_packs(person, erased);
    AccessStore access(database_);
    const std::vector<AccessCase> cases = access.of_person(person);
    if (cases.empty()) return;
    std::set<std::string> gone;
    for (const auto& [type, id] : erased.records) gone.insert(type + ":" + id);
    for (const std::string& item : gone)
        for (const Statement* part :
             {&sql::custody::erase_access_items_of_part, &sql::custody::erase_access_parts_of_part})
            database_.query(*part).set("person", person).set("item", item).run();
    for (const AccessCase& one : cases)
        for (AccessAsk ask : access.asks(one.request)) {
            const std::optional<std::string> left = facts_without(ask.facts, gone);
            if (!left) continue;
            ask.facts = *left;
            access.update_ask(ask);
        }
}

void ErasureStore::end_person(const std::string& person, const std::string& day, long long line,
                              Erased& erased) {
    leave_scopes_of_holds("persons", pattern_of(person), {person}, day, erased);
    if (!is_stub(person)) ++erased.people;
    if (!is_named(person)) {
        database_.query(sql::custody::forget_stub).set("person", person).run();
        end_rows(sql::custody::erase_person, "person", person, "person", erased);
        return;
    }
    erased.records.emplace_back("person", person);
    ++erased.stubs;
    database_.query(sql::custody::reduce_to_stub).set("person", person).run();
    if (database_.query(sql::custody::stands_in_a_role).set("person", person).number() == 0)
        database_.query(sql::custody::forget_death).set("person", person).run();
    database_.query(sql::custody::add_stub).set("person", person).set("since", day).set("line", line).run();
}

// A released hold loses what is gone; one that named nothing else ends. One in force keeps what it names.
// Released ones decide nothing, so nobody need read the holds again.
void ErasureStore::leave_scopes_of_holds(const char* key, const std::string& pattern,
                                         const std::set<std::string>& gone, const std::string& day,
                                         Erased& erased) {
    struct Scope {
        std::string hold;
        std::string scope;
    };
    std::vector<Scope> scopes;
    database_.query(sql::custody::released_holds_that_name)
        .set("pattern", pattern)
        .set("day", day)
        .each(2, [&](const Row& row) {
            scopes.push_back({row.text(0), row.text(1)});
        });
    RecordStore records(database_);
    for (const auto& [hold, scope] : scopes) {
        const std::vector<std::string> before = json_texts_at(scope, key);
        const std::vector<std::string> left = without(before, gone);
        if (left.size() == before.size()) continue;
        end_references("hold", hold, erased);
        if (left.empty()) {
            erased.holds += end_rows(sql::custody::erase_hold, "id", hold, "hold", erased);
            continue;
        }
        const std::string reduced = with_list(scope, key, left);
        database_.query(sql::custody::set_scope_of_hold).set("id", hold).set("scope", reduced).run();
        records.set_person_references(RecordType::hold, hold, json_texts_at(reduced, "persons"), true);
    }
}

// An answered request loses the ids of what has ended; one that asked for nothing else ends.
void ErasureStore::leave_scopes_of_requests(const std::string& person, Erased& erased) {
    std::set<std::string> gone;
    std::vector<std::pair<std::string, std::string>> scopes;
    database_.query(sql::custody::scopes_of_answered_requests)
        .set("person", person)
        .each(2, [&](const Row& row) { scopes.emplace_back(row.text(0), row.text(1)); });
    if (scopes.empty()) return;
    for (const auto& [type, id] : erased.records) gone.insert(type + ":" + id);
    for (const auto& [request, scope] : scopes) {
        const std::vector<std::string> before = json_texts(scope);
        const std::vector<std::string> left = without(before, gone);
        if (left.size() == before.size()) continue;
        if (left.empty()) {
            end_references("deletion_request", request, erased);
            for (const Statement* casework : {&sql::custody::erase_deletion_events_of_request,
                                              &sql::custody::erase_deletion_items_of_request,
                                              &sql::custody::erase_deletion_marks_of_request,
                                              &sql::custody::erase_deletion_cases_of_request})
                database_.query(*casework).set("request", request).run();
            erased.deletion_requests +=
                end_rows(sql::custody::erase_deletion_request, "id", request, "deletion_request", erased);
            continue;
        }
        database_.query(sql::custody::set_scope_of_deletion_request)
            .set("id", request)
            .set("scope", json_list(left))
            .run();
    }
}

void ErasureStore::end_request(const std::string& request, Erased& erased) {
    using namespace sql::custody;
    for (const Statement* reduce :
         {&reduce_deletion_events, &erase_deletion_items_of_request, &erase_deletion_marks_of_request})
        database_.query(*reduce).set("request", request).run();
    end_references("deletion_request", request, erased);
    erased.deletion_requests += end_rows(erase_deletion_request, "id", request, "deletion_request", erased);
}

void ErasureStore::reduce_request(const std::string& request, const Erased& erased) {
    using namespace sql::custody;
    for (const Statement* reduce :
         {&erase_deleted_items_of_request, &erase_deletion_marks_of_request, &reduce_marking_events})
        database_.query(*reduce).set("request", request).run();
    const std::optional<Record> record = RecordStore(database_).find(RecordType::deletion_request, request);
    if (!record || !record->value("scope")) return;
    std::set<std::string> gone;
    for (const auto& [type, id] : erased.records) gone.insert(type + ":" + id);
    const std::vector<std::string> left = without(json_texts(*record->value("scope")), gone);
    if (!left.empty())
        database_.query(set_scope_of_deletion_request).set("id", request).set("scope", json_list(left)).run();
}

void ErasureStore::settle(const std::vector<std::string>& people, const std::string& day, Erased& erased) {
    for (const std::string& person : people) {
        leave_scopes_of_requests(person, erased);
        leave_access_requests(person, erased);
    }
    leave_requests_of_anybody(database_, erased);
    const std::vector records = erased.records;
    for (const auto& [type, id] : records)
        if (type == "involvement") leave_scopes_of_holds("involvements", pattern_of(id), {id}, day, erased);
    std::set<std::string> gone;
    for (const auto& [type, id] : records) gone.insert(type + ":" + id);
    leave_scopes_of_holds("items", "%\"items\":%", gone, day, erased);
    end_the_named(people, day, erased);
    DocumentWordsStore words(database_);
    for (const std::string& content : erased.contents) words.forget(content);
    database_.query(sql::custody::take_from_record_counts)
        .set("people", erased.people)
        .set("relationships", erased.relationships)
        .set("involvements", erased.involvements)
        .set("entries", erased.entries)
        .set("documents", erased.documents)
        .set("disclosures", erased.disclosures)
        .set("holds", erased.holds)
        .set("deletion_requests", erased.deletion_requests)
        .set("access_requests", erased.access_requests)
        .run();
}

// A stub, or somebody who never had a record, stays only while a record that is kept names them. Their ids
// are not remembered as ended: what is loaded later may name them again.
void ErasureStore::end_the_named(const std::vector<std::string>& people, const std::string& day,
                                 Erased& erased) {
    RecordStore records(database_);
    std::set<std::string> looked_at(people.begin(), people.end());
    for (std::set<std::string> next = erased.named; !next.empty();) {
        const std::string person = *next.begin();
        next.erase(next.begin());
        if (!looked_at.insert(person).second || !records.has_person(person) || is_named(person) ||
            has_standing(person))
            continue;
        Erased theirs;
        end_decisions(person, day);
        end_what_is_theirs(person, theirs);
        end_person(person, day, 0, theirs);
        erased.people += theirs.people;
        erased.relationships += theirs.relationships;
        erased.disclosures += theirs.disclosures;
        erased.access_requests += theirs.access_requests;
        erased.deletion_requests += theirs.deletion_requests;
        erased.holds += theirs.holds;
        erased.contents.insert(theirs.contents.begin(), theirs.contents.end());
        erased.folders.insert(erased.folders.end(), theirs.folders.begin(), theirs.folders.end());
        next.insert(theirs.named.begin(), theirs.named.end());
    }
}

bool ErasureStore::is_named(const std::string& person) {
    return database_.query(sql::custody::is_named).set("person", person).number() > 0;
}

// Of somebody without an involvement: that there is nothing to decide.
void ErasureStore::end_decisions(const std::string& person, const std::string& day) {
    ReviewStore reviews(database_);
    DecisionStore decisions(database_);
    decisions.write(reviews.decisions_of(person), {}, day, 0, false);
    decisions.flush_tallies();
    reviews.clear(person);
}

bool ErasureStore::has_standing(const std::string& person) {
    return database_.query(sql::custody::has_standing).set("person", person).number() > 0;
}

bool ErasureStore::is_stub(const std::string& person) {
    return database_.query(sql::facts::is_stub).set("person", person).number() > 0;
}

ErasureStore::BeyondReach ErasureStore::beyond_reach(const std::string& person) {
    BeyondReach beyond;
    database_.query(sql::custody::beyond_reach).set("person", person).each(2, [&](const Row& row) {
        beyond = {row.number(0), row.number(1)};
    });
    return beyond;
}

void ErasureStore::intend(const std::string& what, long long line, const std::string& at) {
    database_.query(sql::custody::intend).set("digest", what).set("line", line).set("intended_at", at).run();
}

std::vector<std::string> ErasureStore::intended(const std::string& after, int size) {
    std::vector<std::string> waiting;
    database_.query(sql::custody::intended)
        .set("after", after)
        .set("size", size)
        .each(1, [&](const Row& row) { waiting.push_back(row.text(0)); });
    return waiting;
}

void ErasureStore::done(const std::string& what) {
    database_.query(sql::custody::done).set("digest", what).run();
}

void ErasureStore::add_statistic(const std::string& service, const std::string& opened_year,
                                 const std::string& closed_year, const std::string& age_band,
                                 long long entries) {
    database_.query(sql::custody::add_statistic)
        .set("service", service)
        .set("opened_year", opened_year)
        .set("closed_year", closed_year)
        .set("age_band", age_band)
        .set("entries", entries)
        .run();
}

}  // namespace casekeeper
