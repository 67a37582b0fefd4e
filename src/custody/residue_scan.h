// SPDX-License-Identifier: MIT
//
// Reads every file beneath a folder byte by byte for given strings: the proof that after an erasure nothing
// of what was destroyed is left there. Names of files and folders are looked at too. Strings are looked for
// as they are, in UTF-8, and with upper and lower case of A to Z taken as the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace casekeeper {

struct Residue {
    std::string file;           // its path
    std::uintmax_t offset = 0;  // in bytes; of a name: 0
    std::size_t string = 0;     // which of the strings
    bool in_name = false;
};

// What was found, in the order of paths; at most `most` places. Files of mode 0000 or gone while it runs are
// no error: OutputError only where the folder itself cannot be read. REQUIRES: no string is empty.
std::vector<Residue> scan_for(const std::string& folder, const std::vector<std::string>& strings,
                              std::size_t most = 1000);

}  // namespace casekeeper
