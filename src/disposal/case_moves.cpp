// SPDX-License-Identifier: MIT
#include "disposal/case_moves.h"

#include <algorithm>

#include "base/errors.h"
#include "custody/entitlement.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

// The command of an event, without the request; empty: the night's.
std::string command_of(DeletionEvent event, const std::string& request) {
    switch (event) {
        case DeletionEvent::identify:
            return "verify-identity " + request + " --known --how TEXT";
        case DeletionEvent::assess:
            return "assess " + request;
        case DeletionEvent::warn:
            return "warn " + request + " --write DIR";
        case DeletionEvent::confirm:
            return "confirm " + request + " --words TEXT";
        case DeletionEvent::grant:
            return "decide " + request + " --delete ITEMS --keep ITEMS --reason TEXT";
        case DeletionEvent::refuse:
            return "decide " + request + " --refuse --reason TEXT";
        case DeletionEvent::notify:
            return "notify " + request;
        case DeletionEvent::withdraw:
            return "withdraw " + request + " --reason TEXT";
        case DeletionEvent::refer:
            return "refer " + request + " --to dpo --question TEXT";
        case DeletionEvent::advise:
            return "advice " + request + " --from NAME --advice TEXT";
        case DeletionEvent::dispute:
            return "dispute " + request + " --to trust --words TEXT";
        case DeletionEvent::reopen:
            return "dispute " + request + " --answer reopen --reason TEXT";
        case DeletionEvent::stand:
            return "dispute " + request + " --answer stands --reason TEXT";
        default:
            return {};
    }
}

std::string named(RequestRight right, const DeletionCase& one) {
    return std::string(group_of(right)) + " request " + one.request;
}

}  // namespace

RequestRight right_of(const DeletionCase& one) {
    return parse_request_right(one.asks_for).value_or(RequestRight::erasure);
}

DeletionState state_of(const DeletionCase& one) {
    return parse_deletion_state(one.state).value_or(DeletionState::received);
}

const char* group_of(RequestRight right) {
    return right == RequestRight::erasure ? "deletion" : to_text(right);
}

CaseMoves::CaseMoves(Database& database, const Actor& actor, const SignedAct& act, RequestRight right)
    : database_(database), actor_(actor), act_(act), right_(right), cases_(database), records_(database) {}

DeletionCase CaseMoves::find(const std::string& request) {
    std::optional<DeletionCase> one = cases_.find(request);
    if (!one)
        throw InputError("there is no request \"" + request + "\"",
                         std::string("casekeeper ") + group_of(right_) + " list shows which there are");
    if (right_of(*one) != right_)
        throw InputError("request " + request + " asks for " + one->asks_for,
                         std::string("casekeeper ") + group_of(right_of(*one)) + " show " + request);
    if (!one->is_open_here) {
        cases_.open(*one);
        one->is_open_here = true;
    }
    return *one;
}

Record CaseMoves::record_of(const DeletionCase& one) {
    const std::optional<Record> record = records_.find(RecordType::deletion_request, one.request);
    if (!record)
        throw Refused(named(right_, one) + " was granted and carried out: nothing of it is left but its days",
                      std::string("casekeeper ") + group_of(right_) + " show " + one.request);
    return *record;
}

void CaseMoves::require(const DeletionCase& one, DeletionEvent event) const {
    const DeletionTransition* transition = find_transition(right_, state_of(one), event);
    if (!transition) {
        const std::vector<std::string> next = next_commands(one);
        throw Refused(
            named(right_, one) + " is " + one.state + ": it cannot be done now (" + to_text(event) + ")",
            next.empty() ? std::string("casekeeper ") + group_of(right_) + " show " + one.request
                         : next.front());
    }
    require_role(actor_, transition->who, to_text(event));
}

void CaseMoves::require_open(const DeletionCase& one, std::initializer_list<Role> roles,
                             const char* what) const {
    const DeletionState state = state_of(one);
    if (is_closed(state) || state == DeletionState::executed)
        throw Refused(named(right_, one) + " is " + one.state + ": " + what + " comes too late",
                      std::string("casekeeper ") + group_of(right_) + " show " + one.request);
    require_role(actor_, roles, what);
}

void CaseMoves::require_entitled(const DeletionCase& one) {
    const Entitlement entitlement =
        entitlement_of(database_, record_of(one), cases_.events(one.request), act_.day);
    if (entitlement.answer != Entitlement::Answer::entitled)
        throw Refused(named(right_, one) + ": " + entitlement.reason + " (" + entitlement.law + ")",
                      std::string("casekeeper ") + group_of(right_) + " decide " + one.request +
                          " --refuse --reason TEXT");
}

void CaseMoves::move(DeletionCase& one, DeletionEvent event, Date on, JsonObject facts) {
    const DeletionTransition* transition = find_transition(right_, state_of(one), event);
    const DeletionState to =
        transition->to ? *transition->to
                       : parse_deletion_state(one.came_from.value_or("")).value_or(DeletionState::received);
    if (event == DeletionEvent::refer || event == DeletionEvent::dispute)
        one.came_from = one.state;
    else if (!transition->to)
        one.came_from.reset();
    one.state = to_text(to);
    one.waits_for.reset();
    for (const Role role : transition->who)
        if (actor_.roles.contains(role)) {
            facts.text("role", to_text(role));
            break;
        }
    cases_.update(one);
    note(one, to_text(event), on, std::move(facts));
}

void CaseMoves::note(const DeletionCase& one, const char* event, Date on, JsonObject facts) {
    cases_.note(one, event, {to_text(on), act_.at, act_.actor}, facts.json());
    write_line(one, event);
}

void CaseMoves::write_line(const DeletionCase& one, const std::string& event) {
    RegisterStore(database_).append(
        {act_.at, std::string(group_of(right_)) + "-" + event, act_.actor,
         JsonObject()
             .text("request", act_.pseudonyms.of_record("deletion_request", one.request))
             .text("state", one.state)
             .json()});
}

void CaseMoves::require_day(Date on, Date not_before, const char* option, const char* since) const {
    casekeeper::require_day(on, act_.day, not_before, option, since);
}

std::vector<std::string> next_commands(const DeletionCase& one) {
    std::vector<std::string> commands;
    const RequestRight right = right_of(one);
    const auto add = [&](const std::string& command) {
        if (!command.empty())
            commands.push_back(std::string("casekeeper ") + group_of(right) + " " + command);
    };
    const DeletionState state = state_of(one);
    const bool waits_for_night = right == RequestRight::erasure &&
                                 (state == DeletionState::granted || state == DeletionState::partly_refused ||
                                  state == DeletionState::waiting);
    if (waits_for_night) commands.emplace_back("casekeeper nightly");
    for (const DeletionTransition& transition : deletion_transitions(right)) {
        if (transition.from != state || transition.event == DeletionEvent::grant_part ||
            transition.event == DeletionEvent::doubt ||
            (!one.has_request && transition.event == DeletionEvent::dispute))
            continue;
        if (right != RequestRight::erasure && transition.event == DeletionEvent::grant)
            add("decide " + one.request + " --uphold --reason TEXT");
        else
            add(command_of(transition.event, one.request));
        if (transition.event == DeletionEvent::identify)
            add("competence " + one.request + " --competent yes|no --assessor NAME --basis TEXT");
    }
    return commands;
}

}  // namespace casekeeper
