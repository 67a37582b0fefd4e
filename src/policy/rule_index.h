// SPDX-License-Identifier: MIT
//
// A schedule's rules by the service they match, and the order in which they replace each other: worked out
// once, for one schedule and catalogue. Numbers are indices in the schedule.
#pragma once

#include <vector>

#include "policy/retention_schedule.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

class RuleIndex {
public:
    // Positions in the list of the rules that match one service.
    struct RulesOfService {
        std::vector<int> rules;  // ascending
        std::vector<std::size_t>
            reaching_others;  // positions in `rules` of those with covers = file or person
    };

    RuleIndex(const RetentionSchedule& schedule, const ServiceCatalogue& catalogue);

    // -1 is a service that the catalogue does not know; only "*" matches it.
    const RulesOfService& of(int service) const { return by_service_[static_cast<std::size_t>(service) + 1]; }
    // The rules that replace others, each before those it replaces.
    const std::vector<int>& replacing() const { return replacing_; }
    bool waits_for_file_closed(int rule) const { return waiting_[static_cast<std::size_t>(rule)]; }

private:
    void match(const RetentionSchedule& schedule);
    void order(const RetentionSchedule& schedule);

    std::vector<RulesOfService> by_service_;  // the unknown service first
    std::vector<int> replacing_;
    std::vector<bool> waiting_;
};

}  // namespace casekeeper
