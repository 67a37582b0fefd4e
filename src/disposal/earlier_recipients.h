// SPDX-License-Identifier: MIT
//
// Who was given parts of a record before, and is told when these are deleted or corrected (UK GDPR Art 19):
// by the disclosures recorded as shared. One that names no involvement counts for every part that was there
// when it was made.
#pragma once

#include <string>
#include <vector>

#include "disposal/request_parts.h"
#include "domain/record_format.h"

namespace casekeeper {

struct EarlierRecipient {
    std::string name;                 // as recorded; empty: it was not
    std::vector<Record> disclosures;  // by day
};

// `parts`: those that go or were corrected. By name; the one without a name last.
std::vector<EarlierRecipient> earlier_recipients(Database& database, const std::string& person,
                                                 const std::vector<RequestPart>& parts);

}  // namespace casekeeper
