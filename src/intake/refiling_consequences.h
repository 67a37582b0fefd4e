// SPDX-License-Identifier: MIT
//
// What rests on two records of which one has an entry that belongs in the other: where it was given away, which
// requests, packs and proposals are about either, what was decided of it. Looking changes nothing; undoing makes
// void what was decided of what the records held, and leaves it with the requests' own history.
#pragma once

#include "custody/signed_act.h"
#include "intake/refiled_entry.h"
#include "intake/refiling.h"

namespace casekeeper {

void look_at_consequences(Database& database, const RefiledEntry& refiled, EntryMoved& result);
// How many decisions were undone. REQUIRES: a unit of work of kind write, after look_at_consequences().
long long undo_decisions(Database& database, const RefiledEntry& refiled, const EntryMoved& looked_at,
                         const SignedAct& act);

}  // namespace casekeeper
