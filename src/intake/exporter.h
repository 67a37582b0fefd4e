// SPDX-License-Identifier: MIT
//
// Writes the model out as a bundle: one file a type (person.jsonl, …), rows in byte order of their keys,
// documents by their digest in documents/. Read back into an empty store and written out again it gives the
// same bytes.
#pragma once

#include <string>

#include "store/database.h"

namespace casekeeper {

struct ExportOptions {
    std::string folder;  // must not exist, or be empty
    std::string documents_folder;
    std::string person;  // empty: everybody; else that person's record and whom it is worked by
    std::string reason;
    std::string actor;
    std::string at;
};

struct ExportResult {
    long long records = 0;
    long long documents = 0;
};

// Writes into a folder beside it and renames it when whole; leaves one register line. OutputError where it
// cannot be written, InputError where there is no such person.
ExportResult export_bundle(Database& database, const ExportOptions& options);

}  // namespace casekeeper
