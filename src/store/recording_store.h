// SPDX-License-Identifier: MIT
//
// What recording rules ask of people's records, read in one pass in the order of people; what was found of
// them; whose records wait to be looked at, and whose will when their day comes; how many findings there were,
// night by night. Days are ISO text; what is lacking is the codes of the law (policy/record_check.h).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace casekeeper {

struct RecordingFinding {
    std::string id;  // of rule and thing
    std::string rule;
    std::string thing;  // typed: entry:E7, document:D5, involvement:I1
    std::string person;
    std::string involvement;
    std::optional<std::string> worker;
    std::optional<std::string> team;
    std::string lacks;  // JSON list of codes
    std::optional<std::string> about_on;
    std::optional<std::string> owed_by;
    std::string state = "open";  // open, waived, mended, lapsed
    std::string first_seen_on;
    std::string opened_on;
    long long reopened = 0;
    std::optional<std::string> closed_on{};
    std::optional<std::string> waived_on{};
    std::optional<std::string> waived_by{};
    std::optional<std::string> waived_until{};
    std::optional<std::string> waiver_reason{};
    bool operator==(const RecordingFinding&) const = default;
};

// The id of a finding: the same however often it is found.
std::string id_of_finding(const std::string& rule, const std::string& thing);

// What RecordingStore::entries() hands over of an entry, column by column.
struct EntryColumn {
    enum : int {
        involvement,
        id,
        kind,
        occurred_at,
        recorded_at,
        author,
        topic,
        present,
        addressed_to,
        account,
        decision,
        reason,
        decided_by,
        classification,
        subject_words,
        copies,          // how many, with what was destroyed by decision; empty where no rule asks for one
        account_print,   // domain/account_print.h; empty: none
        read_documents,  // how many of somebody's alone a program read; empty where that is not asked
        columns
    };
};

class RecordingStore {
public:
    explicit RecordingStore(Database& database) : database_(database) {}

    // A person, and the human being whose records theirs are joined with; empty: with none.
    struct RecordedPerson {
        std::string id;
        std::string human;
    };
    // The next people after one in byte order: all, or those whose records have changed.
    std::vector<RecordedPerson> people_after(const std::string& id, int size);
    std::vector<RecordedPerson> due_after(const std::string& id, int size);
    std::vector<std::string> people_of_human(const std::string& human);

    struct InvolvementRow {
        std::string person;
        std::string id;
        std::string service;
        std::string opened;
        std::string closed;  // empty: open
        std::string closure_reason;
        std::string worker;
        std::string team;
        bool is_reduced = false;
    };
    // Of the people from one to another, both included; by person and id.
    std::vector<InvolvementRow> involvements(const std::string& from, const std::string& upto);
    // Their entries in the order of involvements(), one by one; the product's own are left out.
    struct Counted {
        std::vector<std::string> kinds_with_copy;  // of these the documents, there or destroyed by decision
        bool read_documents = false;
    };
    void entries(const std::string& from, const std::string& upto, const Counted& counted,
                 const std::function<void(const TextRow&)>& take);
    // What a program read of the documents of an entry that are somebody's alone.
    struct ReadDocument {
        std::string id;
        std::string words;
    };
    std::vector<ReadDocument> read_documents(const std::string& entry);
    bool has_words_of_documents();
    // What was found of them before, by person.
    std::map<std::string, std::vector<RecordingFinding>> findings(const std::string& from,
                                                                  const std::string& upto);

    std::optional<RecordingFinding> find(const std::string& id);
    struct Filter {
        std::string rule, worker, team, person;  // empty: any
        bool all = false;                        // the closed and the waived too
    };
    // By id; the next after one.
    std::vector<RecordingFinding> page(const Filter& filter, const std::string& after, int size);
    // The open ones that a worker is asked about, or of a team; empty: nobody's. The longest open first.
    std::vector<RecordingFinding> of_worker(const std::string& worker);
    std::vector<RecordingFinding> of_team(const std::string& team);
    std::vector<RecordingFinding> oldest(int size);
    std::vector<std::string> workers_asked();
    std::vector<std::string> teams_asked();
    std::map<std::string, long long> number_by_state();

    // REQUIRES of all that change: a unit of work of kind write.
    void put(const RecordingFinding& finding);
    bool is_without_copy(const std::string& entry);
    struct Worker {
        std::string name;
        std::string role;
        std::string team;
    };
    std::optional<Worker> worker(const std::string& id);

    // Was anything held against the rules yet? Before, nobody need be marked.
    bool has_checked();
    void mark(const std::string& person);
    // Those whose findings ask a worker.
    void mark_asked(const std::string& worker);
    void mark_for_day(const std::string& day);
    long long number_due();
    // The people from one to another have been held against the rules.
    void checked(const std::string& from, const std::string& upto);
    std::map<std::string, std::string> watched(const std::string& from, const std::string& upto);
    // nullopt: time changes nothing.
    void watch(const std::string& person, const std::optional<std::string>& look_again_on);

    // By which rules and until which day all was checked; empty: not yet.
    std::string checked_by();
    std::string checked_until();
    void set_checked(const std::string& by, const std::string& until);

    // How far documents were read for the check of whose they are (reports/documents_to_read); empty: not yet.
    std::string documents_read();
    void set_documents_read(const std::string& upto);

    struct Count {
        std::string on;
        long long open = 0;
        long long appeared = 0;
        long long mended = 0;
        long long waived = 0;
    };
    struct NamedCount {
        std::string of_what;
        std::string name;
        Count count;
    };
    // Counts what there is on a day: of all, by rule, by worker and by team. Again, where it was counted. `waived`:
    // on the days from the night before it, until before it, since people go on after the night.
    void count(const std::string& day);
    // The last of each up to and with a day, by what it is of and name.
    std::vector<NamedCount> latest_counts(const std::string& day);
    // Of "all" with name "", "rule", "worker" or "team": day by day, those on which something changed; of all, every
    // night.
    std::vector<Count> counts(const std::string& of_what, const std::string& name, const std::string& day);
    std::vector<std::string> names_counted(const std::string& of_what);

private:
    void set_property(const char* name, const std::string& value);
    std::string property(const char* name);
    Database& database_;
};

}  // namespace casekeeper
