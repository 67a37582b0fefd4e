// SPDX-License-Identifier: MIT
//
// What a request is about: whose it is, and the parts of the record it names, or all of them.
#pragma once

#include <string>
#include <vector>

#include "custody/letter_head.h"
#include "store/deletion_store.h"

namespace casekeeper {

// As the head of its letters reads it.
RequestToAnswer to_answer(const DeletionCase& request);

// Was no part of the record named?
bool asks_for_everything(Database& database, const DeletionCase& request);
// Parts by their typed ids, undecided. Those that are not there (any more) are left out.
std::vector<DeletionItem> items_named(Database& database, const std::vector<std::string>& typed);
// Those that a request names.
std::vector<DeletionItem> items_of_scope(Database& database, const DeletionCase& request);
// All involvements of the human being, undecided.
std::vector<DeletionItem> items_of_everything(Database& database, const DeletionCase& request);

}  // namespace casekeeper
