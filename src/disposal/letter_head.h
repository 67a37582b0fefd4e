// SPDX-License-Identifier: MIT
//
// To whom a letter about a request is written, and what it is called: from the request and, only where who
// asks is settled, from the record.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "disposal/request_letter.h"
#include "store/deletion_store.h"

namespace casekeeper {

// To whoever asked, who may: by the name the person is called by, or as the requester gave theirs.
LetterHead head_of_request(Database& database, const std::string& trust, const std::string& contact,
                           const DeletionCase& request, Date day);
// To whoever asked, of whom it is not known that they may: by the name they gave, nothing from the record.
LetterHead head_without_record(Database& database, const std::string& trust, const std::string& contact,
                               const DeletionCase& request, Date day);
// To the person themselves, without a request.
LetterHead head_for_person(Database& database, const std::string& trust, const std::string& contact,
                           const std::string& person, Date day);

bool has_died(Database& database, const std::string& person);
// Was no part of the record named?
bool asks_for_everything(Database& database, const DeletionCase& request);
// Parts by their typed ids, undecided. Those that are not there (any more) are left out.
std::vector<DeletionItem> items_named(Database& database, const std::vector<std::string>& typed);
// Those that a request names.
std::vector<DeletionItem> items_of_scope(Database& database, const DeletionCase& request);

// All involvements of the human being, undecided.
std::vector<DeletionItem> items_of_everything(Database& database, const DeletionCase& request);

}  // namespace casekeeper
