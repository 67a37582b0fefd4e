// SPDX-License-Identifier: MIT
//
// What the letters about a request say, as values: to whoever asked (the outcome, what comes next, a later
// day, the end of a restriction), to whoever may not ask, and to whoever was given the record before. The
// wording is the trust's (config/letters); which marks each letter knows stands here.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/letter_head.h"
#include "output/letter.h"

namespace casekeeper {

enum class LetterOutcome { granted, partly, refused };

struct RequestLetter {
    struct Gone {
        std::string part;
        std::string contents;  // empty: nothing to add
    };
    struct Kept {
        std::string part;
        std::string why;        // in sentences
        std::string authority;  // empty: none beside the person's decision
    };
    // What the person who decided wrote, as they wrote it.
    struct Words {
        std::string parts;  // of which; empty: of all
        std::string reason;
    };
    LetterHead head;
    std::string right = "erasure";  // erasure, correction, objection
    LetterOutcome outcome = LetterOutcome::granted;
    bool everything = false;               // all of the record was asked for
    std::vector<std::string> asked_about;  // empty: all of the record
    std::vector<Gone> gone;
    std::vector<Kept> kept;
    bool is_looked_at_again = false;  // something is kept for a claim or a hold
    std::vector<Words> words;
    std::string written_beside;  // what now stands beside the record; empty: nothing
    std::string backups_gone_by;
    long long recipients = 0;           // that are told
    std::optional<std::string> due_on;  // the answer
    std::string day;                    // of what is coming: a restriction's end
};

struct RecipientLetter {
    struct Shared {
        std::string on;
        std::string reference;  // the disclosure's id
    };
    LetterHead head;
    std::string recipient;  // as recorded; empty: it was not
    std::string name;       // of the person; empty: it has changed, and a letter does not tell the new one
    std::string born;       // empty: not known
    std::vector<Shared> shared;
    std::string written_beside;  // empty: they have to ask what is right
};

const std::set<std::string>& names_of_request_letter();
const std::set<std::string>& names_to_recipient();
// Of a letter that tells nothing of any record.
const std::set<std::string>& names_without_record();

LetterValues values_of(const RequestLetter& letter);
LetterValues values_of(const RecipientLetter& letter);
LetterValues values_without_record(const LetterHead& head, const std::string& right);

}  // namespace casekeeper
