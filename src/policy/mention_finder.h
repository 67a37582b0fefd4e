// SPDX-License-Identifier: MIT
//
// Everybody a text speaks of: the case's own people by whatever they may be called (policy/known_people.h), names
// nobody told of (policy/mention_names.h), and what else tells who somebody is: numbers, telephones, e-mail addresses,
// addresses, days of birth, number plates. Of narratives as well as of names of files and properties.
//
// What is found is a proposal for a person who decides. Not found is what no word says: "the boy next door", a
// nickname of no list, a picture. Of two mentions that overlap the longer one stays and covers both.
#pragma once

#include <string_view>
#include <vector>

#include "policy/known_people.h"
#include "policy/mention.h"
#include "policy/mention_codes.h"
#include "policy/mention_contacts.h"
#include "policy/mention_dates.h"
#include "policy/name_knowledge.h"

namespace casekeeper {

// Not changed once made: any number of threads may ask.
class MentionFinder {
public:
    // `knowledge` is kept by reference.
    MentionFinder(std::vector<PersonNames> people, const NameKnowledge& knowledge);

    // In their order, none overlapping. `text` should be UTF-8; what is none is read too. Throws where it cannot look
    // through the whole of it.
    std::vector<Mention> find(std::string_view text) const;

private:
    std::vector<PersonNames> people_;
    const NameKnowledge& knowledge_;
    KnownPeople known_;
    MentionCodes codes_;
    MentionContacts contacts_;
    MentionDates dates_;
};

}  // namespace casekeeper
