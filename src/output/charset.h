// SPDX-License-Identifier: MIT
//
// Texts of any character set as UTF-8, by the C library's iconv.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace casekeeper {

// Nullopt where there is no such character set, or a byte is none of it.
std::optional<std::string> utf8_from(const std::string& charset, std::string_view bytes);
// A file of text that does not say its character set: UTF-16 by its first bytes, else UTF-8, and each byte that
// is none Windows-1252 (texts are put together from both), with U+FFFD for its five bytes that mean nothing.
std::string utf8_of_text(std::string_view bytes);
// Is it text at all: no control characters but white space, in one of the character sets above?
bool is_text(std::string_view bytes);

}  // namespace casekeeper
