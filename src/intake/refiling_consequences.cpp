// SPDX-License-Identifier: MIT
#include "intake/refiling_consequences.h"

#include <algorithm>
#include <tuple>

#include "base/json_read.h"
#include "base/json_text.h"
#include "policy/access_workflow.h"
#include "policy/deletion_workflow.h"
#include "store/access_store.h"
#include "store/deletion_store.h"
#include "store/pack_store.h"
#include "store/record_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

constexpr int disclosures_a_page = 500;
constexpr const char* event = "entry-moved";

bool is_open(const AccessCase& one) {
    const std::optional<AccessState> state = parse_access_state(one.state);
    return state && !is_closed(*state) && !is_answered(*state);
}

bool is_open(const DeletionCase& one) {
    const std::optional<DeletionState> state = parse_deletion_state(one.state);
    return state && !is_closed(*state) && *state != DeletionState::executed;
}

// Everybody's of both records, once.
std::vector<std::string> people_of_both(const RefiledEntry& refiled) {
    std::vector<std::string> people = refiled.from_people;
    people.insert(people.end(), refiled.to_people.begin(), refiled.to_people.end());
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

AccessItem undecided(AccessItem item) {
    for (std::optional<std::string>* word :
         {&item.decision, &item.decided_by, &item.decided_on, &item.countersigned_by, &item.countersigned_on,
          &item.look_again_on})
        word->reset();
    item.facts = "{}";
    return item;
}

class Looking {
public:
    Looking(Database& database, const RefiledEntry& refiled, EntryMoved& result)
        : database_(database), refiled_(refiled), items_(refiled.items()), result_(result) {}

    void run() {
        for (const std::string& person : people_of_both(refiled_)) look_at_requests(person);
        if (refiled_.is_between_people())
            for (const std::string& person : refiled_.from_people) look_at_what_was_given(person);
        const auto by_day = [](const GivenAway& a, const GivenAway& b) {
            return std::tie(a.on, a.as) < std::tie(b.on, b.as);
        };
        std::sort(result_.given_away.begin(), result_.given_away.end(), by_day);
        for (std::vector<std::string>* ids :
             {&result_.access_requests, &result_.deletion_requests, &result_.packs})
            std::sort(ids->begin(), ids->end());
        std::sort(result_.proposals.begin(), result_.proposals.end());
    }

private:
    void look_at_requests(const std::string& person) {
        PackStore packs(database_);
        for (const AccessCase& one : AccessStore(database_).of_person(person)) {
            if (!is_open(one)) continue;
            result_.access_requests.push_back(one.request);
            const std::optional<StoredPack> pack = packs.find(one.request);
            if (pack && pack->folder) result_.packs.push_back(one.request);
        }
        for (const DeletionCase& one : DeletionStore(database_).of_person(person))
            if (is_open(one)) result_.deletion_requests.push_back(one.request);
        for (const Proposal& one : ReviewStore(database_).open_of_person(person))
            if (one.involvement == refiled_.from_involvement || one.involvement == refiled_.to_involvement)
                result_.proposals.push_back(one.number);
    }

    void look_at_what_was_given(const std::string& person) {
        std::set<std::string> answers;
        MoveStore moves(database_);
        for (const std::string& item : items_)
            for (const MoveStore::Answer& answer : moves.answers_with(item, person))
                if (answers.insert(answer.request).second)
                    result_.given_away.push_back({"access_request:" + answer.request, answer.sent_on});
        RecordStore records(database_);
        for (auto page = records.page(RecordType::disclosure, "", disclosures_a_page, person); !page.empty();
             page = records.page(RecordType::disclosure, page.back().first, disclosures_a_page, person))
            for (const auto& [id, disclosure] : page)
                if (has_it(disclosure))
                    result_.given_away.push_back({"disclosure:" + id, *disclosure.value("decided_on")});
    }

    // Shared by name, or with all of an involvement that it lay in by then.
    bool has_it(const Record& disclosure) const {
        if (disclosure.value("outcome") != "shared") return false;
        const bool was_there = *disclosure.value("decided_on") >= to_text(entry_counts_on(refiled_.entry));
        const std::string whole = "involvement:" + refiled_.from_involvement;
        const std::vector<std::string> given = json_texts(disclosure.value("items").value_or("[]"));
        return std::any_of(given.begin(), given.end(), [&](const std::string& item) {
            return items_.contains(item) || (was_there && item == whole);
        });
    }

    Database& database_;
    const RefiledEntry& refiled_;
    const std::set<std::string> items_;
    EntryMoved& result_;
};

}  // namespace

std::set<std::string> RefiledEntry::items() const {
    std::set<std::string> all{"entry:" + entry.key()};
    for (const Record& document : documents) all.insert("document:" + document.key());
    return all;
}

void look_at_consequences(Database& database, const RefiledEntry& refiled, EntryMoved& result) {
    Looking(database, refiled, result).run();
}

long long undo_decisions(Database& database, const RefiledEntry& refiled, const EntryMoved& looked_at,
                         const SignedAct& act) {
    long long undone = 0;
    const std::set<std::string> items = refiled.items();
    const CaseAct by{to_text(act.day), act.at, act.actor};
    const std::string facts = JsonObject().text("item", "entry:" + refiled.entry.key()).json();
    AccessStore access(database);
    for (const std::string& request : looked_at.access_requests) {
        const std::optional<AccessCase> one = access.find(request);
        if (!one || !one->is_open_here) continue;  // nobody has decided anything yet
        for (AccessItem& item : access.items(request)) {
            if (!items.contains(item.item)) continue;
            undone += item.decision ? 1 : 0;
            // What a person wants withheld of it stays proposed as long as it is in their record.
            refiled.is_between_people() ? access.remove_item(request, item)
                                        : access.set_item(request, undecided(std::move(item)));
        }
        access.mark(request);
        access.note(*one, event, by, facts);
    }
    std::set<std::string> decided = items;
    decided.insert({"involvement:" + refiled.from_involvement, "involvement:" + refiled.to_involvement});
    DeletionStore deletions(database);
    for (const std::string& request : looked_at.deletion_requests) {
        const std::optional<DeletionCase> one = deletions.find(request);
        if (!one || !one->is_open_here) continue;  // nobody has decided anything yet
        for (const std::string& item : decided) undone += deletions.undo_decision(request, item) ? 1 : 0;
        for (const std::string& item : items) deletions.forget_mark(request, item);
        deletions.note(*one, event, by, facts);
    }
    return undone;
}

}  // namespace casekeeper
