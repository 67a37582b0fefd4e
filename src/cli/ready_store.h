// SPDX-License-Identifier: MIT
//
// A store ready for work: its schema current, and a schedule adopted.
#pragma once

#include <string>
#include <vector>

#include "app/command.h"
#include "custody/schedule_in_force.h"

namespace casekeeper {

// The configured schedule and catalogue with their findings. `recorded_events` as in read_schedule().
ReadSchedule read_configured_schedule(Invocation& invocation,
                                      const std::vector<std::string>& recorded_events);

// Adopts the configured schedule in the invocation's store where none is adopted; true where it did.
bool make_ready(Invocation& invocation);

}  // namespace casekeeper
