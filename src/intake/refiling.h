// SPDX-License-Identifier: MIT
//
// Moves an entry, with its documents, to the record it belongs in (UK GDPR Art 5(1)(d); Care Planning Regulations
// 2010, reg 49: each child's own record). Between two people's records it takes two of the staff: one asks, another
// agrees by asking for the same. Both records then say that it was moved, when, by whom and why, and neither says
// whose the other is. Whatever rests on either record is looked at again, as after a load that corrects it; where
// the entry was given away with the wrong record that is said at once and found as a breach to be weighed.
//
//   nobody asked ─ask─▶ asked ─agree, by another─▶ moved
//                         └─take back─▶ taken-back
//
// All of it is one unit of work with its line in the register.
#pragma once

#include <string>
#include <vector>

#include "custody/schedule_in_force.h"
#include "custody/signed_act.h"
#include "policy/roles.h"
#include "store/database.h"
#include "store/move_store.h"

namespace casekeeper {

struct MoveOrder {
    std::string entry;   // typed: entry:E7
    std::string to;      // typed: involvement:I9
    std::string reason;  // may be empty for whoever agrees
    bool check_only = false;
};

// Where the entry left the house as if it were the wrong person's.
struct GivenAway {
    std::string as;  // typed: access_request:A1, disclosure:X1
    std::string on;  // ISO
    bool operator==(const GivenAway&) const = default;
};

struct EntryMoved {
    EntryMove move;                              // as it stands now, or, with check_only, would stand
    bool is_between_people = false;              // the two records are two people's
    std::vector<std::string> documents;          // ids, sorted
    std::vector<std::string> access_requests;    // open ones of both, to be reviewed again
    std::vector<std::string> deletion_requests;  // open ones of both, of any right
    std::vector<std::string> packs;              // requests whose pack, made and not sent, has it in it
    std::vector<long long> proposals;            // open ones for the end of either involvement
    long long undone = 0;                        // decisions that are void
    std::vector<GivenAway> given_away;
    std::string finding;  // of that; empty: none
};

// UsageError: no entry or involvement named, no reason. InputError: one that is not there; a reason that tells of
// somebody in the two records; stored facts that cannot be read. Refused: it lies there already; an entry of
// casekeeper's own; a hold or restriction on either involvement; records from before and after an adoption; a
// record that was reduced; the role; the second person; another move of it that waits.
EntryMoved move_entry(Database& database, const ScheduleInForce& in_force, const MoveOrder& order,
                      const Actor& actor, const SignedAct& act);

// What waits for a second person is not wanted any more. Refused where nothing waits, and by the role.
EntryMove take_back_move(Database& database, const std::string& entry, const Actor& actor,
                         const SignedAct& act);

}  // namespace casekeeper
