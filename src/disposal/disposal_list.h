// SPDX-License-Identifier: MIT
//
// Proposals as they are listed, and the list the law wants (DPA 2018 Schedule 1 paragraph 41(c)): what has
// reached its end and was not destroyed, each with its reason.
//
//   held              a hold or a request in force
//   not-proposed      waits for the night, or the schedule cools off
//   waiting-answer    a question nobody has answered
//   waiting-approval  too few have approved
//   deferred          put off until a day
//   notice-owed       the person was not told long enough ago
//   cooling-off       approved; its day has not come
//   waiting-receipt   packed; its receiver has not confirmed
//   next-night        nothing stands in its way
//   switched-off      destruction is switched off
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "custody/schedule_in_force.h"
#include "store/disposal_store.h"
#include "store/fact_store.h"

namespace casekeeper {

struct ListedProposal {
    Proposal proposal;
    std::vector<Approval> approvals;
};
// By number. `state` empty: all but the withdrawn ones.
void list_proposals(Database& database, const std::string& state,
                    const std::function<void(const ListedProposal&)>& take);
std::string to_json(const ListedProposal& listed);

struct Undestroyed {
    StoredDecision decision;
    std::optional<Proposal> proposal;  // open
    std::string reason;                // a code, as above
};
// Has a record by its decision reached its end: due, for review, or held?
bool is_at_its_end(const StoredDecision& decision);
// Why one that has is still here on a day. REQUIRES: is_at_its_end().
Undestroyed undestroyed(Database& database, const ScheduleInForce& in_force, StoredDecision decision,
                        Date day, bool enabled);
std::string to_json(const Undestroyed& undestroyed);
// In words: "waits for an approval", "was put off until 2027-01-01".
std::string reason_in_words(const Undestroyed& undestroyed);

}  // namespace casekeeper
