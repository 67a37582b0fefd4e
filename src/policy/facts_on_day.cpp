// SPDX-License-Identifier: MIT
#include "policy/facts_on_day.h"

#include <algorithm>

namespace casekeeper {
namespace {

void keep_earlier(std::optional<Date>& kept, Date day) {
    if (!kept || day < *kept) kept = day;
}

void keep_later(std::optional<Date>& kept, Date day) {
    if (!kept || day > *kept) kept = day;
}

}  // namespace

void Reading::join(const Reading& other) {
    if (other.changes_on) can_change_on(*other.changes_on);
    inexact_birth = inexact_birth || other.inexact_birth;
    family = family || other.family;
    role_people.insert(role_people.end(), other.role_people.begin(), other.role_people.end());
}

FactsOnDay::FactsOnDay(const CaseFile& file, const ServiceCatalogue& catalogue, Surroundings& surroundings,
                       Date day)
    : file_(file), catalogue_(catalogue), surroundings_(surroundings), day_(day) {
    for (const PersonFacts& person : file.people) life_.add(person, day);
}

void FactsOnDay::Life::add(const PersonFacts& person, Date day) {
    if (person.birth && person.birth->earliest > day) {
        keep_earlier(birth_changes_on, person.birth->earliest);
    } else if (person.birth) {
        if (!birth) birth = person.birth;
        birth->earliest = std::min(birth->earliest, person.birth->earliest);
        birth->latest = std::max(birth->latest, person.birth->latest);
    }
    if (person.died_on && *person.died_on > day) {
        keep_earlier(death_changes_on, *person.died_on);
        return;
    }
    death.died = death.died || person.died || person.died_on;
    if (person.died_on) keep_later(death.on, *person.died_on);
}

bool FactsOnDay::exists(std::size_t involvement, Reading& reading) const {
    return happened(this->involvement(involvement).opened, reading);
}

bool FactsOnDay::is_open(std::size_t involvement, Reading& reading) const {
    const std::optional<Date>& closed = this->involvement(involvement).closed;
    return !closed || !happened(*closed, reading);
}

bool FactsOnDay::same_file(std::size_t one, std::size_t other) const {
    if (one == other) return true;
    const int first = involvement(one).service_index;
    const int second = involvement(other).service_index;
    return first >= 0 && second >= 0 && catalogue_.file_group(first) == catalogue_.file_group(second);
}

// While several are open the answer stands until the last of them closes; while none is, until one opens.
template <typename Involvements, typename Matches>
bool FactsOnDay::any_open(const Involvements& involvements, const Matches& matches, Reading& reading) const {
    bool open = false;
    std::optional<Date> last_closing;
    std::optional<Date> first_opening;
    for (const auto& involvement : involvements) {
        if (involvement.closed && *involvement.closed <= day_) continue;
        if (!matches(involvement)) continue;
        if (involvement.opened > day_) {
            keep_earlier(first_opening, involvement.opened);
            continue;
        }
        if (!involvement.closed) return true;
        open = true;
        keep_later(last_closing, *involvement.closed);
    }
    if (const auto& change = open ? last_closing : first_opening) reading.can_change_on(*change);
    return open;
}

bool FactsOnDay::file_is_open(std::size_t involvement, Reading& reading) const {
    const auto in_file = [&](const InvolvementFacts& other) {
        return same_file(involvement, static_cast<std::size_t>(&other - file_.involvements.data()));
    };
    return any_open(file_.involvements, in_file, reading);
}

std::optional<Date> FactsOnDay::file_closed(std::size_t involvement, Reading& reading) const {
    if (file_is_open(involvement, reading)) return std::nullopt;
    std::optional<Date> latest;
    for (std::size_t other = 0; other < file_.involvements.size(); ++other) {
        const InvolvementFacts& facts = this->involvement(other);
        if (facts.opened <= day_ && facts.closed && same_file(involvement, other))
            keep_later(latest, *facts.closed);
    }
    return latest;
}

std::optional<DateRange> FactsOnDay::birth(Reading& reading) const {
    if (life_.birth_changes_on) reading.can_change_on(*life_.birth_changes_on);
    return life_.birth;
}

FactsOnDay::Death FactsOnDay::death(Reading& reading) const {
    if (life_.death_changes_on) reading.can_change_on(*life_.death_changes_on);
    return life_.death;
}

std::optional<Date> FactsOnDay::day_of(const Trigger& trigger, std::size_t involvement,
                                       Reading& reading) const {
    const InvolvementFacts& facts = this->involvement(involvement);
    switch (trigger.kind) {
        case TriggerKind::birth:
        case TriggerKind::death:
            return trigger.role.empty() ? day_of_life(trigger.kind, life_, reading)
                                        : day_of_role(trigger, involvement, reading);
        case TriggerKind::opened:
            return facts.opened;
        case TriggerKind::closed:
            return is_open(involvement, reading) ? std::nullopt : facts.closed;
        case TriggerKind::file_closed:
            return file_closed(involvement, reading);
        case TriggerKind::last_entry:
            return entries(facts, reading).last_entry_on;
        case TriggerKind::last_activity: {
            const Date latest =
                std::max(facts.opened, entries(facts, reading).last_entry_on.value_or(facts.opened));
            return is_open(involvement, reading) ? latest : std::max(latest, *facts.closed);
        }
        case TriggerKind::last_contact:
            return entries(facts, reading).last_contact_on.value_or(facts.opened);
        case TriggerKind::created:
            return event(facts, "created", reading).value_or(facts.opened);
        case TriggerKind::event:
            return event(facts, trigger.name, reading);
    }
    return std::nullopt;
}

std::optional<Date> FactsOnDay::day_of_life(TriggerKind kind, const Life& life, Reading& reading) const {
    if (kind == TriggerKind::death) {
        if (life.death_changes_on) reading.can_change_on(*life.death_changes_on);
        return life.death.on;
    }
    if (life.birth_changes_on) reading.can_change_on(*life.birth_changes_on);
    if (!life.birth) return std::nullopt;
    reading.inexact_birth = reading.inexact_birth || !life.birth->exact();
    return life.birth->latest;
}

std::optional<Date> FactsOnDay::day_of_role(const Trigger& trigger, std::size_t involvement,
                                            Reading& reading) const {
    for (const auto& [role, person] : this->involvement(involvement).roles) {
        if (role != trigger.role) continue;
        if (is_own(person)) return day_of_life(trigger.kind, life_, reading);
        reading.role_people.push_back(&person);
        Life life;
        for (const PersonFacts& record : surroundings_.person(person)) life.add(record, day_);
        return day_of_life(trigger.kind, life, reading);
    }
    return std::nullopt;
}

std::optional<Date> FactsOnDay::event(const InvolvementFacts& involvement, std::string_view name,
                                      Reading& reading) const {
    std::optional<Date> latest;
    for (const auto& [recorded, day] : involvement.events)
        if (recorded == name && happened(day, reading)) keep_later(latest, day);
    return latest;
}

EntryDays FactsOnDay::entries(const InvolvementFacts& involvement, Reading& reading) const {
    const auto later = [&](const std::optional<Date>& day) { return day && *day > day_; };
    if (!later(involvement.last_entry_on) && !later(involvement.last_contact_on))
        return {involvement.last_entry_on, involvement.last_contact_on, std::nullopt};
    const EntryDays days = surroundings_.entry_days(involvement.id, day_);
    const std::optional<Date>& known =
        later(involvement.last_entry_on) ? involvement.last_entry_on : involvement.last_contact_on;
    reading.can_change_on(days.next_entry_on.value_or(*known));
    return days;
}

bool FactsOnDay::every_service(const std::vector<int>& services) const {
    return services.size() == catalogue_.services().size();
}

bool FactsOnDay::ever(const std::vector<int>& services, Reading& reading) const {
    const bool every = every_service(services);
    std::optional<Date> first_opening;
    for (const InvolvementFacts& involvement : file_.involvements) {
        if (!every && !std::binary_search(services.begin(), services.end(), involvement.service_index))
            continue;
        if (involvement.opened <= day_) return true;
        keep_earlier(first_opening, involvement.opened);
    }
    if (first_opening) reading.can_change_on(*first_opening);
    return false;
}

bool FactsOnDay::open(const std::vector<int>& services, Reading& reading) const {
    const bool every = every_service(services);
    const auto matches = [&](const auto& involvement) {
        return every || std::binary_search(services.begin(), services.end(), involvement.service_index);
    };
    return any_open(file_.involvements, matches, reading);
}

bool FactsOnDay::family_open(const std::vector<int>& services, Reading& reading) const {
    if (family_ == nullptr) family_ = &surroundings_.family(file_, family_people_);
    reading.family = true;
    const bool every = every_service(services);
    const auto matches = [&](const FamilyInvolvement& involvement) {
        return (every || std::binary_search(services.begin(), services.end(), involvement.service_index)) &&
               !is_own(involvement.person);
    };
    return any_open(*family_, matches, reading);
}

bool FactsOnDay::narrative_has(const InvolvementFacts& involvement, const std::vector<std::string>& words,
                               Reading& reading) const {
    if (!involvement.last_entry_on || *involvement.last_entry_on <= day_)
        return surroundings_.narrative_has(involvement.id, words);
    if (surroundings_.narrative_has_by(involvement.id, words, day_)) return true;
    entries(involvement, reading);
    return false;
}

bool FactsOnDay::is_own(std::string_view person) const {
    for (const PersonFacts& own : file_.people)
        if (own.id == person) return true;
    return false;
}

}  // namespace casekeeper
