// SPDX-License-Identifier: MIT
//
// Letters and figures that stand together, as codes and numbers are written: in groups with a space, a hyphen, a dot
// between them. And whether words that tell what a number is stand before it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "policy/mention_words.h"

namespace casekeeper {

// One way to end a run that begins at a word.
struct MentionRun {
    std::size_t last = 0;  // word
    std::string letters;   // folded, without what stands between
    std::size_t gaps = 0;  // between groups
};

// The runs that begin at word i, the shortest first, of no more than `most` letters. Groups are parted by one of the
// characters of `between`, or a space.
std::vector<MentionRun> runs_from(const MentionWords& words, std::size_t i, std::size_t most,
                                  std::string_view between);

// Nothing but white space or punctuation stands right before word i, right behind it: it is no part of a longer code.
bool begins_run(const MentionWords& words, std::size_t i);
bool ends_run(const MentionWords& words, std::size_t i);

// Is one of these among the words that begin in the `bytes` before word i, in its sentence?
bool is_said_before(const MentionWords& words, std::size_t i, std::size_t bytes,
                    std::initializer_list<std::string_view> these);
bool is_said_behind(const MentionWords& words, std::size_t i, std::size_t bytes,
                    std::initializer_list<std::string_view> these);
// Order, invoice, reference: words before a number that is nobody's.
bool is_business_number(const MentionWords& words, std::size_t i);

}  // namespace casekeeper
