// SPDX-License-Identifier: MIT
//
// Names as they are compared: "Zoë O'Brien" and "zoe obrien" are both the words {zoe, obrien}. By utf8proc:
// decomposed for compatibility, case-folded, without marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

// The words of a name in the order written: runs of letters and digits; apostrophes and hyphens are passed
// over, anything else parts. Text that is no UTF-8 gives none.
std::vector<std::string> name_words(std::string_view name);

}  // namespace casekeeper
