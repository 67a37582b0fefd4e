// SPDX-License-Identifier: MIT
//
// Postcodes of the United Kingdom as they are compared: without what stands between their letters, and with o
// as 0, i and l as 1, for these are taken for one another. Letters are folded (base/folded_letters.h).
#pragma once

#include <string>
#include <vector>

namespace casekeeper {

inline constexpr std::size_t inward_letters = 3;  // of the second half: 1AA

// "sw1a1aa", "swiaiaa" -> "sw1a1aa"
std::string with_figures(std::string letters);
// A9 9AA, A99 9AA, AA9 9AA, AA99 9AA, A9A 9AA, AA9A 9AA or GIR 0AA, of letters with figures.
bool has_shape_of_postcode(const std::string& figures);

struct PostcodesTaken {
    std::vector<std::string> postcodes;  // with figures
    std::string rest;                    // the text's other words, a space after each
};
// The postcodes that stand in a line. What only might be one, "a1 2b0", is none.
PostcodesTaken take_postcodes(const std::string& line);

}  // namespace casekeeper
