// SPDX-License-Identifier: MIT
//
// What the rules of a schedule say of each other. Refused: two rules of one id; replaces of a rule that does
// not exist, or in a circle; a business rule that replaces a statutory floor. Warned of: the same by
// guidance; two rules that differ only in their day, or in nothing; a rule that can never apply; an event
// nobody records; a service no rule covers.
#pragma once

#include <vector>

#include "policy/rule_reader.h"

namespace casekeeper {

// Fills replaces_rules and leaves the refusals, and the warning of guidance over statute.
void check_replacing(TomlFile& file, std::vector<ReadRule>& rules);

// The other warnings. `uncovered` is where to say that a service has no rule. REQUIRES: check_replacing was
// called.
void warn_of_rules(TomlFile& file, const std::vector<ReadRule>& rules, const ScheduleContext& context,
                   TextPlace uncovered);

}  // namespace casekeeper
