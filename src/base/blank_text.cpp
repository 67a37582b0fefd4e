// SPDX-License-Identifier: MIT
#include "base/blank_text.h"

namespace casekeeper {
namespace {

// White space, and what takes no room at all.
constexpr std::string_view all_blanks =
    " \t\n\v\f\r"
    "\u0085\u00A0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B"
    "\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF";

std::size_t length_of_character(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3;
}

// How many bytes of a blank stand at the beginning, or at the end; 0: there is none.
std::size_t blank_at(std::string_view text, bool at_end) {
    for (std::size_t at = 0; at < all_blanks.size();) {
        const std::string_view blank = all_blanks.substr(at, length_of_character(all_blanks[at]));
        if (at_end ? text.ends_with(blank) : text.starts_with(blank)) return blank.size();
        at += blank.size();
    }
    return 0;
}

}  // namespace

std::string_view blanks() {
    return all_blanks;
}

std::string_view without_blanks(std::string_view text) {
    while (const std::size_t bytes = blank_at(text, false)) text.remove_prefix(bytes);
    while (const std::size_t bytes = blank_at(text, true)) text.remove_suffix(bytes);
    return text;
}

bool is_blank(std::string_view text) {
    return without_blanks(text).empty();
}

bool is_blank(const std::optional<std::string>& text) {
    return !text || is_blank(std::string_view(*text));
}

}  // namespace casekeeper
