// SPDX-License-Identifier: MIT
//
// The packs that were made for access requests: one a request, a later one in the place of an earlier. Their
// files lie in a folder each until their time is over; what was counted of them stays.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

struct StoredPack {
    std::string request;
    std::string person;
    std::string state = "made";  // made, sealed, ended
    std::string made_on;         // ISO
    std::string made_by;
    std::string made_of;                // digest of the review and the decisions
    std::string capacity;               // in which was asked
    std::optional<std::string> folder;  // where its files lie; absent: they are gone
    std::string ends_on;                // ISO
    std::string facts = "{}";
};

class PackStore {
public:
    explicit PackStore(Database& database) : database_(database) {}

    std::optional<StoredPack> find(const std::string& request);
    std::vector<StoredPack> of_person(const std::string& person);
    // Those whose files go on a day, after a request in byte order.
    std::vector<StoredPack> ending(const std::string& day, const std::string& after, int size);
    // Where the files of packs lie.
    std::vector<std::string> folders();
    // What was counted of all packs of a capacity but one.
    std::vector<std::string> facts_of_others(const std::string& capacity, const std::string& request);
    // REQUIRES: a unit of work of kind write.
    void put(const StoredPack& pack);

private:
    Database& database_;
};

}  // namespace casekeeper
