// SPDX-License-Identifier: MIT
//
// Many words, of which those that a text begins with are found by one look-up, however many they are. Bytes
// are compared, nothing is folded. Not changed once made: any number of threads may ask.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

class PrefixIndex {
public:
    // REQUIRES: sorted, no word twice, each of two bytes or more.
    explicit PrefixIndex(std::vector<std::string> words);

    // Calls take(i) for each word i that `text` begins with, the longest first. How many bytes were compared:
    // no more than the longest word's times the logarithm of their number.
    template <typename Take>
    std::size_t each_beginning(std::string_view text, const Take& take) const {
        std::size_t compared = 0;
        for (std::uint32_t word = last_before(text, compared); word != none; word = shorter_[word]) {
            compared += words_[word].size();
            if (text.starts_with(words_[word])) take(static_cast<std::size_t>(word));
        }
        return compared;
    }

    const std::vector<std::string>& words() const { return words_; }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    // The last word that does not sort after the text, among those that share its first two bytes.
    std::uint32_t last_before(std::string_view text, std::size_t& compared) const;

    std::vector<std::string> words_;
    std::vector<std::uint32_t> shorter_;  // the longest other word that this one begins with
    std::vector<std::uint32_t> first_;    // by the first two bytes; one more at the end
};

}  // namespace casekeeper
