// SPDX-License-Identifier: MIT
//
// What gives a place away: the words and codes to look for, made from an address or a contact as recorded.
//
//   a postcode               by itself, in any spelling
//   a house number, street   "12 Elm Road", also "12 Elm Rd", "twelve Elm Road", "Elm Road no 12"; of a flat
//                            or a range of numbers each house number with its street
//   a house name             by itself where it says that it is one ("Rose Cottage", "The Beeches" before a
//                            street) and is not anybody's ("the old house"); else only with the next line
//   a flat, a PO box         only with the next line
//   a street                 only with a number, or with the next line ("Elm Road, Leeds")
//   a town, a county         never by itself: thousands live there
//   a telephone number       its digits without the code of the country or the leading 0
//   an e-mail address        also with "at" and "dot"
//   a school, a placement    its name as whole words, also without "School" at the end; anything else recorded
//                            with it as an address
//
// All are folded (base/folded_letters.h) and without what stands between the letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

struct PlaceClues {
    struct Code {
        std::string letters;      // with figures (policy/postcode.h)
        std::size_t outward = 0;  // of a postcode, letters before its last three; 0: a telephone number
    };
    std::vector<std::string> words;  // to be found between edges of words; two bytes to longest_words
    std::vector<Code> codes;

    static constexpr std::size_t longest_words = 160;
};

PlaceClues clues_of_address(const std::vector<std::string>& lines, const std::string& postcode);
PlaceClues clues_of_contact(const std::string& value);

// An address as it is compared with another: house and street written out, and the postcode; without one all
// its lines. Empty where no number and no house name tells it from its neighbours: nothing is the same as it.
std::string house_of(const std::vector<std::string>& lines, const std::string& postcode);

enum class ContactKind { email, phone, place };
ContactKind kind_of_contact(const std::string& kind, const std::string& value);

}  // namespace casekeeper
