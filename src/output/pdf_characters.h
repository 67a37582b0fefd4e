// SPDX-License-Identifier: MIT
//
// The characters of a text as they can be drawn: what is no text, steers a reader or turns the direction of
// writing becomes U+FFFD (output/printable), and a character that no font has becomes its number, [U+1F9FF],
// and is counted. Nothing is an empty box.
#pragma once

#include <pango/pango.h>

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "output/pdf_fonts.h"

namespace casekeeper {

class PdfCharacters {
public:
    explicit PdfCharacters(PangoContext* context);

    // A line break of the text (any of Unicode's) is "\n" in the answer, and nothing else is a control character.
    std::string drawable(std::string_view text);

    // Each character that no font has, and how often it was met.
    const std::map<char32_t, long long>& without_glyph() const { return without_glyph_; }

private:
    bool has_glyph(char32_t character);

    GObjectPointer<PangoLayout> layout_;
    std::unordered_map<char32_t, bool> known_;
    std::map<char32_t, long long> without_glyph_;
};

// Words of Latin letters, digits and their punctuation: each is shaped by itself, and they break at spaces.
bool is_plain(std::string_view text);

// "U+1F9FF"
std::string number_of(char32_t character);

}  // namespace casekeeper
