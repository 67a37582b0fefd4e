// SPDX-License-Identifier: MIT
//
// Dates of birth: the day on which one of the case's own people was born, in any spelling, and any day that the text
// calls one (born, DOB, date of birth). Other dates are nobody's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "policy/mention.h"
#include "policy/mention_words.h"

namespace casekeeper {

class MentionDates {
public:
    explicit MentionDates(const std::vector<PersonNames>& people);

    std::vector<Mention> find(const MentionWords& words) const;

private:
    class Reading;

    std::vector<std::string> keys_;
    std::vector<CasePart> parts_;
    std::multimap<Date, std::size_t> born_on_;
};

}  // namespace casekeeper
