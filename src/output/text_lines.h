// SPDX-License-Identifier: MIT
//
// Words in lines: how wide a page of plain text is, and how a text is broken to fit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

constexpr std::size_t text_columns = 80;

// A text as lines of at most so many characters, broken at spaces, within a word where it must be. At least
// one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

}  // namespace casekeeper
