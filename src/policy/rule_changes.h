// SPDX-License-Identifier: MIT
//
// Whom another schedule can concern: rules compared as values. A rule speaks of a human being only if one of
// their involvements is of the rule's services (conditions and dates read other facts, but what they decide
// is the rule's own; `covers` carries it to other involvements of the same human being). So whoever has no
// involvement in a service of any rule that differs is decided on as before.
#pragma once

#include <string>
#include <vector>

#include "policy/retention_schedule.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

struct RuleChanges {
    bool everybody = false;             // nothing narrower can be said
    std::vector<std::string> services;  // ids: of every rule that was added, removed or changed; sorted
};

// Everybody: another catalogue, other years or another window after an answer, a change to a rule for every
// service, or other places for rules that stayed (on the same day the earlier in the file wins).
RuleChanges rule_changes(const RetentionSchedule& before, const ServiceCatalogue& catalogue_before,
                         const RetentionSchedule& after, const ServiceCatalogue& catalogue_after);

}  // namespace casekeeper
