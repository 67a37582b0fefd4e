// SPDX-License-Identifier: MIT
//
// How wide the columns of a table are to be, from what stands in its first rows: none so narrow that a word is
// broken, and the rest for those that tell the most.
#pragma once

#include <string>
#include <vector>

#include "output/book.h"
#include "output/pdf_table.h"

namespace casekeeper {

// `line`: how many letters a line of the page has room for. Empty where it has none for the longest words of
// all columns. REQUIRES: each row has a cell for each heading.
std::vector<PdfColumn> columns_for(const std::vector<std::string>& headings,
                                   const std::vector<std::vector<Runs>>& rows, double line);

}  // namespace casekeeper
