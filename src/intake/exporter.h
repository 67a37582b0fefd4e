// SPDX-License-Identifier: MIT
//
// Writes the model out as a bundle: one file a type (person.jsonl, …), rows in byte order of their keys,
// documents by their digest in documents/. Read back into an empty store and written out again it gives the
// same bytes.
#pragma once

#include <string>

#include "base/calendar.h"
#include "store/database.h"

namespace casekeeper {

struct ExportOptions {
    std::string folder;  // must not exist, or be empty
    std::string documents_folder;
    std::string person;  // empty: everybody; else that person's record and whom it is worked by
    std::string reason;
    std::string actor;
    std::string at;
    Date day{};  // on which restrictions are in force
    // What is restricted leaves too: with the person's consent, for legal claims, to protect another's rights
    // (UK GDPR Art 18(2)).
    bool with_restricted = false;
};

struct ExportResult {
    long long records = 0;
    long long documents = 0;
    long long restricted = 0;  // parts of records among them (custody/restricted_records.h)
};

// Writes into a folder beside it and renames it when whole; leaves one register line. OutputError where it
// cannot be written, InputError where there is no such person, Refused where some of it is restricted and was
// not asked for with it.
ExportResult export_bundle(Database& database, const ExportOptions& options);

}  // namespace casekeeper
