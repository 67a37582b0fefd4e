// SPDX-License-Identifier: MIT
//
// What stays of an involvement that is minimised, or what goes, by names (schedule-language: keep, remove). A
// name is an optional field of involvement, entry or document; an event, attribute or role; or "events",
// "attributes", "roles", "entries", "documents" as a whole. Under `keep`, entries (documents) stay where they
// or one of their fields are named; under `remove`, where they are not named as a whole. What identifies a
// row and what its days are told by always stays.
#pragma once

#include <set>
#include <string>

#include "domain/record_format.h"

namespace casekeeper {

struct Reduction {
    std::set<std::string> names;
    bool names_what_goes = false;  // remove, not keep
    std::set<std::string> needed;  // events, attributes and roles that the schedule reads: they stay

    // Do an involvement's rows of this type stay, perhaps with fewer fields? REQUIRES: entry or document.
    bool rows_stay(RecordType type) const;
    // REQUIRES: involvement, entry or document.
    void apply_to(Record& record) const;
};

}  // namespace casekeeper
