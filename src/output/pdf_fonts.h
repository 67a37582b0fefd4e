// SPDX-License-Identifier: MIT
//
// The fonts of a PDF document: chosen by pango among those of this machine that can be embedded (outlines, one
// style a file, no colours), and embedded by cairo with the glyphs that are used.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <unordered_map>
#include <vector>

namespace casekeeper {

struct GObjectEnd {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using GObjectPointer = std::unique_ptr<T, GObjectEnd>;

// The size every text is laid out at, in points, whatever size it is drawn at: nothing is hinted.
constexpr double pdf_layout_size = 16;

class PdfFonts {
public:
    PdfFonts();
    ~PdfFonts();
    PdfFonts(const PdfFonts&) = delete;
    PdfFonts& operator=(const PdfFonts&) = delete;

    // Makes layouts in units of the point (72 to the inch).
    PangoContext* context() const { return context_.get(); }
    std::size_t number_of(PangoFont* font);
    cairo_scaled_font_t* scaled(std::size_t number) const;

private:
    GObjectPointer<PangoFontMap> map_;
    GObjectPointer<PangoContext> context_;
    std::vector<PangoFont*> fonts_;  // each is kept
    std::unordered_map<PangoFont*, std::size_t> numbers_;
};

// What a layout begins with: a glyph for each letter (no fi of one piece), so that each is read back as it is.
// The caller's.
PangoAttrList* with_every_letter();

// The families, weight and size texts are laid out in.
void set_font(PangoLayout* layout, bool bold);

}  // namespace casekeeper
