// SPDX-License-Identifier: MIT
//
// The states of an access request (UK GDPR Art 15) as one table: from receipt to dispatch and closure. The
// machine proposes what might be withheld; a person decides each, a second person looks, and only then may
// something leave (DPA 2018 Sch 2 to 4; Art 22A to 22D: no such decision is a machine's).
//
//   received ─identify─▶ entitled ─review─▶ reviewed ─decide─▶ decided ─sign─▶ signed ─dispatch─▶ dispatched
//      ▲                              ▲ ▲      ▲  │               │              │                    │
//      │                       review └─┼──────┼──┘               │              │                  close
//      │                                └──────┴─ review, return ─┴──────────────┘                    ▼
//      └── doubt ◀── (entitled to signed, referred, disputed)            refused ─────close────▶   closed
//
//   review    also from decided and signed: what the person's file holds has changed, and the decisions are
//             looked at again; return: the second look found fault
//   refuse    from received to signed ─▶ refused: nobody who may ask, or manifestly unfounded or excessive
//   withdraw  ─▶ withdrawn, until it is dispatched or refused
//   refer     from entitled to signed ─▶ referred ─advise─▶ the state it came from
//   dispute   from refused, dispatched and closed ─▶ disputed ─reopen─▶ received, ─stand─▶ the state it came
//             from
//
// The only way to `dispatched` leads through identify, review, decide and sign; and the gate asks again, at
// that moment, whether each of them still holds (custody/access_release.h).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "policy/roles.h"

namespace casekeeper {

enum class AccessState {
    received,    // identity and authority to act are not settled
    entitled,    // they are
    reviewed,    // what might be withheld is proposed, item by item
    decided,     // a person decided every one of them
    signed_off,  // another person looked at all of it
    dispatched,  // it was sent
    refused,     // nothing is sent, with reasons
    closed,      // the end
    withdrawn,
    referred,  // advice is sought: Caldicott guardian, legal, data protection
    disputed,  // the person complains of the outcome
};
inline constexpr int access_states = 11;

enum class AccessEvent {
    identify,   // identity and authority to act are established
    review,     // what might be withheld is proposed, or proposed again
    decide,     // every proposal has its decision, and the search is recorded
    sign,       // the second look: by nobody who decided an item
    give_back,  // the second look found fault ("return")
    dispatch,   // by the gate
    close,      // it arrived, or the letter of the refusal was sent
    refuse,
    withdraw,
    refer,
    advise,
    doubt,    // who may ask is open again
    dispute,  // a complaint to the trust, the ICO or a court; or that something is missing
    reopen,   // the dispute is answered by looking again
    stand,    // the dispute is answered: the outcome stands
};
inline constexpr int access_events = 15;

struct AccessTransition {
    AccessState from;
    AccessEvent event;
    // nullopt: the state it came from.
    std::optional<AccessState> to;
    // Who may.
    std::span<const Role> who;
    // May the night do it?
    bool by_night = false;
};

std::span<const AccessTransition> access_transitions();
// nullptr where the event is not possible in the state.
const AccessTransition* find_transition(AccessState from, AccessEvent event);

// Does it wait for nobody any more?
bool is_closed(AccessState state);
// Was the outcome sent or settled, so that no day of answer runs?
bool is_answered(AccessState state);

// "signed", "return": as records and people say them.
const char* to_text(AccessState state);
std::optional<AccessState> parse_access_state(std::string_view text);
const char* to_text(AccessEvent event);
std::optional<AccessEvent> parse_access_event(std::string_view text);

}  // namespace casekeeper
