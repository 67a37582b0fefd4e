// SPDX-License-Identifier: MIT
//
// Writes a file whole or not at all: beside it first, fsynced, then renamed over it. Who may read it:
// private_files.h. A crash leaves the old one, and perhaps PATH.unfinished, which the next writing replaces.
#pragma once

#include <string>
#include <string_view>

namespace casekeeper {

// Makes the folder (0700) where it is not there. OutputError with a hint where it cannot be written.
void write_whole_file(const std::string& path, std::string_view text);

// What a crash left half-written in a folder. REQUIRES: nobody writes there now.
void remove_unfinished_files(const std::string& folder);

}  // namespace casekeeper
