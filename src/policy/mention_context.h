// SPDX-License-Identifier: MIT
//
// The words round a name that tell that it is one, or that it is none: titles, kin, verbs of speaking, what stands
// before places, months. Closed lists of plain English; no names.
#pragma once

#include <cstdint>
#include <string_view>

#include "policy/mention_words.h"

namespace casekeeper {

// Bits of what a word says of the words beside it.
struct Context {
    static constexpr std::uint32_t function = 1;    // the, when, because: never a name
    static constexpr std::uint32_t title = 2;       // Mr, Auntie: the next word is a name
    static constexpr std::uint32_t kin = 4;         // mother, friend: "his mother, Jane"
    static constexpr std::uint32_t role = 8;        // carer, teacher, social worker
    static constexpr std::uint32_t naming = 16;     // called, named
    static constexpr std::uint32_t greeting = 32;   // hello, thanks, sorry
    static constexpr std::uint32_t deed = 64;       // said, feels, is, went: the word before it is somebody
    static constexpr std::uint32_t calendar = 128;  // Monday, March, Easter
    static constexpr std::uint32_t whereabouts = 256;    // from, in, at: a place follows
    static constexpr std::uint32_t place = 512;          // district, street: what it is the end of is a place
    static constexpr std::uint32_t body = 1024;          // school, team, limited: of an organisation
    static constexpr std::uint32_t towards = 2048;       // with, tell, help: somebody follows
    static constexpr std::uint32_t pronoun = 4096;       // he, who, we
    static constexpr std::uint32_t abbreviation = 8192;  // of the field, in capitals: SW, LAC
    static constexpr std::uint32_t everyday =
        16384;  // also a given name, but first of all a word: will, hope
    static constexpr std::uint32_t particle = 32768;  // de, van, bin: within a name
};

std::uint32_t context_of(const MentionWords& words, std::size_t i);

// Does a sentence, a line, a row of a table or a quotation begin with word i?
bool begins_sentence(const MentionWords& words, std::size_t i);
// Only white space stands before word i, at most one line's end.
bool only_space_before(const MentionWords& words, std::size_t i);

}  // namespace casekeeper
