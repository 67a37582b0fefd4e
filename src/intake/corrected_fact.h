// SPDX-License-Identifier: MIT
//
// Does a load change what had been written, so that whoever was given it before has it wrong (UK GDPR Art 19)?
// What is only added, goes on or ends (a first closing, another worker, an address that has ended) is none.
#pragma once

#include "domain/record_format.h"

namespace casekeeper {

// REQUIRES: two records of one type and key. Of other types than a person, an involvement, an entry or a
// document: never.
bool is_corrected(const Record& before, const Record& after);

}  // namespace casekeeper
