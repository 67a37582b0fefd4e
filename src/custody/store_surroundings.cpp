// SPDX-License-Identifier: MIT
#include "custody/store_surroundings.h"

#include <algorithm>

namespace casekeeper {
namespace {

constexpr Date end_of_time{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

}  // namespace

void resolve_services(CaseFile& file, const ServiceCatalogue& catalogue) {
    for (InvolvementFacts& involvement : file.involvements)
        involvement.service_index = catalogue.find(involvement.service).value_or(-1);
}

void StoreSurroundings::forget() {
    people_.clear();
    families_.clear();
}

const std::vector<PersonFacts>& StoreSurroundings::person(const std::string& id) {
    auto known = people_.find(id);
    if (known == people_.end()) {
        std::optional<CaseFile> file = facts_.file_of(id);
        known = people_.emplace(id, file ? std::move(file->people) : std::vector<PersonFacts>()).first;
    }
    return known->second;
}

const std::vector<FamilyInvolvement>& StoreSurroundings::family(const CaseFile& file,
                                                                std::vector<std::string>& people) {
    const std::string& key = file.people.front().id;
    auto known = families_.find(key);
    if (known == families_.end()) known = families_.emplace(key, read_family(file)).first;
    people.insert(people.end(), known->second.people.begin(), known->second.people.end());
    return known->second.involvements;
}

// The records one family relationship away, records joined with them included; `closed` ones are never
// entered, and no edge between a record and its own adoption is followed. Everything looked at goes to
// `seen`.
std::set<std::string> StoreSurroundings::neighbours(const std::string& person,
                                                    const std::set<std::string>& closed,
                                                    std::set<std::string>& seen) {
    const std::vector<std::string> adopted = facts_.adoption_links_of(person);
    seen.insert(adopted.begin(), adopted.end());
    std::set<std::string> found;
    for (const std::string& relative : facts_.relatives_of(person)) {
        seen.insert(relative);
        if (closed.contains(relative) || std::find(adopted.begin(), adopted.end(), relative) != adopted.end())
            continue;
        for (const std::string& record : facts_.records_of(relative)) {
            seen.insert(record);
            if (!closed.contains(record)) found.insert(record);
        }
    }
    return found;
}

StoreSurroundings::Family StoreSurroundings::read_family(const CaseFile& file) {
    std::set<std::string> own;
    for (const PersonFacts& record : file.people) own.insert(record.id);
    std::set<std::string> seen;
    std::set<std::string> closed;
    for (const std::string& id : own)
        for (const std::string& other : facts_.adoption_links_of(id)) closed.insert(other);
    seen.insert(closed.begin(), closed.end());

    std::set<std::string> family;
    for (const std::string& id : own) family.merge(neighbours(id, closed, seen));
    const std::set<std::string> near = family;
    for (const std::string& id : near)
        if (!own.contains(id)) family.merge(neighbours(id, closed, seen));

    Family result;
    for (const std::string& id : family) {
        if (own.contains(id)) continue;
        std::vector<std::string> services;
        std::vector<FamilyInvolvement> involvements = facts_.involvements_of(id, services);
        for (std::size_t i = 0; i < involvements.size(); ++i) {
            involvements[i].service_index = catalogue_.find(services[i]).value_or(-1);
            result.involvements.push_back(std::move(involvements[i]));
        }
    }
    for (const std::string& id : seen)
        if (!own.contains(id)) result.people.push_back(id);
    return result;
}

EntryDays StoreSurroundings::entry_days(const std::string& involvement, Date day) {
    return facts_.entry_days(involvement, day);
}

void StoreSurroundings::look_through_narratives(const std::vector<Hold>& holds) {
    std::set<std::vector<std::string>> wanted;
    for (const Hold& hold : holds)
        if (!hold.words.empty() && hold.persons.empty() && hold.involvements.empty())
            wanted.insert(hold.words);
    if (wanted.empty()) return;
    const std::vector<std::vector<std::string>> lists(wanted.begin(), wanted.end());
    std::vector<WordMatches> matches = find_in_every_narrative(facts_, lists);
    for (std::size_t list = 0; list < lists.size(); ++list)
        looked_through_.insert_or_assign(lists[list], std::move(matches[list]));
}

bool StoreSurroundings::narrative_has(const std::string& involvement, const std::vector<std::string>& words) {
    const auto known = looked_through_.find(words);
    if (known != looked_through_.end()) return known->second.has(involvement);
    return narrative_has_by(involvement, words, end_of_time);
}

bool StoreSurroundings::narrative_has_by(const std::string& involvement,
                                         const std::vector<std::string>& words, Date day) {
    const auto known = looked_through_.find(words);
    if (known != looked_through_.end()) return known->second.has_by(involvement, day);
    const WordSearch& search = searches_.try_emplace(words, words).first->second;
    bool found = false;
    facts_.narratives(involvement, day,
                      [&](const std::string& text) { found = found || search.found_in(text); });
    return found;
}

}  // namespace casekeeper
