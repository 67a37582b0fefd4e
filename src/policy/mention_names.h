// SPDX-License-Identifier: MIT
//
// Names of people nobody told of: words with a capital that are no English words, listed given names and surnames, and
// what stands round them (my daughter, X; Mrs X; X said; from X). What is found a name by its surroundings is one all
// over the text; what is found a place is none. Evidence is counted in points; the weights were chosen by hand.
#pragma once

#include <vector>

#include "policy/mention.h"
#include "policy/mention_words.h"
#include "policy/name_knowledge.h"

namespace casekeeper {

struct UnknownName {
    std::size_t first = 0;  // words
    std::size_t last = 0;
    double confidence = 0;
    const char* why = "";
};

// In their order.
std::vector<UnknownName> unknown_names(const MentionWords& words, const NameKnowledge& knowledge);

}  // namespace casekeeper
