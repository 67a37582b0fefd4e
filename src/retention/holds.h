// SPDX-License-Identifier: MIT
//
// Disposition holds: placed and released by people, each in one unit of work with its line in the register. A
// hold suspends and moves no date; holds are independent of each other. Placing or releasing one marks
// whoever it reaches to be decided on again, and does nothing else: the night withdraws what was proposed of
// them. Those that follow by themselves (policy/automatic_holds.h) are listed beside, and nobody releases
// them.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "custody/signed_act.h"
#include "domain/case_file.h"
#include "domain/record_format.h"
#include "retention/hold_reach.h"

namespace casekeeper {

struct HoldOrder {
    Hold hold;  // an empty id: one is made, H1, H2, …
    std::string authority;
    std::string reason;
};

// What was asked for, as its record, with what it catches.
struct WeighedHold {
    Record record;
    bool in_force = false;
    HoldCatch caught;
};

// What a hold of that scope would catch. Refuses a scope and days as place_hold() does; the rest may be
// empty.
WeighedHold preview_hold(Database& database, const HoldOrder& order, Date day);
// UsageError: an unknown kind, no authority, no reason, an empty scope. InputError: a scope that nothing can
// match, a person, involvement or service that is not there, a review before it begins, an id that is taken.
WeighedHold place_hold(Database& database, const HoldOrder& order, const SignedAct& act);
// Refused where it is released already or follows by itself; InputError where there is none.
void release_hold(Database& database, const std::string& id, const std::string& reason, const SignedAct& act);

// A hold as it is listed: the record, or one made up of what it follows from.
struct ListedHold {
    Record record;
    bool in_force = false;
    bool automatic = false;
};
// In the order of ids as bytes. Automatic ones are listed while they are in force, or will be.
void list_holds(Database& database, Date day, const std::function<void(const ListedHold&)>& take);
// The bundle's fields, "in_force" and "automatic".
std::string to_json(const ListedHold& listed);
// The bundle's fields, "in_force", and the counts.
std::string to_json(const WeighedHold& weighed);

}  // namespace casekeeper
