// SPDX-License-Identifier: MIT
//
// What is found out before it is settled who may ask, whatever the request asks for: identity, authority,
// competence; and a notice that the answer takes longer. Checked here and put into the request's record; the
// clock reads it there (policy/request_clock.h).
//
// `show`: the command that shows the request, for hints.
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/json_text.h"
#include "domain/record_format.h"

namespace casekeeper {

struct IdentityFinding {
    bool known = false;  // nobody needed to ask
    std::optional<Date> asked_on;
    std::optional<Date> received_on;
    std::string how;
    std::string evidence;

    // The day it is recorded for: of the evidence, of the asking, else today.
    Date happened_on(Date today) const { return received_on.value_or(asked_on.value_or(today)); }
};

struct CompetenceFinding {
    bool competent = false;
    bool impaired = false;
    std::string assessor;
    Date on{};
    std::string basis;
    std::optional<bool> agrees;  // the young person, to somebody else's asking
    std::string best_interests;  // why it is in the best interests of somebody who cannot decide
};

// UsageError where a text that must be given is blank. `option`: "--reason TEXT: why, in a sentence".
void require_text(const std::string& text, const std::string& what, const std::string& option);
// InputError where the day lies after today or before an earlier one. `option`: "--given".
void require_day(Date on, Date today, Date not_before, const char* option, const char* since);

// Puts what was asked for, and what came, into the request: true where it changed. `is_settled`: identity was
// settled before, and nothing may be asked for any more (Refused).
bool put_identity(Record& request, const IdentityFinding& finding, bool is_settled, Date today,
                  const std::string& show);
// What the event of it holds.
JsonObject facts_of(const IdentityFinding& finding);
JsonObject facts_of(const CompetenceFinding& finding, Date today);

// Refused where the notice comes too late, or there was one (UK GDPR Art 12A(3), (4)).
void put_extension(Record& request, Date notice_on, Date today, const std::string& show);

}  // namespace casekeeper
