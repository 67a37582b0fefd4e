// SPDX-License-Identifier: MIT
//
// The letters and digits of a text as a reader sees them, whatever they are made of: wide, circled or bold
// letters, accents, small and capital letters, look-alikes of other alphabets, joiners that cannot be seen.
// Everything else only parts them; apostrophes part no word. By utf8proc, in one pass. Bytes that are no
// UTF-8 are read as Latin-1: a bad byte hides nothing of what stands around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

struct FoldedLetters {
    // Bits of a mark.
    static constexpr std::uint8_t apart = 1;    // something else stands before this letter
    static constexpr std::uint8_t change = 2;   // a word begins here without it: 12|Elm|Road, London|SW|1|A
    static constexpr std::uint8_t capital = 4;  // it is written as a capital
    static constexpr std::uint8_t joined = 8;   // an apostrophe stands before it

    std::string letters;              // a to z, 0 to 9; letters of other alphabets as UTF-8
    std::vector<std::uint8_t> marks;  // one a byte of `letters`

    // May a word begin or end before the byte at `at`? The Road of the Road's gate ends at its apostrophe.
    // REQUIRES: at <= letters.size().
    bool is_edge(std::size_t at) const {
        return at == 0 || at == letters.size() || (marks[at] & (apart | change | joined)) != 0;
    }
    // The words in their order: St, Marys.
    std::vector<std::string> words() const;
};

FoldedLetters folded_letters(std::string_view text);

}  // namespace casekeeper
