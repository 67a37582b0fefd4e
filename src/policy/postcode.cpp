// SPDX-License-Identifier: MIT
#include "policy/postcode.h"

#include <algorithm>

#include "base/folded_letters.h"

namespace casekeeper {
namespace {

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

// Letters and figures where they must be, in the second half at least.
bool is_postcode_as_written(const std::string& letters) {
    return has_shape_of_postcode(with_figures(letters)) && !is_digit(letters[0]) &&
           is_digit(letters[letters.size() - inward_letters]) && !is_digit(letters.back()) &&
           !is_digit(letters[letters.size() - 2]);
}

// Between white space, among which spaces of other widths.
std::vector<std::string> words_of(std::string line) {
    for (const char* wide : {"\u00a0", "\u2007", "\u2009", "\u202f"})
        for (std::size_t at = line.find(wide); at != std::string::npos; at = line.find(wide, at))
            line.replace(at, std::string_view(wide).size(), " ");
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = std::min(line.find_first_of(" \t\r\n", begin), line.size());
        if (end > begin) words.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

}  // namespace

std::string with_figures(std::string letters) {
    for (char& letter : letters) {
        if (letter == 'o') letter = '0';
        if (letter == 'i' || letter == 'l') letter = '1';
    }
    return letters;
}

bool has_shape_of_postcode(const std::string& figures) {
    if (figures.size() < 5 || figures.size() > 7) return false;
    if (std::any_of(figures.begin(), figures.end(),
                    [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return false;
    const std::size_t outward = figures.size() - inward_letters;
    return is_digit(figures[outward]) && (is_digit(figures[1]) || (outward > 2 && is_digit(figures[2])));
}

PostcodesTaken take_postcodes(const std::string& line) {
    const std::vector<std::string> words = words_of(line);
    PostcodesTaken taken;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t used = 0;
        for (const std::size_t size : {2U, 1U}) {
            if (used > 0 || i + size > words.size()) continue;
            const std::string letters =
                folded_letters(size == 2 ? words[i] + words[i + 1] : words[i]).letters;
            if (!is_postcode_as_written(letters)) continue;
            taken.postcodes.push_back(with_figures(letters));
            used = size;
        }
        if (used == 0) taken.rest += words[i] + " ";
        i += std::max<std::size_t>(used, 1);
    }
    return taken;
}

}  // namespace casekeeper
