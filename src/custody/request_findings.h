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
#include <vector>

#include "base/calendar.h"
#include "base/json_text.h"
#include "domain/record_format.h"
#include "store/case_event.h"

namespace casekeeper {

struct IdentityFinding {
    bool known = false;  // nobody needed to ask
    std::optional<Date> asked_on;
    std::optional<Date> received_on;
    std::string how;
    std::string evidence;   // of identity, as seen
    std::string authority;  // of parental responsibility or of an authority to act, as seen
    std::string doubt;      // why who asks is open again; nothing else is said with it

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

struct IdentityBefore {
    bool settled = false;  // nothing may be asked for any more
    bool doubted = false;  // since evidence was last asked for: it may be asked for anew
};
IdentityBefore identity_before(bool is_settled, const std::vector<CaseEvent>& events);

// Puts what was asked for, and what came, into the request: true where it changed. Only what was asked for
// moves the clock (UK GDPR Art 12(6), 12A). UsageError where it says nothing, or two things at once; Refused
// where evidence cannot be asked for.
bool put_identity(Record& request, const IdentityFinding& finding, const IdentityBefore& before, Date today,
                  const std::string& show);
// Who asks is settled without what is still outstanding: the clock waits for it no longer. True where it did.
bool end_wait_for_identity(Record& request, Date today);
// What the event of it holds.
JsonObject facts_of(const IdentityFinding& finding);
// The same, for whoever reads the history: "passport, seen; authority: court order".
std::string identity_in_words(const std::string& facts);
// "explained it back; they do not agree".
std::string competence_in_words(const std::string& facts);
JsonObject facts_of(const CompetenceFinding& finding, Date today);

// Refused where the notice comes too late, or there was one (UK GDPR Art 12A(3), (4)).
void put_extension(Record& request, Date notice_on, Date today, const std::string& show);

}  // namespace casekeeper
