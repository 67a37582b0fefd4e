// SPDX-License-Identifier: MIT
//
// Everybody whom a person's record calls something: relatives and others by id or by name, workers by their
// kind, and what is known of each: that the person knows of them, and whether they consent to being shown.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "policy/release_proposals.h"
#include "store/access_store.h"
#include "store/record_store.h"

namespace casekeeper {

class PeopleKnown {
public:
    // `asks`: of the request: what consent said there goes before what the record says.
    PeopleKnown(RecordStore& records, const CaseFile& file, const std::vector<AccessAsk>& asks);

    // Whoever is called by a key (person:P2, professional:W1, name:Jane Roe). `relation`: as it was written;
    // used where it is a kind of relationship, for free words may be a name, and a reason names nobody.
    ThirdParty of(const std::string& key, const std::string& relation) const;
    // The key for a name that somebody wrote: one of the person's relations, else the name itself.
    std::string key_of_name(const std::string& name) const;
    const std::vector<Record>& relationships() const { return relationships_; }

private:
    void read(const std::string& person);
    void add(const Record& relationship, const std::string& person);
    ThirdParty known(const std::string& key) const;
    bool is_subject(const std::string& key) const;

    RecordStore& records_;
    std::set<std::string> own_;
    std::set<std::vector<std::string>> own_names_;  // in whole
    std::map<std::string, ThirdParty> relations_;
    std::map<std::vector<std::string>, std::string> by_name_;
    std::map<std::string, std::string> consents_;
    std::vector<Record> relationships_;
};

// "person:P2" for whom a relationship names by id, else "name:Jane Roe".
std::string key_of_other(const Record& relationship);

}  // namespace casekeeper
