// SPDX-License-Identifier: MIT
//
// Which rules apply to an involvement (schedule-language: How rules combine, 2 and 3). Everything goes by
// instances: a rule together with the involvement that it matched, which is the one asked about itself or
// another that lifts it. What an instance answers does not depend on whom it reaches and is worked out once.
#pragma once

#include <optional>
#include <vector>

#include "policy/date_resolution.h"
#include "policy/rule_index.h"

namespace casekeeper {

struct RuleInstance {
    int rule = -1;
    std::size_t source = 0;  // the involvement that matched
    Truth applies = Truth::unknown;
    Reading read_for_condition;
    bool day_known = false;  // `day` has been worked out
    std::optional<Date> day;
    Reading read_for_day;
};

// Every instance of one file on one day, answered when first asked. Keeps what it is given by reference.
class FileInstances {
public:
    FileInstances(const FactsOnDay& facts, const RetentionSchedule& schedule, const RuleIndex& index);

    const RetentionSchedule& schedule() const { return schedule_; }
    const RuleIndex& index() const { return index_; }
    const FactsOnDay& facts() const { return facts_; }
    const Rule& rule(const RuleInstance& instance) const {
        return schedule_.rules[static_cast<std::size_t>(instance.rule)];
    }

    // The instance of the rule at a position of the list of the source's service, its condition answered.
    // REQUIRES: the source exists on the day.
    RuleInstance& at(std::size_t source, std::size_t position);
    // The instance's day, worked out when first asked. REQUIRES: the rule is not permanent.
    const std::optional<Date>& day_of(RuleInstance& instance) const;
    Question question(const RuleInstance& instance) const {
        return {facts_, schedule_, rule(instance), instance.source};
    }

private:
    const FactsOnDay& facts_;
    const RetentionSchedule& schedule_;
    const RuleIndex& index_;
    std::vector<std::size_t> first_;  // of each source
    std::vector<RuleInstance> instances_;
};

// What took a rule away from an involvement: the number of the rule that replaces it, or
inline constexpr int not_taken = -1;
inline constexpr int other_end_rule = -2;  // it is a default, and another end rule is left

// The instances that reach one involvement.
struct Reach {
    std::vector<RuleInstance*> all;   // by source, the involvement itself first; within it by rule
    std::vector<RuleInstance*> left;  // whose condition holds or is unknown, and that nothing took away
    std::vector<int> taken_by;        // of each rule of the schedule
    Reading reading;                  // on which membership of `left` rests
};

// REQUIRES: the involvement exists on the day. `reach` is overwritten; it is a parameter to keep its memory.
void gather(FileInstances& instances, std::size_t involvement, Reach& reach);

}  // namespace casekeeper
