// SPDX-License-Identifier: MIT
#include "output/pdf_words.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_known = 40000;
constexpr std::size_t longest_word = 400;  // bytes

}  // namespace

PdfWords::PdfWords(PdfFonts& fonts, PangoContext* context)
    : fonts_(fonts), layout_(pango_layout_new(context)) {
    PangoAttrList* const attributes = with_every_letter();
    pango_layout_set_attributes(layout_.get(), attributes);
    pango_attr_list_unref(attributes);
}

const PdfGlyphs* PdfWords::find(std::string_view word, bool bold) {
    if (!is_word(word)) return nullptr;
    Shaped& known = known_.at(bold ? 1 : 0);
    auto place = known.find(word);
    if (place == known.end()) place = known.emplace(word, shaped(word, bold)).first;
    return place->second ? &*place->second : nullptr;
}

bool PdfWords::is_word(std::string_view text) {
    return text.size() <= longest_word;
}

void PdfWords::forget_many() {
    for (Shaped& known : known_)
        if (known.size() > most_known) known.clear();
}

std::optional<PdfGlyphs> PdfWords::shaped(std::string_view word, bool bold) {
    set_font(layout_.get(), bold);
    pango_layout_set_text(layout_.get(), word.data(), static_cast<int>(word.size()));
    const PangoLayoutLine* const line = pango_layout_get_line_readonly(layout_.get(), 0);
    if (pango_layout_get_line_count(layout_.get()) != 1 || line->runs == nullptr ||
        line->runs->next != nullptr)
        return std::nullopt;
    return glyphs_of(fonts_, static_cast<PangoGlyphItem*>(line->runs->data),
                     pango_layout_get_text(layout_.get()));
}

}  // namespace casekeeper
