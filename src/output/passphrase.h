// SPDX-License-Identifier: MIT
//
// The passphrase a pack is sealed with: plain English words, drawn by lot, that can be read out on the
// telephone and typed by anybody: "amber-kettle-ribbon-seven-orchard-violin".
//
// Its strength is that of the drawing alone, whoever knows the list: of 2,048 words each adds 11 bits, so six
// are 66. At least 64 are asked for: with the weakest of the two locks (a ZIP's: 1,000 rounds of PBKDF2) that
// is out of reach of whoever has the file.
#pragma once

#include <string>
#include <vector>

namespace casekeeper {

class PassphraseWords {
public:
    // A word a line, small letters of English, three to eight of them, none twice and none the beginning of
    // another; empty lines and lines that begin with # are passed over. ConfigError where it is another file,
    // or has fewer than 1,024 words.
    static PassphraseWords read(const std::string& path);

    std::size_t size() const { return words_.size(); }
    // Bits that one word adds.
    double bits_a_word() const;
    // How many words make 64 bits.
    int words_wanted() const;
    // Drawn afresh each time; a hyphen between the words.
    std::string draw() const;

private:
    std::vector<std::string> words_;
};

}  // namespace casekeeper
