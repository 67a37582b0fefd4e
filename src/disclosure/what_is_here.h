// SPDX-License-Identifier: MIT
//
// What a pack holds and what it does not, for whoever reads it: how much there is, counted; where we looked and with
// which words; what was destroyed before; times of which nothing is written; who else may hold something.
#pragma once

#include <string>
#include <vector>

#include "disclosure/pack_facts.h"
#include "disclosure/pack_ledger.h"
#include "disclosure/pack_parts.h"
#include "disclosure/pack_sums.h"
#include "disclosure/pack_values.h"
#include "disclosure/redactor.h"
#include "output/book.h"

namespace casekeeper {

struct PackSource {
    const std::vector<PackPart>& parts;
    const PackFacts& facts;
    const PackSums& sums;
    const PackLedger& ledger;
    const std::vector<Record>& relationships;  // of the person
    const PackTold& told;
    std::string reference;  // the request
    bool for_the_person = true;
    bool shows_pictures = true;  // not where it is a text
};

// Under the heading that is open.
void write_what_is_here(Book& book, const PackSource& source, Copy copy);

}  // namespace casekeeper
