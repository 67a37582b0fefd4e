// SPDX-License-Identifier: MIT
//
// Who will read what an access request releases, as far as it decides what they may learn.
#pragma once

#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/record_format.h"
#include "policy/release_proposals.h"
#include "store/database.h"

namespace casekeeper {

struct ReleaseReader {
    Reader reader;       // for the rules of release
    std::string person;  // the record that was asked for
    std::vector<std::string>
        theirs;  // ids of the records of the human being that reads; empty: not in the store
    bool asks_for_oneself = true;
};

// Under 18 on the day, perhaps: what is not known of the birth protects. Whoever has died is none.
bool may_be_child(const PersonFacts& person, Date day);

// `file`: of the person the request is about.
ReleaseReader reader_of(Database& database, const Record& request, const CaseFile& file, Date day);

}  // namespace casekeeper
