// SPDX-License-Identifier: MIT
//
// Adopting a schedule: from that moment it is the one in force, and whoever its differences concern is
// decided on again.
#pragma once

#include <string>

#include "custody/schedule_in_force.h"

namespace casekeeper {

// Adopts a schedule in its own unit of work, with its register line, and marks whoever its differences
// concern as stale. REQUIRES: no errors. False where it is the one in force already.
bool adopt_schedule(Database& database, const ReadSchedule& read, const std::string& actor,
                    const std::string& at);

// Adopts `configured` where no schedule is adopted yet. ConfigError where it has errors. True where it
// adopted.
bool adopt_first_schedule(Database& database, const ReadSchedule& configured, const std::string& actor,
                          const std::string& at);

}  // namespace casekeeper
