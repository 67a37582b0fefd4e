// SPDX-License-Identifier: MIT
//
// "Until when, and why?" of anything in the store: an involvement, a person's whole file, an entry, a
// document. An entry follows its involvement; a document that also lies in other involvements keeps the
// latest day of all, and held, live, undetermined or permanent in any of them (schedule-language: How rules
// combine, step 11).
#pragma once

#include <string>
#include <vector>

#include "retention/beside_record.h"
#include "retention/listing.h"

namespace casekeeper {

struct Explained {
    std::string id;
    std::string kind;  // person, involvement, entry, document
    std::vector<ShownDecision>
        decisions;                      // of a document in several involvements: its own first, then theirs
    std::vector<Remark> remarks;        // that stand beside it; of a document those of its entry
    std::vector<std::string> disputed;  // what of it is, in sentences
};

// `id` may be typed (entry:E7). InputError where it names nothing, or several things and is not typed.
Explained explain(Database& database, Date day, const std::string& id);

std::string to_json(const Explained& explained);
// As people read it at a terminal.
std::string to_text(const Explained& explained);
// One decision in a sentence: "retain until 14 March 2025 (rule looked-after), then destroy".
std::string in_words(const ShownDecision& shown);

}  // namespace casekeeper
