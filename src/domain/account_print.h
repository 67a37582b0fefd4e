// SPDX-License-Identifier: MIT
//
// What two accounts have in common that say the same: their letters and figures, whatever these are parted and
// written by. By it the same account is found among millions; kept beside an entry, derived, never exported. Two
// texts that differ may share one, so whoever found one compares the texts. What is short ("no reply") has none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace casekeeper {

inline constexpr std::size_t least_letters_of_account = 80;

std::optional<std::int64_t> print_of_account(std::string_view account);
// REQUIRES: both have a print.
bool is_same_account(std::string_view one, std::string_view other);

}  // namespace casekeeper
