// SPDX-License-Identifier: MIT
//
// An entry that is to be moved, with its documents, and the two places as they are before: involvements, the people
// they are of, and all records that are joined with theirs as one human being.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/record_format.h"

namespace casekeeper {

struct RefiledEntry {
    Record entry;
    std::vector<Record> documents;
    std::string from_involvement;
    std::string from_person;
    std::string to_involvement;
    std::string to_person;
    std::vector<std::string> from_people;  // their records, as they are joined
    std::vector<std::string> to_people;

    bool is_between_people() const { return from_people != to_people; }
    // Typed: the entry and its documents.
    std::set<std::string> items() const;
};

}  // namespace casekeeper
