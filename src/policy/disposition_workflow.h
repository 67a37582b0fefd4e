// SPDX-License-Identifier: MIT
//
// The states of a proposal, as one table. What is due becomes a proposal; people approve it; the gate
// executes it. A hold, a changed fact or another schedule withdraws it, and the next night proposes anew what
// is still due: no approval outlives the facts it was given on.
//
//      propose         approve (all that are needed)          execute
//   ──────────▶ proposed ───────────────▶ approved ─────────────────────────────▶ executed
//                ▲   │ ▲ lapse, defer         │    │ pack (transfer, archive)         ▲
//                │   │ ├──────────────────────┘    └──────────▶ packed ── execute ────┘
//       approve, │   │ └───────── lapse, defer ───────────────── │   (once its receipt is recorded)
//   defer, lapse └───┤                        │                   │
//                    ▼ answer, withdraw       ▼ withdraw          ▼ withdraw
//                withdrawn ◀──────────────────┴───────────────────┘
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "policy/roles.h"

namespace casekeeper {

enum class ProposalState { proposed, approved, packed, withdrawn, executed };
enum class ProposalEvent {
    approve,       // one of several approvals: stays proposed
    approve_last,  // the last that is needed
    defer,         // not before a day, for a reason
    answer_keep,   // a review's answer: keep it until a day
    lapse,         // an approval has grown too old
    pack,          // the receiver's bundle is written
    withdraw,      // no longer due, held, changed, another schedule
    execute,       // by the gate
};

struct ProposalTransition {
    ProposalState from;
    ProposalEvent event;
    ProposalState to;
    // Who may; none: the night itself, by what was approved before.
    std::span<const Role> who;
};

std::span<const ProposalTransition> proposal_transitions();
// The state an event leads to; nullopt where it is not possible.
std::optional<ProposalState> next_state(ProposalState from, ProposalEvent event);

const char* to_text(ProposalState state);
std::optional<ProposalState> parse_proposal_state(std::string_view text);

}  // namespace casekeeper
