// SPDX-License-Identifier: MIT
//
// What an archive or another authority receives of one record: a bundle of the involvement with its person,
// entries, documents and disclosures, the professionals they name and the names of other people in it, and a
// manifest of its files.
//
//   FOLDER/person.jsonl … documents/<digest> manifest.json
//   {"receiver","record","files":[{"file","bytes","sha256"}]}
#pragma once

#include <string>

#include "store/database.h"

namespace casekeeper {

struct ReceiverBundleOrder {
    std::string involvement;
    std::string receiver;
    std::string folder;  // replaced where it is there
    std::string documents_folder;
};

// The digest of the manifest. OutputError where it cannot be written, UnavailableError where a document is
// missing. Nothing half-written stays.
std::string pack_for_receiver(Database& database, const ReceiverBundleOrder& order);

}  // namespace casekeeper
