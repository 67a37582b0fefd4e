// SPDX-License-Identifier: MIT
#include "policy/deletion_workflow.h"

#include <algorithm>
#include <iterator>

namespace casekeeper {
namespace {

using State = DeletionState;
using Event = DeletionEvent;

constexpr const char* right_names[] = {"erasure", "correction", "objection"};
constexpr const char* state_names[] = {"received", "entitled",       "assessed", "warned",   "confirmed",
                                       "granted",  "partly-refused", "waiting",  "executed", "refused",
                                       "notified", "withdrawn",      "referred", "disputed"};
constexpr const char* event_names[] = {"identify",   "assess", "reassess", "warn",    "confirm", "grant",
                                       "grant-part", "refuse", "wait",     "execute", "notify",  "withdraw",
                                       "refer",      "advise", "doubt",    "dispute", "reopen",  "stand"};
static_assert(std::size(state_names) == deletion_states && std::size(event_names) == deletion_events);

constexpr Role practitioners[] = {Role::practitioner, Role::dpo};
constexpr Role officers[] = {Role::dpo};
constexpr std::span<const Role> nobody{};

constexpr DeletionTransition deletion[] = {
    {State::received, Event::identify, State::entitled, practitioners},
    {State::received, Event::refuse, State::refused, officers},
    {State::received, Event::withdraw, State::withdrawn, practitioners},

    {State::entitled, Event::assess, State::assessed, practitioners, true},
    {State::entitled, Event::refuse, State::refused, officers},
    {State::entitled, Event::withdraw, State::withdrawn, practitioners},
    {State::entitled, Event::refer, State::referred, practitioners},
    {State::entitled, Event::doubt, State::received, practitioners},

    {State::assessed, Event::warn, State::warned, practitioners},
    {State::assessed, Event::assess, State::assessed, practitioners, true},
    {State::assessed, Event::refuse, State::refused, officers},
    {State::assessed, Event::withdraw, State::withdrawn, practitioners},
    {State::assessed, Event::refer, State::referred, practitioners},
    {State::assessed, Event::doubt, State::received, practitioners},

    {State::warned, Event::confirm, State::confirmed, practitioners},
    {State::warned, Event::reassess, State::assessed, nobody, true},
    {State::warned, Event::refuse, State::refused, officers},
    {State::warned, Event::withdraw, State::withdrawn, practitioners},
    {State::warned, Event::refer, State::referred, practitioners},
    {State::warned, Event::doubt, State::received, practitioners},

    {State::confirmed, Event::grant, State::granted, officers},
    {State::confirmed, Event::grant_part, State::partly_refused, officers},
    {State::confirmed, Event::refuse, State::refused, officers},
    {State::confirmed, Event::reassess, State::assessed, nobody, true},
    {State::confirmed, Event::withdraw, State::withdrawn, practitioners},
    {State::confirmed, Event::refer, State::referred, practitioners},
    {State::confirmed, Event::doubt, State::received, practitioners},

    {State::granted, Event::wait, State::waiting, nobody, true},
    {State::granted, Event::execute, State::executed, nobody, true},
    {State::granted, Event::reassess, State::assessed, nobody, true},
    {State::granted, Event::refuse, State::refused, officers},
    {State::granted, Event::withdraw, State::withdrawn, practitioners},
    {State::granted, Event::doubt, State::received, practitioners},

    {State::partly_refused, Event::wait, State::waiting, nobody, true},
    {State::partly_refused, Event::execute, State::executed, nobody, true},
    {State::partly_refused, Event::reassess, State::assessed, nobody, true},
    {State::partly_refused, Event::refuse, State::refused, officers},
    {State::partly_refused, Event::withdraw, State::withdrawn, practitioners},
    {State::partly_refused, Event::doubt, State::received, practitioners},
    {State::partly_refused, Event::dispute, State::disputed, practitioners},

    {State::waiting, Event::wait, State::waiting, nobody, true},
    {State::waiting, Event::execute, State::executed, nobody, true},
    {State::waiting, Event::reassess, State::assessed, nobody, true},
    {State::waiting, Event::refuse, State::refused, officers},
    {State::waiting, Event::withdraw, State::withdrawn, practitioners},
    {State::waiting, Event::doubt, State::received, practitioners},
    {State::waiting, Event::dispute, State::disputed, practitioners},

    {State::executed, Event::notify, State::notified, officers},
    {State::refused, Event::notify, State::notified, officers},
    {State::refused, Event::dispute, State::disputed, practitioners},
    {State::notified, Event::dispute, State::disputed, practitioners},

    {State::referred, Event::advise, std::nullopt, officers},
    {State::referred, Event::withdraw, State::withdrawn, practitioners},
    {State::referred, Event::doubt, State::received, practitioners},

    {State::disputed, Event::reopen, State::received, officers},
    {State::disputed, Event::stand, std::nullopt, officers},
    {State::disputed, Event::withdraw, State::withdrawn, practitioners},
    {State::disputed, Event::doubt, State::received, practitioners},
};

constexpr DeletionTransition correction[] = {
    {State::received, Event::identify, State::entitled, practitioners},
    {State::received, Event::refuse, State::refused, officers},
    {State::received, Event::withdraw, State::withdrawn, practitioners},

    {State::entitled, Event::grant, State::granted, officers},
    {State::entitled, Event::grant_part, State::partly_refused, officers},
    {State::entitled, Event::refuse, State::refused, officers},
    {State::entitled, Event::withdraw, State::withdrawn, practitioners},
    {State::entitled, Event::refer, State::referred, practitioners},
    {State::entitled, Event::doubt, State::received, practitioners},

    {State::granted, Event::notify, State::notified, officers},
    {State::partly_refused, Event::notify, State::notified, officers},
    {State::partly_refused, Event::dispute, State::disputed, practitioners},
    {State::refused, Event::notify, State::notified, officers},
    {State::refused, Event::dispute, State::disputed, practitioners},
    {State::notified, Event::dispute, State::disputed, practitioners},

    {State::referred, Event::advise, std::nullopt, officers},
    {State::referred, Event::withdraw, State::withdrawn, practitioners},
    {State::referred, Event::doubt, State::received, practitioners},

    {State::disputed, Event::reopen, State::received, officers},
    {State::disputed, Event::stand, std::nullopt, officers},
    {State::disputed, Event::withdraw, State::withdrawn, practitioners},
    {State::disputed, Event::doubt, State::received, practitioners},
};

template <typename Value, typename Names>
std::optional<Value> parsed(std::string_view text, const Names& names) {
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (text == names[i]) return static_cast<Value>(i);
    return std::nullopt;
}

}  // namespace

std::span<const DeletionTransition> deletion_transitions(RequestRight right) {
    if (right == RequestRight::erasure) return deletion;
    return correction;
}

const DeletionTransition* find_transition(RequestRight right, DeletionState from, DeletionEvent event) {
    for (const DeletionTransition& one : deletion_transitions(right))
        if (one.from == from && one.event == event) return &one;
    return nullptr;
}

bool is_closed(DeletionState state) {
    return state == State::notified || state == State::withdrawn;
}

bool is_decided(DeletionState state) {
    return state == State::granted || state == State::partly_refused || state == State::waiting ||
           state == State::executed || state == State::refused || state == State::notified;
}

const char* to_text(RequestRight right) {
    return right_names[static_cast<std::size_t>(right)];
}

std::optional<RequestRight> parse_request_right(std::string_view text) {
    return parsed<RequestRight>(text, right_names);
}

const char* to_text(DeletionState state) {
    return state_names[static_cast<std::size_t>(state)];
}

std::optional<DeletionState> parse_deletion_state(std::string_view text) {
    return parsed<DeletionState>(text, state_names);
}

const char* to_text(DeletionEvent event) {
    return event_names[static_cast<std::size_t>(event)];
}

std::optional<DeletionEvent> parse_deletion_event(std::string_view text) {
    return parsed<DeletionEvent>(text, event_names);
}

}  // namespace casekeeper
