// SPDX-License-Identifier: MIT
//
// Where the names stand that a record gives to people, as they are written there, whatever they are: "the lady of the
// Elmhurst hostel", a name of no list. All its words behind each other, in any case and with any accents; and each word
// of it by itself that is no English word. What tells names from other words (policy/mention_finder.h) finds more of
// people, and not all of these.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "policy/name_knowledge.h"
#include "policy/redaction.h"

namespace casekeeper {

class RecordedNames {
public:
    // `own`: folded words of the person's own names, which by themselves are theirs. `knowledge` is kept by reference.
    RecordedNames(const NameKnowledge& knowledge, std::set<std::string> own)
        : knowledge_(knowledge), own_(std::move(own)) {}

    void add(const std::string& key, const std::string& name);
    // In the order of where they begin.
    std::vector<NamedSpan> in(std::string_view text) const;

private:
    struct Whole {
        std::vector<std::string> words;  // folded
        std::string key;
    };
    void add_alone(const MentionWords& words, const std::vector<std::string>& letters, std::size_t first,
                   std::vector<NamedSpan>& spans) const;

    const NameKnowledge& knowledge_;
    const std::set<std::string> own_;
    std::multimap<std::string, Whole, std::less<>> whole_;             // by their first word
    std::map<std::string, std::set<std::string>, std::less<>> alone_;  // keys
};

}  // namespace casekeeper
