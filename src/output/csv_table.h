// SPDX-License-Identifier: MIT
//
// A table as CSV (RFC 4180, UTF-8, CRLF), for a spreadsheet. A text that a spreadsheet would take for a formula
// gets an apostrophe in front, so that nothing that was loaded is ever run by whoever opens the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

// One line, its end included.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace casekeeper
