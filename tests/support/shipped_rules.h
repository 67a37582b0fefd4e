// SPDX-License-Identifier: MIT
//
// The release rules and the service catalogue as they are shipped, read once.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "policy/release_rules.h"

namespace casekeeper::test {

inline std::string shipped_file(const std::string& name) {
    std::ifstream file(CASEKEEPER_SOURCE "/config/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline const ServiceCatalogue& shipped_catalogue() {
    static std::vector<Finding> findings;
    static const ServiceCatalogue catalogue =
        ServiceCatalogue::read(shipped_file("service_catalogue.toml"), "service_catalogue.toml", findings);
    return catalogue;
}

inline const ReleaseRules& shipped_rules() {
    static std::vector<Finding> findings;
    static const ReleaseRules rules = ReleaseRules::read(
        shipped_file("release_rules.toml"), "release_rules.toml", findings, &shipped_catalogue());
    return rules;
}

}  // namespace casekeeper::test
