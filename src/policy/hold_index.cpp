// SPDX-License-Identifier: MIT
#include "policy/hold_index.h"

#include <algorithm>
#include <string>

namespace casekeeper {
namespace {

bool contains(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool names_service(const std::vector<std::string>& names, const InvolvementFacts& involvement,
                   const ServiceCatalogue& catalogue) {
    static const std::vector<std::string> none;
    const auto index = static_cast<std::size_t>(involvement.service_index);
    const auto& groups = involvement.service_index < 0 ? none : catalogue.services()[index].groups;
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return name == "*" || name == involvement.service || contains(groups, name);
    });
}

}  // namespace

HoldIndex::HoldIndex(std::vector<Hold> holds) : holds_(std::move(holds)) {
    std::sort(holds_.begin(), holds_.end(), [](const Hold& a, const Hold& b) { return a.id < b.id; });
    for (std::size_t place = 0; place < holds_.size(); ++place) {
        const Hold& hold = holds_[place];
        for (const std::string& person : hold.persons) by_person_[person].push_back(place);
        if (!hold.persons.empty()) continue;
        for (const std::string& involvement : hold.involvements)
            by_involvement_[involvement].push_back(place);
        if (hold.involvements.empty()) anywhere_.push_back(place);
    }
}

std::vector<const Hold*> HoldIndex::reaching(const CaseFile& file) const {
    std::vector<const Hold*> found;
    if (holds_.empty()) return found;
    Places places = anywhere_;
    const auto add = [&](const auto& index, const std::string& id) {
        const auto named = index.find(id);
        if (named != index.end()) places.insert(places.end(), named->second.begin(), named->second.end());
    };
    for (const PersonFacts& person : file.people) add(by_person_, person.id);
    for (const InvolvementFacts& involvement : file.involvements) add(by_involvement_, involvement.id);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (const std::size_t place : places)
        if (may_reach(holds_[place], file)) found.push_back(&holds_[place]);
    return found;
}

bool matches_but_for_words(const Hold& hold, const InvolvementFacts& involvement,
                           const ServiceCatalogue& catalogue) {
    if (!hold.involvements.empty() && !contains(hold.involvements, involvement.id)) return false;
    if (!hold.services.empty() && !names_service(hold.services, involvement, catalogue)) return false;
    if (hold.opened_from && involvement.opened < *hold.opened_from) return false;
    return !hold.opened_to || involvement.opened <= *hold.opened_to;
}

}  // namespace casekeeper
