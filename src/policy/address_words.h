// SPDX-License-Identifier: MIT
//
// The words addresses are made of: what is written short (Rd, Ave, St for Street and Saint), what says which
// part of a building, what streets and houses are called, what anybody's words may be, and the counties. All
// folded as base/folded_letters.h folds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/folded_letters.h"

namespace casekeeper {

// "rd" -> "road"; another word as it is.
std::string_view written_out(std::string_view word);
// "road" -> "rd"; another word as it is.
std::string_view written_short(std::string_view word);
// The same letters with each word written out, and without those that say nothing: the, of, and, in, no.
FoldedLetters written_out(const FoldedLetters& text);

// A word between them that says nothing where a place is.
bool is_filler(std::string_view word);
bool is_number(std::string_view word);
// Flat, room, floor, PO box; a single letter.
bool is_part_of_building(std::string_view word);
// What a street, a house is called at its end: road, close; cottage, lodge.
bool is_street_word(std::string_view word);
bool is_house_word(std::string_view word);
// Old, house, home, white: "the old house" is no name of one.
bool is_anybodys_word(std::string_view word);
bool is_school_word(std::string_view word);
// "West Yorkshire", "England": the words of a line.
bool is_county(const std::vector<std::string>& words);
// 12 -> {twelve}, 42 -> {forty, two}; none from 100 on.
std::vector<std::string> number_in_words(std::string_view number);

}  // namespace casekeeper
