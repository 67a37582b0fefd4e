// SPDX-License-Identifier: MIT
//
// Why something reads as if it belonged in another's record, for whoever looks at one finding: the words that tell, whose
// it seems to be, and the command that moves it. Reckoned anew each time: a finding stores nothing of the other.
//
// Nothing of a restricted record is shown (UK GDPR Art 18(2)), neither of the one it lies in nor of whom it seems to
// be about. Nobody is told of the records of one human being before and after an adoption together: between these
// there is no sign (custody/record_people.h).
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "store/recording_store.h"

namespace casekeeper {

struct BelongingEvidence {
    std::string why;        // in a sentence that names nobody
    std::string words;      // of the text, with some around those that tell; empty: they are not shown
    std::string whose;      // id of another client; empty: nobody's that is known, or not shown
    std::string called;     // their name
    std::string twin;       // entry:E9 of theirs, which has the same account
    std::string kept_back;  // why something is not shown; empty: nothing is kept back
    std::string move;       // what to type
};

// nullopt where the finding is of another kind, or nothing reads so any more. REQUIRES: a unit of work.
std::optional<BelongingEvidence> evidence_of(Database& database, const RecordingFinding& finding, Date day);

// Lines for a terminal, indented; an object of JSON.
std::string in_words(const BelongingEvidence& evidence);
std::string to_json(const BelongingEvidence& evidence);

}  // namespace casekeeper
