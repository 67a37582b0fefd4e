// SPDX-License-Identifier: MIT
//
// What a minimised record keeps: the basic set its rule names (keep or remove), and besides whatever the
// schedule's other rules of that service read of it (events, attributes, roles), so that its own end stays on
// the day it was.
#pragma once

#include "domain/reduction.h"
#include "policy/retention_schedule.h"

namespace casekeeper {

// `service`: its index in the catalogue, -1 where the catalogue does not know it. REQUIRES: a rule of action
// minimise.
Reduction basic_set(const Rule& rule, const RetentionSchedule& schedule, int service);

}  // namespace casekeeper
