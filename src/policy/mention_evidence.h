// SPDX-License-Identifier: MIT
//
// What speaks for a run of words with capitals being somebody's name, in points: what the lists say of it, and what
// stands round it (my daughter, X; Mrs X; X said; from X; X Street). The weights were chosen by hand.
#pragma once

#include <string_view>

#include "policy/mention_atoms.h"

namespace casekeeper {

class RunEvidence {
public:
    // Points with which the text says outright that it is one (I'm X, called X), and that it is none (X School).
    static constexpr double told_outright = 3;
    static constexpr double told_none = -4;

    // `words` is kept by reference.
    explicit RunEvidence(const MentionWords& words) : words_(words) {}

    // Of what stands round it: told_none to about 8.
    double around(const NameRun& run) const;
    // Of the run by itself, a little milder where it is told outright.
    double by_itself(const NameRun& run, double around) const;
    bool is_abbreviation(const NameRun& run) const;

private:
    bool is_also_name(const NameRun& run) const;
    bool is_of_place_or_body(const NameRun& run) const;
    double before(const NameRun& run) const;
    double before_without_sign(std::size_t i) const;
    double behind(const NameRun& run) const;
    double behind_possessive(std::size_t s) const;
    double behind_without_sign(const NameRun& run, std::size_t next) const;
    double behind_comma(const NameRun& run, std::size_t next) const;
    bool is_message(std::size_t i) const;
    bool ends_clause(std::size_t last) const;
    bool is_line_of_its_own(const NameRun& run) const;
    std::uint32_t says(std::size_t i) const;
    bool is(std::size_t i, std::string_view letters) const {
        return i < words_.size() && words_.equals(words_[i], letters);
    }

    const MentionWords& words_;
};

}  // namespace casekeeper
