// SPDX-License-Identifier: MIT
//
// What has to be seen wherever a record is looked at, besides what is decided of it: that it, or a part of it,
// is restricted (UK GDPR Art 18) or disputed, and what stands beside it at its person's wish (Art 16, 21).
#pragma once

#include <string>
#include <vector>

#include "domain/remark.h"
#include "retention/listing.h"

namespace casekeeper {

// What is looked at.
struct LookedAt {
    std::string kind;  // person, involvement, entry, document
    std::string id;
};

// Puts what is restricted of it, in sentences, before the steps of the decisions it is explained by.
void say_restrictions(Database& database, Date day, const LookedAt& record,
                      std::vector<ShownDecision>& decisions);
// A document's are those of its entry; a person has none.
std::vector<Remark> remarks_beside(Database& database, const LookedAt& record);
// That it, or an entry in it, is disputed or contested, in sentences: what it says is one view. What the other
// is stands in its remarks, where it is written down. A person's file has those of each involvement.
std::vector<std::string> disputes_of(Database& database, Date day, const LookedAt& record);
// "correction of 23 November 2026, by dana, dpo: \"It was my brother.\""
std::string in_words(const Remark& remark);

}  // namespace casekeeper
