// SPDX-License-Identifier: MIT
#include "policy/rule_index.h"

#include <algorithm>
#include <functional>

#include "policy/date_resolution.h"

namespace casekeeper {
namespace {

bool matches(const Rule& rule, int service) {
    const auto& names = rule.service_names;
    if (std::find(names.begin(), names.end(), "*") != names.end()) return true;
    return std::binary_search(rule.services.begin(), rule.services.end(), service);
}

}  // namespace

RuleIndex::RuleIndex(const RetentionSchedule& schedule, const ServiceCatalogue& catalogue)
    : by_service_(catalogue.services().size() + 1) {
    match(schedule);
    order(schedule);
    for (const Rule& rule : schedule.rules)
        waiting_.push_back(rule.until && rule.action != Action::permanent &&
                           mentions_file_closed(*rule.until));
}

void RuleIndex::match(const RetentionSchedule& schedule) {
    for (std::size_t slot = 0; slot < by_service_.size(); ++slot) {
        RulesOfService& found = by_service_[slot];
        for (std::size_t rule = 0; rule < schedule.rules.size(); ++rule) {
            if (!matches(schedule.rules[rule], static_cast<int>(slot) - 1)) continue;
            if (schedule.rules[rule].covers != Covers::involvement)
                found.reaching_others.push_back(found.rules.size());
            found.rules.push_back(static_cast<int>(rule));
        }
    }
}

// A rule is placed behind all that it replaces; the whole is then turned round.
void RuleIndex::order(const RetentionSchedule& schedule) {
    std::vector<bool> seen(schedule.rules.size(), false);
    const std::function<void(int)> place = [&](int index) {
        const Rule& rule = schedule.rules[static_cast<std::size_t>(index)];
        if (seen[static_cast<std::size_t>(index)]) return;
        seen[static_cast<std::size_t>(index)] = true;
        for (const int replaced : rule.replaces_rules) place(replaced);
        if (!rule.replaces_rules.empty()) replacing_.push_back(index);
    };
    for (std::size_t rule = 0; rule < schedule.rules.size(); ++rule) place(static_cast<int>(rule));
    std::reverse(replacing_.begin(), replacing_.end());
}

}  // namespace casekeeper
