// SPDX-License-Identifier: MIT
#include "intake/value_checks.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <span>

#include "base/calendar.h"

namespace casekeeper {
namespace {

constexpr std::size_t longest_id = 64;
constexpr std::size_t longest_in_message = 200;

unsigned char byte(char c) {
    return static_cast<unsigned char>(c);
}

bool continues_a_character(char c) {
    return (byte(c) & 0xC0) == 0x80;
}

// U+0080 to U+009F, and the separators of lines and paragraphs (U+2028, U+2029).
bool is_wide_control(std::string_view text, std::size_t at) {
    if (byte(text[at]) == 0xC2) return at + 1 < text.size() && byte(text[at + 1]) < 0xA0;
    const std::string_view three = text.substr(at, 3);
    return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9";
}

bool is_control(std::string_view text, std::size_t at) {
    return byte(text[at]) < 0x20 || byte(text[at]) == 0x7F || is_wide_control(text, at);
}

// Spaces that cannot be seen at an end: the common one, the non-breaking, the ideographic, those of no width.
bool is_blank_at_an_end(std::string_view text) {
    constexpr std::array<std::string_view, 6> blanks = {
        " ", "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x8B", "\xE2\x80\xAF"};
    return std::any_of(blanks.begin(), blanks.end(), [&](std::string_view blank) {
        return text.starts_with(blank) || text.ends_with(blank);
    });
}

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_one_of(std::span<const std::string_view> words, std::string_view text) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string list_of(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text;
}

}  // namespace

std::string wrong_with(const FieldFormat& field, std::string_view text) {
    switch (field.kind) {
        case FieldKind::id:
        case FieldKind::reference:
        case FieldKind::references:
        case FieldKind::services:
            if (is_record_id(text)) return "";
            return "is no id: 1 to 64 printable characters, no blanks at its ends";
        case FieldKind::typed_references:
            if (is_typed_reference(text)) return "";
            return "names no record: write involvement:ID, entry:ID, document:ID or person:ID";
        case FieldKind::word:
            return is_one_of(field.words, text) ? "" : "is none of " + list_of(field.words);
        case FieldKind::words_list:
            return is_plain_word(text) ? "" : "is no word: 1 to 64 letters, digits and hyphens";
        case FieldKind::date:
            return parse_date(text) ? "" : "is no date: write YYYY-MM-DD";
        case FieldKind::partial_date:
            return parse_partial_date(text) ? "" : "is no date: write YYYY-MM-DD, YYYY-MM or YYYY";
        case FieldKind::moment:
            if (local_day(text)) return "";
            return "is no moment: write YYYY-MM-DDTHH:MM, local time, or with its offset (Z, +01:00)";
        case FieldKind::digest:
            return is_sha256(text) ? "" : "is no SHA-256 digest: write 64 hexadecimal digits";
        default:
            return "";
    }
}

bool is_record_id(std::string_view text) {
    if (text.empty() || text.size() > 4 * longest_id) return false;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_control(text, at)) return false;
        if (!continues_a_character(text[at])) ++characters;
    }
    return characters <= longest_id && !is_blank_at_an_end(text);
}

bool is_plain_word(std::string_view text) {
    return !text.empty() && text.size() <= longest_id &&
           std::all_of(text.begin(), text.end(), is_word_character);
}

bool is_typed_reference(std::string_view text) {
    constexpr std::array<std::string_view, 4> types = {"involvement:", "entry:", "document:", "person:"};
    return std::any_of(types.begin(), types.end(), [&](std::string_view type) {
        return text.starts_with(type) && is_record_id(text.substr(type.size()));
    });
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), is_hexadecimal);
}

bool has_lone_surrogate(std::string_view text) {
    for (std::size_t at = text.find('\xED'); at != std::string_view::npos; at = text.find('\xED', at + 1))
        if (at + 1 < text.size() && byte(text[at + 1]) >= 0xA0) return true;
    return false;
}

std::string fit_for_message(std::string_view text) {
    const bool utf8 = simdjson::validate_utf8(text.data(), text.size());
    std::string fit;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool continues = continues_a_character(text[at]);
        if (fit.size() >= longest_in_message && !continues) return fit + "...";
        if (utf8 ? is_control(text, at) : byte(text[at]) < 0x20 || byte(text[at]) >= 0x7F)
            fit += '?';
        else if (!(continues && fit.ends_with('?')))
            fit += text[at];
    }
    return fit;
}

}  // namespace casekeeper
