// SPDX-License-Identifier: MIT
//
// What stands in the way of a stage of an access request by the facts of a day, read from the store: the questions
// are custody/access_release.h's.
#pragma once

#include <vector>

#include "custody/access_release.h"
#include "custody/access_reviewer.h"

namespace casekeeper {

// `review`: made on that day. `agreed`: they agreed to an avoided day.
std::vector<Obstacle> obstacles_now(Database& database, const ReleaseRules& rules, const AccessReview& review,
                                    const AccessCase& one, ReleaseStage stage, Date day, bool agreed = false);

}  // namespace casekeeper
