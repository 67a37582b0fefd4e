// SPDX-License-Identifier: MIT
#include "base/text_search.h"

#include <Poco/TextIterator.h>
#include <Poco/UTF8Encoding.h>
#include <Poco/UTF8String.h>
#include <Poco/Unicode.h>

#include <algorithm>

namespace casekeeper {
namespace {

constexpr std::size_t block = 64;

// The only letters outside ASCII whose lower case lies in it: the dotted capital I and the Kelvin sign.
constexpr std::string_view twin_of_i = "\xC4\xB0";
constexpr std::string_view twin_of_k = "\xE2\x84\xAA";

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

bool is_ascii_word_character(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
}

bool is_continuation(char character) {
    return (static_cast<unsigned char>(character) & 0xC0U) == 0x80U;
}

// Does the character that begins at `at`, or that ends before it, belong to a word?
bool word_begins(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    if (static_cast<unsigned char>(text[at]) < 0x80) return is_ascii_word_character(text[at]);
    std::size_t end = at + 1;
    while (end < text.size() && is_continuation(text[end])) ++end;
    return words_of(text.substr(at, end - at)).size() > 1;
}

bool word_ends(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    std::size_t begin = at - 1;
    while (begin > 0 && is_continuation(text[begin])) --begin;
    return word_begins(text, begin);
}

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character | 0x20) : character;
}

// The rarer a letter in English, the fewer places are looked at twice.
int rarity(char character) {
    static constexpr std::string_view commonest_first = "etaoinsrhldcumfpgwybvkxjqz";
    const std::size_t place = commonest_first.find(character);
    return place == std::string_view::npos ? 26 : static_cast<int>(place);
}

// Setting 0x20 makes an ASCII letter small; what else it changes is looked at again.
bool may_be(char character, char wanted) {
    return (character | 0x20) == (wanted | 0x20);
}

// The same of a block of places at once, without a branch, so that the compiler compares many together.
bool may_be_within(const char* ones, const char* others, char one, char other) {
    unsigned char none = 0xFF;
    for (std::size_t i = 0; i < block; ++i) {
        const auto first = static_cast<unsigned char>((ones[i] | 0x20) ^ one);
        const auto second = static_cast<unsigned char>((others[i] | 0x20) ^ other);
        none = std::min(none, static_cast<unsigned char>(first | second));
    }
    return none == 0;
}

bool equals(std::string_view text, std::size_t at, std::string_view piece) {
    for (std::size_t i = 0; i < piece.size(); ++i)
        if (lower(text[at + i]) != piece[i]) return false;
    return true;
}

}  // namespace

std::string folded(std::string_view text) {
    const std::string words = words_of(text);
    return words.size() > 2 ? words.substr(1, words.size() - 2) : std::string();
}

WordSearch::WordSearch(const std::vector<std::string>& words) {
    for (const std::string& word : words)
        if (std::string wanted = folded(word); !wanted.empty())
            words_.push_back(made_ready(std::move(wanted)));
}

WordSearch::Word WordSearch::made_ready(std::string wanted) {
    Word word;
    for (std::size_t at = 0; at < wanted.size();) {
        std::size_t end = at;
        while (end < wanted.size() && is_ascii_word_character(wanted[end])) ++end;
        if (end - at > word.piece.size()) word.piece = wanted.substr(at, end - at);
        at = std::max(end, at + 1);
    }
    word.plain = word.piece.size() == wanted.size();
    word.has_twins = word.piece.find_first_of("ik") != std::string::npos;
    for (std::size_t i = 0; i < word.piece.size(); ++i)
        if (rarity(word.piece[i]) > rarity(word.piece[word.first])) word.first = i;
    word.second = word.first == 0 && word.piece.size() > 1 ? 1 : 0;
    for (std::size_t i = 0; i < word.piece.size(); ++i)
        if (i != word.first && rarity(word.piece[i]) > rarity(word.piece[word.second])) word.second = i;
    word.folded = std::move(wanted);
    return word;
}

bool WordSearch::is_in(const Word& word, std::string_view text) {
    const auto is_in_whole = [&] {
        return words_of(text).find(" " + word.folded + " ") != std::string::npos;
    };
    if (word.piece.empty()) return is_in_whole();
    // Where one stands for the other the bytes differ.
    if (word.has_twins && (text.find(twin_of_i) != text.npos || text.find(twin_of_k) != text.npos))
        return is_in_whole();
    if (text.size() < word.piece.size()) return false;
    const char* const ones = text.data() + word.first;
    const char* const others = text.data() + word.second;
    const char one = static_cast<char>(word.piece[word.first] | 0x20);
    const char other = static_cast<char>(word.piece[word.second] | 0x20);
    const std::size_t places = text.size() - word.piece.size() + 1;
    for (std::size_t at = 0; at < places; at += block) {
        // The last block reaches back into the one before it, rather than beyond the text.
        if (places >= block) at = std::min(at, places - block);
        if (places >= block && !may_be_within(ones + at, others + at, one, other)) continue;
        for (std::size_t place = at; place < std::min(at + block, places); ++place) {
            if (!may_be(ones[place], one) || !may_be(others[place], other)) continue;
            if (!equals(text, place, word.piece)) continue;
            if (!word.plain) return is_in_whole();
            if (!word_ends(text, place) && !word_begins(text, place + word.piece.size())) return true;
        }
    }
    return false;
}

bool WordSearch::found_in(std::string_view text) const {
    return std::any_of(words_.begin(), words_.end(), [&](const Word& word) { return is_in(word, text); });
}

bool has_whole_word(std::string_view text, const std::vector<std::string>& words) {
    return WordSearch(words).found_in(text);
}

}  // namespace casekeeper
