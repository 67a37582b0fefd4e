// SPDX-License-Identifier: MIT
//
// A review as it is kept with the case, in the place of the one before. Decisions on what is proposed as before
// stand; those of a part that reads otherwise now, or of somebody who said another word since, are made anew; what a
// person withheld is never shown because the machine thinks otherwise: they judge it again.
#pragma once

#include "base/json_text.h"
#include "custody/access_reviewer.h"
#include "store/access_store.h"

namespace casekeeper {

// REQUIRES: a unit of work of kind write; the case is stored by whoever moves it.
void store_review(AccessStore& cases, AccessCase& one, const AccessReview& review, Date day);
// By what a decision on it was made: a digest of its part as it stands, and the last word of whomever it is
// about; each empty where there is none.
std::string content_of(const AccessReview& review, const AccessItem& item);
std::string consent_of(const AccessReview& review, const AccessItem& item);
// What the event of a review holds.
JsonObject facts_of(const AccessReview& review);

}  // namespace casekeeper
