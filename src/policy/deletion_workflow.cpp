// SPDX-License-Identifier: MIT
#include "policy/deletion_workflow.h"

#include <algorithm>
#include <iterator>

namespace casekeeper {
namespace {

using State = DeletionState;
using Event = DeletionEvent;

constexpr const char* state_names[] = {"received", "entitled",       "assessed", "warned",   "confirmed",
                                       "granted",  "partly-refused", "waiting",  "executed", "refused",
                                       "notified", "withdrawn",      "referred", "disputed"};
constexpr const char* event_names[] = {"identify",   "assess", "reassess", "warn",    "confirm", "grant",
                                       "grant-part", "refuse", "wait",     "execute", "notify",  "withdraw",
                                       "refer",      "advise", "dispute",  "reopen"};
static_assert(std::size(state_names) == deletion_states && std::size(event_names) == deletion_events);

constexpr Role practitioners[] = {Role::practitioner, Role::dpo};
constexpr Role officers[] = {Role::dpo};
constexpr std::span<const Role> the_night{};

constexpr DeletionTransition transitions[] = {
    {State::received, Event::identify, State::entitled, practitioners},
    {State::received, Event::refuse, State::refused, officers},
    {State::received, Event::withdraw, State::withdrawn, practitioners},

    {State::entitled, Event::assess, State::assessed, practitioners},
    {State::entitled, Event::refuse, State::refused, officers},
    {State::entitled, Event::withdraw, State::withdrawn, practitioners},
    {State::entitled, Event::refer, State::referred, practitioners},

    {State::assessed, Event::assess, State::assessed, practitioners},
    {State::assessed, Event::warn, State::warned, practitioners},
    {State::assessed, Event::refuse, State::refused, officers},
    {State::assessed, Event::withdraw, State::withdrawn, practitioners},
    {State::assessed, Event::refer, State::referred, practitioners},

    {State::warned, Event::confirm, State::confirmed, practitioners},
    {State::warned, Event::reassess, State::assessed, the_night},
    {State::warned, Event::refuse, State::refused, officers},
    {State::warned, Event::withdraw, State::withdrawn, practitioners},
    {State::warned, Event::refer, State::referred, practitioners},

    {State::confirmed, Event::grant, State::granted, officers},
    {State::confirmed, Event::grant_part, State::partly_refused, officers},
    {State::confirmed, Event::refuse, State::refused, officers},
    {State::confirmed, Event::reassess, State::assessed, the_night},
    {State::confirmed, Event::withdraw, State::withdrawn, practitioners},
    {State::confirmed, Event::refer, State::referred, practitioners},

    {State::granted, Event::wait, State::waiting, the_night},
    {State::granted, Event::execute, State::executed, the_night},
    {State::granted, Event::reassess, State::assessed, the_night},
    {State::granted, Event::withdraw, State::withdrawn, practitioners},
    {State::partly_refused, Event::wait, State::waiting, the_night},
    {State::partly_refused, Event::execute, State::executed, the_night},
    {State::partly_refused, Event::reassess, State::assessed, the_night},
    {State::partly_refused, Event::withdraw, State::withdrawn, practitioners},
    {State::partly_refused, Event::dispute, State::disputed, practitioners},
    {State::waiting, Event::execute, State::executed, the_night},
    {State::waiting, Event::reassess, State::assessed, the_night},
    {State::waiting, Event::withdraw, State::withdrawn, practitioners},

    {State::executed, Event::notify, State::notified, officers},
    {State::refused, Event::notify, State::notified, officers},
    {State::refused, Event::dispute, State::disputed, practitioners},
    {State::notified, Event::dispute, State::disputed, practitioners},

    {State::referred, Event::advise, std::nullopt, officers},
    {State::referred, Event::withdraw, State::withdrawn, practitioners},

    {State::disputed, Event::reopen, State::assessed, officers},
    {State::disputed, Event::refuse, State::refused, officers},
    {State::disputed, Event::withdraw, State::withdrawn, practitioners},
};

}  // namespace

std::span<const DeletionTransition> deletion_transitions() {
    return transitions;
}

const DeletionTransition* find_transition(DeletionState from, DeletionEvent event) {
    const auto found =
        std::find_if(std::begin(transitions), std::end(transitions),
                     [&](const DeletionTransition& one) { return one.from == from && one.event == event; });
    return found == std::end(transitions) ? nullptr : found;
}

bool is_closed(DeletionState state) {
    return state == State::notified || state == State::withdrawn;
}

bool holds_records(DeletionState state) {
    return !is_closed(state) && state != State::executed;
}

const char* to_text(DeletionState state) {
    return state_names[static_cast<std::size_t>(state)];
}

std::optional<DeletionState> parse_deletion_state(std::string_view text) {
    for (std::size_t i = 0; i < std::size(state_names); ++i)
        if (text == state_names[i]) return static_cast<DeletionState>(i);
    return std::nullopt;
}

const char* to_text(DeletionEvent event) {
    return event_names[static_cast<std::size_t>(event)];
}

}  // namespace casekeeper
