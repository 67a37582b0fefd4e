// SPDX-License-Identifier: MIT
#include "disclosure/pack_sums.h"

#include <set>

namespace casekeeper {

PackSums sums_of(const std::vector<PackPart>& parts, const PackLedger& ledger,
                 const std::map<std::string, long long>& left_out) {
    PackSums sums;
    for (const PackPart& part : parts) {
        RowSums& row = sums[part.type()];
        if (ledger.whole(part.item))
            ++row.kept_back;
        else if (part.is_duplicate)
            ++row.duplicate;
        else if (!ledger.of(part.item).empty())
            ++row.in_part;
        else
            ++row.shown;
    }
    for (const auto& [type, rows] : left_out) sums[type].out_of_scope += rows;
    return sums;
}

std::vector<std::string> differences(const PackSums& sums, const std::map<std::string, long long>& in_store) {
    std::set<std::string> types;
    for (const auto& [type, row] : sums) types.insert(type);
    for (const auto& [type, rows] : in_store) types.insert(type);
    std::vector<std::string> found;
    for (const std::string& type : types) {
        const auto row = sums.find(type);
        const auto held = in_store.find(type);
        const long long counted = row == sums.end() ? 0 : row->second.all();
        const long long stored = held == in_store.end() ? 0 : held->second;
        if (counted != stored)
            found.push_back("the pack accounts for " + std::to_string(counted) + " rows of type " + type +
                            ", the store holds " + std::to_string(stored));
    }
    return found;
}

RowSums total_of(const PackSums& sums) {
    RowSums total;
    for (const auto& [type, row] : sums) {
        total.shown += row.shown;
        total.in_part += row.in_part;
        total.kept_back += row.kept_back;
        total.duplicate += row.duplicate;
        total.out_of_scope += row.out_of_scope;
    }
    return total;
}

}  // namespace casekeeper
