// SPDX-License-Identifier: MIT
#include "base/plain_words.h"

#include <algorithm>

namespace casekeeper {

std::string with_spaces(std::string code) {
    std::replace(code.begin(), code.end(), '-', ' ');
    std::replace(code.begin(), code.end(), '_', ' ');
    return code;
}

std::string capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string ordinal(long long number) {
    const long long tens = number % 100;
    const char* ending = "th";
    if (tens < 11 || tens > 13) {
        if (number % 10 == 1) ending = "st";
        if (number % 10 == 2) ending = "nd";
        if (number % 10 == 3) ending = "rd";
    }
    return std::to_string(number) + ending;
}

std::string in_a_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!is_space)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

}  // namespace casekeeper
