// SPDX-License-Identifier: MIT
//
// Is a text one of a list?
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

inline bool is_among(const std::vector<std::string>& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace casekeeper
