// SPDX-License-Identifier: MIT
//
// What a hold's scope catches among the records as they are: counted before it is placed, and marked to be
// decided on again when it is. A scope that names people or involvements costs what they cost; one by words
// reads every narrative once; any other goes through every involvement. Memory grows with what is caught.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "custody/word_matches.h"
#include "retention/listing.h"

namespace casekeeper {

struct HoldCatch {
    long long involvements = 0;
    long long people = 0;  // human beings: records joined as one count once
    // Of the involvements, by what is decided of them today.
    long long due = 0;
    long long review = 0;
    long long held = 0;        // already
    long long unreadable = 0;  // people or involvements whose stored facts cannot be read: perhaps caught too
};

class HoldReach {
public:
    HoldReach(Database& database, Date day);

    HoldCatch count(const Hold& hold);
    // Marks whoever the hold can reach. REQUIRES: a unit of work of kind write.
    void mark(const Hold& hold);
    // Can any involvement that the hold names be caught at all, its words apart? True where it names none.
    bool is_possible(const Hold& hold);

private:
    using Take = std::function<void(const InvolvementFacts&, const std::string& outcome)>;
    void each(const Hold& hold, const Take& take);
    void each_of_people(const Hold& hold, const std::set<std::string>& people, const Take& take);
    void each_of_all(const Hold& hold, const Take& take);
    std::set<std::string> owners(const std::vector<std::string>& involvements);
    std::set<std::string> people_named(const Hold& hold);
    std::map<std::string, std::string> outcomes_of(const CaseFile& file);
    bool has_words(const Hold& hold, const InvolvementFacts& involvement);
    const WordMatches& matches(const Hold& hold);
    bool is_few(std::size_t matching);

    Database& database_;
    const Date day_;
    FactStore facts_;
    DecisionListing listing_;
    StoreSurroundings surroundings_;
    std::vector<std::string> matched_words_;  // whose matches are kept
    std::optional<WordMatches> matches_;
    long long unreadable_ = 0;
};

}  // namespace casekeeper
