// SPDX-License-Identifier: MIT
//
// Whom a changed record concerns: the people whose decisions must be made anew. A person's facts concern the
// person and those whose decisions read them; a relationship both its ends; a hold whoever its scope, old or
// new, can reach.
#pragma once

#include <set>
#include <string>
#include <unordered_set>

#include "domain/record_format.h"
#include "store/decision_store.h"
#include "store/record_store.h"

namespace casekeeper {

class Staleness {
public:
    // REQUIRES: a unit of work of kind write.
    Staleness(Database& database, RecordStore& records);

    // A row is new (`before` null) or has changed.
    void changed(const Record& record, const Record* before);
    // Joins again the records that changed relationships and adoptions connect, and marks whoever is left to
    // mark.
    void finish();

private:
    void concern(const std::string& person, bool readers_too);
    void concern_owner(const Record& entry);
    void concern_scope(const Record& hold);
    void rejoin(const Record& record);

    DecisionStore decisions_;
    RecordStore& records_;
    const bool nobody_decided_;               // no decision at all yet: everybody is marked at the end
    std::unordered_set<std::string> marked_;  // lately, so that a person's lines are not marked one by one
    std::set<std::string> rejoined_;          // people whose joining may have changed
    std::string owner_of_;                    // the involvement whose owner was last looked up
    std::string owner_;
};

}  // namespace casekeeper
