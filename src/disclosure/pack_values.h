// SPDX-License-Identifier: MIT
//
// What the pack's own words are filled with (config/letters/pack_*.txt): from the facts of the pack, and
// nothing that the reader may not be told.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/access_letter.h"
#include "disclosure/pack_facts.h"
#include "disclosure/pack_ledger.h"
#include "disclosure/pack_sums.h"
#include "output/letter.h"

namespace casekeeper {

struct PackTold {
    const PackFacts& facts;
    const PackSums& sums;
    const PackLedger& ledger;
    AccessReader reader;
    std::vector<std::string> support;  // who helps while it is read, in a sentence each
    bool is_again = false;             // they had a pack before
    std::string name;                  // of whoever the pack is for; empty: not known
    // May a name (of an organisation, a system) be told: no place that is protected, nobody who is kept back?
    std::function<bool(std::string_view)> may_be_told;
    // What somebody wrote of a search, without what may not be told.
    std::function<std::string(std::string_view)> without_others = {};
};

// By the name of a form of pack_forms.h. REQUIRES: one of them.
LetterValues values_of_pack(const std::string& form, const PackTold& told);

}  // namespace casekeeper
