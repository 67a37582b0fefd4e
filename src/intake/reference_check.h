// SPDX-License-Identifier: MIT
//
// What a record names, and whether the store knows it. Answers are remembered for a while: lines of one
// involvement stand together.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/record_format.h"
#include "policy/service_catalogue.h"
#include "store/record_store.h"

namespace casekeeper {

struct Reference {
    RecordType type = RecordType::person;
    std::string id;
    std::string field;  // where it stands, e.g. mentions.person
};

// Everything a record refers to by id, nested fields included.
std::vector<Reference> references_of(const Record& record);
// The same without its own columns' references: what person_reference keeps.
std::vector<std::string> people_named_within(const Record& record);

class ReferenceCheck {
public:
    ReferenceCheck(RecordStore& records, const ServiceCatalogue& catalogue)
        : records_(records), catalogue_(catalogue) {}

    // What is wrong, in words: "involvement I9, named in involvement, is neither in the source nor in the
    // store"; nullopt where all is there.
    std::optional<std::string> problem(const Record& record);
    // The owner of an involvement, remembered.
    std::optional<RecordStore::Owner> owner(const std::string& involvement);
    // Forgets what was absent or changed: a type of records has been stored.
    void forget();

private:
    bool exists(const Reference& reference);
    RecordStore& records_;
    const ServiceCatalogue& catalogue_;
    std::unordered_map<std::string, bool> known_;
    std::unordered_map<std::string, RecordStore::Owner> owners_;
};

}  // namespace casekeeper
