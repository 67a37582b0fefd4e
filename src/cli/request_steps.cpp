// SPDX-License-Identifier: MIT
#include "cli/request_steps.h"

#include <filesystem>
#include <ostream>

#include "app/configured.h"
#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "cli/kept_register.h"
#include "custody/entitlement.h"
#include "disposal/letters_on_the_way.h"
#include "disposal/request_answer.h"
#include "disposal/request_forms.h"
#include "disposal/request_intake.h"
#include "disposal/request_letters.h"
#include "disposal/request_listing.h"
#include "disposal/rights_casework.h"

namespace casekeeper {

BankHolidays bank_holidays(Invocation& invocation) {
    return configured_bank_holidays(invocation.config_folder);
}

std::string due_day_of(Invocation& invocation, const std::string& request) {
    const std::optional<Record> record =
        RecordStore(invocation.store()).find(RecordType::deletion_request, request);
    if (!record) return {};
    const RequestClock clock = request_clock(clock_facts(*record), bank_holidays(invocation));
    return clock.due_on ? to_text(*clock.due_on) : "";
}

LetterSettings letter_settings(Invocation& invocation, std::span<const LetterForm> forms) {
    return {invocation.settings().trust_name, invocation.settings().trust_contact,
            LetterTemplates::ready(invocation.config_folder, forms),
            invocation.settings().disposal.backup_months, invocation.settings().requests.answer_days};
}

int say_state(Invocation& invocation, const std::string& request, const std::string& more) {
    const DeletionCase one = DeletionStore(invocation.store()).find(request).value();
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject().text("request", request).text("state", one.state).line();
    else
        invocation.out << "request " << request << " is " << one.state << (more.empty() ? "" : "; " + more)
                       << "\n";
    return 0;
}

std::string capacity_given(const Invocation& invocation) {
    if (invocation.has("by")) return invocation.value("by");
    if (invocation.has("requester") || invocation.has("requester-person"))
        throw UsageError(
            "it is not said in which capacity they ask for the person",
            "--by parent, representative, attorney or other; or no requester, where the person asks");
    return "self";
}

IdentityFinding identity_given(const Invocation& invocation, Date today) {
    IdentityFinding finding;
    finding.known = invocation.has("known");
    finding.asked_on = day_given(invocation, "asked");
    finding.received_on = day_given(invocation, "received");
    finding.how = invocation.value("how");
    finding.evidence = invocation.value("evidence");
    finding.authority = invocation.value("authority");
    finding.doubt = invocation.value("doubt");
    if (!finding.evidence.empty() && !finding.known && !finding.received_on) finding.received_on = today;
    return finding;
}

int say_entitlement(Invocation& invocation, const SettledRequest& request, const Entitlement& entitlement) {
    const char* answer = to_text(entitlement.answer);
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject()
                              .text("request", request.id)
                              .text("state", request.state)
                              .text("entitlement", answer)
                              .text("reason", entitlement.reason)
                              .text("law", entitlement.law)
                              .line();
    else
        invocation.out << request.called << " " << request.id << " is " << request.state << " (" << answer
                       << "): " << entitlement.reason << " (" << entitlement.law << ")\n";
    if (entitlement.answer == Entitlement::Answer::not_entitled || entitlement.lacks_authority ||
        entitlement.lacks_reasons)
        invocation.say("next: " + command_to_settle(entitlement, request.group, request.id));
    return 0;
}

int say_letter(Invocation& invocation, const std::string& request, const std::string& file) {
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject().text("request", request).text("letter", file).line();
    else
        invocation.out << "the letter lies in " << file << "\n";
    return 0;
}

namespace {

int say_standing(Invocation& invocation, const Standing& standing) {
    return say_entitlement(
        invocation, {group_of(right_of(standing.one)), "request", standing.one.request, standing.one.state},
        standing.entitlement);
}

// The letter of an extension, with the day an answer would then be due.
int write_notice(Invocation& invocation, RequestRight right, Date day) {
    invocation.require({Role::dpo}, "extend a request");
    const std::string& request = invocation.operands.front();
    const DeletionCase one = require_request(invocation.store(), right, request);
    const std::optional<Record> record =
        RecordStore(invocation.store()).find(RecordType::deletion_request, request);
    ClockFacts facts = clock_facts(record.value());
    facts.extension_notice_on = day;
    const RequestClock clock = request_clock(facts, bank_holidays(invocation));
    if (!clock.extended || !clock.due_on)
        throw Refused("a notice of " + to_text(day) + " would not extend the time of request " + request,
                      std::string("casekeeper ") + group_of(right) + " show " + request);
    const int code =
        say_letter(invocation, request,
                   write_extension(invocation.store(), letter_settings(invocation), one, *clock.due_on,
                                   invocation.value("reason"), day, folder_given(invocation, "write")));
    invocation.say(std::string("read it, send it, then: casekeeper ") + group_of(right) + " extend " +
                   request + " --notice DATE --reason TEXT");
    return code;
}

// Writes the letters where they are not there yet; says where they lie.
int write_letters(Invocation& invocation, RequestRight right, const Actor& actor, const SignedAct& act) {
    const std::string& request = invocation.operands.front();
    const DeletionCase one = require_to_be_told(invocation.store(), actor, act, right, request);
    const std::string name = letters_folder_of(request);
    const std::string folder = invocation.letters_folder() + "/" + name;
    const bool is_there = std::filesystem::exists(folder);
    if (!one.letters) record_letters(invocation.store(), actor, act, right, request, name);
    // What was deleted can be told of no more: its letters were written before it went.
    if (state_of(one) != DeletionState::executed) {
        DeletionStore cases(invocation.store());
        write_outcome_letters(invocation.store(), schedule_in_force(invocation.store()),
                              letter_settings(invocation), one, cases.items(request), cases.events(request),
                              act.day, folder);
    } else if (!is_there) {
        throw Refused("the letters of request " + request + " are gone, and so is what they told of",
                      std::string("write by hand what its certificates say, then: casekeeper ") +
                          group_of(right) + " notify " + request + " --sent DATE");
    }
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject().text("request", request).text("letters", folder).line();
    else
        invocation.out << "the letters of request " << request << " lie in " << folder << "\n";
    invocation.say(std::string("read them, send them, then: casekeeper ") + group_of(right) + " notify " +
                   request + " --sent DATE");
    return 0;
}

}  // namespace

namespace request_steps {

int open(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.require({Role::practitioner, Role::dpo}, "open a request");
    Register reg(invocation.store(), register_places(invocation));
    RequestOrder order;
    order.right = right;
    order.id = invocation.value("id");
    order.person = invocation.value("person");
    order.received_at =
        invocation.has("received") ? invocation.value("received") : to_text(invocation.signing_day());
    order.capacity = capacity_given(invocation);
    order.requester = invocation.value("requester");
    order.evidence = invocation.value("authority");
    order.scope = items_of(invocation, right == RequestRight::erasure ? "scope" : "items");
    if (invocation.has("scope") && order.scope.empty())
        throw UsageError("--scope names nothing",
                         "--scope involvement:I1,entry:E7; or leave it out for everything");
    order.ground = invocation.value("ground");
    order.statement = invocation.value("statement");
    const SignedAct act = signed_act(invocation, actor, reg);
    const DeletionCase one = RequestIntake(invocation.store(), actor, act, right).open(order);
    const std::string due = due_day_of(invocation, one.request);
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject()
                              .text("request", one.request)
                              .text("state", one.state)
                              .text_or_null("due", due.empty() ? std::nullopt : std::optional(due))
                              .line();
    else
        invocation.out << "opened " << group_of(right) << " request " << one.request
                       << (due.empty() ? "; it has no due day yet" : "; an answer is due " + due) << "\n";
    if (order.capacity != "self" &&
        has_protected_place(*RecordStore(invocation.store()).find(RecordType::person, order.person)))
        invocation.say(
            "caution: a place or contact of " + order.person +
            " is protected from somebody: find out whether it is they who ask, before anything is told");
    for (const std::string& command : next_commands(one)) {
        invocation.say("next: " + command);
        break;
    }
    return 0;
}

int verify_identity(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.actor();
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, actor, reg);
    return say_standing(invocation,
                        RequestIntake(invocation.store(), actor, act, right)
                            .identify(invocation.operands.front(), identity_given(invocation, act.day)));
}

int competence(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.actor();
    Register reg(invocation.store(), register_places(invocation));
    CompetenceFinding finding;
    finding.competent = yes_or_no(invocation, "competent").value_or(false);
    finding.impaired = invocation.has("impaired");
    finding.assessor = invocation.value("assessor");
    finding.basis = invocation.value("basis");
    finding.agrees = yes_or_no(invocation, "agrees");
    finding.best_interests = invocation.value("best-interests");
    const SignedAct act = signed_act(invocation, actor, reg);
    finding.on = day_given(invocation, "on").value_or(act.day);
    return say_standing(
        invocation,
        RequestIntake(invocation.store(), actor, act, right).judge(invocation.operands.front(), finding));
}

int acknowledge(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.require({Role::practitioner, Role::dpo}, "acknowledge a request");
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, actor, reg);
    const std::string& request = invocation.operands.front();
    const DeletionCase one = require_request(invocation.store(), right, request);
    return say_letter(invocation, request,
                      write_acknowledgement(invocation.store(), letter_settings(invocation), one,
                                            parse_date(due_day_of(invocation, request)), act.day,
                                            folder_given(invocation, "write")));
}

int extend(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.actor();
    if (invocation.has("write")) return write_notice(invocation, right, invocation.signing_day());
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, actor, reg);
    const std::string& request = invocation.operands.front();
    RequestIntake(invocation.store(), actor, act, right)
        .extend(request, day_given(invocation, "notice").value_or(act.day), invocation.value("reason"));
    return say_state(invocation, request, "an answer is due " + due_day_of(invocation, request));
}

int refer(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.actor();
    Register reg(invocation.store(), register_places(invocation));
    const std::string& request = invocation.operands.front();
    refer_request(invocation.store(), actor, signed_act(invocation, actor, reg), right, request,
                  invocation.value("to"), invocation.value("question"));
    return say_state(invocation, request);
}

int advice(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.actor();
    Register reg(invocation.store(), register_places(invocation));
    const std::string& request = invocation.operands.front();
    advise_request(invocation.store(), actor, signed_act(invocation, actor, reg), right, request,
                   invocation.value("from"), invocation.value("advice"));
    return say_state(invocation, request);
}

int withdraw(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.actor();
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, actor, reg);
    const std::string& request = invocation.operands.front();
    withdraw_request(
        invocation.store(), actor, act,
        {right, request, day_given(invocation, "on").value_or(act.day), invocation.value("reason")},
        invocation.letters_folder());
    return say_state(invocation, request);
}

int notify(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.actor();
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, actor, reg);
    const std::optional<Date> sent = day_given(invocation, "sent");
    if (!sent) return write_letters(invocation, right, actor, act);
    const std::string& request = invocation.operands.front();
    record_told(invocation.store(), actor, act, {right, request, *sent, ""}, invocation.letters_folder());
    return say_state(invocation, request);
}

int dispute(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.actor();
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, actor, reg);
    const std::string& request = invocation.operands.front();
    if (invocation.has("answer")) {
        const std::string answer = invocation.value("answer");
        if (answer != "reopen" && answer != "stands")
            throw UsageError("--answer \"" + answer + "\" is no answer to a dispute", "reopen, or stands");
        answer_a_dispute(invocation.store(), actor, act,
                         {right, request, act.day, invocation.value("reason")}, answer == "reopen");
    } else {
        dispute_outcome(
            invocation.store(), actor, act,
            {right, request, day_given(invocation, "on").value_or(act.day), invocation.value("words")},
            invocation.value("to"), invocation.letters_folder());
    }
    return say_state(invocation, request);
}

int show(Invocation& invocation, RequestRight right) {
    invocation.require_reader("read requests");
    const BankHolidays holidays = bank_holidays(invocation);
    const std::string& request = invocation.operands.front();
    if (invocation.format == OutputFormat::json)
        invocation.out << show_request_json(invocation.store(), holidays, right, request) << "\n";
    else
        invocation.out << show_request_text(invocation.store(), holidays, right, request, invocation.day());
    return 0;
}

int list(Invocation& invocation, RequestRight right) {
    invocation.require_reader("read requests");
    RequestFilter filter;
    filter.right = right;
    filter.person = invocation.value("person");
    filter.open_only = invocation.has("open");
    if (invocation.has("state")) {
        filter.state = parse_deletion_state(invocation.value("state"));
        if (!filter.state)
            throw UsageError(
                "--state \"" + invocation.value("state") + "\" is no state of a request",
                "received, entitled, assessed, warned, confirmed, granted, partly-refused, waiting, "
                "executed, refused, notified, withdrawn, referred or disputed");
    }
    list_requests(invocation.store(), bank_holidays(invocation), filter, [&](const ListedRequest& listed) {
        invocation.out << (invocation.format == OutputFormat::json ? to_json(listed)
                                                                   : to_line(listed, invocation.day()))
                       << "\n";
    });
    return 0;
}

int decide(Invocation& invocation, RequestRight right) {
    const Actor& actor = invocation.actor();
    Register reg(invocation.store(), register_places(invocation));
    using Outcome = RightsDecision::Outcome;
    RightsDecision decision;
    const int given =
        int(invocation.has("uphold")) + int(invocation.has("part")) + int(invocation.has("refuse"));
    if (given != 1)
        throw UsageError("it is not said how it was decided", "one of --uphold, --part and --refuse");
    decision.outcome = invocation.has("uphold") ? Outcome::uphold
                       : invocation.has("part") ? Outcome::part
                                                : Outcome::refuse;
    decision.reason = invocation.value("reason");
    decision.text = invocation.value("text");
    const std::string& request = invocation.operands.front();
    decide_right(invocation.store(), actor, signed_act(invocation, actor, reg), right, request, decision);
    return say_state(invocation, request);
}

}  // namespace request_steps

}  // namespace casekeeper
