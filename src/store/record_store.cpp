// SPDX-License-Identifier: MIT
#include "store/record_store.h"

#include <algorithm>
#include <set>

#include "domain/account_print.h"
#include "sql_statements.h"

namespace casekeeper {
namespace {

// The statements of a record type, in the order of RecordType.
struct TypeStatements {
    const Statement& insert;
    const Statement& update;
    const Statement& find;
    const Statement& page;
    const Statement& page_of_person;
};

#define CASEKEEPER_STATEMENTS_OF(type)                                                       \
    {                                                                                        \
        sql::records::insert_##type, sql::records::update_##type, sql::records::find_##type, \
            sql::records::page_##type, sql::records::page_##type##_of_person                 \
    }

const TypeStatements& statements_of(RecordType type) {
    static const TypeStatements all[record_types] = {
        CASEKEEPER_STATEMENTS_OF(person),
        CASEKEEPER_STATEMENTS_OF(professional),
        CASEKEEPER_STATEMENTS_OF(relationship),
        CASEKEEPER_STATEMENTS_OF(involvement),
        CASEKEEPER_STATEMENTS_OF(entry),
        CASEKEEPER_STATEMENTS_OF(document),
        CASEKEEPER_STATEMENTS_OF(disclosure),
        CASEKEEPER_STATEMENTS_OF(hold),
        CASEKEEPER_STATEMENTS_OF(deletion_request),
        CASEKEEPER_STATEMENTS_OF(access_request),
    };
    return all[static_cast<std::size_t>(type)];
}

#undef CASEKEEPER_STATEMENTS_OF

constexpr int page_of_people = 1000;

constexpr int columns_of(RecordType type, std::size_t fields) {
    return static_cast<int>(fields) + (type == RecordType::relationship ? 1 : 0);
}

std::string column_name(std::string_view field) {
    return field == "from" ? "from_on" : std::string(field);
}

// Sets every parameter of an insert or update; a relationship's key is computed, an entry's day and print derived.
void set_all(Query& query, const Record& record) {
    const RecordFormat& format = format_of(record.type);
    if (record.type == RecordType::relationship) query.set("id", record.key());
    for (std::size_t i = 0; i < format.fields.size(); ++i)
        query.set(column_name(format.fields[i].name), record.values[i]);
    if (record.type != RecordType::entry) return;
    const std::optional<std::int64_t> print = print_of_entry(record);
    query.set("account_print", static_cast<long long>(print.value_or(0)));  // a number, whatever comes first
    if (!print) query.set_null("account_print");
    if (is_written_by_product(record))
        query.set_null("counts_on");
    else
        query.set("counts_on", to_text(entry_counts_on(record)));
}

Record record_of(RecordType type, const Row& row, int first) {
    const std::size_t fields = format_of(type).fields.size();
    Record record{type, {}};
    record.values.reserve(fields);
    for (std::size_t i = 0; i < fields; ++i)
        record.values.push_back(row.optional_text(first + static_cast<int>(i)));
    return record;
}

}  // namespace

bool is_written_by_product(const Record& entry) {
    const std::optional<std::string>& flags = entry.value("flags");
    return flags && flags->find("\"casekeeper\"") != std::string::npos;
}

Date entry_counts_on(const Record& entry) {
    const Date occurred = *local_day(*entry.value("occurred_at"));
    const std::optional<std::string>& recorded = entry.value("recorded_at");
    return recorded ? std::max(occurred, *local_day(*recorded)) : occurred;
}

std::optional<std::int64_t> print_of_entry(const Record& entry) {
    if (is_written_by_product(entry)) return std::nullopt;
    return print_of_account(entry.value("account").value_or(""));
}

bool is_contact(const Record& entry) {
    static constexpr std::string_view kinds[] = {"meeting",       "telephone-call",  "face-to-face",
                                                 "letter-sent",   "letter-received", "email-sent",
                                                 "email-received"};
    return std::find(std::begin(kinds), std::end(kinds), *entry.value("kind")) != std::end(kinds);
}

bool has_protected_place(const Record& person) {
    const auto says = [&](const char* field, std::string_view what) {
        const std::optional<std::string>& places = person.value(field);
        return places && places->find(what) != std::string::npos;
    };
    constexpr std::string_view marked = R"("protected":true)";
    return says("addresses", marked) || says("addresses", R"("protected_from":)") || says("contacts", marked);
}

bool RecordStore::add(const Record& record) {
    Query& query = database_.query(statements_of(record.type).insert);
    set_all(query, record);
    const bool added = query.run() > 0;
    if (added && record.type == RecordType::hold) database_.query(sql::system::stamp_holds).run();
    if (added && record.type == RecordType::person) keep_protected_places(record, true);
    return added;
}

void RecordStore::replace(const Record& record) {
    Query& query = database_.query(statements_of(record.type).update);
    set_all(query, record);
    query.run();
    if (record.type == RecordType::hold) database_.query(sql::system::stamp_holds).run();
    if (record.type == RecordType::person) keep_protected_places(record, false);
}

void RecordStore::keep_protected_places(const Record& person, bool is_new) {
    if (has_protected_place(person))
        database_.query(sql::records::note_protected_places).set("person", person.key()).run();
    else if (!is_new)
        database_.query(sql::records::forget_protected_places).set("person", person.key()).run();
}

std::optional<Record> RecordStore::find(RecordType type, const std::string& key) {
    std::optional<Record> found;
    Query& query = database_.query(statements_of(type).find);
    query.set("id", key);
    query.each(static_cast<int>(format_of(type).fields.size()),
               [&](const Row& row) { found = record_of(type, row, 0); });
    return found;
}

std::vector<std::pair<std::string, Record>> RecordStore::page(RecordType type, const std::string& after,
                                                              int size, const std::string& person) {
    const TypeStatements& statements = statements_of(type);
    Query& query = database_.query(person.empty() ? statements.page : statements.page_of_person);
    query.set("after", after).set("size", size);
    if (!person.empty()) query.set("person", person);
    std::vector<std::pair<std::string, Record>> rows;
    const int first = type == RecordType::relationship ? 1 : 0;
    query.each(columns_of(type, format_of(type).fields.size()),
               [&](const Row& row) { rows.emplace_back(row.text(0), record_of(type, row, first)); });
    return rows;
}

std::vector<Record> RecordStore::people_with_protected_places() {
    std::vector<Record> people;
    const int columns = columns_of(RecordType::person, format_of(RecordType::person).fields.size());
    Query& query = database_.query(sql::records::page_with_protected_places);
    for (std::size_t before = 1; before != people.size();) {
        before = people.size();
        query.set("after", people.empty() ? std::string() : people.back().key())
            .set("size", page_of_people)
            .each(columns, [&](const Row& row) { people.push_back(record_of(RecordType::person, row, 0)); });
    }
    return people;
}

std::vector<Record> RecordStore::of_involvement(RecordType type, const std::string& involvement) {
    const Statement& statement = type == RecordType::entry      ? sql::records::entries_of_involvement
                                 : type == RecordType::document ? sql::records::documents_of_involvement
                                                                : sql::records::disclosures_of_involvement;
    return rows_of_involvement(type, statement, involvement);
}

void RecordStore::each_of_involvement(RecordType type, const std::string& involvement,
                                      const std::function<void(const Record&)>& take) {
    const Statement& ids = type == RecordType::entry ? sql::records::ids_of_entries_of_involvement
                                                     : sql::records::ids_of_documents_of_involvement;
    for (const std::string& id : texts(ids, "involvement", involvement))
        if (const std::optional<Record> record = find(type, id)) take(*record);
}

long long RecordStore::number_of_involvement(RecordType type, const std::string& involvement) {
    const Statement& number = type == RecordType::entry ? sql::records::number_of_entries_of_involvement
                                                        : sql::records::number_of_documents_of_involvement;
    return database_.query(number).set("involvement", involvement).number();
}

std::vector<Record> RecordStore::documents_also_in(const std::string& involvement) {
    return rows_of_involvement(RecordType::document, sql::records::documents_also_in_involvement,
                               involvement);
}

std::vector<Record> RecordStore::rows_of_involvement(RecordType type, const Statement& statement,
                                                     const std::string& involvement) {
    std::vector<Record> records;
    database_.query(statement)
        .set("involvement", involvement)
        .each(static_cast<int>(format_of(type).fields.size()),
              [&](const Row& row) { records.push_back(record_of(type, row, 0)); });
    return records;
}

bool RecordStore::has_person(const std::string& id) {
    return database_.query(sql::facts::has_person).set("id", id).number() > 0;
}

bool RecordStore::has_professional(const std::string& id) {
    return database_.query(sql::facts::has_professional).set("id", id).number() > 0;
}

void RecordStore::forget_stub(const std::string& person) {
    database_.query(sql::system::forget_stub).set("person", person).run();
}

bool RecordStore::names_content(const std::string& sha256) {
    return database_.query(sql::system::digests_referenced).set("sha256", sha256).number() > 0;
}

bool RecordStore::has_document(const std::string& id) {
    return database_.query(sql::facts::has_document).set("id", id).number() > 0;
}

std::optional<RecordStore::Owner> RecordStore::owner_of_involvement(const std::string& id) {
    std::optional<Owner> owner;
    database_.query(sql::facts::involvement_owner).set("id", id).each(2, [&](const Row& row) {
        owner = Owner{row.text(0), row.text(1)};
    });
    return owner;
}

std::optional<std::string> RecordStore::involvement_of_entry(const std::string& id) {
    return database_.query(sql::facts::involvement_of_entry).set("id", id).value();
}

std::optional<std::string> RecordStore::entry_of_document(const std::string& id) {
    return database_.query(sql::facts::entry_of_document).set("id", id).value();
}

std::vector<std::string> RecordStore::further_involvements_of_document(const std::string& id) {
    return texts(sql::facts::involvements_of_document, "id", id);
}

std::vector<std::string> RecordStore::texts(const Statement& statement, const char* parameter,
                                            const std::string& value) {
    std::vector<std::string> result;
    database_.query(statement).set(parameter, value).each(1, [&](const Row& row) {
        result.push_back(row.text(0));
    });
    return result;
}

void RecordStore::raise_entry_days(const std::string& involvement, Date entry_on,
                                   std::optional<Date> contact_on) {
    database_.query(sql::system::raise_entry_days)
        .set("involvement", involvement)
        .set("entry_on", to_text(entry_on))
        .set("contact_on", contact_on ? to_text(*contact_on) : std::string())
        .run();
}

void RecordStore::recompute_entry_days(const std::string& involvement) {
    database_.query(sql::system::recompute_entry_days).set("involvement", involvement).run();
}

void RecordStore::set_person_references(RecordType type, const std::string& key,
                                        const std::vector<std::string>& persons, bool is_new) {
    const std::string by_type(format_of(type).name);
    if (!is_new)
        database_.query(sql::system::clear_person_references).set("by_type", by_type).set("by_id", key).run();
    for (const std::string& person : persons)
        database_.query(sql::system::add_person_reference)
            .set("person", person)
            .set("by_type", by_type)
            .set("by_id", key)
            .run();
}

void RecordStore::set_document_involvements(const std::string& document,
                                            const std::vector<std::string>& involvements, bool is_new) {
    if (!is_new) database_.query(sql::system::clear_document_involvements).set("document", document).run();
    for (const std::string& involvement : involvements)
        database_.query(sql::system::add_document_involvement)
            .set("document", document)
            .set("involvement", involvement)
            .run();
}

void RecordStore::note_brought_in(const std::string& person, const std::string& by) {
    database_.query(sql::records::note_brought_in).set("person", person).set("brought_by", by).run();
}

void RecordStore::note_correction(RecordType type, const std::string& id, const std::string& day) {
    const Statement& statement = type == RecordType::person ? sql::records::note_correction_of_person
                                 : type == RecordType::involvement
                                     ? sql::records::note_correction_of_involvement
                                 : type == RecordType::entry ? sql::records::note_correction_of_entry
                                                             : sql::records::note_correction_of_document;
    database_.query(statement).set("id", id).set("corrected_on", day).run();
}

void RecordStore::add_recorded_event(const std::string& name) {
    database_.query(sql::system::add_recorded_event).set("name", name).run();
}

std::vector<std::string> RecordStore::recorded_events() {
    std::vector<std::string> names;
    database_.query(sql::facts::recorded_events).each(1, [&](const Row& row) {
        names.push_back(row.text(0));
    });
    return names;
}

std::vector<std::string> RecordStore::rejoin_same_person(const std::string& person) {
    std::set<std::string> touched{person};
    for (const std::string& id : texts(sql::system::people_of_same_person_group, "person", person))
        touched.insert(id);
    std::set<std::string> waiting = touched;
    while (!waiting.empty()) {
        // One group: everything same-person relationships connect with its first record.
        std::set<std::string> group{*waiting.begin()};
        std::vector<std::string> open(group.begin(), group.end());
        while (!open.empty()) {
            const std::string next = open.back();
            open.pop_back();
            for (const std::string& other : texts(sql::facts::same_person_links_of_person, "person", next))
                if (group.insert(other).second) open.push_back(other);
        }
        bool adopted = false;
        for (const std::string& id : group)
            for (const std::string& other : texts(sql::facts::adoption_links_of_person, "person", id))
                adopted = adopted || group.contains(other);
        for (const std::string& id : group) {
            waiting.erase(id);
            touched.insert(id);
            if (group.size() == 1 || adopted)
                database_.query(sql::system::clear_same_person).set("person", id).run();
            else
                database_.query(sql::system::set_same_person)
                    .set("person", id)
                    .set("human", *group.begin())
                    .run();
        }
    }
    return {touched.begin(), touched.end()};
}

RecordStore::Totals RecordStore::totals() {
    Totals totals;
    database_.query(sql::facts::totals).each(2, [&](const Row& row) {
        if (row.text(0) == "person") totals.people = row.number(1);
        if (row.text(0) == "involvement") totals.involvements = row.number(1);
        if (row.text(0) == "entry") totals.entries = row.number(1);
        if (row.text(0) == "document") totals.documents = row.number(1);
    });
    return totals;
}

void RecordStore::add_to_count(RecordType type, long long records) {
    database_.query(sql::system::add_to_record_count)
        .set("type", format_of(type).name)
        .set("records", records)
        .run();
}

}  // namespace casekeeper
