// SPDX-License-Identifier: MIT
//
// The rule of the second person: nobody approves the end of a record they worked on, or that fell due by what
// they loaded.
#pragma once

#include "policy/roles.h"
#include "store/review_store.h"

namespace casekeeper {

// Refused (77) where the record is the actor's own in one of these ways. Of a record whose origin is not
// known nobody is refused.
void require_second_person(const Actor& actor, const ReviewStore::Provenance& origin, long long proposal);

}  // namespace casekeeper
