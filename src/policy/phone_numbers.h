// SPDX-License-Identifier: MIT
//
// The telephone numbers that a recorded value holds, as the digits that every way of writing each has in
// common: without +44, 0044, (0) or 0. Of another country's number the code, of one to three digits, cannot be
// told from the rest: three are left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

// "07700 900123 (mum) / +44 (0)1632 960123" -> {7700900123, 1632960123}. None has fewer than six digits.
std::vector<std::string> phone_numbers(std::string_view value);

}  // namespace casekeeper
