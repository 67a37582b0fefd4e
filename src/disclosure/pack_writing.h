// SPDX-License-Identifier: MIT
//
// Writes one copy of a pack into its folder, in volumes, and says what was written: for its sums, its meter, and for
// whoever reads the files again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "disclosure/pack_contents.h"
#include "disclosure/pack_file.h"
#include "disclosure/pack_folders.h"
#include "disclosure/pack_meter.h"
#include "disclosure/read_whole.h"

namespace casekeeper {

struct WrittenCopy {
    std::vector<PackFile> files;
    PackMeter meter;
    ReadWhole whole;             // what was written, to be held against what is read
    long long without_sign = 0;  // characters that no font has
    long long pictures = 0;
    std::vector<std::string> not_shown;  // parts of which something could not be
    std::vector<int> not_found;          // numbers of passages that were to be kept back and stand nowhere
};

// `is_cancelled` is asked between parts: PackPages::Cancelled.
WrittenCopy write_copy(const PackGround& ground, PackContents& contents, const PackFolder& folder, Copy copy,
                       const std::function<bool()>& is_cancelled);

}  // namespace casekeeper
