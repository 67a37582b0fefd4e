// SPDX-License-Identifier: MIT
#include "intake/refiling_refusals.h"

#include <algorithm>
#include <stdexcept>

#include "base/errors.h"
#include "custody/present_decision.h"
#include "custody/restrictions.h"
#include "policy/words_that_tell.h"
#include "store/disposal_store.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t longest_reason = 2000;
constexpr int relationships_a_page = 500;

// Holds that follow from requests keep records from ending; they do not keep a mistake in them.
bool follows_from_request(const std::string& hold) {
    return hold.starts_with("access_request:") || hold.starts_with("deletion_request:");
}

// Everybody both records know of by a record of their own or by name.
void add_known(RecordStore& records, const std::string& id, std::vector<Record>& people,
               std::vector<std::string>& names) {
    if (std::optional<Record> person = records.find(RecordType::person, id))
        people.push_back(std::move(*person));
    for (auto page = records.page(RecordType::relationship, "", relationships_a_page, id); !page.empty();
         page = records.page(RecordType::relationship, page.back().first, relationships_a_page, id))
        for (const auto& [key, relationship] : page) {
            if (relationship.value("name")) names.push_back(*relationship.value("name"));
            if (relationship.value("other"))
                if (auto other = records.find(RecordType::person, *relationship.value("other")))
                    people.push_back(std::move(*other));
        }
}

void require_not_across_an_adoption(Database& database, const RefiledEntry& refiled) {
    FactStore facts(database);
    for (const std::string& person : refiled.from_people)
        for (const std::string& other : facts.adoption_links_of(person))
            if (std::find(refiled.to_people.begin(), refiled.to_people.end(), other) !=
                refiled.to_people.end())
                throw Refused(
                    "the two records are from before and after an adoption: nothing passes from one to the "
                    "other",
                    "if it lies in the wrong one, ask the data protection officer and the adoption team");
}

void require_free(Database& database, PresentDecisions& present, Date day, const std::string& person,
                  const std::string& involvement) {
    std::vector<std::string> holds;
    try {
        const PresentDecisions::Decided decided = present.decide(person, day);
        if (const Decision* decision = decided.on(involvement)) holds = decision->holds;
        for (std::string& hold : decided.holds_naming(involvement, day)) holds.push_back(std::move(hold));
    } catch (const std::invalid_argument&) {
        throw InputError("what is stored of the person of involvement " + involvement + " cannot be read",
                         "casekeeper explain involvement:" + involvement);
    }
    std::erase_if(holds, follows_from_request);
    if (holds.empty()) return;
    std::sort(holds.begin(), holds.end());
    const auto restrictions = restrictions_among(database, holds, day);
    if (!restrictions.empty())
        throw Refused("involvement " + involvement + " is restricted (" + restrictions.front().id +
                          "): it is kept as it is, and used for nothing",
                      "casekeeper restrict list --in-force; once it is lifted, move the entry");
    throw Refused("involvement " + involvement + " is held by " + holds.front() + ": it is kept as it is",
                  "casekeeper hold list; ask whoever placed it");
}

}  // namespace

void require_mover(const RefiledEntry& refiled, bool is_second, const Actor& actor) {
    const bool may = is_second ? actor.has_any({Role::records_officer, Role::reviewer, Role::dpo})
                               : actor.has_any({Role::records_officer, Role::dpo});
    if (!may)
        throw Refused(actor.name + (is_second ? " may not agree to moves" : " may not ask for moves"),
                      is_second ? "it is for a records-officer, reviewer or dpo: see config/roles.toml"
                                : "it is for a records-officer or dpo: see config/roles.toml");
    if (is_second && !actor.professional.empty() && refiled.entry.value("author") == actor.professional)
        throw Refused("entry " + refiled.entry.key() + " was written by " + actor.professional +
                          ", who is you: the second look is another's",
                      "somebody else with the role records-officer, reviewer or dpo agrees");
}

void require_reason(Database& database, const RefiledEntry& refiled, const std::string& reason,
                    bool is_second) {
    const bool is_blank = reason.find_first_not_of(" \t\r\n") == std::string::npos;
    if (is_blank && !is_second)
        throw UsageError("a reason is needed",
                         "--reason TEXT: why, in a sentence; both records will have it");
    if (reason.size() > longest_reason)
        throw UsageError("a reason of more than " + std::to_string(longest_reason) + " letters",
                         "--reason TEXT: why, in a sentence");
    if (is_blank || !refiled.is_between_people()) return;
    std::vector<Record> people;
    std::vector<std::string> names{refiled.from_involvement, refiled.to_involvement};
    RecordStore records(database);
    for (const auto* theirs : {&refiled.from_people, &refiled.to_people})
        for (const std::string& person : *theirs) {
            names.push_back(person);
            add_known(records, person, people, names);
        }
    if (tells_of(reason, people) || has_any_of(reason, names))
        throw InputError("the reason tells of somebody in one of the two records, and both will have it",
                         "say it without names, numbers, addresses and ids, e.g. --reason \"it is about "
                         "another family\"");
}

void require_movable(Database& database, const ScheduleInForce& in_force, const RefiledEntry& refiled,
                     Date day) {
    if (refiled.is_between_people()) require_not_across_an_adoption(database, refiled);
    PresentDecisions present(database, in_force);
    require_free(database, present, day, refiled.from_person, refiled.from_involvement);
    require_free(database, present, day, refiled.to_person, refiled.to_involvement);
    for (const std::string& involvement : {refiled.from_involvement, refiled.to_involvement})
        if (const auto done = DisposalStore(database).done(involvement, "minimise", ""))
            throw Refused("involvement " + involvement + " was reduced on " + done->on + ", certificate " +
                              std::to_string(done->certificate) + ": nothing is put into it or taken from it",
                          "casekeeper explain involvement:" + involvement);
}

}  // namespace casekeeper
