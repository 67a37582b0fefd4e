// SPDX-License-Identifier: MIT
#include "policy/access_workflow.h"

#include <algorithm>
#include <iterator>

namespace casekeeper {
namespace {

using State = AccessState;
using Event = AccessEvent;

constexpr const char* state_names[] = {"received",  "entitled",   "reviewed", "decided",
                                       "signed",    "dispatched", "refused",  "closed",
                                       "withdrawn", "referred",   "disputed"};
constexpr const char* event_names[] = {"identify", "review", "decide",  "sign",     "return",
                                       "dispatch", "close",  "refuse",  "withdraw", "refer",
                                       "advise",   "doubt",  "dispute", "reopen",   "stand"};
static_assert(std::size(state_names) == access_states && std::size(event_names) == access_events);

constexpr Role practitioners[] = {Role::practitioner, Role::dpo};
constexpr Role officers[] = {Role::dpo};

// Of each state, what leads on stands first.
constexpr AccessTransition transitions[] = {
    {State::received, Event::identify, State::entitled, practitioners},
    {State::received, Event::refuse, State::refused, officers},
    {State::received, Event::withdraw, State::withdrawn, practitioners},

    {State::entitled, Event::review, State::reviewed, officers, true},
    {State::entitled, Event::refuse, State::refused, officers},
    {State::entitled, Event::withdraw, State::withdrawn, practitioners},
    {State::entitled, Event::refer, State::referred, practitioners},
    {State::entitled, Event::doubt, State::received, practitioners},

    {State::reviewed, Event::decide, State::decided, officers},
    {State::reviewed, Event::review, State::reviewed, officers, true},
    {State::reviewed, Event::refuse, State::refused, officers},
    {State::reviewed, Event::withdraw, State::withdrawn, practitioners},
    {State::reviewed, Event::refer, State::referred, practitioners},
    {State::reviewed, Event::doubt, State::received, practitioners},

    {State::decided, Event::sign, State::signed_off, officers},
    {State::decided, Event::review, State::reviewed, officers, true},
    {State::decided, Event::give_back, State::reviewed, officers},
    {State::decided, Event::refuse, State::refused, officers},
    {State::decided, Event::withdraw, State::withdrawn, practitioners},
    {State::decided, Event::refer, State::referred, practitioners},
    {State::decided, Event::doubt, State::received, practitioners},

    {State::signed_off, Event::dispatch, State::dispatched, officers},
    {State::signed_off, Event::give_back, State::reviewed, officers},
    {State::signed_off, Event::review, State::reviewed, officers, true},
    {State::signed_off, Event::refuse, State::refused, officers},
    {State::signed_off, Event::withdraw, State::withdrawn, practitioners},
    {State::signed_off, Event::refer, State::referred, practitioners},
    {State::signed_off, Event::doubt, State::received, practitioners},

    {State::dispatched, Event::close, State::closed, officers},
    {State::dispatched, Event::dispute, State::disputed, practitioners},
    {State::refused, Event::close, State::closed, officers},
    {State::refused, Event::dispute, State::disputed, practitioners},
    {State::closed, Event::dispute, State::disputed, practitioners},

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

std::span<const AccessTransition> access_transitions() {
    return transitions;
}

const AccessTransition* find_transition(AccessState from, AccessEvent event) {
    const auto found = std::find_if(std::begin(transitions), std::end(transitions),
                                    [&](const auto& one) { return one.from == from && one.event == event; });
    return found == std::end(transitions) ? nullptr : &*found;
}

bool is_closed(AccessState state) {
    return state == State::closed || state == State::withdrawn;
}

bool is_answered(AccessState state) {
    return is_closed(state) || state == State::dispatched;
}

const char* to_text(AccessState state) {
    return state_names[static_cast<std::size_t>(state)];
}

std::optional<AccessState> parse_access_state(std::string_view text) {
    return parsed<AccessState>(text, state_names);
}

const char* to_text(AccessEvent event) {
    return event_names[static_cast<std::size_t>(event)];
}

std::optional<AccessEvent> parse_access_event(std::string_view text) {
    return parsed<AccessEvent>(text, event_names);
}

}  // namespace casekeeper
