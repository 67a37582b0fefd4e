// SPDX-License-Identifier: MIT
//
// Does a text tell of somebody: by a word of any of their names, a number of theirs, their day of birth, where they
// live or how they are reached? Asked of what is written into two people's records at once, so it rather finds too
// much: somebody called Grace is told of by the word. Letters are compared as a reader sees them
// (base/folded_letters.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/record_format.h"

namespace casekeeper {

// REQUIRES: records of type person.
bool tells_of(std::string_view text, const std::vector<Record>& people);

// Does it have one of these names or ids in it, each as a whole? One letter alone is no name.
bool has_any_of(std::string_view text, const std::vector<std::string>& names);

}  // namespace casekeeper
