// SPDX-License-Identifier: MIT
#include "output/pdf_characters.h"

#include <algorithm>

#include "output/printable.h"

namespace casekeeper {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

// Of CR LF, CR, LF, VT, FF, NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR: how long the one that begins the text is.
std::size_t line_break(std::string_view text) {
    if (text.starts_with("\r\n")) return 2;
    if (text.front() >= '\n' && text.front() <= '\r') return 1;
    if (text.starts_with("\xC2\x85")) return 2;
    if (text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9")) return 3;
    return 0;
}

bool is_plain_character(char32_t character) {
    const bool ascii = character >= ' ' && character < 0x7F;
    // Without the space that does not break, and the hyphen that is not seen.
    const bool latin = character > 0xA0 && character < 0x250 && character != 0xAD;
    const bool punctuation = (character >= 0x2012 && character <= 0x2026) || character == 0x20AC;
    return ascii || latin || punctuation;
}

}  // namespace

PdfCharacters::PdfCharacters(PangoContext* context) : layout_(pango_layout_new(context)) {}

bool PdfCharacters::has_glyph(char32_t character) {
    const auto [place, is_new] = known_.try_emplace(character, true);
    if (is_new) {
        std::string text(6, '\0');
        text.resize(static_cast<std::size_t>(g_unichar_to_utf8(character, text.data())));
        pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
        place->second = pango_layout_get_unknown_glyphs_count(layout_.get()) == 0;
    }
    return place->second;
}

std::string PdfCharacters::drawable(std::string_view text) {
    std::string lines;
    lines.reserve(text.size());
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = line_break(text.substr(at));
        at += std::max<std::size_t>(length, 1);
        if (length == 0) continue;
        lines += printable(text.substr(begin, at - length - begin));
        lines += '\n';
        begin = at;
    }
    lines += printable(text.substr(begin));
    if (is_ascii(lines)) return lines;

    std::string drawn;
    drawn.reserve(lines.size());
    for (const char* at = lines.data(); at < lines.data() + lines.size();) {
        const char* const next = g_utf8_next_char(at);
        const char32_t character = g_utf8_get_char(at);
        if (character < 0x7F || has_glyph(character)) {
            drawn.append(at, next);
        } else {
            ++without_glyph_[character];
            drawn += "[" + number_of(character) + "]";
        }
        at = next;
    }
    return drawn;
}

bool is_plain(std::string_view text) {
    if (is_ascii(text)) return true;
    for (const char* at = text.data(); at < text.data() + text.size(); at = g_utf8_next_char(at))
        if (!is_plain_character(g_utf8_get_char(at))) return false;
    return true;
}

std::string number_of(char32_t character) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string digits;
    for (char32_t rest = character; rest > 0 || digits.size() < 4; rest /= 16)
        digits += hexadecimal[rest % 16];
    std::reverse(digits.begin(), digits.end());
    return "U+" + digits;
}

}  // namespace casekeeper
