// SPDX-License-Identifier: MIT
//
// Mention finders for tests, with the lists casekeeper ships and Debian's English words.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "policy/mention_finder.h"

namespace casekeeper::test {

inline const NameKnowledge& name_knowledge() {
    static const NameKnowledge knowledge =
        NameKnowledge::read(CASEKEEPER_SOURCE "/config/names", "/usr/share/dict/british-english");
    return knowledge;
}

inline PersonNames person(const std::string& key, CasePart part, const std::string& given,
                          const std::string& family) {
    PersonNames names;
    names.key = key;
    names.part = part;
    names.given_names = given;
    names.family_name = family;
    return names;
}

inline std::vector<Mention> mentions(const std::vector<PersonNames>& people, const std::string& text,
                                     double at_least = likely_mention) {
    std::vector<Mention> found = MentionFinder(people, name_knowledge()).find(text);
    std::erase_if(found, [&](const Mention& mention) { return mention.confidence < at_least; });
    return found;
}

inline std::vector<std::string> written(const std::vector<Mention>& found, const std::string& text) {
    std::vector<std::string> all;
    for (const Mention& mention : found)
        all.push_back(text.substr(mention.begin, mention.end - mention.begin));
    return all;
}

// Every letter and figure of the bytes lies within a mention.
inline bool covers(const std::vector<Mention>& found, const std::string& text, std::size_t begin,
                   std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        if (std::isalnum(static_cast<unsigned char>(text[at])) == 0) continue;
        const auto is_there = [&](const Mention& mention) { return mention.begin <= at && at < mention.end; };
        if (std::none_of(found.begin(), found.end(), is_there)) return false;
    }
    return true;
}

}  // namespace casekeeper::test
