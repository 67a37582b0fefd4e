// SPDX-License-Identifier: MIT
//
// Whole words in texts, case-folded as Unicode's letters go. A word is made of letters and digits; whatever
// lies between words counts as one space, so that O'Brien is found in O'Brien's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

// Lower case, white space folded: "two words " and "Two\nWords" are alike.
std::string folded(std::string_view text);

// Words (each may be several words with spaces) to be looked for in many texts. Made ready once, so that a
// text which holds none of them is passed over at about the speed of reading it.
class WordSearch {
public:
    explicit WordSearch(const std::vector<std::string>& words);

    // Does `text`, which is UTF-8, hold one of the words between ends of words?
    bool found_in(std::string_view text) const;

private:
    struct Word {
        std::string folded;
        std::string piece;       // its longest run of ASCII letters and digits; empty: any text may hold it
        bool plain = false;      // the piece is all of it: its ends decide
        bool has_twins = false;  // a letter of the piece is also what a letter outside ASCII folds to
        std::size_t first = 0;   // the two places of the piece that are compared first
        std::size_t second = 0;
    };
    static Word made_ready(std::string wanted);
    static bool is_in(const Word& word, std::string_view text);

    std::vector<Word> words_;
};

// WordSearch(words).found_in(text).
bool has_whole_word(std::string_view text, const std::vector<std::string>& words);

}  // namespace casekeeper
