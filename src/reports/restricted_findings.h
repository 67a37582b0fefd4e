// SPDX-License-Identifier: MIT
//
// Which findings are about records that are restricted (UK GDPR Art 18; custody/restricted_records.h): such a
// record is used for nothing, so what was found of it is on no list. That it was given away with another's is
// weighed all the same, within 72 hours and to protect others (Art 18(2), 33).
#pragma once

#include <set>
#include <string>

#include "base/calendar.h"
#include "store/record_store.h"
#include "store/recording_store.h"

namespace casekeeper {

class RestrictedFindings {
public:
    // In force on a day. InputError where what is stored of somebody cannot be read. REQUIRES: a unit of work.
    RestrictedFindings(Database& database, Date day);

    // About a restricted involvement, entry or document, or about a document of a restricted entry.
    bool has(const RecordingFinding& finding);
    // Takes them out; how many.
    long long leave_out(std::vector<RecordingFinding>& findings);

private:
    RecordStore records_;
    std::set<std::string> items_;
};

}  // namespace casekeeper
