// SPDX-License-Identifier: MIT
//
// What lines of the register can be of, as somebody may ask for them. Each event of a request is a kind.
#pragma once

#include <string>
#include <vector>

namespace casekeeper {

// Sorted.
const std::vector<std::string>& line_kinds();

}  // namespace casekeeper
