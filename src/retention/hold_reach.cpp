// SPDX-License-Identifier: MIT
#include "retention/hold_reach.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_set>

#include "store/decision_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t part_looked_up_singly = 16;  // of all involvements; beyond, all are gone through
constexpr std::size_t always_looked_up_singly = 100;

}  // namespace

HoldReach::HoldReach(Database& database, Date day)
    : database_(database),
      day_(day),
      facts_(database),
      listing_(database, day),
      surroundings_(facts_, listing_.in_force().catalogue) {}

const WordMatches& HoldReach::matches(const Hold& hold) {
    if (!matches_ || matched_words_ != hold.words) {
        matches_ = std::move(find_in_every_narrative(facts_, {hold.words}).front());
        matched_words_ = hold.words;
    }
    return *matches_;
}

bool HoldReach::is_few(std::size_t matching) {
    const auto all = static_cast<std::size_t>(RecordStore(database_).totals().involvements);
    return matching <= std::max(all / part_looked_up_singly, always_looked_up_singly);
}

// Once in force a hold looks in entries that have happened; until then in all.
bool HoldReach::has_words(const Hold& hold, const InvolvementFacts& involvement) {
    if (hold.words.empty()) return true;
    const Date until = std::max(day_, hold.from);
    if (hold.persons.empty() && hold.involvements.empty()) return matches(hold).has_by(involvement.id, until);
    return surroundings_.narrative_has_by(involvement.id, hold.words, until);
}

std::set<std::string> HoldReach::owners(const std::vector<std::string>& involvements) {
    RecordStore records(database_);
    std::set<std::string> people;
    for (const std::string& involvement : involvements)
        if (const auto owner = records.owner_of_involvement(involvement)) people.insert(owner->person);
    return people;
}

std::set<std::string> HoldReach::people_named(const Hold& hold) {
    if (hold.persons.empty()) return owners(hold.involvements);
    return {hold.persons.begin(), hold.persons.end()};
}

// What is decided of each involvement of a file today.
std::map<std::string, std::string> HoldReach::outcomes_of(const CaseFile& file) {
    std::map<std::string, std::string> outcomes;
    for (const ShownDecision& shown : listing_.decide_person(file.people.front().id))
        outcomes.emplace(shown.decision.involvement, shown.decision.outcome);
    return outcomes;
}

// The involvements of people that the hold matches; who cannot be read is passed over and counted.
void HoldReach::each_of_people(const Hold& hold, const std::set<std::string>& people, const Take& take) {
    const ServiceCatalogue& catalogue = listing_.in_force().catalogue;
    std::set<std::string> seen;
    for (const std::string& person : people) {
        try {
            std::optional<CaseFile> file = facts_.file_of(person);
            if (!file || !seen.insert(file->people.front().id).second) continue;
            resolve_services(*file, catalogue);
            std::erase_if(file->involvements, [&](const InvolvementFacts& involvement) {
                return !matches_but_for_words(hold, involvement, catalogue) || !has_words(hold, involvement);
            });
            if (file->involvements.empty()) continue;
            std::map<std::string, std::string> outcomes = outcomes_of(*file);
            for (const InvolvementFacts& involvement : file->involvements)
                take(involvement, outcomes[involvement.id]);
        } catch (const std::invalid_argument&) {
            ++unreadable_;
        }
    }
}

void HoldReach::each_of_all(const Hold& hold, const Take& take) {
    const ServiceCatalogue& catalogue = listing_.in_force().catalogue;
    listing_.each_involvement([&](const ListedInvolvement& listed, const ShownDecision& shown) {
        InvolvementFacts involvement;
        involvement.id = listed.id;
        involvement.person = listed.person;
        involvement.service = listed.service;
        involvement.service_index = catalogue.find(listed.service).value_or(-1);
        const std::optional<Date> opened = parse_date(listed.opened);
        if (!opened) ++unreadable_;
        involvement.opened = opened.value_or(day_);
        if (matches_but_for_words(hold, involvement, catalogue) && has_words(hold, involvement))
            take(involvement, shown.decision.outcome);
    });
}

void HoldReach::each(const Hold& hold, const Take& take) {
    if (!hold.persons.empty() || !hold.involvements.empty())
        each_of_people(hold, people_named(hold), take);
    else if (!hold.words.empty() && is_few(matches(hold).size()))
        each_of_people(hold, owners(matches(hold).involvements()), take);
    else
        each_of_all(hold, take);
}

HoldCatch HoldReach::count(const Hold& hold) {
    HoldCatch caught;
    unreadable_ = 0;
    std::unordered_set<std::string> people;
    each(hold, [&](const InvolvementFacts& involvement, const std::string& outcome) {
        ++caught.involvements;
        people.insert(involvement.person);
        if (outcome == to_text(Outcome::due)) ++caught.due;
        if (outcome == to_text(Outcome::review)) ++caught.review;
        if (outcome == to_text(Outcome::held)) ++caught.held;
    });
    caught.people = static_cast<long long>(people.size());
    std::string last;
    facts_.each_joined([&](const std::string& person, const std::string& human) {
        if (!people.contains(person)) return;
        if (human == last) --caught.people;
        last = human;
    });
    caught.unreadable = unreadable_;
    return caught;
}

bool HoldReach::is_possible(const Hold& hold) {
    if (hold.involvements.empty()) return true;
    const ServiceCatalogue& catalogue = listing_.in_force().catalogue;
    for (const std::string& person : people_named(hold)) {
        std::optional<CaseFile> file = facts_.file_of(person);
        if (!file) continue;
        resolve_services(*file, catalogue);
        for (const InvolvementFacts& involvement : file->involvements)
            if (matches_but_for_words(hold, involvement, catalogue)) return true;
    }
    return false;
}

void HoldReach::mark(const Hold& hold) {
    DecisionStore decisions(database_);
    const bool names = !hold.persons.empty() || !hold.involvements.empty();
    const bool every_service =
        std::find(hold.services.begin(), hold.services.end(), "*") != hold.services.end();
    if (names || (!hold.words.empty() && is_few(matches(hold).size()))) {
        for (const std::string& person : names ? people_named(hold) : owners(matches(hold).involvements()))
            decisions.mark_person(person);
    } else if (!hold.services.empty() && !every_service) {
        const ServiceCatalogue& catalogue = listing_.in_force().catalogue;
        for (const std::string& name : hold.services)
            for (const int service : catalogue.matching(name))
                decisions.mark_service(catalogue.services()[static_cast<std::size_t>(service)].id);
    } else {
        decisions.mark_everybody();
    }
}

}  // namespace casekeeper
