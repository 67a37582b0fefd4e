// SPDX-License-Identifier: MIT
//
// Bytes in letters and digits that any text can hold (RFC 4648), padded, in one line.
#pragma once

#include <string>
#include <string_view>

namespace casekeeper {

std::string base64_of(std::string_view bytes);

}  // namespace casekeeper
