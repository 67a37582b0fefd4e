// SPDX-License-Identifier: MIT
#include "base/text_search.h"

#include <Poco/TextIterator.h>
#include <Poco/UTF8Encoding.h>
#include <Poco/UTF8String.h>
#include <Poco/Unicode.h>

namespace casekeeper {
namespace {

bool is_word_character(int character) {
    return Poco::Unicode::isAlpha(character) || Poco::Unicode::isDigit(character);
}

// Every run of characters that belong to no word becomes one space, with one at either end.
std::string words_of(std::string_view text) {
    static Poco::UTF8Encoding utf8;
    const std::string whole(text);
    std::string result = " ";
    Poco::TextIterator it(whole, utf8);
    const Poco::TextIterator end(whole);
    for (; it != end; ++it) {
        const int character = *it;
        if (!is_word_character(character)) {
            if (result.back() != ' ') result += ' ';
            continue;
        }
        unsigned char bytes[4];
        const int length = utf8.convert(Poco::Unicode::toLower(character), bytes, sizeof bytes);
        result.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }
    if (result.back() != ' ') result += ' ';
    return result;
}

}  // namespace

std::string folded(std::string_view text) {
    const std::string words = words_of(text);
    return words.size() > 2 ? words.substr(1, words.size() - 2) : std::string();
}

bool has_whole_word(std::string_view text, const std::vector<std::string>& words) {
    const std::string in = words_of(text);
    for (const std::string& word : words) {
        const std::string wanted = folded(word);
        if (!wanted.empty() && in.find(" " + wanted + " ") != std::string::npos) return true;
    }
    return false;
}

}  // namespace casekeeper
