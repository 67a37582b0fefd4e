// SPDX-License-Identifier: MIT
//
// Loads a source into the store: one unit of work, so that a load is in whole or not at all; upserts by type
// and key; references checked over the source and the store together; what is bad is a finding and is set
// aside. Marks whoever a changed fact concerns as stale, and leaves one line in the register.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "intake/record_source.h"
#include "policy/service_catalogue.h"
#include "store/database.h"

namespace casekeeper {

struct ImportOptions {
    std::string format;  // as named on the command line, for the register
    std::string documents_folder;
    Date day{};      // today, for dates in the future
    std::string at;  // the moment, RFC 3339
    std::string actor;
    bool check_only = false;                  // everything but the storing
    std::function<void(long long)> progress;  // records so far; may be empty
    std::string key_folder;                   // of the register: which records have ended here
};

struct ImportResult {
    long long read = 0;
    long long stored = 0;  // new or changed rows
    long long unchanged = 0;
    long long rejected = 0;  // lines set aside
    std::vector<Finding> findings;
};

ImportResult import_records(Database& database, RecordSource& source, const ServiceCatalogue& catalogue,
                            const ImportOptions& options);

}  // namespace casekeeper
