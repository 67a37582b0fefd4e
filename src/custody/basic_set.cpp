// SPDX-License-Identifier: MIT
#include "custody/basic_set.h"

#include <algorithm>

namespace casekeeper {
namespace {

void read(const Trigger& trigger, std::set<std::string>& names) {
    if (trigger.kind == TriggerKind::event) names.insert(trigger.name);
    if (trigger.kind == TriggerKind::created) names.insert("created");
    if (!trigger.role.empty()) names.insert(trigger.role);
}

void read(const DateTerm& term, std::set<std::string>& names) {
    if (term.kind == DateTerm::Kind::trigger) read(term.trigger, names);
    for (const DateTerm& part : term.parts) read(part, names);
}

void read(const Condition& condition, std::set<std::string>& names) {
    if (condition.kind == Condition::Kind::recorded) read(condition.trigger, names);
    if (!condition.attribute.empty()) names.insert(condition.attribute);
    for (const DateTerm& date : condition.dates) read(date, names);
    for (const Condition& part : condition.parts) read(part, names);
}

}  // namespace

Reduction basic_set(const Rule& rule, const RetentionSchedule& schedule, int service) {
    Reduction reduction;
    reduction.names_what_goes = rule.keep.empty();
    const std::vector<std::string>& named = rule.keep.empty() ? rule.remove : rule.keep;
    reduction.names.insert(named.begin(), named.end());
    for (const Rule& other : schedule.rules) {
        if (service >= 0 && !std::binary_search(other.services.begin(), other.services.end(), service))
            continue;
        if (other.until) read(*other.until, reduction.needed);
        if (other.applies_if) read(*other.applies_if, reduction.needed);
        if (other.not_while) read(*other.not_while, reduction.needed);
    }
    return reduction;
}

}  // namespace casekeeper
