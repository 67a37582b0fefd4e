// SPDX-License-Identifier: MIT
//
// Text as lines of glyphs. Most of it is words of Latin letters, which are shaped once and kept; whatever else
// there is (other scripts, writing to the left, words longer than a line) is laid out by pango. Lines break as
// the text says, else at spaces, and within a word only where it is longer than a line. Long texts are laid
// out window by window, so that time grows with their length.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "output/pdf_characters.h"
#include "output/pdf_fonts.h"
#include "output/pdf_words.h"

namespace casekeeper {

// A piece of text, and how it is shown.
struct PdfSpan {
    enum class Look : std::uint8_t { plain, bold, withheld };

    std::string text;
    Look look = Look::plain;
    std::string target = {};  // of a heading or figure of this document that it leads to; empty for none
};
using PdfSpans = std::vector<PdfSpan>;

// Glyphs of one font and span, beside each other.
struct PdfPiece {
    double at = 0;  // from the line's left end, in points
    double width = 0;
    PdfGlyphs glyphs;  // at the size of layouts
    std::size_t span = 0;
};

struct PdfLine {
    std::vector<PdfPiece> pieces = {};
    double above = 0;  // the baseline, in points
    double below = 0;
    double height() const { return above + below; }
    double width() const { return pieces.empty() ? 0 : pieces.back().at + pieces.back().width; }
};

struct PdfMeasure {
    double size = 10.5;
    double width = 0;
    bool bold = false;  // all of it
};

class PdfText {
public:
    PdfText(PdfFonts& fonts, const std::string& language);

    // At least one line.
    std::vector<PdfLine> lines(const PdfSpans& spans, const PdfMeasure& measure);
    // The first of them.
    PdfLine line(std::string_view text, const PdfMeasure& measure);

    PdfCharacters& characters() { return characters_; }

private:
    PdfCharacters characters_;
    PdfWords words_;
    PdfFonts& fonts_;
};

}  // namespace casekeeper
