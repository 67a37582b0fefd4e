// SPDX-License-Identifier: MIT
//
// What stands in the way of sharing something, and what whoever shares it must know of it first: read from the
// store for policy/disclosure_rules.h. Protected places are looked for in every word that would leave, of the
// parts that are given too (disclosure/given_parts.h); whose place it is does not matter, but for a school or the like,
// which others may go to as well.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "custody/access_reviewer.h"
#include "custody/schedule_in_force.h"
#include "custody/stored_places.h"
#include "domain/record_format.h"
#include "policy/disclosure_rules.h"
#include "policy/release_rules.h"
#include "store/database.h"
#include "store/record_store.h"

namespace casekeeper {

struct WeighedDisclosure {
    std::vector<DisclosureStop> stops;  // those that are lifted too
    std::vector<std::string> missing;   // options, as policy/disclosure_rules.h has them
    // Sentences: what is old or disputed of it, to be passed on with it and kept in the log.
    std::vector<std::string> caveats;
    // What else to look at before it is sent.
    std::vector<std::string> warnings;
};

class DisclosureWeighing {
public:
    // `documents`: what a stored document says. All are kept by reference.
    DisclosureWeighing(Database& database, const ReleaseRules& rules, const ServiceCatalogue& catalogue,
                       const ReviewTools& tools);

    // InputError where the person, the involvement or an item is not there, or is another person's.
    // The same where somebody's places cannot be read: they would be missed.
    // `despite_restriction`: a ground of UK GDPR Art 18(2); empty: none.
    // REQUIRES: a unit of work; a disclosure.
    WeighedDisclosure weigh(const Record& disclosure, const std::string& despite_restriction, Date day);
    // The same of one that was recorded before: what was given may have ended since, and is passed over.
    WeighedDisclosure weigh_again(const Record& disclosure, const std::string& despite_restriction, Date day);

private:
    class Weighing;
    StoredPlaces& places();

    Database& database_;
    const ReleaseRules& rules_;
    const ServiceCatalogue& catalogue_;
    const ReviewTools& tools_;
    std::unique_ptr<StoredPlaces> places_;  // read at first need
};

}  // namespace casekeeper
