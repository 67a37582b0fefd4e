// SPDX-License-Identifier: MIT
//
// Texts in which there is nothing to read: empty, or of white space alone, in any of Unicode's spaces. The
// same characters are handed to SQL to trim, so that both judge alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace casekeeper {

// Every such character, one after the other, in UTF-8.
std::string_view blanks();
bool is_blank(std::string_view text);
bool is_blank(const std::optional<std::string>& text);
// Without the blanks at both ends.
std::string_view without_blanks(std::string_view text);

}  // namespace casekeeper
