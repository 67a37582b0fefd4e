// SPDX-License-Identifier: MIT
//
// Commands that leave lines in the register, kept in step with its mirror: before such a command a store that
// is behind its mirror is refused, after it the mirror has every line. Commands that only read warn of such a
// store.
#pragma once

#include <vector>

#include "app/command.h"
#include "custody/register.h"

namespace casekeeper {

RegisterPlaces register_places(Invocation& invocation);

// The same commands with that around them.
std::vector<CommandRow> with_register_kept(std::vector<CommandRow> commands);

}  // namespace casekeeper
