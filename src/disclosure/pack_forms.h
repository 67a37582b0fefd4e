// SPDX-License-Identifier: MIT
//
// The pack's own words, which stand around what was written in the record: which texts there are, and the marks
// each may have (output/letter_templates.h). Each is a part of the pack's book; its title and headings become
// the book's. Nothing in them but numbers, days, reasons and what the reader may see.
#pragma once

#include <span>

#include "output/letter_templates.h"

namespace casekeeper {

// Their names, in the order of a pack.
namespace pack_form {
inline constexpr const char* letter = "pack_letter";        // for whom it is, what it is, its number
inline constexpr const char* reading = "pack_reading";      // how to go about it, and whom to talk to
inline constexpr const char* why = "pack_why";              // UK GDPR Art 15(1)(a)-(h), 15(2)
inline constexpr const char* here = "pack_here";            // what is here and what is not
inline constexpr const char* kept_back = "pack_kept_back";  // how it looks, and how to say no to it
inline constexpr const char* rights = "pack_rights";        // UK GDPR Art 15(1)(e), (f) and Art 12(4)
}  // namespace pack_form

std::span<const LetterForm> pack_forms();

}  // namespace casekeeper
