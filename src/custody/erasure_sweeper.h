// SPDX-License-Identifier: MIT
//
// Finishes erasures: removes the stored documents that no row names any more, and letters and bundles that
// went with a record, fsyncs their folders, clears the recorded intentions, and empties what the database
// engine keeps of ended rows. Called under the run lock, after destruction and at the start of every night
// and load, so that a crash anywhere is finished by the next start. With nothing to do it costs one question.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

struct SweepResult {
    long long unlinked = 0;
    long long still_named = 0;  // another record holds the same content: it stays
    long long missing = 0;      // was already gone
    bool engine_emptied = true;
    std::string
        engine_left;  // in a sentence, what the database engine may still hold; empty: nothing was swept
    // Files and documents that could not be removed: their intentions stay, and the next sweep tries again.
    std::vector<std::string> not_removed;
};

// What cannot be removed stops no other. REQUIRES: no unit of work is open.
SweepResult sweep_erasures(Database& database, const std::string& documents_folder);

// A folder of ours that nobody needs any more: the next sweep removes it. REQUIRES: a unit of work of kind
// write.
void intend_to_remove_folder(Database& database, const std::string& folder, const std::string& at);
// The same one at once, once that unit of work is committed. What cannot be removed waits for the next sweep.
// REQUIRES: no unit of work is open.
void remove_intended_folder(Database& database, const std::string& folder);

}  // namespace casekeeper
