// SPDX-License-Identifier: MIT
//
// The two halves of the search for the case's own people; for known_people*.cpp only. First where any of their names
// stands and whose initials; then, in known_people_search.cpp, which of these belong together and how sure each is.
#pragma once

#include <deque>
#include <vector>

#include "policy/known_people.h"

namespace casekeeper {

// J: a capital by itself.
bool is_single_letter(const MentionWords& words, std::size_t i);
// In a heading, where everything may be an abbreviation.
bool is_among_capitals(const MentionWords& words, std::size_t i);

// Where a name stands in a text.
struct KnownPeople::Spot {
    std::uint32_t first = 0;  // words
    std::uint32_t last = 0;
    const Called* called = nullptr;
    bool is_near = false;
};

struct KnownPeople::Initials {
    std::uint32_t first = 0;  // words
    std::uint32_t last = 0;
    Bearers bearers;
    bool dotted = false;
};

class KnownPeople::Spots {
public:
    Spots(const KnownPeople& people, const MentionWords& words, Spelling spelling)
        : people_(people), words_(words), spelling_(spelling) {}

    void find();
    // In their order, none overlapping.
    const std::vector<Spot>& names() const { return names_; }
    const std::vector<Initials>& initials() const { return initials_; }

private:
    std::uint32_t find_at(std::uint32_t i);
    std::uint32_t last_joined(std::uint32_t first) const;
    void find_joined(Spot& spot) const;
    void find_misspelt(Spot& spot);
    void find_near(Spot& spot, std::uint32_t last, const std::string& letters);
    void merge(const std::vector<std::uint32_t>& near, Spot& spot);
    void find_initials(std::uint32_t first);
    void find_initials_in_one(std::uint32_t at);
    bool is_between_letters(std::uint32_t i) const;

    const KnownPeople& people_;
    const MentionWords& words_;
    Spelling spelling_;
    std::vector<Spot> names_;
    std::vector<Initials> initials_;
    std::deque<Called> merged_;
    std::deque<std::vector<Bearer>> merged_bearers_;
};

// How sure it is that a name without another beside it is meant.
class KnownPeople::Alone {
public:
    Alone(const KnownPeople& people, const MentionWords& words) : people_(people), words_(words) {}

    float confidence(const Spot& spot) const;

private:
    float of_misspelt(const Spot& spot) const;
    float of_capital_word(std::uint32_t i, const Called& called, float by_role) const;
    bool is_of_a_date(std::uint32_t i) const;
    bool is_led_to(std::uint32_t i) const;
    bool belongs_to_it(std::uint32_t i) const;

    const KnownPeople& people_;
    const MentionWords& words_;
};

}  // namespace casekeeper
