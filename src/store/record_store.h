// SPDX-License-Identifier: MIT
//
// The model's records: adding, finding, replacing and paging through them by type and key, and what is
// derived from them as they are written (latest entry days, who is named where, who has a protected place,
// which records are one human being). Knows no law and destroys nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "domain/record_format.h"
#include "store/database.h"

namespace casekeeper {

class RecordStore {
public:
    explicit RecordStore(Database& database) : database_(database) {}

    // Adds a new row; false, and nothing changed, where one of that key is there.
    bool add(const Record& record);
    void replace(const Record& record);
    std::optional<Record> find(RecordType type, const std::string& key);
    // The next records after a key in byte order; of everybody, or of one person's record.
    std::vector<std::pair<std::string, Record>> page(RecordType type, const std::string& after, int size,
                                                     const std::string& person = {});
    // Everybody whose record has a protected address or contact, by id. Found by a table of their own, kept as
    // their rows are written and ended: the others are not read.
    std::vector<Record> people_with_protected_places();
    // What belongs to one involvement, by id. REQUIRES: type entry, document or disclosure.
    std::vector<Record> of_involvement(RecordType type, const std::string& involvement);
    // The same one by one, for a file of any length; how many they are. REQUIRES: type entry or document.
    void each_of_involvement(RecordType type, const std::string& involvement,
                             const std::function<void(const Record&)>& take);
    long long number_of_involvement(RecordType type, const std::string& involvement);
    // Documents that lie with an entry of another involvement and in this one too.
    std::vector<Record> documents_also_in(const std::string& involvement);

    bool has_person(const std::string& id);
    bool has_professional(const std::string& id);
    bool has_document(const std::string& id);
    bool names_content(const std::string& sha256);
    struct Owner {
        std::string person;
        std::string service;
    };
    std::optional<Owner> owner_of_involvement(const std::string& id);
    std::optional<std::string> involvement_of_entry(const std::string& id);
    std::optional<std::string> entry_of_document(const std::string& id);
    std::vector<std::string> further_involvements_of_document(const std::string& id);

    // A person whose own record had ended is a person with a record again.
    void forget_stub(const std::string& person);

    // Derived facts.
    void raise_entry_days(const std::string& involvement, Date entry_on, std::optional<Date> contact_on);
    void recompute_entry_days(const std::string& involvement);
    void set_person_references(RecordType type, const std::string& key,
                               const std::vector<std::string>& persons, bool is_new);
    void set_document_involvements(const std::string& document, const std::vector<std::string>& involvements,
                                   bool is_new);
    // A load changed what had been written in it: the last day of that.
    // REQUIRES: a person, an involvement, an entry or a document.
    void note_correction(RecordType type, const std::string& id, const std::string& day);
    void add_recorded_event(const std::string& name);
    std::vector<std::string> recorded_events();

    // Joins the records that same-person relationships connect with `person`, anew; never across an adoption.
    // The ids of all records that were or are in its group.
    std::vector<std::string> rejoin_same_person(const std::string& person);

    struct Totals {
        long long people = 0;
        long long involvements = 0;
        long long entries = 0;
        long long documents = 0;
    };
    Totals totals();
    // Rows of a type were added (or, negative, removed): keeps the totals in step.
    // Somebody brought rows of a person's record in.
    void note_brought_in(const std::string& person, const std::string& by);
    void add_to_count(RecordType type, long long records);

private:
    void keep_protected_places(const Record& person, bool is_new);
    std::vector<Record> rows_of_involvement(RecordType type, const Statement& statement,
                                            const std::string& involvement);
    std::vector<std::string> texts(const Statement& statement, const char* parameter,
                                   const std::string& value);
    Database& database_;
};

// Did the product write the entry itself (flag "casekeeper")? Such an entry counts on no day.
bool is_written_by_product(const Record& entry);
// The day an entry counts on: the later of its occurred and recorded local day. REQUIRES: an entry, checked.
Date entry_counts_on(const Record& entry);
// What its account is found by among all (domain/account_print.h); none of an entry that the product wrote.
std::optional<std::int64_t> print_of_entry(const Record& entry);
// Has a person's record an address or contact that is marked protected, or names whom it is protected from?
bool has_protected_place(const Record& person);
// Is it an entry of a contact kind (schedule-language: last-contact)?
bool is_contact(const Record& entry);

}  // namespace casekeeper
