// SPDX-License-Identifier: MIT
//
// Everybody whom a person's record calls something: relatives and others by id or by name, workers by their
// kind, and what is known of each: that the person knows of them, and whether they consent to being shown.
//
// A name, a former one too, is somebody's where only they have it and nothing says that it is somebody else:
// a neighbour may be called as the mother is. Where the person and a relative, or two relatives, share one, it
// is nobody's that is known, and weighed: a father may be called as his son is.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/case_file.h"
#include "policy/release_proposals.h"
#include "store/access_store.h"
#include "store/database.h"
#include "store/record_store.h"

namespace casekeeper {

class PeopleKnown {
public:
    // `asks`: of the request: what consent said there goes before what the record says.
    PeopleKnown(Database& database, RecordStore& records, const CaseFile& file,
                const std::vector<AccessAsk>& asks);

    // Whoever is called by a key (person:P2, professional:W1, name:Jane Roe). `relation`: as it was written;
    // used where it is a kind of relationship, for free words may be a name, and a reason names nobody.
    ThirdParty of(const std::string& key, const std::string& relation) const;
    // Whoever is called by a name that somebody wrote, perhaps with what they are to the person: "self" is the
    // person, where the name is theirs or there is none. A worker of the record, where nobody beside the person has
    // the worker's name and it is not written that a relative is meant.
    ThirdParty called(const std::string& name, const std::string& relation) const;
    // Whoever is called so in a record of somebody else's, `owner`, whose people are `theirs`: that record says
    // who is meant, "self" its owner, and this one what the person knows of them. Somebody of whom only this
    // one knows, by that name, may be another.
    ThirdParty called_in_record_of(const std::string& owner, const PeopleKnown& theirs,
                                   const std::string& name, const std::string& relation) const;
    // What each of them last said, or did not say, to being shown, by key: the words of two days are two, even
    // where they say the same. Nothing of those of whom nothing is known.
    std::map<std::string, std::string> words_of_consent() const;
    const std::vector<Record>& relationships() const { return relationships_; }

private:
    using Name = std::vector<std::string>;  // its words, in whole

    void read(Database& database, const std::string& person);
    void add(const Record& relationship, const std::string& person);
    void add_workers(Database& database, const std::string& person);
    void add_name(const Name& name, const std::string& key);
    std::set<std::string> those_called(const Name& name, const std::string& relation) const;

    RecordStore& records_;
    std::set<std::string> own_;
    std::map<Name, std::string> own_names_;
    std::map<std::string, ThirdParty> relations_;
    std::map<std::string, std::set<std::string>> kinds_;  // all that each of them is to the person
    std::map<Name, std::set<std::string>> by_name_;
    std::map<Name, std::set<std::string>> workers_;
    std::map<std::string, AccessAsk> consents_;
    std::vector<Record> relationships_;
};

// Does a key stand for a name of which it is not recorded whose it is?
bool is_one_of_several(std::string_view key);

// "person:P2" for whom a relationship names by id, else "name:Jane Roe".
std::string key_of_other(const Record& relationship);

}  // namespace casekeeper
