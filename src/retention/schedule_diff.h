// SPDX-License-Identifier: MIT
//
// Who would move if another schedule were in force: every file of the store is decided by both, page by page,
// and compared involvement by involvement. Holds are left out: they move no date. Reads only; flat memory.
//
// An involvement moves earlier where the first day on which it may go comes sooner, where it gets such a day
// and had none, or where it would be minimised or transferred sooner; later the other way round. No day
// (live, undetermined, kept by a not_while) is later than any, and permanent later still. What moves both
// ways counts as earlier: that is the side on which nothing can be mended.
#pragma once

#include <functional>
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
};

struct ScheduleDiff {
    long long earlier = 0;
    long long later = 0;
    long long unchanged = 0;
    // Of all of them: those that are due, or for review, by the new schedule and were not by the one in
    // force, and those for review that become due.
    long long becomes_due = 0;
    long long unreadable = 0;        // people whose stored facts cannot be read
    std::vector<RuleMoves> by_rule;  // of whatever moves, by rule as bytes

    long long involvements() const { return earlier + later + unchanged; }
    double share_earlier() const;
};

// One side of the comparison. Both are kept by reference.
struct ComparedSchedule {
    const RetentionSchedule& schedule;
    const ServiceCatalogue& catalogue;
};

// REQUIRES: a unit of work, whose moment it compares. `progress` hears the people done so far; it may be
// empty.
ScheduleDiff diff_schedules(Database& database, const ComparedSchedule& in_force,
                            const ComparedSchedule& next, Date day,
                            const std::function<void(long long)>& progress = {});

// {"earlier","later","unchanged","becomes_due","by_rule":[{"rule","earlier","later","becomes_due"}]}
std::string to_json(const ScheduleDiff& diff);
// A table to read.
std::string to_text(const ScheduleDiff& diff);

}  // namespace casekeeper
