// SPDX-License-Identifier: MIT
#include "domain/case_file.h"

#include <algorithm>

namespace casekeeper {
namespace {

// Is any of the things called by one of the ids?
template <typename Things>
bool names_any(const std::vector<std::string>& ids, const Things& things) {
    return std::any_of(things.begin(), things.end(), [&](const auto& thing) {
        return std::find(ids.begin(), ids.end(), thing.id) != ids.end();
    });
}

}  // namespace

bool may_reach(const Hold& hold, const CaseFile& file) {
    if (!hold.persons.empty() && !names_any(hold.persons, file.people)) return false;
    return hold.involvements.empty() || names_any(hold.involvements, file.involvements);
}

}  // namespace casekeeper
