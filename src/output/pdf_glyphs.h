// SPDX-License-Identifier: MIT
//
// Laid-out glyphs of one font with the text they stand for, as cairo draws both.
#pragma once

#include <pango/pangocairo.h>

#include <string>
#include <vector>

#include "output/pdf_fonts.h"

namespace casekeeper {

struct PdfGlyphs {
    std::size_t font = 0;
    std::vector<cairo_glyph_t> glyphs;  // from the first one's origin, in points of the size of layouts
    std::vector<cairo_text_cluster_t> clusters;
    std::string text;
    double width = 0;  // likewise

    // Adds what stands behind. REQUIRES: of the same font.
    void append(const PdfGlyphs& more);
};

// `text`: that of the layout. A glyph that no font has is std::logic_error: texts are made drawable before.
PdfGlyphs glyphs_of(PdfFonts& fonts, PangoGlyphItem* run, const char* text);

}  // namespace casekeeper
