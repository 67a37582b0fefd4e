// SPDX-License-Identifier: MIT
//
// Who a text of a person's file names, in the keys that decisions go by: the case's own people and workers by
// whatever they may be called, names that nobody recorded, and what else tells who somebody is. One search for
// the proposals, for what is kept back, and for the proof.
//
//   person:P2, professional:W1, name:Jane Roe     somebody of the case
//   name:Sam Ash                                  a name that nobody recorded, as it is written
//   phone:7700900123  email:…  postcode:…  address:…  birth:…  number:…  plate:…    of nobody who is known
//
// What belongs to somebody of the case (their telephone number) has their key.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "custody/people_known.h"
#include "domain/case_file.h"
#include "policy/mention_finder.h"
#include "policy/name_knowledge.h"
#include "policy/redaction.h"
#include "store/record_store.h"

namespace casekeeper {

// Is it the key of a number or a place of nobody who is known, and of nobody's name?
bool is_thing(std::string_view key);

class NamesInFile {
public:
    // `workers`: ids of the professionals of the file. `knowledge` is kept by reference.
    NamesInFile(RecordStore& records, const CaseFile& file, const PeopleKnown& people,
                const std::vector<std::string>& workers, const NameKnowledge& knowledge);

    // Throws where the text cannot be looked through.
    std::vector<NamedSpan> in(std::string_view text) const;

private:
    struct Called {
        std::vector<PersonNames> people;
        std::map<std::string, std::set<std::string>> by_word;  // a word of a name, and whose it may be
        std::map<std::string, std::string> own_family;  // words of the person's own family name: their key
    };
    static Called gathered(RecordStore& records, const CaseFile& file, const PeopleKnown& people,
                           const std::vector<std::string>& workers);
    NamesInFile(Called called, const NameKnowledge& knowledge);
    std::vector<std::string> keys_of(const Mention& mention, std::string_view words) const;

    std::map<std::string, std::set<std::string>> by_word_;
    std::map<std::string, std::string> own_family_;
    MentionFinder finder_;
};

}  // namespace casekeeper
