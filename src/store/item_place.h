// SPDX-License-Identifier: MIT
//
// Where a part of somebody's record lies that is named by its typed id: involvement:I1, entry:E7, document:D2.
#pragma once

#include <optional>
#include <string>

#include "domain/record_format.h"
#include "store/record_store.h"

namespace casekeeper {

struct ItemPlace {
    RecordType type = RecordType::involvement;  // involvement, entry or document
    std::string id;
    std::string entry;  // of an entry or a document; else empty
    std::string involvement;
    std::string person;
};

// Is it a typed id of an involvement, an entry or a document, whether there is one or not?
bool is_typed_item(const std::string& item);
// nullopt where there is no such thing. A document lies where its own entry lies.
std::optional<ItemPlace> place_of_item(RecordStore& records, const std::string& item);

}  // namespace casekeeper
