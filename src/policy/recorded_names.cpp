// SPDX-License-Identifier: MIT
#include "policy/recorded_names.h"

#include <algorithm>

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
    if (words.empty()) return;
    for (const std::string& word : words) {
        const std::uint32_t knows = knowledge_.of(word);
        const bool is_english = (knows & NameKnowledge::word) != 0;
        const bool is_place = knows == NameKnowledge::proper;
        if (word.size() >= shortest_alone && !is_english && !is_place && !own_.contains(word))
            alone_[word].insert(key);
    }
    std::string first = words.front();
    whole_.emplace(std::move(first), Whole{std::move(words), key});
}

std::vector<NamedSpan> RecordedNames::in(std::string_view text) const {
    std::vector<NamedSpan> spans;
    if (whole_.empty()) return spans;
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
