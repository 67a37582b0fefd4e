// SPDX-License-Identifier: MIT
//
// The head of a letter as values of its template.
#pragma once

#include <set>
#include <string>

#include "domain/letter_head.h"
#include "output/letter.h"

namespace casekeeper {

// TRUST, CONTACT, WRITTEN_ON, REQUEST, RECEIVED_ON, SALUTATION; YOURS where somebody asks for themselves, else
// THEIRS. Not whom it is about: a letter that tells nothing of a record has no mark for it.
const std::set<std::string>& names_of_heading();
LetterValues values_of(const LetterHead& head);

}  // namespace casekeeper
