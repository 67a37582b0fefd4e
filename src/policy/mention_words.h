// SPDX-License-Identifier: MIT
//
// The words of a text with where they stand, read once for all that looks for somebody in it. A word is a run of
// letters or of figures; it ends at anything else, and where a small letter meets a capital or a letter a figure:
// Jane|Roe|2010. Letters are compared as base/folded_letters.h folds them; ASCII, nearly all there is, is not
// copied. Look-ups go by a hash of up to sixteen letters.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

struct MentionWord {
    // Bits of a shape.
    static constexpr std::uint8_t capital = 1;   // begins with a capital
    static constexpr std::uint8_t capitals = 2;  // of two letters or more, all of them capitals
    static constexpr std::uint8_t digits = 4;    // made of figures
    static constexpr std::uint8_t joined =
        8;  // nothing, an apostrophe, a hyphen, or a hyphen at the end of a
            // line stands between it and the word after it
    static constexpr std::uint8_t brief = 32;  // of three bytes or fewer, with a capital: may be of initials
    static constexpr std::uint8_t apostrophe = 16;  // it was joined by an apostrophe

    // Without first values: room for many words is made at once, and each is written whole.
    std::uint64_t hash;   // word_hash of its folded letters
    std::uint32_t begin;  // bytes of the text
    std::uint32_t end;
    std::uint32_t folded;  // 1 + place in folded letters kept apart; 0: its own bytes, made small
    std::uint8_t shape;

    bool is(std::uint8_t bits) const { return (shape & bits) != 0; }
};

// Of folded letters.
std::uint64_t word_hash(std::string_view letters);

class MentionWords {
public:
    // `text` is kept by reference. InputError from 4 GB on.
    explicit MentionWords(std::string_view text);

    std::string_view text() const { return text_; }
    std::span<const MentionWord> all() const { return {words_.get(), size_}; }
    std::size_t size() const { return size_; }
    const MentionWord& operator[](std::size_t i) const { return words_[i]; }

    // The folded letters of a word; of the words first to last without what stands between them.
    std::string letters(std::size_t i) const;
    std::string letters(std::size_t first, std::size_t last) const;
    bool equals(const MentionWord& word, std::string_view letters) const;
    // As written, without folding.
    std::string_view written(std::size_t i) const;
    // What stands between the word and the one before it (the text's beginning before the first).
    std::string_view before(std::size_t i) const;
    std::string_view after(std::size_t i) const;

private:
    class Reading;

    std::string_view text_;
    std::unique_ptr<MentionWord[]> words_;
    std::size_t size_ = 0;
    std::vector<std::string> folded_;
};

}  // namespace casekeeper
