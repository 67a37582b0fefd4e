// SPDX-License-Identifier: MIT
//
// Where requests to delete, to correct, and objections stand: the case of each, the parts of what it asks
// for, and everything that was done with it. The request itself is a record like any other (record_store.h);
// its case outlives it where all of the person's record was deleted, and then names nobody. Days are ISO
// text; states, events, verdicts and decisions are the codes of the law (policy/deletion_workflow.h,
// deletion_assessment.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/case_event.h"
#include "store/database.h"

namespace casekeeper {

struct DeletionCase {
    std::string request;
    std::string person;  // empty: their record has ended
    std::string asks_for = "erasure";
    std::string received_at;  // a moment; of a request that is gone the day alone
    std::string state = "received";
    std::optional<std::string> came_from;  // the state to which advice or an answered dispute leads back
    std::optional<std::string> assessed_on;
    std::string assessment;  // digest of parts and verdicts; empty: none yet
    std::optional<std::string> waits_for;
    std::optional<std::string> executed_on;
    std::vector<long long> certificates;
    std::optional<std::string> letters;  // folder of those that wait to be sent
    bool is_open_here = false;           // false: it came with a load and nobody has worked on it
    bool has_request = false;            // false: it is all that is left
};

struct DeletionItem {
    std::string item;         // typed id
    std::string involvement;  // id of the one it is or lies in
    std::string service;
    std::string verdict;
    std::string reason;
    std::string authority;
    std::optional<std::string> kept_until;
    bool can_be_restricted = false;
    std::optional<std::string> decision;  // delete, keep
    std::optional<std::string> decided_by;
    std::optional<std::string> decision_reason;
    bool operator==(const DeletionItem&) const = default;
};

struct DeletionMark {
    std::string item;
    std::string mark;  // misfiled, unlawful
    std::string reason;
    std::string by;
    std::string on;
};

class DeletionStore {
public:
    explicit DeletionStore(Database& database) : database_(database) {}

    // nullopt where there is no such request.
    std::optional<DeletionCase> find(const std::string& request);
    // The next after a request in byte order, with those that came by a load and wait for somebody.
    std::vector<DeletionCase> page(const std::string& after, int size);
    std::vector<DeletionCase> of_person(const std::string& person);
    // Those in one state, after a request.
    std::vector<DeletionCase> in_state(const std::string& state, const std::string& after, int size);
    // Unanswered requests that came by a load and have no case yet.
    std::vector<DeletionCase> without_case(const std::string& after, int size);
    long long number_of_cases();
    // Does a case name this folder of letters?
    bool names_letters(const std::string& folder);
    // What the verdicts on the parts of an involvement are read from: the columns of
    // sql/queries/deletions/parts_entries.sql and parts_documents.sql.
    void entries_to_assess(const std::string& involvement, const std::function<void(const Row&)>& take);
    std::optional<std::string> remarks_of_involvement(const std::string& involvement);
    void documents_to_assess(const std::string& involvement, const std::function<void(const Row&)>& take);
    // REQUIRES of all that follow: a unit of work of kind write.
    void open(const DeletionCase& one);
    void update(const DeletionCase& one);

    std::vector<DeletionItem> items(const std::string& request);
    // Replaces all of them; what was decided of the earlier ones is void.
    void set_items(const std::string& request, const std::vector<DeletionItem>& items);
    void decide(const std::string& request, const std::string& item, const std::string& decision,
                const std::string& by, const std::string& reason);

    // What was decided of a part is void. Was anything?
    bool undo_decision(const std::string& request, const std::string& item);

    std::vector<DeletionMark> marks(const std::string& request);
    void set_mark(const std::string& request, const DeletionMark& mark);
    void forget_mark(const std::string& request, const std::string& item);

    void add_event(const std::string& request, const CaseEvent& event);
    // What led to the state in which the case stands now, as an event of it.
    void note(const DeletionCase& one, const std::string& event, const CaseAct& act,
              const std::string& facts = "{}");
    std::vector<CaseEvent> events(const std::string& request);

private:
    Database& database_;
};

}  // namespace casekeeper
