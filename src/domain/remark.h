// SPDX-License-Identifier: MIT
//
// What stands beside an entry or an involvement: at its person's wish, that it is said to be wrong and what
// would be right, that they object, what they have to say to it; and that an entry was moved into or out of
// the record it stands beside. A remark is added and never taken back, and what the record says stays as it
// is (UK GDPR Art 16: a supplementary statement; a record shows what was known when it was written).
#pragma once

#include <string>
#include <vector>

#include "domain/record_format.h"

namespace casekeeper {

struct Remark {
    std::string kind;  // correction, objection, statement, move
    std::string on;    // ISO day
    std::string text;
    std::string by;  // who wrote it here, in which role; empty: not known
    bool operator==(const Remark&) const = default;
};

// In the order they were added. REQUIRES: an entry or an involvement.
std::vector<Remark> remarks_of(const Record& record);
// The other view of what is disputed: all of them but that an entry was moved.
std::vector<Remark> other_views_of(const Record& record);
// Puts one behind those that are there. REQUIRES: an entry or an involvement; a kind of those above.
void add_remark(Record& record, const Remark& remark);
// Is it disputed: flagged so where it comes from, or does a correction or a statement stand beside it? Then it
// is shown with both views wherever it is shown. REQUIRES: an entry or an involvement.
bool is_disputed(const Record& record);
// The same of the field's own JSON; empty where that is empty.
std::vector<Remark> read_remarks(std::string_view json);
// One as the interchange format has it.
std::string to_json(const Remark& remark);

}  // namespace casekeeper
