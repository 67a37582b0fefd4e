// SPDX-License-Identifier: MIT
//
// What a pack says beside the record's own words: names of organisations, where we looked and with which words. No
// decision is made on it, so nothing is told there that is kept back anywhere in the pack, and no name of which nothing
// was decided.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "disclosure/pack_ledger.h"
#include "disclosure/pack_proof.h"
#include "disclosure/redactor.h"

namespace casekeeper {

class BesideRecord {
public:
    // `key_of`: whom a text names that stands where one person is written. Both lists are kept by reference.
    BesideRecord(const PackLedger& ledger, const std::vector<AccessItem>& items, NameSearch names,
                 PackProof::PlacesGivenAway places, PlaceFinder where_places,
                 std::function<std::string(const std::string&)> key_of);

    // A name (of an organisation, a system): may it be told as it is?
    bool may_be_told(std::string_view name) const;
    // A text, with "[words we cannot pass on]" for what may not.
    std::string told(std::string_view text) const;

private:
    bool is_kept_back(const std::string& key) const;
    bool is_undecided(const std::string& key) const;

    const PackLedger& ledger_;
    const std::vector<AccessItem>& items_;
    const NameSearch names_;
    const PackProof::PlacesGivenAway places_;
    const PlaceFinder where_places_;
    const std::function<std::string(const std::string&)> key_of_;
};

}  // namespace casekeeper
