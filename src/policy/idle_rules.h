// SPDX-License-Identifier: MIT
//
// Rules of a schedule that do nothing beside the others: those that can never apply, and those that differ
// from another only in their day, or in nothing. All of it is warned of only where it is certain from the
// rules alone.
#pragma once

#include <vector>

#include "policy/rule_reader.h"

namespace casekeeper {

// Looks at sound rules only. REQUIRES: replaces_rules is filled.
void warn_of_idle_rules(TomlFile& file, const std::vector<ReadRule>& rules);

}  // namespace casekeeper
