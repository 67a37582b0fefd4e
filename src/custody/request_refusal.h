// SPDX-License-Identifier: MIT
//
// Why the gate does not delete on request, as a code (besides gate.h's switched-off and unreadable): every question it asks, of values that were read inside
// its own transaction. Pure, so that each answer can be tested by itself.
//
//   gone           no such request, or the record it asks about is not there
//   not-entitled   whoever asked may not (any more): died, came of age, does not agree
//   request-first  another request of the same person, which would end with the record, is not closed
//   not-decided    no person in the role for it has decided every part, or nothing is to go
//   not-warned     the warning of what deletion takes away was not given since the last assessment
//   not-confirmed  the person has not said since that they want it
//   changed        what was assessed, warned of and decided is not what lies there now
//   statutory      a part to be deleted is subject to a statutory service by today's facts
//   access-first   somebody waits for an answer to an access request: that comes first (DPA 2018 s173)
//   held           a hold in force reaches a part to be deleted (the answer tells which)
//   cooling-off    the days between decision and deletion are not over
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "custody/deletion_assessor.h"
#include "store/deletion_store.h"

namespace casekeeper {

// What the gate knows of one request at the moment it asks.
struct RequestQuestion {
    std::optional<DeletionCase> one;  // as it stands in the store
    std::vector<DeletionItem> items;  // as they were decided
    std::vector<CaseEvent> events;
    const RequestAssessment* fresh = nullptr;  // made now; nullptr: the record is not there
    bool is_entitled = true;
    bool others_open = false;  // requests that would end with the record
    int cooling_off_days = 0;
};

// A code; empty where nothing speaks against it. `holds` receives the ids where it is "held".
std::string request_refusal(const RequestQuestion& question, Date day, std::vector<std::string>& holds);

// Does only time, or what somebody else does, stand in its way, so that the request waits?
bool is_to_wait(const std::string& code);

// What stands since the last assessment, in the order it was done.
struct RequestStanding {
    const CaseEvent* warned = nullptr;
    const CaseEvent* confirmed = nullptr;  // after the warning
    const CaseEvent* decided = nullptr;    // after the confirmation, by a person in the role for it
};
RequestStanding standing_of(const std::vector<CaseEvent>& events);

// Is it a part that goes, or all of what was asked for?
bool is_to_be_deleted(const DeletionItem& item);
bool is_granted_whole(const std::vector<DeletionItem>& items);

}  // namespace casekeeper
