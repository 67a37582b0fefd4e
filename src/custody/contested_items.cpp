// SPDX-License-Identifier: MIT
#include "custody/contested_items.h"

#include <algorithm>

#include "base/json_read.h"
#include "custody/restrictions.h"
#include "policy/deletion_workflow.h"
#include "store/deletion_store.h"
#include "store/fact_store.h"
#include "store/hold_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

using Items = std::vector<std::string>;

class Contested {
public:
    Contested(Database& database, const std::string& person, Date day)
        : database_(database), records_(database), day_(day) {
        if (const std::optional<CaseFile> file = FactStore(database).file_of(person))
            for (const InvolvementFacts& one : file->involvements)
                involvements_.push_back("involvement:" + one.id);
        people_ = FactStore(database).records_of(person);
    }

    std::map<std::string, std::string> run() {
        for (const std::string& person : people_)
            for (const DeletionCase& one : DeletionStore(database_).of_person(person)) take(one);
        HoldStore holds(database_);
        for (const Hold& hold : holds.placed())
            if (hold.kind == restriction_kind && hold.in_force_on(day_)) take(hold);
        return std::move(items_);
    }

private:
    // Whoever may not ask contests nothing.
    void take(const DeletionCase& one) {
        const std::optional<DeletionState> state = parse_deletion_state(one.state);
        const bool is_open = state == DeletionState::entitled || state == DeletionState::referred ||
                             state == DeletionState::disputed;
        if (one.asks_for != "correction" || !is_open) return;
        const auto request = records_.find(RecordType::deletion_request, one.request);
        if (!request) return;
        const Items scope = json_texts(request->value("scope").value_or("[]"));
        add(scope.empty() ? involvements_ : scope, "request " + one.request);
    }

    void take(const Hold& hold) {
        const auto record = records_.find(RecordType::hold, hold.id);
        const std::string accuracy = law_of(RestrictionGround::accuracy);
        if (!record || !record->value("authority").value_or("").starts_with(accuracy)) return;
        const std::string because = "restriction " + hold.id;
        const bool is_theirs = std::any_of(hold.persons.begin(), hold.persons.end(), [&](const auto& id) {
            return std::find(people_.begin(), people_.end(), id) != people_.end();
        });
        if (is_theirs) add(involvements_, because);
        add(hold.items, because);
        if (!hold.items.empty()) return;  // its involvements are those that the items lie in
        for (const std::string& involvement : hold.involvements) add({"involvement:" + involvement}, because);
    }

    void add(const Items& items, const std::string& because) {
        for (const std::string& item : items) items_.emplace(item, because);
    }

    Database& database_;
    RecordStore records_;
    const Date day_;
    Items people_;
    Items involvements_;
    std::map<std::string, std::string> items_;
};

}  // namespace

std::map<std::string, std::string> contested_items(Database& database, const std::string& person, Date day) {
    return Contested(database, person, day).run();
}

std::string contested_by(const std::map<std::string, std::string>& contested, const std::string& item,
                         const std::string& entry, const std::string& involvement) {
    for (const std::string& key : {item, "entry:" + entry, "involvement:" + involvement})
        if (const auto found = contested.find(key); found != contested.end()) return found->second;
    return "";
}

}  // namespace casekeeper
