// SPDX-License-Identifier: MIT
//
// Writes the letters that proposals owe to people, each into its own file of the notices' folder. A letter is
// named by its file; it goes with the record it speaks of.
#pragma once

#include <string>

#include "custody/schedule_in_force.h"
#include "store/disposal_store.h"

namespace casekeeper {

struct NoticeSender {
    std::string trust;
    std::string contact;
    std::string folder;
};

// A proposal to end an involvement owes its person word: a letter is written for it. False where word that
// was given, or a decision not to give it, still stands (custody/gate_refusal.h). `wait`: the rule's
// notify_before. REQUIRES: a unit of work of kind write.
bool owe_notice(DisposalStore& proposals, const std::string& involvement, const Period& wait, Date day);

// How many were written. OutputError where one cannot be; those before it stay written. REQUIRES: no unit of
// work is open.
long long write_notices(Database& database, const ScheduleInForce& in_force, const NoticeSender& sender,
                        Date day);

}  // namespace casekeeper
