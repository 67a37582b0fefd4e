// SPDX-License-Identifier: MIT
#include "policy/rule_changes.h"

#include <algorithm>
#include <set>

namespace casekeeper {
namespace {

const Rule* same_rule(const Rule& rule, const RetentionSchedule& schedule) {
    const std::optional<int> found = schedule.find(rule.id);
    if (!found) return nullptr;
    const Rule& other = schedule.rules[static_cast<std::size_t>(*found)];
    return rule.says_the_same(other) ? &other : nullptr;
}

// The ids of the rules that another schedule has too, in the order of this one.
std::vector<std::string> kept_rules(const RetentionSchedule& schedule, const RetentionSchedule& other) {
    std::vector<std::string> ids;
    for (const Rule& rule : schedule.rules)
        if (same_rule(rule, other)) ids.push_back(rule.id);
    return ids;
}

// Adds the services of the rules that the other schedule does not have as they are; false where one of them
// is for every service, those of no catalogue too.
bool add_services(const RetentionSchedule& schedule, const RetentionSchedule& other,
                  const ServiceCatalogue& catalogue, std::set<std::string>& services) {
    for (const Rule& rule : schedule.rules) {
        if (same_rule(rule, other)) continue;
        if (std::find(rule.service_names.begin(), rule.service_names.end(), "*") != rule.service_names.end())
            return false;
        for (const int service : rule.services)
            services.insert(catalogue.services()[static_cast<std::size_t>(service)].id);
    }
    return true;
}

}  // namespace

RuleChanges rule_changes(const RetentionSchedule& before, const ServiceCatalogue& catalogue_before,
                         const RetentionSchedule& after, const ServiceCatalogue& catalogue_after) {
    RuleChanges changes;
    changes.everybody = catalogue_before.services() != catalogue_after.services() ||
                        before.financial_year_starts != after.financial_year_starts ||
                        before.academic_year_starts != after.academic_year_starts ||
                        before.holds_after_answer != after.holds_after_answer ||
                        kept_rules(before, after) != kept_rules(after, before);
    std::set<std::string> services;
    if (!changes.everybody)
        changes.everybody = !add_services(before, after, catalogue_before, services) ||
                            !add_services(after, before, catalogue_after, services);
    if (!changes.everybody) changes.services.assign(services.begin(), services.end());
    return changes;
}

}  // namespace casekeeper
