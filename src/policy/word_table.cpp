// SPDX-License-Identifier: MIT
#include "policy/word_table.h"

#include <utility>

namespace casekeeper {
namespace {

constexpr std::size_t bits_a_slot = 8;
constexpr std::size_t told_by_hash = 8;  // ASCII letters that no two words share a hash of

}  // namespace

std::uint32_t& WordTable::operator[](std::string_view letters) {
    if (2 * (letters_.size() + 1) > slots_.size()) grow(2 * slots_.size());
    const std::uint64_t hash = word_hash(letters);
    std::size_t at = first_slot(hash);
    for (; slots_[at].word != 0; at = (at + 1) & (slots_.size() - 1))
        if (slots_[at].hash == hash && letters_[slots_[at].word - 1] == letters) return slots_[at].number;
    letters_.emplace_back(letters);
    put({hash, static_cast<std::uint32_t>(letters_.size()), 0});
    return slots_[at].number;
}

const std::uint32_t* WordTable::find(std::string_view letters) const {
    const std::uint64_t hash = word_hash(letters);
    if (letters.empty() || !may_hold(hash)) return nullptr;
    for (std::size_t at = first_slot(hash); slots_[at].word != 0; at = (at + 1) & (slots_.size() - 1))
        if (slots_[at].hash == hash && letters_[slots_[at].word - 1] == letters) return &slots_[at].number;
    return nullptr;
}

const std::uint32_t* WordTable::find(const MentionWords& words, const MentionWord& word) const {
    const bool is_told = word.folded == 0 && word.end - word.begin <= told_by_hash;
    for (std::size_t at = first_slot(word.hash); slots_[at].word != 0; at = (at + 1) & (slots_.size() - 1))
        if (slots_[at].hash == word.hash && (is_told || words.equals(word, letters_[slots_[at].word - 1])))
            return &slots_[at].number;
    return nullptr;
}

// REQUIRES: a free slot.
void WordTable::put(const Slot& slot) {
    std::size_t at = first_slot(slot.hash);
    while (slots_[at].word != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
    const std::uint64_t bit = slot.hash & bit_mask_;
    bits_[bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
}

void WordTable::grow(std::size_t slots) {
    const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots));
    bits_.assign(slots * bits_a_slot / 64, 0);
    bit_mask_ = slots * bits_a_slot - 1;
    for (const Slot& slot : before)
        if (slot.word != 0) put(slot);
}

}  // namespace casekeeper
