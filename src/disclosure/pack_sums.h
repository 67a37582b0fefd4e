// SPDX-License-Identifier: MIT
//
// The rows of a person's file, each counted once: shown, shown in part, kept back, the same as another, or out
// of what was asked for. The sums of a pack equal what the store holds, or there is no pack.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "disclosure/pack_ledger.h"
#include "disclosure/pack_parts.h"

namespace casekeeper {

struct RowSums {
    long long shown = 0;
    long long in_part = 0;
    long long kept_back = 0;
    long long duplicate = 0;
    long long out_of_scope = 0;
    long long all() const { return shown + in_part + kept_back + duplicate + out_of_scope; }
    bool operator==(const RowSums&) const = default;
};

// By type of record: entry, document, disclosure, involvement, person, material.
using PackSums = std::map<std::string, RowSums>;

// `left_out`: rows of the file that were not asked for, by type.
PackSums sums_of(const std::vector<PackPart>& parts, const PackLedger& ledger,
                 const std::map<std::string, long long>& left_out);

// What differs from the rows that the store holds, in a sentence each; empty: nothing does.
std::vector<std::string> differences(const PackSums& sums, const std::map<std::string, long long>& in_store);

RowSums total_of(const PackSums& sums);

}  // namespace casekeeper
