// SPDX-License-Identifier: MIT
//
// Codes and numbers as they stand in a sentence: small ways of writing that every text for people shares.
#pragma once

#include <string>
#include <string_view>

namespace casekeeper {

// "next-of_kin" -> "next of kin".
std::string with_spaces(std::string code);

// Its first letter large, where it is one of a to z.
std::string capital(std::string text);

// "1st", "22nd", "75th". REQUIRES: not negative.
std::string ordinal(long long number);

// In one line: each run of spaces and breaks between words is one space; none at the beginning.
std::string in_a_line(std::string_view text);

}  // namespace casekeeper
