// SPDX-License-Identifier: MIT
//
// What is asked of the disclosure log as a whole: which may lack something, which were made against a stop,
// what of a record has changed since parts of it were given away. Pages by id, in byte order.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "store/database.h"

namespace casekeeper {

// A part of somebody's record that a load corrected, or beside which something stands.
struct ChangedPart {
    std::string item;          // typed: entry:E7
    std::string involvement;   // empty: of the person's own row
    std::string corrected_on;  // ISO; empty: by no load
};

class DisclosureStore {
public:
    explicit DisclosureStore(Database& database) : database_(database) {}

    // A superset of those that are incomplete, by what SQL can tell.
    std::vector<std::string> perhaps_incomplete(const std::string& after, int size);
    // Made against a stop to prevent serious harm, recorded on a day or later; of loaded ones, decided. `since`:
    // ISO.
    std::vector<std::string> with_override(const std::string& after, const std::string& since, int size);

    // That it was recorded here, and no load replaces it. `at`: RFC 3339.
    void note_recorded(const std::string& disclosure, const std::string& at);
    bool is_recorded_here(const std::string& disclosure);

    // Of whose record something was shared and has changed_parts; whether before or after is not asked.
    std::vector<std::string> people_with_changes(const std::string& after, int size);
    // By item, as bytes.
    std::vector<ChangedPart> changed_parts(const std::string& person);

private:
    Database& database_;
};

}  // namespace casekeeper
