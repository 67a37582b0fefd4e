// SPDX-License-Identifier: MIT
//
// Adopting a schedule: from that moment it is the one in force, and whoever its differences concern is
// decided on again. What it moves is counted first, in the same unit of work. Where more than a share of the
// records would go earlier it waits for another person to confirm it, so that a slip of the pen stops there;
// and for some days after an adoption nothing newly due is proposed for destruction (cooling_until).
//
//   adopt ──▶ in force, cooling off            no more than the share moves earlier
//     └─────▶ waits ──▶ confirm ──▶ in force   by another person; any other adoption ends the waiting
#pragma once

#include <optional>
#include <string>

#include "custody/schedule_in_force.h"
#include "retention/schedule_diff.h"

namespace casekeeper {

// Puts a schedule in force in its own unit of work, with its register line, and marks whoever its differences
// concern as stale. Nobody is asked and nothing cools off. REQUIRES: no errors. False where it is the one in
// force already.
bool adopt_schedule(Database& database, const ReadSchedule& read, const std::string& actor,
                    const std::string& at);

// Adopts `configured` where no schedule is adopted yet. ConfigError where it has errors. True where it
// adopted.
bool adopt_first_schedule(Database& database, const ReadSchedule& configured, const std::string& actor,
                          const std::string& at);

struct AdoptionRules {
    int cooling_off_days = 14;
    double stop_share = 0.05;  // of all involvements, moving earlier: beyond it a second person is needed
};

struct AdoptionAct {
    std::string actor;
    std::string at;
    Date day{};
};

struct Adoption {
    enum class Outcome { in_force, waits, is_in_force_already };
    Outcome outcome = Outcome::in_force;
    ScheduleDiff diff;
    std::optional<Date> cooling_until;
};

// Adopts a schedule as people do. REQUIRES: no errors; another is in force.
Adoption propose_schedule(Database& database, const ReadSchedule& read, const std::string& reason,
                          const AdoptionAct& act, const AdoptionRules& rules);
// Puts a waiting schedule in force, by its digest or the beginning of it. InputError: none waits that is so
// called; Refused: its proposer cannot confirm it.
AdoptedSchedule confirm_schedule(Database& database, const std::string& digest, const AdoptionAct& act,
                                 const AdoptionRules& rules);

}  // namespace casekeeper
