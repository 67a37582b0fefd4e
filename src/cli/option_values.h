// SPDX-License-Identifier: MIT
//
// How options are read that several commands have, and who signs what a command does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command.h"
#include "custody/register.h"
#include "custody/signed_act.h"

namespace casekeeper {

// nullopt where the option is not given. UsageError where it is, and is no day.
std::optional<Date> day_given(const Invocation& invocation, const char* option);
// The folder an option names, without a slash at its end; empty where it is not given. UsageError where it
// names none.
std::string folder_given(const Invocation& invocation, const char* option);
// nullopt where it is not given. UsageError where it is neither yes nor no.
std::optional<bool> yes_or_no(const Invocation& invocation, const char* option);
// What a repeatable option lists, each perhaps with commas.
std::vector<std::string> words_of(const Invocation& invocation, const char* option);
// The parts of records that a repeatable option names, each perhaps a list with commas. UsageError where there
// are too many.
std::vector<std::string> items_of(const Invocation& invocation, const char* option);

SignedAct signed_act(Invocation& invocation, const Actor& actor, Register& reg);

}  // namespace casekeeper
