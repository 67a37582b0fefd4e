// SPDX-License-Identifier: MIT
//
// The parts of a person's file in the order of their pack: who they are, then everything by its day across all
// services, each document behind its entry, and last what came from outside the store. Only keys and days are
// kept, so that a file of any length fits; what a part says is read when it is written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "custody/request_materials.h"
#include "domain/record_format.h"
#include "store/access_store.h"
#include "store/record_store.h"

namespace casekeeper {

struct PackPart {
    std::string item;           // entry:E7, as the decisions name it
    std::string day;            // ISO, local; empty: of no day
    std::string time;           // local, "14:05"; empty: not known
    std::string kind;           // of an entry its kind; else the type: document, disclosure, person, …
    std::string involvement;    // empty: of none
    std::string entry;          // of a document: the entry it lies with
    std::string sha256;         // of a document or material
    bool is_duplicate = false;  // the same content came before, and all of it was shown
    std::size_t place = 0;      // in the pack, from 1

    std::string type() const { return item.substr(0, item.find(':')); }
    std::string id() const { return item.substr(item.find(':') + 1); }
};

// `parts`: typed ids, as the review lists them. std::invalid_argument where one is not there any more.
std::vector<PackPart> parts_in_order(RecordStore& records, const std::vector<std::string>& parts,
                                     const std::vector<MaterialPart>& materials);

// Those whose content came before in a part of which nothing is kept back.
void mark_duplicates(std::vector<PackPart>& parts,
                     const std::function<bool(const PackPart&)>& is_shown_in_full);

}  // namespace casekeeper
