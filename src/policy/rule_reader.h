// SPDX-License-Identifier: MIT
//
// Reads one [[rule]] of a retention schedule: every mistake that the rule shows by itself. What rules say of
// each other (ids, replaces, cover) is schedule_checks.h's affair, which needs to know where things stand.
#pragma once

#include <vector>

#include "policy/expression_parser.h"
#include "policy/retention_schedule.h"
#include "policy/toml_reading.h"

namespace casekeeper {

struct PlacedEvent {
    std::string name;
    TextPlace place;
};

struct ReadRule {
    Rule rule;
    TextPlace place;  // [[rule]]
    TextPlace id_place;
    TextPlace until_place;      // of the rule where there is no until
    TextPlace condition_place;  // likewise
    std::vector<PlacedText> replaces;
    std::vector<PlacedEvent> events;  // the events its expressions wait for
    bool sound = true;                // no mistake in it so far
    bool services_known = true;       // none of its services is unknown
};

ReadRule read_rule(TomlFile& file, const toml::table& source, const ServiceCatalogue& catalogue);

}  // namespace casekeeper
