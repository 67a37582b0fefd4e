// SPDX-License-Identifier: MIT
//
// The states of a request to delete, to correct, or of an objection, as one table for each: from receipt to
// an outcome that the person was told. A person decides at every turn that takes something away or refuses
// something; the night only prepares, waits and carries out what was decided (UK GDPR Art 22A to 22D as the
// Data (Use and Access) Act 2025 s80 put them: no decision on such data is made by a machine alone).
//
// Deletion:
//
//   received ─identify─▶ entitled ─assess─▶ assessed ─warn─▶ warned ─confirm─▶ confirmed
//      ▲                                     ▲  │ ▲                               │ │ │
//      │                              assess └──┘ │                  grant ───────┘ │ └─────── refuse
//      │                                          │                    ▼            ▼              ▼
//      └──────────── doubt ◀── (all of these) ──▶ └─ reassess ◀── granted   partly-refused      refused
//                                                                      │  wait      │              │
//                                                                      ├─▶ waiting ◀┤              │
//                                                              execute ▼     ▼      ▼ execute      │
//                                                                     executed ─notify─▶ notified ◀┘ notify
//
//   refuse    also from received, entitled, assessed and warned: nobody has to be warned of a no; and from
//             granted, partly-refused and waiting: until it is executed a person may think again
//   reassess  from warned, confirmed, granted, partly-refused and waiting: the facts changed, and warning,
//             confirmation and decision are void
//   withdraw  ─▶ withdrawn, until it is executed
//   refer     ─▶ referred ─advise─▶ the state it came from: entitled to confirmed
//   dispute   from partly-refused, waiting, refused and notified ─▶ disputed ─reopen─▶ received
//                                                                            ─stand──▶ the state it came from
//   doubt     also from referred and disputed
//
// The only way to `executed` is through warned, confirmed and a decision in a role; and the gate asks statute
// and holds again at that moment.
//
// Correction and objection: received ─identify─▶ entitled ─grant, grant-part, refuse─▶ notified, with
// withdraw, refer, doubt and dispute as above.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "policy/roles.h"

namespace casekeeper {

// What a request asks for: UK GDPR Art 17, 16, 21.
enum class RequestRight { erasure, correction, objection };
const char* to_text(RequestRight right);
std::optional<RequestRight> parse_request_right(std::string_view text);

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
    grant,       // a person decides: everything asked for
    grant_part,  // a person decides: some of it
    refuse,      // a person decides: nothing
    wait,        // a cooling-off, a hold, an open access request
    execute,     // by the gate
    notify,      // the letter of the outcome was sent
    withdraw,    // the person does not want it any more
    refer,
    advise,   // the advice is in
    doubt,    // who may ask is open again: another finding of competence, an agreement taken back
    dispute,  // a complaint to the trust, the ICO or a court
    reopen,   // the dispute is answered by looking again, from who may ask
    stand,    // the dispute is answered: the outcome stands
};
inline constexpr int deletion_events = 18;

struct DeletionTransition {
    DeletionState from;
    DeletionEvent event;
    // nullopt: the state it came from.
    std::optional<DeletionState> to;
    // Who may.
    std::span<const Role> who;
    // May the night do it, by what people did before?
    bool by_night = false;
};

std::span<const DeletionTransition> deletion_transitions(RequestRight right = RequestRight::erasure);
// nullptr where the event is not possible in the state.
const DeletionTransition* find_transition(RequestRight right, DeletionState from, DeletionEvent event);

// Is the request answered or gone, so that nothing of it waits for anybody?
bool is_closed(DeletionState state);
// Was it decided, whatever became of that?
bool is_decided(DeletionState state);

const char* to_text(DeletionState state);
std::optional<DeletionState> parse_deletion_state(std::string_view text);
const char* to_text(DeletionEvent event);
std::optional<DeletionEvent> parse_deletion_event(std::string_view text);

}  // namespace casekeeper
