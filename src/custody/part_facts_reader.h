// SPDX-License-Identifier: MIT
//
// What the rules of release ask about one part of a person's file, read from its row: who wrote and gave it,
// whom it names, what it is about.
#pragma once

#include <string>

#include "custody/people_known.h"
#include "domain/case_file.h"
#include "domain/record_format.h"
#include "policy/release_proposals.h"
#include "store/record_store.h"

namespace casekeeper {

// Somebody else, in whose record what also lies in the person's was written: relations there are to them.
struct OtherOwner {
    std::string person;
    PeopleKnown people;
};

class PartFactsReader {
public:
    // `other`: what is read was written in their record; nullptr: in the person's own.
    PartFactsReader(RecordStore& records, const PeopleKnown& people, const OtherOwner* other = nullptr)
        : records_(records), people_(people), other_(other) {}

    PartFacts of_person(const std::string& person);
    PartFacts of_involvement(const Record& involvement);
    // `service`: of the involvement it lies in. Knows also whether it was written to the person. That it is part
    // of another's record is about that other.
    PartFacts of_entry(const Record& entry, const std::string& service);
    // What it says is for human eyes. It stands as its entry does, except that a letter which was sent says
    // nothing of what lay beside it.
    static PartFacts of_document(const Record& document, PartFacts of_entry);
    PartFacts of_disclosure(const Record& disclosure);
    static PartFacts of_material(const std::string& item);

    // Somebody whom the part's words name, where the record does not.
    static void add(ThirdParty one, PartFacts& facts);

private:
    void read_provider(const std::string& provider, PartFacts& facts);
    void read_third_parties(const Record& entry, PartFacts& facts);
    void read_addressees(const Record& entry, PartFacts& facts);
    ThirdParty whoever(const std::string& text);
    ThirdParty known(const std::string& key, const std::string& relation) const;
    ThirdParty called(const std::string& name, const std::string& relation) const;

    RecordStore& records_;
    const PeopleKnown& people_;
    const OtherOwner* other_;
};

}  // namespace casekeeper
