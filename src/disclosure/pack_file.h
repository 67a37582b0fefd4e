// SPDX-License-Identifier: MIT
//
// The files of a pack, as what is stored of it keeps them.
#pragma once

#include <string>
#include <vector>

#include "store/pack_store.h"

namespace casekeeper {

struct PackFile {
    std::string name;
    std::string sha256;
    long long bytes = 0;
    long long pages = 0;
    bool is_persons = true;
};

std::string to_json(const PackFile& file);
std::vector<PackFile> files_of(const StoredPack& pack);
// "pdf" and "large-print" are pdf, "text" is txt.
std::string ending_of(const std::string& format);

}  // namespace casekeeper
