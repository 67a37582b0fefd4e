// SPDX-License-Identifier: MIT
//
// Everything a proposal covers as it stands: the involvement's row, its entries and documents, the
// disclosures about it and the person's own row. Its fingerprint is a digest over their bundle lines:
// whatever was changed since somebody approved shows in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/record_format.h"
#include "store/database.h"

namespace casekeeper {

struct CoveredRecord {
    Record person;
    Record involvement;
    std::vector<Record> entries;
    std::vector<Record> documents;
    std::vector<Record> disclosures;

    std::string fingerprint() const;
};

// nullopt where there is no such involvement.
std::optional<CoveredRecord> covered_record(Database& database, const std::string& involvement);

// Empty where there is no such involvement.
std::string fingerprint_of(Database& database, const std::string& involvement);

}  // namespace casekeeper
