// SPDX-License-Identifier: MIT
//
// The words of a text that may be of a name, and the names they may make together: O'Brien and Mary-Ann are one each,
// Jane van der Roe is a run of them. Without the words before a name that are none (Dear, Mr, Social Worker).
#pragma once

#include <string>
#include <vector>

#include "policy/mention_words.h"
#include "policy/name_knowledge.h"

namespace casekeeper {

struct NameAtom {
    std::size_t first = 0;  // words
    std::size_t last = 0;
    std::string letters;
    std::uint32_t knows = 0;  // of NameKnowledge; of a double name all that its halves are
    std::uint32_t says = 0;   // of Context; of a single word
    bool is_capital = false;
    bool is_initial = false;  // J, J.

    bool is_given() const { return (knows & NameKnowledge::given) != 0; }
    bool is_surname() const { return (knows & NameKnowledge::surname) != 0; }
    bool is_english() const { return (knows & NameKnowledge::word) != 0; }
    // No list has it.
    bool is_strange() const { return knows == 0; }
};

struct NameRun {
    std::vector<NameAtom> atoms;
    bool begins_sentence = false;

    std::size_t first() const { return atoms.front().first; }
    std::size_t last() const { return atoms.back().last; }
    std::string letters() const;
};

std::vector<NameRun> name_runs(const MentionWords& words, const NameKnowledge& knowledge);

}  // namespace casekeeper
