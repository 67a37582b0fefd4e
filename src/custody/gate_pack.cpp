// SPDX-License-Identifier: MIT
//
// The gate for packs: the trust's working copies of what was decided on an access request. Their files go on
// their day, with a line in the register that names them by their digests; their counts stay. A store that came
// back from a back-up has the row as it was: its day has come still, and the next night ends it again.
#include <algorithm>
#include <stdexcept>

#include "base/json_read.h"
#include "base/json_text.h"
#include "custody/gate.h"
#include "policy/access_workflow.h"
#include "store/access_store.h"
#include "store/pack_store.h"

namespace casekeeper {
namespace {

// A request keeps the records that it asks for, not the copies that were made of them.
bool is_of_a_request(const std::string& hold) {
    return hold.starts_with("access_request:") || hold.starts_with("deletion_request:");
}

bool names_any(const Hold& hold, const std::vector<std::string>& people) {
    return std::any_of(people.begin(), people.end(), [&](const std::string& person) {
        return std::find(hold.persons.begin(), hold.persons.end(), person) != hold.persons.end();
    });
}

std::vector<std::string> digests_of(const StoredPack& pack) {
    std::vector<std::string> digests;
    for (const std::string& file : json_items_at(pack.facts, "files"))
        digests.push_back(json_text_at(file, "sha256"));
    return digests;
}

}  // namespace

// A pack is of the whole file: whatever keeps a part of that keeps it.
std::vector<std::string> Gate::holds_on_pack(const std::string& person, const PackEnding& ending) {
    const OpenCase opened = open_case(person, ending.day, ending.at, ending.actor);
    std::vector<std::string> holds;
    for (const Decision& decision : opened.decided.decisions) {
        holds.insert(holds.end(), decision.holds.begin(), decision.holds.end());
        const std::vector<std::string> naming = opened.decided.holds_naming(decision.involvement, ending.day);
        holds.insert(holds.end(), naming.begin(), naming.end());
    }
    for (const Hold& hold : opened.decided.holds)
        if (names_any(hold, opened.people) && (!hold.released_on || ending.day < *hold.released_on))
            holds.push_back(hold.id);
    std::erase_if(holds, is_of_a_request);
    std::sort(holds.begin(), holds.end());
    holds.erase(std::unique(holds.begin(), holds.end()), holds.end());
    return holds;
}

GateAnswer Gate::end_pack(const PackEnding& ending) {
    GateAnswer answer;
    const auto refused = [&](const char* code) {
        answer.refused_because = code;
        return answer;
    };
    if (!rules_.open) return refused("switched-off");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    PackStore packs(database_);
    AccessStore cases(database_);
    std::optional<StoredPack> pack = packs.find(ending.request);
    const std::optional<AccessCase> one = cases.find(ending.request);
    if (!pack || !pack->folder || !one) return refused("gone");
    if (to_text(ending.day) < pack->ends_on) return refused("not-due");
    if (one->state == to_text(AccessState::disputed)) return refused("disputed");
    try {
        answer.holds = holds_on_pack(pack->person, ending);
    } catch (const std::invalid_argument&) {
        return refused("unreadable");
    }
    if (!answer.holds.empty()) return refused("held");
    const std::vector<std::string> digests = digests_of(*pack);
    const long long line = RegisterStore(database_).append(
        {ending.at, "access-pack-ended", ending.actor,
         JsonObject()
             .text("request", register_.pseudonyms().of_record("access_request", ending.request))
             .texts("files", digests)
             .json()});
    ErasureStore(database_).intend("folder:" + *pack->folder, line, ending.at);
    answer.erased.folders.push_back(*pack->folder);
    pack->folder.reset();
    pack->state = "ended";
    packs.put(*pack);
    cases.note(*one, "pack-ended", {to_text(ending.day), ending.at, ending.actor},
               JsonObject().number("files", digests.size()).json());
    answer.done = true;
    if (!ending.dry_run) work.commit();
    return answer;
}

}  // namespace casekeeper
