// SPDX-License-Identifier: MIT
//
// Whom a changed record concerns: the people whose decisions must be made anew. A person's facts concern the
// person and those whose decisions read them; a relationship both its ends; a hold whoever its scope, old or
// new, can reach; a request its person. A complaint or claim is an involvement and concerns its owner as
// such. Of whatever a proposal may cover, a document or a disclosure too, the disposition review looks at the
// owner; and who brought it in is remembered, for they may not approve its end. An access request that people
// work on is reviewed again where its person's file has changed, or an entry elsewhere whose documents lie in
// that file too, or it is joined with another, and each of them where a protected place or the kind of a worker
// has. Whoever's record was touched is held against the recording rules again, and so are those whose findings
// ask a worker who has changed, and those who have the same account as an entry that did.
#pragma once

#include <set>
#include <string>
#include <unordered_set>

#include "domain/record_format.h"
#include "store/access_store.h"
#include "store/account_print_store.h"
#include "store/decision_store.h"
#include "store/record_store.h"
#include "store/recording_store.h"
#include "store/review_store.h"

namespace casekeeper {

class Staleness {
public:
    // `actor`: who loads. REQUIRES: a unit of work of kind write.
    Staleness(Database& database, RecordStore& records, std::string actor);

    // A row is new (`before` null) or has changed.
    void changed(const Record& record, const Record* before);
    // Joins again the records that changed relationships and adoptions connect, and marks whoever is left to
    // mark.
    void finish();

private:
    void concern(const std::string& person, bool readers_too);
    void concern_owner(const Record& entry);
    void touch(const std::string& person);
    void touch_owner(const Record& document);
    const std::string& owner_of(const std::string& involvement);
    void concern_scope(const Record& hold);
    void rejoin(const Record& record);
    void look_at_others_again(const Record& record, const Record* before);
    void look_at_everybody(const Record& record, const Record* before);

    DecisionStore decisions_;
    ReviewStore reviews_;
    AccessStore access_;
    RecordingStore recording_;
    AccountPrintStore prints_;
    RecordStore& records_;
    const bool nobody_decided_;      // no decision at all yet: everybody is marked at the end
    const bool something_proposed_;  // there are open proposals
    const bool somebody_asks_;       // there are access requests that people work on
    const bool something_checked_;   // records were held against the recording rules before
    const bool first_load_;          // every person's own row is in it
    const std::string actor_;
    std::unordered_set<std::string> marked_;   // lately, so that a person's lines are not marked one by one
    std::unordered_set<std::string> touched_;  // likewise, of whom something was brought in
    std::set<std::string> rejoined_;           // people whose joining may have changed
    bool everybody_is_asked_again_ = false;    // every open access request is to be reviewed
    std::string owner_of_;                     // the involvement whose owner was last looked up
    std::string owner_;
};

}  // namespace casekeeper
