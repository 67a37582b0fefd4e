// SPDX-License-Identifier: MIT
//
// Whole words in texts, case-folded as Unicode's letters go.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

// Does `text` hold one of `words` (each may be several words with spaces) between ends of words? A word is
// made of letters and digits; whatever lies between words counts as one space, so that O'Brien is found in
// O'Brien's.
bool has_whole_word(std::string_view text, const std::vector<std::string>& words);

// Lower case, white space folded: "two words " and "Two\nWords" are alike.
std::string folded(std::string_view text);

}  // namespace casekeeper
