// SPDX-License-Identifier: MIT
//
// Telephone numbers, national (020 7946 0000) and with a country's code, and e-mail addresses, also spelt out (jane at
// example dot org). Numbers that a text calls an order's or an account's are none, nor are dates.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "policy/mention.h"
#include "policy/mention_words.h"

namespace casekeeper {

class MentionContacts {
public:
    explicit MentionContacts(const std::vector<PersonNames>& people);

    std::vector<Mention> find(const MentionWords& words) const;

private:
    class Reading;
    using Owners = std::vector<std::size_t>;

    void set_owner(Mention& mention, const Owners& owners) const;

    std::vector<std::string> keys_;
    std::vector<CasePart> parts_;
    std::map<std::string, Owners, std::less<>> owners_of_phones_;   // as policy/phone_numbers.h has them
    std::map<std::string, Owners, std::less<>> owners_of_endings_;  // without the code of the area
    std::map<std::string, Owners, std::less<>> owners_of_emails_;   // folded letters
};

}  // namespace casekeeper
