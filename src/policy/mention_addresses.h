// SPDX-License-Identifier: MIT
//
// Addresses: a house's number or name with its street (12 Elm Road; Flat 2, Rose House, Elm Road), on to the postcode
// where one follows. A street by itself is something to look at. "12 High Court judges", "section 12 Close" are none.
#pragma once

#include <vector>

#include "policy/mention.h"
#include "policy/mention_words.h"

namespace casekeeper {

std::vector<Mention> addresses_in(const MentionWords& words);

}  // namespace casekeeper
