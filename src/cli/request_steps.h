// SPDX-License-Identifier: MIT
//
// What the commands about requests run, and what they have in common.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/command.h"
#include "cli/option_values.h"
#include "custody/request_findings.h"
#include "disposal/request_forms.h"
#include "output/letter_templates.h"
#include "policy/bank_holidays.h"
#include "policy/deletion_workflow.h"
#include "policy/who_may_ask.h"

namespace casekeeper {

// config/bank_holidays.toml. ConfigError where it is in error.
BankHolidays bank_holidays(Invocation& invocation);
// ISO; empty: none yet, or the request is gone.
std::string due_day_of(Invocation& invocation, const std::string& request);
LetterSettings letter_settings(Invocation& invocation, std::span<const LetterForm> forms = request_forms());

// A request of whom it was just worked out whether who asks may.
struct SettledRequest {
    std::string group;   // of its commands
    std::string called;  // "access request"
    std::string id;
    std::string state;
};
// In which capacity they ask: "self", where nobody is named. UsageError where somebody is, and it is not said.
std::string capacity_given(const Invocation& invocation);
// What verify-identity was told. Evidence that was seen came today, unless another day is said.
IdentityFinding identity_given(const Invocation& invocation, Date today);
int say_entitlement(Invocation& invocation, const SettledRequest& request, const Entitlement& entitlement);
// Where a letter that was written lies.
int say_letter(Invocation& invocation, const std::string& request, const std::string& file);

// Where the request stands now; `more`: after it, in text.
int say_state(Invocation& invocation, const std::string& request, const std::string& more = "");

// One step of a request's way each, whatever it asks for: what the commands of all three groups run.
namespace request_steps {
int open(Invocation& invocation, RequestRight right);
int acknowledge(Invocation& invocation, RequestRight right);
int verify_identity(Invocation& invocation, RequestRight right);
int competence(Invocation& invocation, RequestRight right);
int extend(Invocation& invocation, RequestRight right);
int refer(Invocation& invocation, RequestRight right);
int advice(Invocation& invocation, RequestRight right);
int decide(Invocation& invocation, RequestRight right);
int notify(Invocation& invocation, RequestRight right);
int withdraw(Invocation& invocation, RequestRight right);
int dispute(Invocation& invocation, RequestRight right);
int show(Invocation& invocation, RequestRight right);
int list(Invocation& invocation, RequestRight right);
}  // namespace request_steps

}  // namespace casekeeper
