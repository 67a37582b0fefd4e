// SPDX-License-Identifier: MIT
//
// Where the names stand that a record gives to people, as they are written there, whatever they are: "the lady of the
// Elmhurst hostel", a name of no list. All its words behind each other, in any case and with any accents; and each word
// of it by itself that is no English word. A name of one word that is an English one (Will, Grace) is weighed where it
// stands as the finder weighs it (policy/known_people.h); what is nothing but the person's own names is theirs. What tells
// names from other words (policy/mention_finder.h) finds more of people, and not all of these.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "policy/known_people.h"
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
    bool is_english(const std::string& word) const;
    void add_weighed(const std::string& key, const std::string& word);
    void find_weighed(const MentionWords& words, const std::vector<std::string>& letters,
                      std::vector<NamedSpan>& spans) const;
    void add_alone(const MentionWords& words, const std::vector<std::string>& letters, std::size_t first,
                   std::vector<NamedSpan>& spans) const;

    const NameKnowledge& knowledge_;
    const std::set<std::string> own_;
    std::multimap<std::string, Whole, std::less<>> whole_;             // by their first word
    std::map<std::string, std::set<std::string>, std::less<>> alone_;  // keys
    std::map<std::string, std::set<std::string>, std::less<>> weighed_;
    std::optional<KnownPeople> finder_;  // of those that are weighed
};

}  // namespace casekeeper
