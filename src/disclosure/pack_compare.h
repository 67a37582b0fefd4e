// SPDX-License-Identifier: MIT
//
// The pack of one person beside those that were sent to people they are related to, before it is sent: what
// is kept back here and open there, and the other way round. Brothers and sisters talk; what one was told is
// not kept from the other by a line in a pack, and what one must not learn is not safe where the other has it.
#pragma once

#include <string>
#include <vector>

#include "store/access_store.h"
#include "store/database.h"

namespace casekeeper {

struct PackDifference {
    std::string other;        // the request of the related person
    std::string what;         // whom or which place both are about, or a part here: person:P2, entry:E7
    bool open_there = false;  // false: kept back there, open here
    bool operator==(const PackDifference&) const = default;
};

// By request and what. `items`, `parts`: of the pack that is to be sent, with its decisions.
std::vector<PackDifference> compared_with_relatives(Database& database, const std::string& person,
                                                    const std::vector<AccessItem>& items,
                                                    const std::vector<AccessPart>& parts);

}  // namespace casekeeper
