// SPDX-License-Identifier: MIT
#include "policy/rule_instances.h"

#include <algorithm>

namespace casekeeper {
namespace {

std::size_t slot(int rule) {
    return static_cast<std::size_t>(rule);
}

bool applies(const Reach& reach, int rule) {
    return std::any_of(reach.all.begin(), reach.all.end(), [&](const RuleInstance* instance) {
        return instance->rule == rule && instance->applies == Truth::yes;
    });
}

// Rules that are themselves taken away take nothing: those that replace come first in the index's order.
void replace(const FileInstances& instances, bool by_defaults, Reach& reach) {
    const auto& rules = instances.schedule().rules;
    for (const int replacing : instances.index().replacing()) {
        const Rule& rule = rules[slot(replacing)];
        if (rule.is_default != by_defaults || reach.taken_by[slot(replacing)] != not_taken) continue;
        if (!applies(reach, replacing)) continue;
        for (const int replaced : rule.replaces_rules)
            if (reach.taken_by[slot(replaced)] == not_taken) reach.taken_by[slot(replaced)] = replacing;
    }
}

void drop_defaults(const FileInstances& instances, Reach& reach) {
    const auto is_left = [&](const RuleInstance* instance) {
        const Rule& rule = instances.rule(*instance);
        return instance->applies != Truth::no && rule.is_end_rule() && !rule.is_default &&
               reach.taken_by[slot(instance->rule)] == not_taken;
    };
    if (std::none_of(reach.all.begin(), reach.all.end(), is_left)) return;
    for (const RuleInstance* instance : reach.all)
        if (instances.rule(*instance).is_default && reach.taken_by[slot(instance->rule)] == not_taken)
            reach.taken_by[slot(instance->rule)] = other_end_rule;
}

void add_instances_of_others(FileInstances& instances, std::size_t involvement, Reach& reach) {
    const FactsOnDay& facts = instances.facts();
    for (std::size_t source = 0; source < facts.file().involvements.size(); ++source) {
        const auto& rules = instances.index().of(facts.involvement(source).service_index);
        if (source == involvement || rules.reaching_others.empty()) continue;
        const bool same_file = facts.same_file(source, involvement);
        for (const std::size_t position : rules.reaching_others) {
            const Rule& rule = instances.schedule().rules[slot(rules.rules[position])];
            if (!same_file && rule.covers != Covers::person) continue;
            if (!facts.exists(source, reach.reading)) break;
            reach.all.push_back(&instances.at(source, position));
        }
    }
}

}  // namespace

FileInstances::FileInstances(const FactsOnDay& facts, const RetentionSchedule& schedule,
                             const RuleIndex& index)
    : facts_(facts), schedule_(schedule), index_(index) {
    std::size_t count = 0;
    first_.reserve(facts.file().involvements.size());
    for (const InvolvementFacts& involvement : facts.file().involvements) {
        first_.push_back(count);
        count += index.of(involvement.service_index).rules.size();
    }
    instances_.resize(count);
}

RuleInstance& FileInstances::at(std::size_t source, std::size_t position) {
    RuleInstance& instance = instances_[first_[source] + position];
    if (instance.rule >= 0) return instance;
    instance.rule = index_.of(facts_.involvement(source).service_index).rules[position];
    instance.source = source;
    const auto& condition = rule(instance).applies_if;
    instance.applies =
        condition ? question(instance).truth_of(*condition, instance.read_for_condition) : Truth::yes;
    return instance;
}

const std::optional<Date>& FileInstances::day_of(RuleInstance& instance) const {
    if (!instance.day_known) instance.day = question(instance).day_of_rule(instance.read_for_day);
    instance.day_known = true;
    return instance.day;
}

void gather(FileInstances& instances, std::size_t involvement, Reach& reach) {
    reach.all.clear();
    reach.left.clear();
    reach.reading = {};
    reach.taken_by.assign(instances.schedule().rules.size(), not_taken);
    const auto& own = instances.index().of(instances.facts().involvement(involvement).service_index);
    for (std::size_t position = 0; position < own.rules.size(); ++position)
        reach.all.push_back(&instances.at(involvement, position));
    add_instances_of_others(instances, involvement, reach);
    for (const RuleInstance* instance : reach.all) reach.reading.join(instance->read_for_condition);
    replace(instances, false, reach);
    drop_defaults(instances, reach);
    replace(instances, true, reach);
    for (RuleInstance* instance : reach.all)
        if (instance->applies != Truth::no && reach.taken_by[slot(instance->rule)] == not_taken)
            reach.left.push_back(instance);
}

}  // namespace casekeeper
