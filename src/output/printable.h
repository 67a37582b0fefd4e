// SPDX-License-Identifier: MIT
//
// Texts from outside (messages, ids) made fit to be shown: no terminal is steered and no page is broken by
// them.
#pragma once

#include <string>
#include <string_view>

namespace casekeeper {

// White space becomes a space; other control characters, those that turn the direction of writing, and bytes
// that are no UTF-8 become U+FFFD.
std::string printable(std::string_view text);

// How many characters valid UTF-8 holds.
std::size_t length_of(std::string_view text);

}  // namespace casekeeper
