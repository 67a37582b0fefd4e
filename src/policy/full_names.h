// SPDX-License-Identifier: MIT
//
// Names in full, as they are looked up among all clients: given name and family name, folded, a space between their
// words. What a person may be called in full, and what a text calls anybody in full: runs of words with a capital, two
// to five of them, as "Jane van der Roe", "ROE, Jane". "O'Brien" and "Mary-Ann" are one word each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "policy/mention.h"
#include "policy/mention_words.h"

namespace casekeeper {

// Sorted, each once: the first given name, all of them, and every name they are known as, with the family name; former
// names of two words and more as they are, and others with the given name. None without a given and a family name.
std::vector<std::string> full_names_of(const PersonNames& person);

// Is it one of the small words within a name: van, de, bin? Folded.
bool is_name_particle(std::string_view letters);

struct NameInText {
    std::size_t first = 0;  // words
    std::size_t last = 0;
    std::string name;  // as full_names_of() has it
    bool operator==(const NameInText&) const = default;
};

// Whatever may be a name in full, the longer of those that begin at one word first. Few are: whoever asks looks them up.
std::vector<NameInText> full_names_in(const MentionWords& words);

}  // namespace casekeeper
