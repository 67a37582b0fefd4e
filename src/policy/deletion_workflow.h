// SPDX-License-Identifier: MIT
//
// The states of a deletion request, as one table: from receipt to an outcome that the person was told. A
// person decides at every turn that takes something away or refuses something; the night only prepares, waits
// and carries out what was decided (UK GDPR Art 22A to 22D as the Data (Use and Access) Act 2025 s80 put
// them: no decision on such data is made by a machine alone).
//
//   received ─identify─▶ entitled ─assess─▶ assessed ─warn─▶ warned ─confirm─▶ confirmed ─grant─▶ granted
//   ───────┐
//      │                    │        ▲  ▲      │               │                   │   ─grant_part─▶
//      partly-refused┤ │                    │        │  │      │               │                   │ │      │
//      │                    │        │  └──────┴── reassess ───┴───────────────────┴─ (and from waiting) ──┘
//      │ │                    │        │ reopen                                                          wait
//      │  execute ├──── refuse ────────┼────────┼─────────┴─── refuse ────┴─── refuse ────────┘ ▼      │ ▼ │
//      disputed ◀── dispute ──┬───────────┬──────────────┐                     waiting ──┤
//   refused ────────────────┼──── notify ──────────▶ notified ◀── notify ─────── executed ◀──── execute
//   ──────────┘
//                           │
//   before it is executed: withdraw ─▶ withdrawn;  refer ─▶ referred ─advise─▶ the state it was referred from
//
// The only way to `executed` is through warned, confirmed and a decision in a role; and the night asks
// statute and holds again at that moment, in the gate.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "policy/roles.h"

namespace casekeeper {

enum class DeletionState {
    received,        // identity and authority to act are not settled
    entitled,        // they are
    assessed,        // each item has a verdict
    warned,          // the person was told what deletion takes away
    confirmed,       // and wants it all the same
    granted,         // all that was asked for
    partly_refused,  // some of it; the rest is kept, with reasons
    waiting,         // granted, and something stands in the way for a time
    executed,
    refused,
    notified,  // the outcome was told: the end
    withdrawn,
    referred,  // advice is sought: Caldicott guardian, data protection officer
    disputed,  // the person complains of the outcome
};
inline constexpr int deletion_states = 14;

enum class DeletionEvent {
    identify,    // identity and authority to act are established
    assess,      // verdicts are made or made again
    reassess,    // facts changed what was assessed: warning, confirmation and decision are void
    warn,        // the warning was given in person
    confirm,     // the person wants the deletion after the warning
    grant,       // a person decides: everything asked for goes
    grant_part,  // a person decides: some of it goes
    refuse,      // a person decides: nothing goes
    wait,        // a cooling-off, a hold, an open access request
    execute,     // by the gate
    notify,      // the letter of the outcome was sent
    withdraw,    // the person does not want it any more
    refer,
    advise,   // the advice is in
    dispute,  // a complaint to the trust, the ICO or a court
    reopen,   // the dispute is answered by looking again
};
inline constexpr int deletion_events = 16;

struct DeletionTransition {
    DeletionState from;
    DeletionEvent event;
    // nullopt: the state it was referred from.
    std::optional<DeletionState> to;
    // Who may; none: the night itself, by what people did before.
    std::span<const Role> who;
};

std::span<const DeletionTransition> deletion_transitions();
// nullptr where the event is not possible in the state.
const DeletionTransition* find_transition(DeletionState from, DeletionEvent event);

// Is the request answered or gone, so that nothing of it waits for anybody?
bool is_closed(DeletionState state);
// Does it keep the person's other records from ending meanwhile (domain: an open or disputed request holds)?
bool holds_records(DeletionState state);

const char* to_text(DeletionState state);
std::optional<DeletionState> parse_deletion_state(std::string_view text);
const char* to_text(DeletionEvent event);

}  // namespace casekeeper
