// SPDX-License-Identifier: MIT
//
// What came from outside the store with the access requests about one human being: scans and papers found for
// one of them are parts of their file at the next, and need not be found again. How each is called in a
// request: material:1 of its own, material:A1/1 of another.
#pragma once

#include <string>
#include <vector>

#include "store/access_store.h"

namespace casekeeper {

struct MaterialPart {
    std::string item;
    AccessMaterial material;
};

// Those of the request itself first, then those of the others about any of the records, in order.
std::vector<MaterialPart> materials_of(AccessStore& cases, const std::string& request,
                                       const std::vector<std::string>& records);

// How a part of one request is called in another: other than a material, as it is.
std::string item_elsewhere(const std::string& item, const std::string& of_request);

}  // namespace casekeeper
