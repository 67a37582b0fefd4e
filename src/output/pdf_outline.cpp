// SPDX-License-Identifier: MIT
#include "output/pdf_outline.h"

#include <cairo-pdf.h>

namespace casekeeper {

void add_bookmarks(cairo_surface_t* document, const std::vector<PdfHeading>& headings) {
    struct Open {
        int level;
        int bookmark;
    };
    std::vector<Open> open = {{0, CAIRO_PDF_OUTLINE_ROOT}};
    for (const PdfHeading& heading : headings) {
        while (open.back().level >= heading.level) open.pop_back();
        const std::string place = "dest='" + std::to_string(heading.destination) + "'";
        const int bookmark =
            cairo_pdf_surface_add_outline(document, open.back().bookmark, heading.text.c_str(), place.c_str(),
                                          static_cast<cairo_pdf_outline_flags_t>(0));
        open.push_back({heading.level, bookmark});
    }
}

}  // namespace casekeeper
