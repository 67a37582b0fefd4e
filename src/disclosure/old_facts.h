// SPDX-License-Identifier: MIT
//
// What is old of a record that is about to be shared (policy/stale_facts.h), in sentences that go with it: where
// the person lives, who works with them, what was consented to. Days and ages, no name and no place.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/record_format.h"
#include "policy/stale_facts.h"
#include "store/record_store.h"

namespace casekeeper {

// "address 1: This address was written down on …". `involvements`: of which it is; of others no worker is said.
std::vector<std::string> old_facts(RecordStore& records, const Record& disclosure, const CaseFile& file,
                                   const std::set<std::string>& involvements, const StalePeriods& periods,
                                   Date day);

}  // namespace casekeeper
