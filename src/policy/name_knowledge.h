// SPDX-License-Identifier: MIT
//
// What is known of names and words of English: given names, surnames, nicknames (config/names), and a list of words
// to tell them from (Debian's wbritish: /usr/share/dict/british-english). Without one of them names would be missed
// or words taken for names, so a missing or an empty one is a ConfigError.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/word_table.h"

namespace casekeeper {

class NameKnowledge {
public:
    // `folder` holds given_names.txt, other_given_names.txt, surnames.txt and nicknames.txt.
    static NameKnowledge read(const std::string& folder, const std::string& word_list);

    // Bits of what a word may be.
    static constexpr std::uint32_t given = 1;
    static constexpr std::uint32_t surname = 2;
    static constexpr std::uint32_t word = 4;  // the list has it in small letters
    static constexpr std::uint32_t proper =
        8;  // the list has it with a capital only: a place, a people, a name

    std::uint32_t of(std::string_view letters) const;
    std::uint32_t of(const MentionWords& words, std::size_t i) const {
        const std::uint32_t* found = words_.find(words, i);
        return found == nullptr ? 0 : *found;
    }
    // What else somebody of that given name is called, folded: bill, will of william.
    std::vector<std::string> nicknames_of(std::string_view letters) const;

private:
    void read_names(const std::string& path, std::uint32_t bit);
    void read_nicknames(const std::string& path);
    void read_words(const std::string& path);

    WordTable words_;
    WordTable groups_of_;  // 1 + place in groups_of_name_
    std::vector<std::vector<std::size_t>> groups_of_name_;
    std::vector<std::vector<std::string>> groups_;
};

}  // namespace casekeeper
