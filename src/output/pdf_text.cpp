// SPDX-License-Identifier: MIT
#include "output/pdf_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "output/pdf_shaped_lines.h"

namespace casekeeper {
namespace {

// A line of the text as its parts, each of one span.
std::vector<std::vector<PdfPart>> parted(const PdfSpans& spans, PdfCharacters& characters, bool bold) {
    std::vector<std::vector<PdfPart>> lines(1);
    for (std::size_t span = 0; span < spans.size(); ++span) {
        const std::string text = characters.drawable(spans[span].text);
        const bool heavy = bold || spans[span].look == PdfSpan::Look::bold;
        std::size_t begin = 0;
        for (;;) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            if (end > begin) lines.back().push_back({text.substr(begin, end - begin), span, heavy});
            if (end == text.size()) break;
            lines.emplace_back();
            begin = end + 1;
        }
    }
    return lines;
}

}  // namespace

PdfText::PdfText(PdfFonts& fonts, const std::string& language)
    : characters_(fonts.context()), words_(fonts, fonts.context()), fonts_(fonts) {
    pango_context_set_language(fonts.context(), pango_language_from_string(language.c_str()));
}

std::vector<PdfLine> PdfText::lines(const PdfSpans& spans, const PdfMeasure& measure) {
    std::vector<PdfLine> all;
    for (const std::vector<PdfPart>& parts : parted(spans, characters_, measure.bold)) {
        std::optional<std::vector<PdfLine>> some = lines_of_words(words_, parts, measure);
        if (!some) some = lines_of_pango(fonts_, parts, measure);
        std::move(some->begin(), some->end(), std::back_inserter(all));
    }
    return all;
}

PdfLine PdfText::line(std::string_view text, const PdfMeasure& measure) {
    return lines({{std::string(text)}}, measure).front();
}

}  // namespace casekeeper
