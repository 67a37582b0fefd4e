// SPDX-License-Identifier: MIT
//
// The schedule that decisions are made by: the one last adopted, kept in the store with its catalogue.
// Editing the files of the configuration changes nothing until they are adopted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/retention_schedule.h"
#include "policy/service_catalogue.h"
#include "store/run_store.h"

namespace casekeeper {

struct ScheduleInForce {
    AdoptedSchedule adopted;
    ServiceCatalogue catalogue;
    RetentionSchedule schedule;
};

// The text of the two files a schedule is made of, with what was found wrong with them.
struct ReadSchedule {
    std::string schedule_text;
    std::string catalogue_text;
    ServiceCatalogue catalogue;
    RetentionSchedule schedule;
    std::vector<Finding> findings;

    bool has_errors() const;
    // SHA-256 over both texts.
    std::string digest() const;
};

// `names` are how the two files are called in findings.
ReadSchedule read_schedule(std::string schedule_text, std::string catalogue_text,
                           const std::string& schedule_name, const std::string& catalogue_name, Date today,
                           const std::vector<std::string>& recorded_events);

// ConfigError where none is adopted.
ScheduleInForce schedule_in_force(Database& database);

}  // namespace casekeeper
