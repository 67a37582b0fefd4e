// SPDX-License-Identifier: MIT
//
// The people's commands, a file an area.
#pragma once

#include <vector>

#include "app/command.h"

namespace casekeeper {

std::vector<CommandRow> store_commands();      // init, check, schedule show
std::vector<CommandRow> intake_commands();     // import, export bundle
std::vector<CommandRow> retention_commands();  // retention list, explain

// All of them, in the order help shows them.
std::vector<CommandRow> people_commands();

}  // namespace casekeeper
