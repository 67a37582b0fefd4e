// SPDX-License-Identifier: MIT
//
// Which involvements' narratives hold the words of holds, found by reading every narrative of the store once:
// for a run over many involvements. What stands beside entries and involvements at their person's wish is looked
// through too: a name may be written there alone. Memory grows with the involvements that match, not with the
// store.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "store/fact_store.h"

namespace casekeeper {

// What one list of words matches.
class WordMatches {
public:
    // An entry that holds a word; `counts_on` empty: it counts on every day.
    void note(std::string_view involvement, std::string_view counts_on);

    // Does any entry hold a word; any up to and including a day?
    bool has(const std::string& involvement) const { return days_.contains(involvement); }
    bool has_by(const std::string& involvement, Date day) const;
    std::size_t size() const { return days_.size(); }
    // Sorted as bytes.
    std::vector<std::string> involvements() const;

private:
    std::unordered_map<std::string, std::string> days_;  // the earliest day that counts, as ISO text
};

// The matches of each list of words, in their order.
std::vector<WordMatches> find_in_every_narrative(FactStore& facts,
                                                 const std::vector<std::vector<std::string>>& word_lists);

}  // namespace casekeeper
