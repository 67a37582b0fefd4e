// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "output/pdf_shaped_lines.h"

namespace casekeeper {
namespace {

// pango's time grows with the square of what it is given at once.
constexpr std::size_t window = 1024;

struct EndIterator {
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};

class PangoLines {
public:
    PangoLines(PdfFonts& fonts, const std::vector<PdfPart>& parts, const PdfMeasure& measure)
        : fonts_(fonts), parts_(parts), measure_(measure), layout_(pango_layout_new(fonts.context())) {
        for (const PdfPart& part : parts) {
            text_ += part.text;
            ends_.push_back(text_.size());
        }
        set_font(layout_.get(), false);
        pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_width(
            layout_.get(), static_cast<int>(measure.width / measure.size * pdf_layout_size * PANGO_SCALE));
        pango_layout_set_auto_dir(layout_.get(), TRUE);
    }

    std::vector<PdfLine> lines() {
        while (begin_ < text_.size()) {
            std::size_t end = std::min(begin_ + window, text_.size());
            while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80) --end;
            lay_out(end);
        }
        return std::move(lines_);
    }

private:
    // Keeps all lines but the last, which what follows may yet belong to.
    void lay_out(std::size_t end) {
        pango_layout_set_text(layout_.get(), text_.data() + begin_, static_cast<int>(end - begin_));
        set_attributes(end);
        if (begin_ == 0) keep_direction();
        const int count = pango_layout_get_line_count(layout_.get());
        const int kept = end == text_.size() || count == 1 ? count : count - 1;
        const std::unique_ptr<PangoLayoutIter, EndIterator> line(pango_layout_get_iter(layout_.get()));
        for (int i = 0; i < kept; ++i) {
            keep(line.get());
            pango_layout_iter_next_line(line.get());
        }
        const bool all = kept == count;
        begin_ = all ? end
                     : begin_ + static_cast<std::size_t>(
                                    pango_layout_iter_get_line_readonly(line.get())->start_index);
    }

    // The direction is that of the whole, not of each window.
    void keep_direction() {
        const auto direction = pango_layout_get_line_readonly(layout_.get(), 0)->resolved_dir;
        pango_context_set_base_dir(fonts_.context(), static_cast<PangoDirection>(direction));
        pango_layout_set_auto_dir(layout_.get(), FALSE);
        if (direction == PANGO_DIRECTION_RTL) pango_layout_set_alignment(layout_.get(), PANGO_ALIGN_RIGHT);
        pango_layout_context_changed(layout_.get());
    }

    // Each part has a colour of its own, which is never drawn: so no run of glyphs is of two of them.
    void set_attributes(std::size_t end) {
        PangoAttrList* const attributes = with_every_letter();
        std::size_t from = 0;
        for (std::size_t part = 0; part < parts_.size(); from = ends_[part++]) {
            if (ends_[part] <= begin_ || from >= end) continue;
            const auto first = static_cast<guint>(std::max(from, begin_) - begin_);
            const auto behind = static_cast<guint>(std::min(ends_[part], end) - begin_);
            const auto colour = static_cast<guint16>(part);
            insert(attributes, pango_attr_foreground_new(colour, 0, 0), first, behind);
            if (parts_[part].bold)
                insert(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), first, behind);
        }
        pango_layout_set_attributes(layout_.get(), attributes);
        pango_attr_list_unref(attributes);
    }

    static void insert(PangoAttrList* attributes, PangoAttribute* attribute, guint first, guint behind) {
        attribute->start_index = first;
        attribute->end_index = behind;
        pango_attr_list_insert(attributes, attribute);
    }

    void keep(PangoLayoutIter* iterator) {
        PangoRectangle extents{};
        pango_layout_iter_get_line_extents(iterator, nullptr, &extents);
        const double scale = measure_.size / pdf_layout_size / PANGO_SCALE;
        PdfLine line = empty_line(measure_.size);
        // Scripts taller than Latin letters get the room they ask for.
        const int baseline = pango_layout_iter_get_baseline(iterator);
        line.above = std::max(line.above, (baseline - extents.y) * scale);
        line.below = std::max(line.below, (extents.y + extents.height - baseline) * scale);
        double at = extents.x * scale;
        const PangoLayoutLine* const laid = pango_layout_iter_get_line_readonly(iterator);
        for (const GSList* run = laid->runs; run != nullptr; run = run->next) {
            auto* const item = static_cast<PangoGlyphItem*>(run->data);
            PdfPiece piece{at, 0, glyphs_of(fonts_, item, pango_layout_get_text(layout_.get())),
                           span_of(*item)};
            piece.width = piece.glyphs.width * measure_.size / pdf_layout_size;
            at += piece.width;
            line.pieces.push_back(std::move(piece));
        }
        lines_.push_back(std::move(line));
    }

    std::size_t span_of(const PangoGlyphItem& item) const {
        const std::size_t place = begin_ + static_cast<std::size_t>(item.item->offset);
        const auto part = std::upper_bound(ends_.begin(), ends_.end(), place) - ends_.begin();
        return parts_.at(static_cast<std::size_t>(part)).span;
    }

    PdfFonts& fonts_;
    const std::vector<PdfPart>& parts_;
    const PdfMeasure& measure_;
    GObjectPointer<PangoLayout> layout_;
    std::string text_;
    std::vector<std::size_t> ends_;  // of the parts within the text
    std::size_t begin_ = 0;          // of the window
    std::vector<PdfLine> lines_;
};

}  // namespace

std::vector<PdfLine> lines_of_pango(PdfFonts& fonts, const std::vector<PdfPart>& parts,
                                    const PdfMeasure& measure) {
    return PangoLines(fonts, parts, measure).lines();
}

}  // namespace casekeeper
