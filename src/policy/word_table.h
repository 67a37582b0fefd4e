// SPDX-License-Identifier: MIT
//
// Folded words, each with a number, looked up by the hash of policy/mention_words.h. Most look-ups are of words that
// are not there: they end at one bit of a small table. Not changed once filled: any number of threads may ask.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policy/mention_words.h"

namespace casekeeper {

class WordTable {
public:
    WordTable() { grow(1024); }

    // The number that belongs to a word; 0 at first. REQUIRES: not empty. Valid until the next call.
    std::uint32_t& operator[](std::string_view letters);
    // The word's number; nothing where the word is not in the table.
    const std::uint32_t* find(std::string_view letters) const;
    const std::uint32_t* find(const MentionWords& words, std::size_t i) const {
        return may_hold(words[i]) ? find(words, words[i]) : nullptr;
    }
    // False: the word is not in the table.
    bool may_hold(const MentionWord& word) const { return may_hold(word.hash); }
    std::size_t size() const { return letters_.size(); }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t word = 0;  // 1 + place in letters_; 0: none
        std::uint32_t number = 0;
    };

    bool may_hold(std::uint64_t hash) const {
        const std::uint64_t bit = hash & bit_mask_;
        return (bits_[bit >> 6U] >> (bit & 63U) & 1U) != 0;
    }
    const std::uint32_t* find(const MentionWords& words, const MentionWord& word) const;
    void put(const Slot& slot);
    void grow(std::size_t slots);
    // Other bits than those of the small table.
    std::size_t first_slot(std::uint64_t hash) const { return (hash >> 40U) & (slots_.size() - 1); }

    std::vector<std::string> letters_;
    std::vector<Slot> slots_;
    std::vector<std::uint64_t> bits_;
    std::uint64_t bit_mask_ = 0;
};

}  // namespace casekeeper
