// SPDX-License-Identifier: MIT
//
// A table as lines of plain text, at most 80 characters each but for commands, which stay whole.
#pragma once

#include <string>

#include "output/page.h"

namespace casekeeper {

// Without its caption.
std::string text_of(const Table& table);

}  // namespace casekeeper
