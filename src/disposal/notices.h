// SPDX-License-Identifier: MIT
//
// Writes the letters that proposals owe to people, each into its own file of the notices' folder. A letter is
// named by its file; it goes with the record it speaks of.
#pragma once

#include <string>

#include "custody/schedule_in_force.h"
#include "store/database.h"

namespace casekeeper {

struct NoticeSender {
    std::string trust;
    std::string contact;
    std::string folder;
};

// How many were written. OutputError where one cannot be; those before it stay written. REQUIRES: no unit of
// work is open.
long long write_notices(Database& database, const ScheduleInForce& in_force, const NoticeSender& sender,
                        Date day);

}  // namespace casekeeper
