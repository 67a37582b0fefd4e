// SPDX-License-Identifier: MIT
//
// A record as a line of a bundle: what is written out, and what a proposal's fingerprint is taken of. The
// same record gives the same bytes.
#pragma once

#include <string>

#include "domain/record_format.h"

namespace casekeeper {

// Without the end of line.
std::string to_bundle_line(const Record& record);

}  // namespace casekeeper
