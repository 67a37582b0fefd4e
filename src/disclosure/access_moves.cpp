// SPDX-License-Identifier: MIT
#include "disclosure/access_moves.h"

#include <algorithm>

#include "base/errors.h"
#include "custody/entitlement.h"
#include "store/decision_store.h"
#include "store/register_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

// The command of an event, without the program's name.
std::string command_of(AccessEvent event, const std::string& request) {
    switch (event) {
        case AccessEvent::identify:
            return "verify-identity " + request + " --known --how TEXT";
        case AccessEvent::review:
            return "review " + request;
        case AccessEvent::decide:
            return "decide " + request + " --done";
        case AccessEvent::sign:
            return "sign " + request;
        case AccessEvent::give_back:
            return "sign " + request + " --return --reason TEXT";
        case AccessEvent::dispatch:
            return "dispatch " + request + " --how TEXT";
        case AccessEvent::close:
            return "close " + request;
        case AccessEvent::refuse:
            return "decide " + request + " --refuse --reason TEXT";
        case AccessEvent::withdraw:
            return "withdraw " + request + " --reason TEXT";
        case AccessEvent::refer:
            return "refer " + request + " --to WHOM --question TEXT";
        case AccessEvent::advise:
            return "advice " + request + " --from NAME --advice TEXT";
        case AccessEvent::dispute:
            return "dispute " + request + " --to trust --words TEXT";
        case AccessEvent::reopen:
            return "dispute " + request + " --answer reopen --reason TEXT";
        case AccessEvent::stand:
            return "dispute " + request + " --answer stands --reason TEXT";
        case AccessEvent::doubt:
            return {};
    }
    return {};
}

std::string show_command(const AccessCase& one) {
    return "casekeeper access show " + one.request;
}

}  // namespace

AccessState state_of(const AccessCase& one) {
    return parse_access_state(one.state).value_or(AccessState::received);
}

AccessMoves::AccessMoves(Database& database, const Actor& actor, const SignedAct& act)
    : database_(database), actor_(actor), act_(act), cases_(database), records_(database) {}

AccessCase AccessMoves::find(const std::string& request) {
    std::optional<AccessCase> one = cases_.find(request);
    if (!one)
        throw InputError("there is no access request \"" + request + "\"",
                         "casekeeper access list shows which there are");
    if (!one->is_open_here) {
        cases_.open(*one);
        one->is_open_here = true;
    }
    return *one;
}

Record AccessMoves::record_of(const AccessCase& one) {
    return records_.find(RecordType::access_request, one.request).value();
}

void AccessMoves::require(const AccessCase& one, AccessEvent event) const {
    const AccessTransition* transition = find_transition(state_of(one), event);
    if (!transition) {
        throw Refused("access request " + one.request + " is " + one.state + ": it cannot be done now (" +
                          to_text(event) + ")",
                      next_command(one));
    }
    require_role(actor_, transition->who, to_text(event));
}

void AccessMoves::require_open(const AccessCase& one, std::initializer_list<Role> roles,
                               const char* what) const {
    const AccessState state = state_of(one);
    if (is_answered(state) || state == AccessState::refused)
        throw Refused("access request " + one.request + " is " + one.state + ": " + std::string(what) +
                          " comes too late",
                      show_command(one));
    require_role(actor_, roles, what);
}

Entitlement AccessMoves::entitlement(const AccessCase& one) {
    return entitlement_of(database_, record_of(one), cases_.events(one.request), act_.day);
}

void AccessMoves::move(AccessCase& one, AccessEvent event, Date on, JsonObject facts) {
    const AccessTransition* transition = find_transition(state_of(one), event);
    const AccessState to =
        transition->to ? *transition->to
                       : parse_access_state(one.came_from.value_or("")).value_or(AccessState::received);
    if (event == AccessEvent::refer || event == AccessEvent::dispute)
        one.came_from = one.state;
    else if (!transition->to)
        one.came_from.reset();
    one.state = to_text(to);
    for (const Role role : transition->who)
        if (actor_.roles.contains(role)) {
            facts.text("role", to_text(role));
            break;
        }
    cases_.update(one);
    note(one, to_text(event), on, facts);
}

void AccessMoves::note(const AccessCase& one, const std::string& event, Date on, const JsonObject& facts,
                       const std::vector<std::string>& digests) {
    cases_.note(one, event, {to_text(on), act_.at, act_.actor}, facts.json());
    JsonObject registered;
    registered.text("request", act_.pseudonyms.of_record("access_request", one.request))
        .text("state", one.state);
    if (!digests.empty()) registered.texts("files", digests);
    RegisterStore(database_).append({act_.at, "access-" + event, act_.actor, registered.json()});
}

Date AccessMoves::received_on(const AccessCase& one) const {
    return local_day(one.received_at).value_or(Date{});
}

void AccessMoves::require_day(Date on, Date not_before, const char* option, const char* since) const {
    casekeeper::require_day(on, act_.day, not_before, option, since);
}

void AccessMoves::require_day(const AccessCase& one, Date on, const char* option) const {
    require_day(on, received_on(one), option, "the request came in");
}

void AccessMoves::set_answered(const AccessCase& one, const std::optional<Date>& on) {
    Record request = record_of(one);
    request.set("answered_on", on ? std::optional(to_text(*on)) : std::nullopt);
    records_.replace(request);
    DecisionStore(database_).mark_person(one.person);
    ReviewStore(database_).mark_if_proposed(one.person);
}

std::vector<std::string> next_commands(const AccessCase& one) {
    std::vector<std::string> commands;
    for (const AccessTransition& transition : access_transitions())
        if (transition.from == state_of(one))
            if (const std::string command = command_of(transition.event, one.request); !command.empty())
                commands.push_back("casekeeper access " + command);
    return commands;
}

std::string next_command(const AccessCase& one) {
    const std::vector<std::string> next = next_commands(one);
    return next.empty() ? show_command(one) : next.front();
}

}  // namespace casekeeper
