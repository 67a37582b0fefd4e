// SPDX-License-Identifier: MIT
//
// Words of Latin letters as glyphs, each shaped once by pango and kept: a text repeats its words. What is kept
// is bounded.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "output/pdf_fonts.h"
#include "output/pdf_glyphs.h"

namespace casekeeper {

class PdfWords {
public:
    PdfWords(PdfFonts& fonts, PangoContext* context);

    // REQUIRES: is_plain(word). Null where it is not made of glyphs of one font, or of no length a word has;
    // else stays until forget_many.
    const PdfGlyphs* find(std::string_view word, bool bold);
    // Is it short enough to be a word?
    static bool is_word(std::string_view text);
    // Forgets where there is much to forget.
    void forget_many();

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Shaped = std::unordered_map<std::string, std::optional<PdfGlyphs>, Hash, std::equal_to<>>;

    std::optional<PdfGlyphs> shaped(std::string_view word, bool bold);

    PdfFonts& fonts_;
    GObjectPointer<PangoLayout> layout_;
    std::array<Shaped, 2> known_;  // plain, bold
};

}  // namespace casekeeper
