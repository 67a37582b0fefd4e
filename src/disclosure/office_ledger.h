// SPDX-License-Identifier: MIT
//
// What the office's copy of a pack has at its end: each number with its decision, and the parts that need somebody's
// hand beside it.
#pragma once

#include <string>
#include <vector>

#include "disclosure/pack_ledger.h"
#include "output/book.h"

namespace casekeeper {

// `not_shown`: parts of which something could not be shown; `without_sign`: those with characters that no font has.
void write_office_ledger(Book& book, const PackLedger& ledger, const std::vector<std::string>& not_shown,
                         const std::vector<std::string>& without_sign);

}  // namespace casekeeper
