// SPDX-License-Identifier: MIT
#include "output/text_lines.h"

#include "output/printable.h"

namespace casekeeper {
namespace {

// The byte at which a character of valid UTF-8 begins.
std::size_t byte_of_character(std::string_view text, std::size_t character) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
        if (character-- == 0) break;
    }
    return at;
}

// Where a word is broken that is longer than a line: behind its last hyphen there, as names of services have
// them.
std::size_t end_of_part(std::string_view word, std::size_t limit) {
    const std::size_t hyphen = word.substr(0, limit).rfind('-');
    return hyphen == std::string_view::npos || hyphen == 0 ? limit : hyphen + 1;
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    const std::string shown = printable(text);
    std::string_view rest = shown;
    // No step looks further than one line, for a text may be one word of a million letters.
    for (std::size_t limit = byte_of_character(rest, columns); limit < rest.size();
         limit = byte_of_character(rest, columns)) {
        std::size_t end = rest.rfind(' ', limit);
        if (end == std::string_view::npos || end == 0) end = end_of_part(rest, limit);
        lines.emplace_back(rest.substr(0, end));
        rest.remove_prefix(rest[end] == ' ' ? end + 1 : end);
    }
    lines.emplace_back(rest);
    return lines;
}

}  // namespace casekeeper
