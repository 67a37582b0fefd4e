// SPDX-License-Identifier: MIT
//
// What is found when something is done with a record, not by looking at it at night, and so asked by no rule of
// config/recording_rules.toml. No night closes such a finding: what it asks for closes it, or a person sets it
// aside with a reason.
#pragma once

#include <string_view>

#include "policy/recording_rules.h"

namespace casekeeper {

// An entry that is about one person was given away with another's record: a personal data breach to be weighed.
inline constexpr const char* handed_out_rule = "handed-out";
// The system it comes from still has an entry in the record that it was moved out of here.
inline constexpr const char* old_place_rule = "in-old-record";

// Title, source, severity and what mends it; nullptr where casekeeper has no rule of its own called so.
const RecordingRule* find_own_rule(std::string_view id);

}  // namespace casekeeper
