// SPDX-License-Identifier: MIT
#include "policy/mention_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <unordered_map>

#include "base/errors.h"
#include "base/folded_letters.h"
#include "policy/word_blocks.h"

namespace casekeeper {

using word_blocks::block;
using word_blocks::hash_of;
using word_blocks::hash_within;
using word_blocks::hashed;
using word_blocks::is_ascii;
using word_blocks::is_capital;
using word_blocks::is_digit;
using word_blocks::is_small;
using word_blocks::Marks;
using word_blocks::marks_of;

std::uint64_t word_hash(std::string_view letters) {
    return letters.empty() ? 0 : hash_of(letters.data(), letters.size(), letters.size());
}

// Finds the words of a text, block by block.
class MentionWords::Reading {
public:
    explicit Reading(MentionWords& words) : words_(words), text_(words.text_) {}

    void read() {
        bool is_within = false;  // did the block before end within a word
        std::size_t begin = 0;   // of that word
        Marks before;
        for (std::size_t at = 0; at < text_.size(); at += block) {
            const Marks marks = marks_at(at);
            const std::uint64_t shifted = (marks.word << 1U) | (is_within ? 1U : 0U);
            std::uint64_t begins = marks.word & ~shifted;
            std::uint64_t ends = ~marks.word & shifted;
            if (is_within && ends != 0) {
                add_over_blocks(begin, at + static_cast<std::size_t>(std::countr_zero(ends)), at, marks,
                                before);
                ends &= ends - 1;
            }
            add_block(at, marks, begins, ends);
            for (; ends != 0; ends &= ends - 1) begins &= begins - 1;
            if (begins != 0) begin = at + static_cast<std::size_t>(std::countr_zero(begins));
            is_within = marks.word >> (block - 1) != 0;
            before = marks;
        }
        if (is_within) add_unusual(begin, text_.size());
    }

private:
    Marks marks_at(std::size_t at) const {
        if (at + block <= text_.size()) return marks_of(text_.data() + at);
        std::array<char, block> rest{};
        std::memcpy(rest.data(), text_.data() + at, text_.size() - at);
        return marks_of(rest.data());
    }

    // The words that begin and end in the block at `at`. Nearly all of a text passes here: what is plain is written
    // down at once, what is not goes the long way.
    void add_block(std::size_t at, const Marks& marks, std::uint64_t begins, std::uint64_t ends) {
        if (at + block + hashed > text_.size()) {
            for (; ends != 0; ends &= ends - 1, begins &= begins - 1) {
                const auto first = static_cast<std::size_t>(std::countr_zero(begins));
                const auto last = static_cast<std::size_t>(std::countr_zero(ends));
                add(at + first, at + last, marks.unusual << (block - last) >> (block - last + first));
            }
            return;
        }
        make_room();
        const char* const text = text_.data() + at;
        MentionWord* next = words_.words_.get() + words_.size_;
        for (; ends != 0; ends &= ends - 1, begins &= begins - 1) {
            const auto first = static_cast<std::size_t>(std::countr_zero(begins));
            const auto last = static_cast<std::size_t>(std::countr_zero(ends));
            const std::uint64_t unusual = marks.unusual << (block - last) >> (block - last + first);
            // A small word, or one with a capital that is no single letter, before a space or a stop.
            const bool is_plain =
                unusual == 0 || (unusual == 1 && last - first > 1 && is_capital(text[first]));
            if (is_plain && (marks.joins >> last & 1U) == 0) {
                next->hash = hash_within(text + first, last - first);
                next->begin = static_cast<std::uint32_t>(at + first);
                next->end = static_cast<std::uint32_t>(at + last);
                next->folded = 0;
                next->shape = static_cast<std::uint8_t>(unusual);  // MentionWord::capital
                ++next;
                continue;
            }
            words_.size_ = static_cast<std::size_t>(next - words_.words_.get());
            add(at + first, at + last, unusual);
            make_room();
            next = words_.words_.get() + words_.size_;
        }
        words_.size_ = static_cast<std::size_t>(next - words_.words_.get());
    }

    // For as many words as a block may hold.
    void make_room() {
        if (words_.size_ + block <= room_) return;
        room_ = 2 * words_.size_ + block + text_.size() / 4;
        auto more = std::make_unique_for_overwrite<MentionWord[]>(room_);
        std::copy_n(words_.words_.get(), words_.size_, more.get());
        words_.words_ = std::move(more);
    }

    // A word that began in a block before the one at `at`.
    void add_over_blocks(std::size_t begin, std::size_t end, std::size_t at, const Marks& marks,
                         const Marks& before) {
        const std::size_t within = at - begin;
        if (within >= block) return add_unusual(begin, end);
        const std::uint64_t here = end > at ? marks.unusual << (block - (end - at)) : 0;
        add(begin, end, before.unusual >> (block - within) | (here != 0 ? ~std::uint64_t{1} : 0));
    }

    // `unusual`: one bit a byte of the word.
    void add(std::size_t begin, std::size_t end, std::uint64_t unusual) {
        if (unusual == 0) return push(begin, end, 0);
        if (unusual != 1 || !is_capital(text_[begin])) return add_unusual(begin, end);
        const bool is_brief = end - begin == 1 && leads_to_letter(end);
        push(begin, end, is_brief ? MentionWord::capital | MentionWord::brief : MentionWord::capital);
    }

    MentionWord& next_word() {
        make_room();
        return words_.words_[words_.size_++];
    }

    void push(std::size_t begin, std::size_t end, std::uint8_t shape) {
        const char after = end < text_.size() ? text_[end] : ' ';
        if (after == '-' || after == '\'') shape |= joins_at(end);
        const char* const at = text_.data() + begin;
        MentionWord& word = next_word();
        word.hash = text_.size() - begin >= hashed ? hash_within(at, end - begin)
                                                   : hash_of(at, end - begin, text_.size() - begin);
        word.begin = static_cast<std::uint32_t>(begin);
        word.end = static_cast<std::uint32_t>(end);
        word.folded = 0;
        word.shape = shape;
    }

    // Behind a single capital: "J.", "J R", not "I know".
    bool leads_to_letter(std::size_t at) const {
        if (at + 1 >= text_.size()) return false;
        if (text_[at] == '.') return true;
        return is_capital(text_[at + 1]) && (at + 2 == text_.size() || !is_word_at(at + 2));
    }

    // An apostrophe or a hyphen at `at`: what joins the words round it, as bits of the shape of the first.
    std::uint8_t joins_at(std::size_t at) const {
        if (text_[at] != '-') {
            if (!is_word_at(at + 1)) return 0;
            return is_ending_at(at + 1) ? MentionWord::apostrophe
                                        : MentionWord::joined | MentionWord::apostrophe;
        }
        return is_word_at(at + 1) ? MentionWord::joined : joins_at_line(at + 1);
    }

    // Does a line end at `at`, behind a hyphen, and its word go on in the next?
    std::uint8_t joins_at_line(std::size_t at) const {
        if (at >= text_.size() || (text_[at] != '\n' && text_[at] != '\r')) return 0;
        while (at < text_.size() && std::string_view("\r\n \t").find(text_[at]) != std::string_view::npos)
            ++at;
        return is_word_at(at) ? MentionWord::joined : std::uint8_t{0};
    }

    // 's, 'm, 't, 've: not a part of the word before it.
    bool is_ending_at(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && end < at + 3 && is_small(text_[end])) ++end;
        return end > at && end < at + 3 && !is_word_at(end);
    }

    bool is_word_at(std::size_t at) const {
        return at < text_.size() &&
               (is_capital(text_[at]) || is_small(text_[at]) || is_digit(text_[at]) || !is_ascii(text_[at]));
    }

    // A run with capitals within, figures or letters outside ASCII, divided where its words end.
    void add_unusual(std::size_t begin, std::size_t end) {
        if (std::all_of(text_.begin() + static_cast<long>(begin), text_.begin() + static_cast<long>(end),
                        is_ascii))
            add_ascii(begin, end);
        else
            add_letters(begin, end);
    }

    void add_ascii(std::size_t begin, std::size_t end) {
        const auto parts_at = [&](std::size_t at) {
            return is_digit(text_[at - 1]) != is_digit(text_[at]) ||
                   (is_small(text_[at - 1]) && is_capital(text_[at]));
        };
        while (begin < end) {
            std::size_t next = begin + 1;
            while (next < end && !parts_at(next)) ++next;
            const auto from = text_.begin() + static_cast<long>(begin);
            const auto to = text_.begin() + static_cast<long>(next);
            std::uint8_t shape = next < end ? MentionWord::joined : 0;
            if (is_digit(*from)) shape |= MentionWord::digits;
            if (is_capital(*from)) shape |= MentionWord::capital;
            if (next - begin > 1 && std::all_of(from, to, is_capital)) shape |= MentionWord::capitals;
            if (next - begin == 1 ? is_capital(*from)
                                  : next - begin <= 3 && (shape & MentionWord::capitals) != 0)
                shape |= MentionWord::brief;
            push(begin, next, shape);
            begin = next;
        }
    }

    // What one character is to a word, learnt from how it is folded between two letters.
    struct Folded {
        std::string letters;  // empty: it parts, joins or is not seen
        bool is_capital = false;
        bool parts = false;
        std::uint8_t joins = 0;  // bits of the shape of the word before it
    };

    const Folded& folded(std::string_view character) {
        const auto found = known_.find(character);
        if (found != known_.end()) return found->second;
        const FoldedLetters between = folded_letters("a" + std::string(character) + "b");
        Folded one;
        one.letters = between.letters.substr(1, between.letters.size() - 2);
        one.parts = (between.marks.back() & FoldedLetters::apart) != 0;
        if ((between.marks.back() & FoldedLetters::joined) != 0)
            one.joins = MentionWord::joined | MentionWord::apostrophe;
        if (character == "\u2010" || character == "\u2011") one.joins = MentionWord::joined;
        one.is_capital = !one.letters.empty() && (between.marks[1] & FoldedLetters::capital) != 0;
        return known_.emplace(character, one).first->second;
    }

    std::size_t size_of_character(std::size_t at, std::size_t end) const {
        const auto lead = static_cast<unsigned char>(text_[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        if (at + size > end) return 1;
        for (std::size_t i = 1; i < size; ++i)
            if ((static_cast<unsigned char>(text_[at + i]) & 0xC0U) != 0x80) return 1;
        return size;
    }

    // The word of a run that is being read.
    struct Word {
        std::string letters;
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t characters = 0;
        std::size_t capitals = 0;
        bool begins_capital = false;
        bool ends_small = false;
    };

    void add_letters(std::size_t begin, std::size_t end) {
        const std::size_t words_before = words_.size_;
        Word word;
        std::size_t last = begin;
        for (std::size_t at = begin; at < end; at = last) {
            last = at + size_of_character(at, end);
            const Folded& one = folded(text_.substr(at, last - at));
            if (one.letters.empty()) {
                if (one.joins != 0 || one.parts) end_word(word, one.joins);
                if (is_hyphen_at_end_of_line(text_.substr(at, last - at), last))
                    end_word(word, joins_at_line(last));
                continue;
            }
            const bool turns =
                !word.letters.empty() && (is_digit(word.letters.back()) != is_digit(one.letters.front()) ||
                                          (word.ends_small && one.is_capital));
            if (turns) end_word(word, MentionWord::joined);
            if (word.letters.empty()) word.begin = at;
            if (word.letters.empty()) word.begins_capital = one.is_capital;
            word.letters += one.letters;
            word.end = last;
            ++word.characters;
            word.capitals += one.is_capital ? 1 : 0;
            word.ends_small = !one.is_capital && !is_digit(one.letters.front());
        }
        const bool at_line_end =
            last == end && end < text_.size() && (text_[end] == '\n' || text_[end] == '\r');
        if (!word.letters.empty()) {
            const bool joins = end < text_.size() && (text_[end] == '-' || text_[end] == '\'');
            end_word(word, joins ? joins_at(end) : std::uint8_t{0});
        } else if (words_.size_ > words_before && !at_line_end) {
            // What joined it to a next one stands before nothing.
            words_.words_[words_.size_ - 1].shape &=
                static_cast<std::uint8_t>(~(MentionWord::joined | MentionWord::apostrophe));
        }
        part_endings(words_before);
    }

    // Jane’s: as is_ending_at.
    void part_endings(std::size_t first) {
        for (std::size_t i = first; i + 1 < words_.size_; ++i) {
            const MentionWord& next = words_.words_[i + 1];
            if (words_.words_[i].is(MentionWord::apostrophe) && next.end - next.begin <= 2 && next.shape == 0)
                words_.words_[i].shape &= static_cast<std::uint8_t>(~MentionWord::joined);
        }
    }

    void end_word(Word& word, std::uint8_t joins) {
        if (word.letters.empty()) return;
        std::uint8_t shape = joins;
        if (is_digit(word.letters.front())) shape |= MentionWord::digits;
        if (word.begins_capital) shape |= MentionWord::capital;
        if (word.characters > 1 && word.capitals == word.characters) shape |= MentionWord::capitals;
        if (word.begins_capital && word.end - word.begin <= 3) shape |= MentionWord::brief;
        words_.folded_.push_back(word.letters);
        next_word() = {word_hash(word.letters), static_cast<std::uint32_t>(word.begin),
                       static_cast<std::uint32_t>(word.end),
                       static_cast<std::uint32_t>(words_.folded_.size()), shape};
        word = Word();
    }

    bool is_hyphen_at_end_of_line(std::string_view character, std::size_t end) const {
        const bool is_hyphen = character == "\u00ad" || character == "\u2010" || character == "\u2011";
        return is_hyphen && end < text_.size() && (text_[end] == '\n' || text_[end] == '\r');
    }

    MentionWords& words_;
    std::string_view text_;
    std::size_t room_ = 0;  // for words
    std::unordered_map<std::string_view, Folded> known_;
};

MentionWords::MentionWords(std::string_view text) : text_(text) {
    if (text.size() >= std::numeric_limits<std::uint32_t>::max())
        throw InputError("a text of 4 GB or more cannot be looked through", "divide it into smaller ones");
    Reading(*this).read();
}

std::string MentionWords::letters(std::size_t i) const {
    const MentionWord& word = words_[i];
    if (word.folded != 0) return folded_[word.folded - 1];
    std::string letters(text_.substr(word.begin, word.end - word.begin));
    for (char& c : letters) c = static_cast<char>(c | 0x20);
    return letters;
}

std::string MentionWords::letters(std::size_t first, std::size_t last) const {
    std::string all;
    for (std::size_t i = first; i <= last; ++i) all += letters(i);
    return all;
}

bool MentionWords::equals(const MentionWord& word, std::string_view letters) const {
    if (word.folded != 0) return folded_[word.folded - 1] == letters;
    if (word.end - word.begin != letters.size()) return false;
    for (std::size_t i = 0; i < letters.size(); ++i)
        if ((text_[word.begin + i] | 0x20) != letters[i]) return false;
    return true;
}

std::string_view MentionWords::written(std::size_t i) const {
    return text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
}

std::string_view MentionWords::before(std::size_t i) const {
    const std::size_t from = i == 0 ? 0 : words_[i - 1].end;
    const std::size_t to = i < size_ ? words_[i].begin : text_.size();
    return text_.substr(from, to - from);
}

std::string_view MentionWords::after(std::size_t i) const {
    return before(i + 1);
}

}  // namespace casekeeper
