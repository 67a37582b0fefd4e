// SPDX-License-Identifier: MIT
#include "policy/recorded_names.h"

#include <algorithm>

#include "policy/mention_context.h"
#include "policy/mention_words.h"

namespace casekeeper {
namespace {

constexpr std::size_t shortest_alone = 3;  // letters

std::vector<std::string> folded_words(std::string_view text) {
    const MentionWords words(text);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < words.size(); ++i) all.push_back(words.letters(i));
    return all;
}

bool only_space_between(const MentionWords& words, std::size_t i) {
    const std::string_view between = words.before(i);
    return std::all_of(between.begin(), between.end(),
                       [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

}  // namespace

void RecordedNames::add(const std::string& key, const std::string& name) {
    std::vector<std::string> words = folded_words(name);
    const auto is_own = [&](const std::string& word) { return own_.contains(word); };
    if (std::all_of(words.begin(), words.end(), is_own)) return;
    if (words.size() == 1 && is_english(words.front())) return add_weighed(key, words.front());
    for (const std::string& word : words) {
        const bool is_place = knowledge_.of(word) == NameKnowledge::proper;
        if (word.size() >= shortest_alone && !is_english(word) && !is_place && !is_own(word))
            alone_[word].insert(key);
    }
    std::string first = words.front();
    whole_.emplace(std::move(first), Whole{std::move(words), key});
}

bool RecordedNames::is_english(const std::string& word) const {
    return (knowledge_.of(word) & NameKnowledge::word) != 0 ||
           (context_of(MentionWords(word), 0) & Context::function) != 0;
}

void RecordedNames::add_weighed(const std::string& key, const std::string& word) {
    if (!weighed_[word].insert(key).second) return;
    std::vector<PersonNames> people;
    for (const auto& [name, keys] : weighed_) people.emplace_back().given_names = name;
    finder_.emplace(people, knowledge_);
}

// Where they are names and not the words: "Will came", "will's mum", and not "it will".
void RecordedNames::find_weighed(const MentionWords& words, const std::vector<std::string>& letters,
                                 std::vector<NamedSpan>& spans) const {
    if (!finder_) return;
    for (const KnownPeople::Spoken& one : finder_->find(words, KnownPeople::Spelling::exact)) {
        const auto name = weighed_.find(letters[one.first]);
        if (one.confidence >= likely_mention && one.first == one.last && name != weighed_.end())
            spans.push_back(
                {{words[one.first].begin, words[one.last].end}, {name->second.begin(), name->second.end()}});
    }
    std::stable_sort(spans.begin(), spans.end(), [](const NamedSpan& one, const NamedSpan& other) {
        return one.span.begin < other.span.begin;
    });
}

std::vector<NamedSpan> RecordedNames::in(std::string_view text) const {
    std::vector<NamedSpan> spans;
    if (whole_.empty() && !finder_) return spans;
    const MentionWords words(text);
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < words.size(); ++i) letters.push_back(words.letters(i));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto [first, behind] = whole_.equal_range(letters[i]);
        for (auto one = first; one != behind; ++one) {
            const std::vector<std::string>& name = one->second.words;
            if (i + name.size() <= letters.size() &&
                std::equal(name.begin(), name.end(), letters.begin() + static_cast<std::ptrdiff_t>(i)))
                spans.push_back({{words[i].begin, words[i + name.size() - 1].end}, {one->second.key}});
        }
        add_alone(words, letters, i, spans);
    }
    find_weighed(words, letters, spans);
    return spans;
}

// A word of a name, or its pieces: "Quill feather", "Q U I L L", as a page that is read again may part them.
void RecordedNames::add_alone(const MentionWords& words, const std::vector<std::string>& letters,
                              std::size_t first, std::vector<NamedSpan>& spans) const {
    std::string joined;
    for (std::size_t last = first; last < letters.size(); ++last) {
        if (last > first && !only_space_between(words, last)) return;
        joined += letters[last];
        const auto found = alone_.lower_bound(joined);
        if (found == alone_.end() || !found->first.starts_with(joined)) return;
        if (found->first == joined)
            spans.push_back(
                {{words[first].begin, words[last].end}, {found->second.begin(), found->second.end()}});
    }
}

}  // namespace casekeeper
