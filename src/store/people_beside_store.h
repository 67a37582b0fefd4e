// SPDX-License-Identifier: MIT
//
// Who stands beside a person: whom relationships and roles name with them, from either side, and whom their entries
// name where somebody is written. As it is stored: ids, names, lists of JSON.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

class PeopleBesideStore {
public:
    explicit PeopleBesideStore(Database& database) : database_(database) {}

    // Ids, sorted; a record joined with theirs may be among them.
    std::vector<std::string> people(const std::string& person);
    // Of those who have no record.
    std::vector<std::string> names(const std::string& person);

    struct InEntry {
        std::string present;  // these as an entry has them; empty: none
        std::string addressed_to;
        std::string decided_by;
        std::string provided_by;
        std::string mentions;
    };
    // Each way of saying it once.
    std::vector<InEntry> in_entries(const std::string& person);

private:
    Database& database_;
};

}  // namespace casekeeper
