// SPDX-License-Identifier: MIT
//
// How a request ends for whoever asked, whatever it asked for: taken back, told the outcome, disputed, and
// the dispute answered. The day of the answer stands with the request: from it on nothing waits for anybody,
// and its hold lapses after the schedule's window. Each is one unit of work with its event and register line.
#pragma once

#include <string>

#include "disposal/case_moves.h"

namespace casekeeper {

struct RequestWord {
    RequestRight right = RequestRight::erasure;
    std::string request;
    Date on{};
    std::string words;  // a reason, or what the person said
};

void withdraw_request(Database& database, const Actor& actor, const SignedAct& act, const RequestWord& word,
                      const std::string& letters_folder);
// The letter of the outcome was sent: those that wait under our roof go.
void record_told(Database& database, const Actor& actor, const SignedAct& act, const RequestWord& word,
                 const std::string& letters_folder);
// Refused where the outcome may not be told now. The case as it stands.
DeletionCase require_to_be_told(Database& database, const Actor& actor, const SignedAct& act,
                                RequestRight right, const std::string& request);
// The letters were written to a folder.
void record_letters(Database& database, const Actor& actor, const SignedAct& act, RequestRight right,
                    const std::string& request, const std::string& folder);
void dispute_outcome(Database& database, const Actor& actor, const SignedAct& act, const RequestWord& word,
                     const std::string& to, const std::string& letters_folder);
void answer_a_dispute(Database& database, const Actor& actor, const SignedAct& act, const RequestWord& word,
                      bool reopen);

// The folder's own name, in the folder of letters; the same for the same request.
std::string letters_folder_of(const std::string& request);

}  // namespace casekeeper
