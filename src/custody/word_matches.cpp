// SPDX-License-Identifier: MIT
#include "custody/word_matches.h"

#include <algorithm>

#include "base/text_search.h"

namespace casekeeper {

void WordMatches::note(std::string_view involvement, std::string_view counts_on) {
    const auto [known, is_new] = days_.try_emplace(std::string(involvement), counts_on);
    if (!is_new && counts_on < known->second) known->second = counts_on;
}

bool WordMatches::has_by(const std::string& involvement, Date day) const {
    const auto found = days_.find(involvement);
    return found != days_.end() && found->second <= to_text(day);
}

std::vector<std::string> WordMatches::involvements() const {
    std::vector<std::string> ids;
    ids.reserve(days_.size());
    for (const auto& [involvement, day] : days_) ids.push_back(involvement);
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<WordMatches> find_in_every_narrative(FactStore& facts,
                                                 const std::vector<std::vector<std::string>>& word_lists) {
    std::vector<WordSearch> searches;
    for (const std::vector<std::string>& words : word_lists) searches.emplace_back(words);
    std::vector<WordMatches> matches(word_lists.size());
    facts.every_narrative([&](const TextRow& entry) {
        for (std::size_t list = 0; list < searches.size(); ++list)
            for (int text = 0; text < FactStore::narrative_texts; ++text) {
                if (!searches[list].found_in(entry.text(text))) continue;
                matches[list].note(entry.text(FactStore::narrative_texts),
                                   entry.text(FactStore::narrative_texts + 1));
                break;
            }
    });
    // What stands beside a record counts on every day.
    facts.every_remark([&](const std::string& involvement, const std::string& text) {
        for (std::size_t list = 0; list < searches.size(); ++list)
            if (searches[list].found_in(text)) matches[list].note(involvement, "");
    });
    return matches;
}

}  // namespace casekeeper
