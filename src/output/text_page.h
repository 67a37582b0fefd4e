// SPDX-License-Identifier: MIT
//
// A page as plain text of 80 columns, for a terminal or a mail: title, blank line, opening paragraph,
// sections. Tables wrap within their columns, bars are made of characters; a command stands on a line of its
// own, whole.
#pragma once

#include <string>

#include "output/page.h"

namespace casekeeper {

std::string text_of(const Page& page);

}  // namespace casekeeper
