// SPDX-License-Identifier: MIT
//
// Who would move if another schedule were in force: every file of the store is decided by both, page by page,
// and compared involvement by involvement. Holds are left out: they move no date. Reads only; flat memory.
//
// An involvement moves earlier where the first day on which it may go comes sooner, where it gets such a day
// and had none, where that day has passed and no not_while keeps it any more, or where it would be minimised
// or transferred sooner; later the other way round. No day (live, undetermined) is later than any, and
// permanent later still. What moves both ways counts as earlier: that is the side on which nothing can be
// mended.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "custody/schedule_in_force.h"
#include "store/database.h"

namespace casekeeper {

struct RuleMoves {
    std::string rule;  // that wins in the new schedule; empty: none does
    long long earlier = 0;
    long long later = 0;
    long long becomes_due = 0;
    long long less_careful = 0;
};

struct ScheduleDiff {
    long long earlier = 0;
    long long later = 0;
    long long unchanged = 0;
    // Of all of them: those that are due, or for review, by the new schedule and were not by the one in
    // force, and those for review that become due.
    long long becomes_due = 0;
    // Of all of them: those whose end takes less: no question to a person where there was one, nothing kept
    // elsewhere or made anonymous first, fewer approvals, a shorter notice or none, no not_while.
    long long less_careful = 0;
    long long worse = 0;                 // earlier, less careful, or both
    long long becomes_undetermined = 0;  // no rule gives them a day any more, for a fact that nobody records
    long long unreadable = 0;            // people whose stored facts cannot be read
    std::vector<RuleMoves> by_rule;      // of whatever moves, by rule as bytes

    long long involvements() const { return earlier + later + unchanged; }
    // Of all, those that go earlier or with less care.
    double share_worse() const;
};

// One involvement that moves, becomes due on the day it had, or ends with less care.
struct RecordMove {
    std::string involvement;
    std::string rule;            // that wins in the new schedule; empty: none does
    std::optional<Date> before;  // the first day on which it may go
    std::optional<Date> now;
    bool earlier = false;
    bool later = false;
    bool becomes_due = false;
    bool less_careful = false;
};

// One side of the comparison. Both are kept by reference.
struct ComparedSchedule {
    const RetentionSchedule& schedule;
    const ServiceCatalogue& catalogue;
};

// REQUIRES: a unit of work, whose moment it compares. `each` hears whatever moves; it may be empty.
ScheduleDiff diff_schedules(Database& database, const ComparedSchedule& in_force,
                            const ComparedSchedule& next, Date day,
                            const std::function<void(const RecordMove&)>& each = {});
std::string to_json(const RecordMove& move);
std::string to_text(const RecordMove& move);

// {"earlier","later","unchanged","becomes_due","less_careful","becomes_undetermined",
//  "by_rule":[{"rule","earlier","later","becomes_due","less_careful"}]}
std::string to_json(const ScheduleDiff& diff);
// A table to read.
std::string to_text(const ScheduleDiff& diff);

}  // namespace casekeeper
