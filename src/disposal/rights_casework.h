// SPDX-License-Identifier: MIT
//
// What people do with a request to correct (UK GDPR Art 16) or an objection (Art 21) between its receipt and
// its answer: advice, and a decision by a person with its reason, which takes effect beside the record.
#pragma once

#include <string>

#include "custody/signed_act.h"
#include "disposal/case_moves.h"

namespace casekeeper {

struct RightsDecision {
    enum class Outcome { uphold, part, refuse };
    Outcome outcome = Outcome::refuse;
    std::string reason;
    // What is written beside the record; empty: the person's own statement. Where it is refused, their
    // statement stands beside it all the same (Art 16: a supplementary statement).
    std::string text;
};

// The case as it stands. Refused and errors as deletion_casework.h.
DeletionCase decide_right(Database& database, const Actor& actor, const SignedAct& act, RequestRight right,
                          const std::string& request, const RightsDecision& decision);
void refer_request(Database& database, const Actor& actor, const SignedAct& act, RequestRight right,
                   const std::string& request, const std::string& to, const std::string& question);
void advise_request(Database& database, const Actor& actor, const SignedAct& act, RequestRight right,
                    const std::string& request, const std::string& from, const std::string& advice);

}  // namespace casekeeper
