// SPDX-License-Identifier: MIT
//
// A move of an entry as whoever made it reads it: what was or would be done, what is looked at again, and first of
// all where it was given away. Ids, days and counts only.
#pragma once

#include <string>

#include "intake/refiling.h"

namespace casekeeper {

// Lines of text. `check_only`: as what would be done.
std::string in_words(const EntryMoved& moved, bool check_only);
std::string to_json(const EntryMoved& moved, bool check_only);
std::string to_json(const EntryMove& move);
// One line, without its end.
std::string in_words(const EntryMove& move);

}  // namespace casekeeper
