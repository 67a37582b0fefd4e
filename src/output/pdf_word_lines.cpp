// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "output/pdf_shaped_lines.h"

namespace casekeeper {
namespace {

// A word of one part.
struct Word {
    const PdfPart* part;
    std::string_view text;
    const PdfGlyphs* glyphs;  // null: too long to be one
};

class WordLines {
public:
    WordLines(PdfWords& words, const PdfMeasure& measure)
        : words_(words), measure_(measure), room_(measure.width / measure.size * pdf_layout_size) {
        lines_.push_back(empty_line(measure.size));
    }

    bool add(const PdfPart& part) {
        if (!is_plain(part.text)) return false;
        for (std::size_t at = 0; at < part.text.size();) {
            const std::size_t end = std::min(part.text.find(' ', at), part.text.size());
            if (end > at && !add_word(part, std::string_view(part.text).substr(at, end - at))) return false;
            if (end < part.text.size() && !add_space(part)) return false;
            at = end + 1;
        }
        return true;
    }

    std::optional<std::vector<PdfLine>> finish() {
        if (!place()) return std::nullopt;
        return std::move(lines_);
    }

private:
    bool add_word(const PdfPart& part, std::string_view word) {
        const PdfGlyphs* const glyphs = words_.find(word, part.bold);
        if (!glyphs && words_.is_word(word)) return false;
        unbroken_.push_back({&part, word, glyphs});
        return true;
    }

    // A space at the end of a line is kept there, beyond it: words stay apart when they are read.
    bool add_space(const PdfPart& part) {
        if (!place()) return false;
        const PdfGlyphs* const space = words_.find(" ", part.bold);
        if (!space) return false;
        put(part, *space);
        return true;
    }

    // What stands between two spaces: on this line where there is room, else on the next.
    bool place() {
        double width = 0;
        for (const Word& word : unbroken_) width += word.glyphs ? word.glyphs->width : room_ + 1;
        bool placed = true;
        if (width > room_) {
            for (const Word& word : unbroken_) placed = placed && put_characters(word);
        } else {
            make_room(width);
            for (const Word& word : unbroken_) put(*word.part, *word.glyphs);
        }
        unbroken_.clear();
        return placed;
    }

    // What is longer than a line breaks where the line ends.
    bool put_characters(const Word& word) {
        for (const char* at = word.text.data(); at < word.text.data() + word.text.size();) {
            const char* const next = g_utf8_next_char(at);
            const PdfGlyphs* const character =
                words_.find({at, static_cast<std::size_t>(next - at)}, word.part->bold);
            if (!character) return false;
            make_room(character->width);
            put(*word.part, *character);
            at = next;
        }
        return true;
    }

    void make_room(double width) {
        if (at_ == 0 || at_ + width <= room_) return;
        lines_.push_back(empty_line(measure_.size));
        at_ = 0;
    }

    void put(const PdfPart& part, const PdfGlyphs& glyphs) {
        std::vector<PdfPiece>& pieces = lines_.back().pieces;
        const double scale = measure_.size / pdf_layout_size;
        if (pieces.empty() || pieces.back().span != part.span || pieces.back().glyphs.font != glyphs.font)
            pieces.push_back({at_ * scale, 0, {glyphs.font, {}, {}, {}, 0}, part.span});
        pieces.back().glyphs.append(glyphs);
        pieces.back().width += glyphs.width * scale;
        at_ += glyphs.width;
    }

    PdfWords& words_;
    const PdfMeasure& measure_;
    double room_;
    double at_ = 0;
    std::vector<PdfLine> lines_;
    std::vector<Word> unbroken_;
};

}  // namespace

std::optional<std::vector<PdfLine>> lines_of_words(PdfWords& words, const std::vector<PdfPart>& parts,
                                                   const PdfMeasure& measure) {
    words.forget_many();
    WordLines lines(words, measure);
    for (const PdfPart& part : parts)
        if (!lines.add(part)) return std::nullopt;
    return lines.finish();
}

PdfLine empty_line(double size) {
    return {{}, 1.08 * size, 0.32 * size};
}

}  // namespace casekeeper
