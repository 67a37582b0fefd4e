// SPDX-License-Identifier: MIT
//
// What the commands about requests have in common: how options are read, who signs, and what is said back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command.h"
#include "custody/register.h"
#include "custody/signed_act.h"
#include "disposal/letter_templates.h"
#include "policy/bank_holidays.h"
#include "policy/deletion_workflow.h"

namespace casekeeper {

// The values of a repeatable option, each perhaps a list with commas. UsageError where there are too many.
std::vector<std::string> items_of(const Invocation& invocation, const char* option);
// UsageError where it is given and no day.
std::optional<Date> day_given(const Invocation& invocation, const char* option);
SignedAct signed_act(Invocation& invocation, const Actor& actor, Register& reg);
// config/bank_holidays.toml. ConfigError where it is in error.
BankHolidays bank_holidays(Invocation& invocation);
// ISO; empty: none yet, or the request is gone.
std::string due_day_of(Invocation& invocation, const std::string& request);
LetterSettings letter_settings(Invocation& invocation);
// Where the request stands now; `more`: after it, in text.
int say_state(Invocation& invocation, const std::string& request, const std::string& more = "");

// What every kind of request goes through, as one group's rows.
std::vector<CommandRow> rows_of_requests(RequestRight right);
// What only a deletion has: assess, warn, confirm, decide.
std::vector<CommandRow> deletion_commands();

}  // namespace casekeeper
