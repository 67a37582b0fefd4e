// SPDX-License-Identifier: MIT
//
// How a finding of recording is shown: as a line for a terminal, as JSON, in full. The words and the source
// are the rule's as it stands in the configuration; of a rule that is gone its id is left.
#pragma once

#include <string>

#include "policy/recording_rules.h"
#include "store/recording_store.h"

namespace casekeeper {

// "lacks the time and who was there".
std::string what_is_wrong(const RecordingFinding& finding);
// "open since 2026-11-20, for the 2nd time".
std::string standing_of(const RecordingFinding& finding);
// "ask W01 (team north)"; "nobody is named" where neither is.
std::string whom_to_ask(const RecordingFinding& finding);

std::string in_words(const RecordingFinding& finding);
// `evidence`: an object of JSON that is shown with it; empty: none.
std::string to_json(const RecordingFinding& finding, const RecordingRules& rules,
                    const std::string& evidence = {});
// Several lines, with the rule's title, source and what to do.
std::string in_full(const RecordingFinding& finding, const RecordingRules& rules);

std::string to_json(const RecordingRule& rule);

}  // namespace casekeeper
