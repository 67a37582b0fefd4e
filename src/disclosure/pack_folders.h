// SPDX-License-Identifier: MIT
//
// The folders of packs, one a pack, as they are made and lie in PACKS:
//
//   pack-<20 hex>.unfinished     while it is made, locked by whoever makes it
//   pack-<20 hex>                in its place, locked until the store names it
//
// No two packs share a name, an earlier and a later one of a request neither: the earlier lies untouched until
// the store names the later. What a crash leaves is locked by nobody and named by no row: remove_stray_packs
// removes it.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

// A folder that is gone again unless it is kept.
class PackFolder {
public:
    // Makes it afresh. OutputError with a hint where it cannot be made; BusyError where somebody is making it.
    PackFolder(const std::string& packs, const std::string& name);
    ~PackFolder();
    PackFolder(const PackFolder&) = delete;
    PackFolder& operator=(const PackFolder&) = delete;

    std::string file(const std::string& name) const { return path_ + "/" + name; }
    // Under its own name. OutputError where it cannot.
    void put_in_place();
    // The store names it now. REQUIRES: put_in_place().
    void keep() { kept_ = true; }

private:
    std::string path_;
    const std::string to_;
    int lock_ = -1;
    bool kept_ = false;
};

// Of a pack that is made when the register has so many lines.
std::string pack_folder_name(const std::string& request, long long register_line);

struct StrayPacks {
    long long removed = 0;
    std::vector<std::string> not_removed;  // names
};

// Those in the folder of packs that have a name of ours, are named by no row and are being made by nobody.
// REQUIRES: no unit of work is open.
StrayPacks remove_stray_packs(Database& database, const std::string& packs);

}  // namespace casekeeper
