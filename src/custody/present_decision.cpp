// SPDX-License-Identifier: MIT
#include "custody/present_decision.h"

#include <algorithm>

#include "base/json_text.h"
#include "policy/automatic_holds.h"
#include "policy/hold_index.h"

namespace casekeeper {
namespace {

std::optional<std::string> text_of(const std::optional<Date>& day) {
    return day ? std::optional(to_text(*day)) : std::nullopt;
}

}  // namespace

StoredDecision to_stored(const Decision& decision, const RetentionSchedule& schedule) {
    StoredDecision stored;
    stored.person = decision.person;
    stored.involvement = decision.involvement;
    stored.service = decision.service;
    stored.outcome = to_text(decision.outcome);
    if (decision.rule >= 0) stored.rule = schedule.rules[static_cast<std::size_t>(decision.rule)].id;
    stored.retain_until = text_of(decision.retain_until);
    stored.minimise_on = text_of(decision.minimise_on);
    stored.transfer_on = text_of(decision.transfer_on);
    stored.conflict = decision.conflict;
    stored.reconsider_on = text_of(decision.reconsider_on);
    if (!decision.holds.empty()) stored.holds = json_list(decision.holds);
    return stored;
}

std::vector<std::string> people_read_by(const std::vector<Decision>& decisions) {
    std::vector<std::string> people;
    for (const Decision& decision : decisions)
        people.insert(people.end(), decision.people_read.begin(), decision.people_read.end());
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

PresentDecisions::PresentDecisions(Database& database, const ScheduleInForce& in_force)
    : database_(database),
      in_force_(in_force),
      hold_rules_(automatic_hold_rules(in_force.schedule, in_force.catalogue)),
      facts_(database),
      hold_store_(database),
      surroundings_(facts_, in_force.catalogue),
      evaluator_(in_force.schedule, in_force.catalogue) {}

const Decision* PresentDecisions::Decided::on(const std::string& involvement) const {
    const auto found = std::find_if(decisions.begin(), decisions.end(),
                                    [&](const Decision& one) { return one.involvement == involvement; });
    return found == decisions.end() ? nullptr : &*found;
}

std::vector<std::string> PresentDecisions::Decided::holds_naming(const std::string& involvement,
                                                                 Date day) const {
    std::vector<std::string> ids;
    for (const Hold& hold : holds) {
        const bool names = std::find(hold.involvements.begin(), hold.involvements.end(), involvement) !=
                           hold.involvements.end();
        if ((names || to_come.contains({hold.id, involvement})) &&
            (!hold.released_on || day < *hold.released_on))
            ids.push_back(hold.id);
    }
    return ids;
}

PresentDecisions::Decided PresentDecisions::decide(const std::string& person, Date day, bool explain) {
    return decide(person, day, explain, {});
}

PresentDecisions::Decided PresentDecisions::decide_without(const std::function<bool(const Hold&)>& leave_out,
                                                           const std::string& person, Date day) {
    return decide(person, day, false, leave_out);
}

PresentDecisions::Decided PresentDecisions::decide(const std::string& person, Date day, bool explain,
                                                   const std::function<bool(const Hold&)>& leave_out) {
    Decided decided;
    surroundings_.forget();
    if (std::optional<CaseFile> file = facts_.file_of(person)) decided.file = std::move(*file);
    facts_.leave_out_stubs(decided.file);
    if (decided.file.people.empty()) return decided;
    resolve_services(decided.file, in_force_.catalogue);
    decided.holds = hold_store_.reaching(decided.file, hold_rules_, day);
    if (leave_out) std::erase_if(decided.holds, leave_out);
    decided.holds_asked = hold_store_.placed().size();
    for (const Hold& hold : decided.holds)
        for (const InvolvementFacts& involvement : decided.file.involvements)
            if (day < hold.from && matches_but_for_words(hold, involvement, in_force_.catalogue))
                decided.to_come.emplace(hold.id, involvement.id);
    decided.decisions = evaluator_.evaluate(decided.file, decided.holds, surroundings_, day, explain);
    return decided;
}

void PresentDecisions::store(const std::vector<StoredDecision>& before, const Decided& now, Date day) {
    DecisionStore decisions(database_);
    std::vector<StoredDecision> stored;
    for (const Decision& decision : now.decisions) stored.push_back(to_stored(decision, in_force_.schedule));
    decisions.write(before, stored, to_text(day), in_force_.adopted.number, false);
    const std::vector<std::string> read = people_read_by(now.decisions);
    for (const PersonFacts& record : now.file.people)
        decisions.set_reads(record.id, facts_.people_read_by(record.id), read);
    decisions.flush_tallies();
}

}  // namespace casekeeper
