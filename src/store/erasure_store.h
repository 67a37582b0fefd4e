// SPDX-License-Identifier: MIT
//
// The only statements that end people's records (sql/queries/custody). src/custody alone calls them, inside
// the gate's unit of work; tests/house_rules.cmake holds both. Nothing here asks whether it may.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/reduction.h"
#include "store/database.h"

namespace casekeeper {

// What an erasure took, by counts, and what follows from it.
struct Erased {
    long long involvements = 0;
    long long entries = 0;
    long long documents = 0;  // rows
    long long disclosures = 0;
    long long people = 0;  // persons' own rows that went or became stubs
    long long stubs = 0;   // of these, those of whom a name stays, because kept records name them
    long long relationships = 0;
    long long deletion_requests = 0;
    long long access_requests = 0;
    long long holds = 0;  // released ones that reached nothing else

    std::vector<std::pair<std::string, std::string>> records;  // type and id of each of them
    std::set<std::string> contents;                            // SHA-256 of the documents' files
    std::vector<std::string> folders;                          // of packs that had any of it
    std::vector<std::string> letters;                          // written before the end, as their notice says
    bool letter_unsaid = false;   // one may have been written of which no notice says so yet
    std::set<std::string> named;  // people whom the ended records named

    // Are there rows of which nothing is left?
    bool anything() const { return !records.empty(); }
};

class ErasureStore {
public:
    explicit ErasureStore(Database& database) : database_(database) {}

    // An involvement with its entries, documents, disclosures and everything derived from them; a document
    // that also lies in other involvements moves to an entry of the product's own there, dated `day`.
    void erase_involvement(const std::string& involvement, const std::string& day, Erased& erased);
    // A single entry with its documents, a single document; those that also lie elsewhere move there.
    void erase_entry(const std::string& entry, const std::string& day, Erased& erased);
    void erase_document(const std::string& document, const std::string& day, Erased& erased);
    // Reduces an involvement and its entries to what stays. Entries and documents that go are ended.
    void reduce(const std::string& involvement, const Reduction& reduction, const std::string& day,
                Erased& erased);
    // The records of one human being without involvements: relationships, disclosures, requests, the rows
    // themselves; where others' kept records name one, a stub stays. `line`: the register's.
    void end_people(const std::vector<std::string>& records, const std::string& day, long long line,
                    Erased& erased);
    // A deletion request that was granted in whole: its case stays and names nobody, without what was said and
    // written.
    void end_request(const std::string& request, Erased& erased);
    // One that was granted in part and carried out: what it says of the parts that went goes too.
    void reduce_request(const std::string& request, const Erased& erased);
    // Takes what has ended out of the scopes of requests of `people` and of released holds, and documents out
    // of anybody's access requests, ends the stubs and the people without a record of their own whom only
    // ended records named, and keeps the record counts in step. REQUIRES: once, last of all.
    void settle(const std::vector<std::string>& people, const std::string& day, Erased& erased);

    bool is_stub(const std::string& person);

    // What of a person lies where nothing can be destroyed: in others' entries, in what was written out.
    struct BeyondReach {
        long long entries_of_others = 0;
        long long exports = 0;
    };
    BeyondReach beyond_reach(const std::string& person);

    // Files waiting to be unlinked: a digest, file:PATH, folder:PATH, or `engine`.
    static constexpr const char* engine = "engine";
    void intend(const std::string& what, long long line, const std::string& at);
    std::vector<std::string> intended(const std::string& after, int size);
    void done(const std::string& what);

    void add_statistic(const std::string& service, const std::string& opened_year,
                       const std::string& closed_year, const std::string& age_band, long long entries);

private:
    long long end_rows(const Statement& statement, const char* parameter, const std::string& value,
                       const char* type, Erased& erased);
    void end_documents(const Statement& statement, const char* parameter, const std::string& value,
                       Erased& erased);
    void end_references(const std::string& type, const std::string& id, Erased& erased);
    void move_shared_documents(const Statement& where, const char* parameter, const std::string& value,
                               const std::string& day);
    void mark_owner_for_review(const std::string& involvement);
    void end_findings(const std::string& involvement);
    void look_at_entry_again(const std::string& entry);
    std::string entry_of_our_own(const std::string& involvement, const std::string& day);
    void write_reduced(const Record& involvement);
    void reduce_record(Record record, const Reduction& reduction, Erased& erased);
    void end_what_is_theirs(const std::string& person, Erased& erased);
    // The files of a person's packs go; what was counted of them stays.
    void end_packs(const std::string& person, Erased& erased);
    void end_access_casework(const std::string& person, Erased& erased);
    void leave_access_requests(const std::string& person, Erased& erased);
    void end_person(const std::string& person, const std::string& day, long long line, Erased& erased);
    void leave_scopes_of_holds(const char* key, const std::string& pattern, const std::set<std::string>& gone,
                               const std::string& day, Erased& erased);
    void leave_scopes_of_requests(const std::string& person, Erased& erased);
    void end_decisions(const std::string& person, const std::string& day);
    void end_the_named(const std::vector<std::string>& people, const std::string& day, Erased& erased);
    bool is_named(const std::string& person);
    bool has_standing(const std::string& person);

    Database& database_;
};

}  // namespace casekeeper
