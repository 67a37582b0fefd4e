// SPDX-License-Identifier: MIT
#include "output/pdf_glyphs.h"

#include <array>
#include <stdexcept>
#include <string_view>

namespace casekeeper {
namespace {

double points(int units) {
    return static_cast<double>(units) / PANGO_SCALE;
}

// The one character a glyph of two letters stands for, where Unicode has one: lam with alef, which some readers
// of PDF files, turning what is written to the left, would give back as alef with lam.
std::string_view as_read(std::string_view text) {
    struct Ligature {
        std::string_view letters;
        std::string_view character;
    };
    constexpr std::array<Ligature, 4> ligatures = {{{"\u0644\u0622", "\uFEF5"},
                                                    {"\u0644\u0623", "\uFEF7"},
                                                    {"\u0644\u0625", "\uFEF9"},
                                                    {"\u0644\u0627", "\uFEFB"}}};
    for (const Ligature& ligature : ligatures)
        if (text == ligature.letters) return ligature.character;
    return text;
}

// Does it begin with a mark above, beneath or around the letter before it?
bool is_mark(std::string_view cluster) {
    return g_unichar_ismark(g_utf8_get_char(cluster.data())) != 0;
}

class GlyphReader {
public:
    GlyphReader(PdfFonts& fonts, PangoGlyphItem* run) : run_(run) {
        drawn_.font = fonts.number_of(run->item->analysis.font);
    }

    // A cluster: glyphs that stand for characters together, from left to right.
    void read(int first, int behind, std::string_view text, bool leftwards) {
        int count = 0;
        for (int i = first; i < behind; ++i) count += read(run_->glyphs->glyphs[i]);
        if (count == 0) return;  // what cannot be seen
        const std::string_view read = as_read(text);
        drawn_.text += read;
        cairo_text_cluster_t cluster{static_cast<int>(read.size()), count};
        // Letter and marks are read together wherever the marks are drawn.
        if (!leftwards && !drawn_.clusters.empty() && is_mark(text)) {
            cluster.num_bytes += drawn_.clusters.back().num_bytes;
            cluster.num_glyphs += drawn_.clusters.back().num_glyphs;
            drawn_.clusters.pop_back();
        }
        drawn_.clusters.push_back(cluster);
    }

    PdfGlyphs finish() { return std::move(drawn_); }

private:
    int read(const PangoGlyphInfo& glyph) {
        if (glyph.glyph != PANGO_GLYPH_EMPTY && (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            throw std::logic_error("a character without a glyph is drawn");
        const bool drawn = glyph.glyph != PANGO_GLYPH_EMPTY;
        if (drawn)
            drawn_.glyphs.push_back({glyph.glyph, drawn_.width + points(glyph.geometry.x_offset),
                                     points(glyph.geometry.y_offset)});
        drawn_.width += points(glyph.geometry.width);
        return drawn ? 1 : 0;
    }

    PangoGlyphItem* run_;
    PdfGlyphs drawn_;
};

}  // namespace

void PdfGlyphs::append(const PdfGlyphs& more) {
    for (cairo_glyph_t glyph : more.glyphs) {
        glyph.x += width;
        glyphs.push_back(glyph);
    }
    clusters.insert(clusters.end(), more.clusters.begin(), more.clusters.end());
    text += more.text;
    width += more.width;
}

PdfGlyphs glyphs_of(PdfFonts& fonts, PangoGlyphItem* run, const char* text) {
    GlyphReader reader(fonts, run);
    const bool leftwards = run->item->analysis.level % 2 != 0;
    PangoGlyphItemIter at{};
    // The glyphs of a run to the left stand from left to right all the same: its last cluster comes first.
    gboolean more = leftwards ? pango_glyph_item_iter_init_end(&at, run, text)
                              : pango_glyph_item_iter_init_start(&at, run, text);
    while (more) {
        const int first = leftwards ? at.end_glyph + 1 : at.start_glyph;
        const int behind = leftwards ? at.start_glyph + 1 : at.end_glyph;
        const auto length = static_cast<std::size_t>(at.end_index - at.start_index);
        reader.read(first, behind, {text + at.start_index, length}, leftwards);
        more = leftwards ? pango_glyph_item_iter_prev_cluster(&at) : pango_glyph_item_iter_next_cluster(&at);
    }
    return reader.finish();
}

}  // namespace casekeeper
