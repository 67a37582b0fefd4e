// SPDX-License-Identifier: MIT
//
// Turns what a load says of one child into records: the person, an involvement for each looked-after period,
// entries for reviews and missing periods. Ids are made of the child's code and a day, so that the next
// year's return meets the same records again:
//
//   person        the code as it is
//   involvement   ssda903:CODE:YYYY-MM-DD (the day it began), ssda903:CODE:care-leaver,
//                 ssda903:CODE:adoption:YYYY-MM-DD
//   entry         ssda903:CODE:review:YYYY-MM-DD, ssda903:CODE:missing:YYYY-MM-DD
//
// Of a young mother only that she is one is taken (identifier ssda903_mother): her child's date of birth is
// that child's. OC2 (health, dental checks, SDQ) has no dates and is not loaded.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/record_source.h"
#include "intake/ssda903_periods.h"
#include "intake/ssda903_rows.h"

namespace casekeeper {

struct Ssda903Records {
    std::vector<SourcedRecord> people;
    std::vector<SourcedRecord> involvements;
    std::vector<SourcedRecord> entries;
};

// What a load says of one child, its rows settled, and what the store knows. References are to the load's.
struct ChildFile {
    const std::string& child;
    const ChildRows& rows;
    const HeaderRow& header;
    const std::vector<LookedAfterPeriod>& periods;
    const EndsOfCare& ends;
    const std::vector<KnownPeriod>& known;
    const std::vector<YearlyReturn>& returns;
};

using Words = std::map<std::string, std::string>;

// A record of the type with these values; empty ones are left out.
Record make_record(RecordType type, const std::map<std::string_view, std::string>& values);
// Canonical JSON of an object of texts; empty for none.
std::string words_json(const Words& words);

void add_person(const ChildFile& file, Ssda903Records& records);
void add_periods(const ChildFile& file, Ssda903Records& records, RowFindings& findings);
void add_entries(const ChildFile& file, Ssda903Records& records, RowFindings& findings);

}  // namespace casekeeper
