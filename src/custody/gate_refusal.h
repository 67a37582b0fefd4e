// SPDX-License-Identifier: MIT
//
// Why the gate does not do what is proposed: every question it asks, of values that were read inside its own
// transaction. Pure, so that each answer can be tested by itself.
//
//   gone          no such open proposal, or the record is not there
//   not-approved  too few approvals; a review not answered "destroy"
//   lapsed        there were enough, and some have grown too old
//   deferred      put off until a later day
//   cooling-off   the day between approval and execution has not come
//   held          a hold in force matches, or names the record (the answer tells which)
//   changed       another rule, day, schedule or content than what was approved
//   not-due       by today's facts it may not go, or was done before
//   notice-owed   the person has not been told long enough ago
//   not-received  the receiver's receipt is not recorded
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/retention_evaluator.h"
#include "store/disposal_store.h"

namespace casekeeper {

// What the gate knows of one proposal at the moment it asks.
struct GateQuestion {
    std::optional<Proposal> proposal;  // as it stands in the store
    std::vector<Approval> approvals;
    std::optional<DestructionNotice> notice;
    std::optional<ReceiverBundle> handover;
    const Decision* decision = nullptr;  // on its involvement; nullptr: none
    const RetentionSchedule* schedule = nullptr;
    long long schedule_number = 0;          // of the schedule in force
    std::string fingerprint;                // of what it covers now; empty: it is not there
    bool done_before = false;               // an action on the way, carried out
    std::vector<std::string> holds_naming;  // unreleased holds whose scope names the involvement
};

// A code; empty where nothing speaks against it. `holds` receives the ids where it is "held".
std::string refusal(const GateQuestion& question, Date day, std::vector<std::string>& holds);

// Does word that was given, or a decision not to give it, still stand on a day? It grows old a year after the
// wait that follows it.
bool word_stands(const DestructionNotice& notice, const Period& wait, Date day);

// Is it one of the actions before a record's end: minimise, transfer?
bool is_on_the_way(const Proposal& proposal);

}  // namespace casekeeper
