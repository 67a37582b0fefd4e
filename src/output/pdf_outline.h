// SPDX-License-Identifier: MIT
//
// The headings of a PDF document, for its bookmarks and its contents.
#pragma once

#include <cairo.h>

#include <string>
#include <vector>

namespace casekeeper {

struct PdfHeading {
    int level = 1;
    std::string text;     // as it is drawn
    int destination = 0;  // where it is (PdfTargets)
    long long page = 0;   // among the pages that are not front matter, from 1
};

// A heading lies beneath the nearest one before it that has a lower level.
void add_bookmarks(cairo_surface_t* document, const std::vector<PdfHeading>& headings);

}  // namespace casekeeper
