// SPDX-License-Identifier: MIT
//
// An entry is moved to another involvement, as two of the staff do it.
#pragma once

#include <string>

#include "intake/refiling.h"

namespace casekeeper::test {

inline void move_by_two(Database& database, const std::string& entry, const std::string& to, Date on,
                        const Pseudonyms& pseudonyms) {
    const ScheduleInForce in_force = schedule_in_force(database);
    const MoveOrder order{"entry:" + entry, "involvement:" + to, "it is about another family", false};
    for (const char* name : {"rita", "dana"}) {
        const Actor actor{name, name, {Role::dpo}, ""};
        if (move_entry(database, in_force, order, actor, {name, to_text(on) + "T08:00:00Z", on, pseudonyms})
                .move.state == "moved")
            return;
    }
}

}  // namespace casekeeper::test
