// SPDX-License-Identifier: MIT
//
// Sentences with made-up numbers, addresses and days of birth in them, and with what only looks like one: wrong check
// digits, orders' numbers, dates, sections, sums. For the mention finder's test and its table of quality.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "policy/mention.h"

namespace casekeeper::test {

struct MadeUpSentence {
    std::string text;
    MentionKind kind = MentionKind::nhs_number;  // that it holds, or looks like
    bool is_there = false;
    std::size_t begin = 0;  // bytes of what is there
    std::size_t end = 0;
};

// The same for the same seed. `each` of every kind that are there, and as many that only look so.
std::vector<MadeUpSentence> made_up_sentences(std::uint64_t seed, int each);

}  // namespace casekeeper::test
