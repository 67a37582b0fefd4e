// SPDX-License-Identifier: MIT
//
// What is restricted (custody/restrictions.h) of the store or of one person's record, for whoever is about to
// use it: nothing of it leaves but with the person's consent, for legal claims, to protect another's rights or
// for important public interest (UK GDPR Art 18(2)).
//
// Costs nothing where nobody has restricted anything, else what the restrictions reach; by the same decisions
// as everywhere.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "store/database.h"

namespace casekeeper {

struct RestrictedRecords {
    // Typed ids, sorted as bytes: an involvement for all that is in it, an entry or a document where that
    // alone is restricted, a person who has no involvement.
    std::vector<std::string> items;
    std::vector<Date> since;                // of each item, the first day on which it was restricted
    std::vector<std::string> restrictions;  // ids, sorted
};

// In force on a day. `person`: of that person's own record alone; empty: of everybody's. InputError where what
// is stored of somebody cannot be read. REQUIRES: a unit of work.
RestrictedRecords restricted_records(Database& database, Date day, const std::string& person = {});

}  // namespace casekeeper
