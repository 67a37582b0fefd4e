// SPDX-License-Identifier: MIT
//
// What the commands about access requests have in common: the rules of release, who signs, and where the
// request stands afterwards.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/command.h"
#include "custody/register.h"
#include "custody/schedule_in_force.h"
#include "custody/signed_act.h"
#include "disclosure/access_casework.h"
#include "disclosure/access_letters.h"
#include "disclosure/access_outcome.h"
#include "disclosure/reading_tools.h"
#include "policy/release_rules.h"

namespace casekeeper {

// config/release_rules.toml. ConfigError where it is in error.
ReleaseRules release_rules(Invocation& invocation, const ServiceCatalogue& catalogue);
// ISO; empty: none yet.
std::string access_due_day_of(Invocation& invocation, const std::string& request);
// Where the request stands now; `more`: after it, in text.
int say_access_state(Invocation& invocation, const std::string& request, const std::string& more = "");

// Writes a letter with what `write` is handed, and says where it lies. No event, no register line.
int say_access_letter(
    Invocation& invocation,
    const std::function<std::string(AccessLetters&, const AccessCase&, const std::string& folder)>& write);

// What a person's file is read with.
class FileReading {
public:
    explicit FileReading(Invocation& invocation);

    const ServiceCatalogue catalogue;
    const ReleaseRules rules;
    ReadingTools tools;
    AccessReviewer reviewer;
};

// What one step works with.
class AccessStep {
public:
    explicit AccessStep(Invocation& invocation);

private:
    Register register_;

public:
    const Actor& actor;
    const SignedAct act;
    FileReading reading;
    const ServiceCatalogue& catalogue;
    const ReleaseRules& rules;
    AccessCasework casework;
    const std::string request;  // the first operand; empty: none
};

// A reader takes its time: what was not read yet is read before the unit of work in which the file is reviewed. Of a
// request that the actor cannot have reviewed nothing is read: the step itself says why.
void read_documents_before(Invocation& invocation, AccessStep& step);

AccessOutcome outcome(Invocation& invocation, AccessStep& step);

// A row of the table of commands, "access VERB", whose lines in the register are kept at once.
CommandRow access_row(const char* verb, const char* operands, const char* summary,
                      std::vector<OptionRow> options, const char* example, int (*run)(Invocation&),
                      std::size_t least = 1, std::size_t most = 1);

}  // namespace casekeeper
