// SPDX-License-Identifier: MIT
//
// Words that differ from a given one by one letter put in, left out or changed, or by two beside each other in the
// wrong order. By the words that are left when one letter is taken out: two words so near share one of those.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policy/word_table.h"

namespace casekeeper {

bool is_one_letter_off(std::string_view one, std::string_view other);

class NearWords {
public:
    static constexpr std::size_t fewest_letters = 4;
    static constexpr std::size_t most_letters = 40;

    // REQUIRES: fewest_letters <= letters.size() <= most_letters. `number` comes back from find().
    void add(std::string_view letters, std::uint32_t number);
    // The numbers of the words one letter off, each once.
    std::vector<std::uint32_t> find(std::string_view letters) const;

private:
    struct Word {
        std::string letters;
        std::uint32_t number = 0;
    };
    void add_remainder(std::string_view remainder, std::uint32_t word);

    std::vector<Word> words_;
    WordTable remainders_;  // 1 + place in lists_
    std::vector<std::vector<std::uint32_t>> lists_;
};

}  // namespace casekeeper
