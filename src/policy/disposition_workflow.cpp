// SPDX-License-Identifier: MIT
#include "policy/disposition_workflow.h"

#include <algorithm>
#include <iterator>

namespace casekeeper {
namespace {

constexpr const char* state_names[] = {"proposed", "approved", "packed", "withdrawn", "executed"};

constexpr Role reviewers[] = {Role::reviewer};
constexpr Role officers_and_reviewers[] = {Role::records_officer, Role::reviewer};
constexpr std::span<const Role> the_night{};

constexpr ProposalTransition transitions[] = {
    {ProposalState::proposed, ProposalEvent::approve, ProposalState::proposed, reviewers},
    {ProposalState::proposed, ProposalEvent::approve_last, ProposalState::approved, reviewers},
    {ProposalState::proposed, ProposalEvent::defer, ProposalState::proposed, officers_and_reviewers},
    {ProposalState::proposed, ProposalEvent::answer_keep, ProposalState::withdrawn, reviewers},
    {ProposalState::proposed, ProposalEvent::lapse, ProposalState::proposed, the_night},
    {ProposalState::proposed, ProposalEvent::withdraw, ProposalState::withdrawn, the_night},
    {ProposalState::approved, ProposalEvent::defer, ProposalState::proposed, officers_and_reviewers},
    {ProposalState::approved, ProposalEvent::lapse, ProposalState::proposed, the_night},
    {ProposalState::approved, ProposalEvent::pack, ProposalState::packed, the_night},
    {ProposalState::approved, ProposalEvent::withdraw, ProposalState::withdrawn, the_night},
    {ProposalState::approved, ProposalEvent::execute, ProposalState::executed, the_night},
    {ProposalState::packed, ProposalEvent::defer, ProposalState::proposed, officers_and_reviewers},
    {ProposalState::packed, ProposalEvent::lapse, ProposalState::proposed, the_night},
    {ProposalState::packed, ProposalEvent::withdraw, ProposalState::withdrawn, the_night},
    {ProposalState::packed, ProposalEvent::execute, ProposalState::executed, the_night},
};

}  // namespace

std::span<const ProposalTransition> proposal_transitions() {
    return transitions;
}

std::optional<ProposalState> next_state(ProposalState from, ProposalEvent event) {
    const auto found =
        std::find_if(std::begin(transitions), std::end(transitions),
                     [&](const ProposalTransition& one) { return one.from == from && one.event == event; });
    return found == std::end(transitions) ? std::nullopt : std::optional(found->to);
}

const char* to_text(ProposalState state) {
    return state_names[static_cast<std::size_t>(state)];
}

std::optional<ProposalState> parse_proposal_state(std::string_view text) {
    for (std::size_t i = 0; i < std::size(state_names); ++i)
        if (text == state_names[i]) return static_cast<ProposalState>(i);
    return std::nullopt;
}

}  // namespace casekeeper
