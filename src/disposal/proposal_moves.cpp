// SPDX-License-Identifier: MIT
#include "disposal/proposal_moves.h"

#include <algorithm>
#include <stdexcept>

namespace casekeeper {
namespace {

ProposalState state_of(const Proposal& proposal) {
    const std::optional<ProposalState> state = parse_proposal_state(proposal.state);
    if (!state) throw std::logic_error("a proposal is in a state that is none");
    return *state;
}

}  // namespace

bool can(const Proposal& proposal, ProposalEvent event) {
    return next_state(state_of(proposal), event).has_value();
}

void move(Proposal& proposal, ProposalEvent event) {
    proposal.state = to_text(next_state(state_of(proposal), event).value());
}

void withdraw(Proposal& proposal, const std::string& on, const std::string& because) {
    move(proposal, ProposalEvent::withdraw);
    proposal.withdrawn_on = on;
    proposal.withdrawn_because = because;
}

bool is_open(const Proposal& proposal) {
    return can(proposal, ProposalEvent::withdraw);
}

bool is_question(const Proposal& proposal) {
    return proposal.action == "review" || proposal.action == "decide";
}

std::string standing(const Proposal& proposal) {
    switch (state_of(proposal)) {
        case ProposalState::executed:
            return "was carried out on " + proposal.executed_at.value_or("").substr(0, 10);
        case ProposalState::withdrawn:
            return "was withdrawn on " + proposal.withdrawn_on.value_or("") + " (" +
                   proposal.withdrawn_because.value_or("") + ")";
        case ProposalState::approved:
            return "is approved already, to be carried out on " + proposal.executes_on.value_or("");
        case ProposalState::packed:
            return "is approved and packed for its receiver";
        case ProposalState::proposed:
            break;
    }
    return "is proposed";
}

int counting(const std::vector<Approval>& approvals, const std::string& day) {
    return static_cast<int>(std::count_if(approvals.begin(), approvals.end(), [&](const Approval& approval) {
        return approval.on <= day && day < approval.lapses_on;
    }));
}

}  // namespace casekeeper
