// SPDX-License-Identifier: MIT
//
// Which words of a text are kept back, and what stands there instead. Only the words: never more than what a
// decision covers, and nothing of them is left in what comes out. Positions are bytes.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/protected_places.h"

namespace casekeeper {

struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;  // one past
    bool operator==(const TextSpan&) const = default;
};

// std::runtime_error where a search answered with what is no stretch of the text.
void require_within(std::string_view text, const TextSpan& span);

// Words that name somebody, or are a number or place of theirs.
struct NamedSpan {
    TextSpan span;
    std::vector<std::string> whom;  // keys: all whom it may mean
};
using NameSearch = std::function<std::vector<NamedSpan>(std::string_view text)>;
// Words that are kept back by the decision of a number.
struct Cut {
    TextSpan span;
    int number = 0;        // from 1: under which the reader is told why
    std::string stand_in;  // "your brother or sister 2"
};

// A piece of what the reader sees: words as they were written, or a stand-in with its number.
struct ShownPiece {
    std::string text;
    int number = 0;  // 0: as written
    bool operator==(const ShownPiece&) const = default;
};

// The text without its cuts, in its order; no piece is empty. What overlaps, or has only white space between
// it, is one cut for the reader where it is of the same number; of different numbers the one that begins
// first, at the same place the longer, stands for the words they share. REQUIRES: spans within the text.
std::vector<ShownPiece> without_cuts(std::string_view text, std::vector<Cut> cuts);

// Every place where a passage stands that a person quoted: white space and line ends, straight and curled
// quotation marks, and dashes of any length are alike; letters must be the same. Empty: it stands nowhere.
std::vector<TextSpan> where_quoted(std::string_view text, std::string_view passage);

// The shortest runs of whole words (between white space) that give away one of some places, in their order,
// none overlapping. Without them the text gives none of those away; where that cannot be had, the whole text.
std::vector<TextSpan> where_given_away(std::string_view text, const PlaceSearch& search,
                                       const std::vector<std::size_t>& places);

}  // namespace casekeeper
