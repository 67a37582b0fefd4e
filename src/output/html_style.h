// SPDX-License-Identifier: MIT
//
// The look of every HTML page: the style sheet that each carries inside itself. Contrast is at least 7 to 1
// for text in both colour schemes; nothing is said by colour alone.
#pragma once

#include <string_view>

namespace casekeeper {

std::string_view html_style();

}  // namespace casekeeper
