// SPDX-License-Identifier: MIT
//
// The word owed to a person before an irreplaceable record of theirs goes: a letter in plain words, with what
// may be theirs to keep. It names no address, no worker and nothing of what was written. The records team
// reads it through and sends it to an address it knows to be safe.
#pragma once

#include <string>
#include <vector>

#include "output/page.h"

namespace casekeeper {

struct Keepsake {
    std::string kind;   // photograph, letter, childs-words, certificate
    std::string title;  // as recorded; may be empty
    std::string year;   // may be empty
};

struct DestructionLetter {
    std::string trust;
    std::string contact;
    std::string written_on;  // in words: "3 November 2026"
    std::string to;          // the name the person is known by
    std::string service;     // its title
    std::string first_year;
    std::string last_year;
    std::string wait;  // in words: "6 months"
    long long entries = 0;
    long long documents = 0;
    long long own_words = 0;  // entries in which the person's own words are written down
    std::vector<Keepsake> keepsakes;
    long long reference = 0;  // the proposal
};

Page page_of(const DestructionLetter& letter);

}  // namespace casekeeper
