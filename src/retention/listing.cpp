// SPDX-License-Identifier: MIT
#include "retention/listing.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "base/errors.h"
#include "base/json_text.h"
#include "custody/present_decision.h"
#include "policy/automatic_holds.h"

namespace casekeeper {
namespace {

constexpr int page_size = 1000;
constexpr long long part_worth_looking_through = 20;  // of everybody to be decided anew

void append_text(std::string& json, const char* name, const std::optional<std::string>& value) {
    json += ",\"";
    json += name;
    json += "\":";
    if (value)
        append_json_string(json, *value);
    else
        json += "null";
}

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

void append_explanation(std::string& json, const Explanation& explanation) {
    json += ",\"steps\":[";
    for (std::size_t i = 0; i < explanation.steps.size(); ++i) {
        if (i > 0) json += ',';
        append_json_string(json, explanation.steps[i]);
    }
    json += "],\"lost\":[";
    for (std::size_t i = 0; i < explanation.lost.size(); ++i) {
        const LostRule& lost = explanation.lost[i];
        json += i > 0 ? ",{\"rule\":" : "{\"rule\":";
        append_json_string(json, lost.rule);
        append_text(json, "retain_until",
                    lost.retain_until ? std::optional(to_text(*lost.retain_until)) : std::nullopt);
        append_text(json, "why", lost.why);
        json += '}';
    }
    json += "],\"unknown\":[";
    for (std::size_t i = 0; i < explanation.unknown.size(); ++i) {
        json += i > 0 ? ",{\"rule\":" : "{\"rule\":";
        append_json_string(json, explanation.unknown[i].rule);
        append_text(json, "why", explanation.unknown[i].why);
        json += '}';
    }
    json += ']';
}

// What is said of an involvement whose person's facts cannot be read.
StoredDecision undetermined(const ListedInvolvement& listed) {
    StoredDecision decision;
    decision.person = listed.person;
    decision.involvement = listed.id;
    decision.service = listed.service;
    decision.outcome = to_text(Outcome::undetermined);
    return decision;
}

}  // namespace

std::string to_json(const ShownDecision& shown, bool with_explanation) {
    const StoredDecision& decision = shown.decision;
    std::string json = "{\"involvement\":";
    if (decision.involvement.empty())
        json += "null";
    else
        append_json_string(json, decision.involvement);
    append_text(json, "person", decision.person);
    append_text(json, "service", unless_empty(decision.service));
    append_text(json, "outcome", decision.outcome);
    append_text(json, "action", shown.action);
    append_text(json, "retain_until", decision.retain_until);
    append_text(json, "rule", decision.rule);
    append_text(json, "minimise_on", decision.minimise_on);
    append_text(json, "transfer_on", decision.transfer_on);
    json += decision.conflict ? ",\"conflict\":true" : ",\"conflict\":false";
    append_text(json, "reconsider_on", decision.reconsider_on);
    json += ",\"holds\":" + decision.holds.value_or("[]");
    if (with_explanation) append_explanation(json, shown.explanation);
    return json + "}";
}

DecisionListing::DecisionListing(Database& database, Date day)
    : database_(database),
      day_(day),
      day_text_(to_text(day)),
      in_force_(schedule_in_force(database)),
      facts_(database),
      surroundings_(facts_, in_force_.catalogue),
      evaluator_(in_force_.schedule, in_force_.catalogue),
      holds_(facts_.holds(automatic_hold_rules(in_force_.schedule, in_force_.catalogue), day)) {}

// Decided on no later than the day asked, nothing read has changed since, and time alone cannot have changed
// it.
bool DecisionListing::stands(const ListedInvolvement& listed) const {
    return listed.decision && !listed.stale && !decided_later_ &&
           (!listed.decision->reconsider_on || day_text_ < *listed.decision->reconsider_on);
}

std::vector<Decision> DecisionListing::decide(CaseFile& file, bool explain) {
    resolve_services(file, in_force_.catalogue);
    return evaluator_.evaluate(file, holds_, surroundings_, day_, explain);
}

ShownDecision DecisionListing::show(StoredDecision decision) const {
    ShownDecision shown;
    if (decision.rule) {
        const std::optional<int> rule = in_force_.schedule.find(*decision.rule);
        if (rule) shown.action = to_text(in_force_.schedule.rules[static_cast<std::size_t>(*rule)].action);
    }
    shown.decision = std::move(decision);
    return shown;
}

bool DecisionListing::is_ceiling(const std::string& rule) const {
    const std::optional<int> found = in_force_.schedule.find(rule);
    return found && in_force_.schedule.rules[static_cast<std::size_t>(*found)].is_ceiling();
}

ShownDecision DecisionListing::show(const Decision& decision) const {
    ShownDecision shown = show(to_stored(decision, in_force_.schedule));
    shown.explanation = decision.explanation;
    return shown;
}

void DecisionListing::list(const Filter& filter, const std::function<void(const ShownDecision&)>& take) {
    const auto take_wanted = [&](const ShownDecision& shown) {
        if (filter.outcome.empty() || shown.decision.outcome == filter.outcome) take(shown);
    };
    if (filter.person.empty())
        list_involvements(filter, take_wanted);
    else
        list_person(filter, take_wanted);
}

void DecisionListing::each_involvement(
    const std::function<void(const ListedInvolvement&, const ShownDecision&)>& take) {
    DecisionStore decisions(database_);
    decided_later_ = decisions.is_evaluated_after(day_);
    const long long people = RecordStore(database_).totals().people;
    if (decided_later_ || decisions.stale_people() > people / part_worth_looking_through)
        surroundings_.look_through_narratives(holds_.holds());
    ListingStore listing(database_);
    for (std::string after;;) {
        const std::vector<ListedInvolvement> page = listing.involvements_after(after, page_size);
        if (page.empty()) break;
        after = page.back().id;
        std::map<std::string, ShownDecision> decided;  // of people already decided for this page
        for (const ListedInvolvement& listed : page) {
            if (stands(listed)) {
                take(listed, show(*listed.decision));
                continue;
            }
            if (!decided.contains(listed.id)) {
                decided.insert_or_assign(listed.id, show(undetermined(listed)));
                for (ShownDecision& shown : decide_again(listed.person))
                    decided.insert_or_assign(shown.decision.involvement, std::move(shown));
            }
            take(listed, decided.at(listed.id));
        }
        surroundings_.forget();
    }
}

void DecisionListing::list_involvements(const Filter& filter,
                                        const std::function<void(const ShownDecision&)>& take) {
    each_involvement([&](const ListedInvolvement&, const ShownDecision& shown) { take(shown); });
    ListingStore listing(database_);
    if (!filter.outcome.empty() && filter.outcome != to_text(Outcome::undetermined)) return;
    for (std::string after;;) {
        const std::vector<std::string> page = listing.people_without_involvement_after(after, page_size);
        if (page.empty()) return;
        after = page.back();
        for (const std::string& person : page) {
            StoredDecision none;
            none.person = person;
            none.outcome = to_text(Outcome::undetermined);
            take(show(none));
        }
    }
}

std::vector<ShownDecision> DecisionListing::decide_again(const std::string& person) {
    try {
        return decide_file(person, false);
    } catch (const std::invalid_argument&) {
        return {};  // the night counts and names them
    }
}

std::vector<ShownDecision> DecisionListing::decide_file(const std::string& person, bool explain) {
    std::optional<CaseFile> file = facts_.file_of(person);
    if (!file)
        throw InputError("there is no person " + person + " in the store",
                         "casekeeper retention list --format json shows everybody's id");
    facts_.leave_out_stubs(*file);
    std::vector<ShownDecision> shown;
    if (file->people.empty()) return shown;
    for (const Decision& decision : decide(*file, explain)) shown.push_back(show(decision));
    return shown;
}

void DecisionListing::list_person(const Filter& filter,
                                  const std::function<void(const ShownDecision&)>& take) {
    for (const ShownDecision& shown : explain_person(filter.person)) take(shown);
}

std::vector<ShownDecision> DecisionListing::explain_person(const std::string& person) {
    try {
        return decide_file(person, true);
    } catch (const std::invalid_argument&) {
        throw InputError("what is stored of person " + person + " cannot be read",
                         "load that person's records again: casekeeper import bundle PATH");
    }
}

std::optional<ShownDecision> DecisionListing::explain_involvement(const std::string& involvement) {
    const std::optional<RecordStore::Owner> owner = RecordStore(database_).owner_of_involvement(involvement);
    if (!owner) return std::nullopt;
    for (ShownDecision& shown : explain_person(owner->person))
        if (shown.decision.involvement == involvement) return std::move(shown);
    return std::nullopt;
}

}  // namespace casekeeper
