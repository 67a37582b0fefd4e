// SPDX-License-Identifier: MIT
//
// The two ways from a line of the text to lines on paper: by words that are known already, and by pango.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "output/pdf_text.h"

namespace casekeeper {

struct PdfPart {
    std::string text;
    std::size_t span = 0;
    bool bold = false;
};

// Nullopt where the text asks for more than words beside each other.
std::optional<std::vector<PdfLine>> lines_of_words(PdfWords& words, const std::vector<PdfPart>& parts,
                                                   const PdfMeasure& measure);
std::vector<PdfLine> lines_of_pango(PdfFonts& fonts, const std::vector<PdfPart>& parts,
                                    const PdfMeasure& measure);

// An empty line of a size: a third more than the letters, as reading asks for.
PdfLine empty_line(double size);

}  // namespace casekeeper
