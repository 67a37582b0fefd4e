// SPDX-License-Identifier: MIT
//
// An address part by part, as it is written: what one line says between commas, as folded words. Postcodes,
// and people it goes in care of, are not among them. Which parts are the house's and its street's, and where
// the town begins, is read from what streets and houses are called (policy/address_words.h).
#pragma once

#include <string>
#include <vector>

namespace casekeeper {

using AddressPart = std::vector<std::string>;

struct AddressParts {
    std::vector<AddressPart> parts;
    std::size_t own = 0;                 // how many of them, from the first, are the house's and its street's
    std::vector<std::string> postcodes;  // found in the lines, with figures

    // Do the parts tell it from the other houses that share its postcode?
    bool is_one_house() const;
};

AddressParts address_parts(const std::vector<std::string>& lines);

// Do the words tell a street or a house from others? "Elm Road", "Park Road"; not "The Close", "Flat 2".
bool is_name(const AddressPart& words);
// "12 Elm Road", "Flat 2 Rose House": a number and what it is the number of.
bool is_numbered(const AddressPart& part);
// "Elm Road", "Elm Road North".
bool is_street(const AddressPart& part);
// The part without what says which flat: "Flat 2 Rose House" -> "Rose House".
AddressPart without_flat(const AddressPart& part);

}  // namespace casekeeper
