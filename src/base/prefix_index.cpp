// SPDX-License-Identifier: MIT
#include "base/prefix_index.h"

#include <algorithm>

namespace casekeeper {
namespace {

constexpr std::size_t pairs = 0x10000;

std::size_t pair_of(std::string_view text) {
    return static_cast<std::size_t>(static_cast<unsigned char>(text[0])) << 8U |
           static_cast<unsigned char>(text[1]);
}

}  // namespace

PrefixIndex::PrefixIndex(std::vector<std::string> words)
    : words_(std::move(words)), shorter_(words_.size(), none), first_(pairs + 1, 0) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        while (!open.empty() && !words_[i].starts_with(words_[open.back()])) open.pop_back();
        if (!open.empty()) shorter_[i] = open.back();
        open.push_back(i);
        ++first_[pair_of(words_[i]) + 1];
    }
    for (std::size_t pair = 0; pair < pairs; ++pair) first_[pair + 1] += first_[pair];
}

// Every word that the text begins with begins the word found, or is it: they sort side by side.
std::uint32_t PrefixIndex::last_before(std::string_view text, std::size_t& compared) const {
    if (text.size() < 2) return none;
    std::uint32_t low = first_[pair_of(text)];
    std::uint32_t high = first_[pair_of(text) + 1];
    const std::uint32_t begin = low;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        const std::string_view word = words_[middle];
        const auto [mine, its] = std::mismatch(word.begin(), word.end(), text.begin(), text.end());
        compared += static_cast<std::size_t>(mine - word.begin()) + 1;
        const bool after = mine != word.end() && (its == text.end() || static_cast<unsigned char>(*mine) >
                                                                           static_cast<unsigned char>(*its));
        if (after)
            high = middle;
        else
            low = middle + 1;
    }
    return low == begin ? none : low - 1;
}

}  // namespace casekeeper
