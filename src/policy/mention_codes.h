// SPDX-License-Identifier: MIT
//
// NHS numbers, National Insurance numbers, unique pupil numbers, postcodes, number plates, and the numbers recorded of
// the case's own people, however their groups are parted. With a wrong check digit one counts only where the text says
// what it is, and then as something to look at. Plates count where a vehicle is spoken of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "policy/mention.h"
#include "policy/mention_words.h"

namespace casekeeper {

class MentionCodes {
public:
    explicit MentionCodes(const std::vector<PersonNames>& people);

    // Without `whom` and `of` where nobody of the case has it.
    std::vector<Mention> find(const MentionWords& words) const;

private:
    struct Code;
    class Reading;

    std::vector<std::string> keys_;
    std::vector<CasePart> parts_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> owners_;  // of folded identifiers
    std::size_t longest_ = 0;
};

}  // namespace casekeeper
