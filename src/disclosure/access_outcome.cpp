// SPDX-License-Identifier: MIT
#include "disclosure/access_outcome.h"

#include <algorithm>
#include <map>

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/erasure_sweeper.h"
#include "custody/letter_head.h"
#include "policy/request_clock.h"

namespace casekeeper {
namespace {

std::vector<std::string> texts_of(const std::vector<Date>& days) {
    std::vector<std::string> texts;
    for (const Date day : days) texts.push_back(to_text(day));
    return texts;
}

// The word says that it is ready: it was none before.
std::optional<Date> last_signed_on(const std::vector<CaseEvent>& events) {
    std::optional<Date> signed_on;
    for (const CaseEvent& event : events)
        if (event.event == to_text(AccessEvent::sign)) signed_on = parse_date(event.on);
    return signed_on;
}

bool is_said(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") != std::string::npos;
}

}  // namespace

std::vector<AccessPart> parts_released(const std::vector<std::string>& parts,
                                       const std::vector<AccessItem>& items) {
    std::map<std::string, std::string> outcomes;
    for (const std::string& part : parts) outcomes.emplace(part, "shown");
    for (const AccessItem& item : items) {
        const auto part = outcomes.find(item.item);
        if (part == outcomes.end() || !item.decision || item.decision == "show") continue;
        // Withholding what is about somebody or a place leaves the rest of the part.
        const bool whole = item.decision == "withhold" && item.about.empty();
        if (part->second != "withheld") part->second = whole ? "withheld" : "part";
    }
    std::vector<AccessPart> list;
    for (const auto& [item, outcome] : outcomes) list.push_back({item, outcome});
    return list;
}

std::optional<Date> first_answered_on(const std::vector<CaseEvent>& events) {
    std::optional<Date> answered_on;
    for (const CaseEvent& event : events) {
        if (event.event == "reopen" || event.event == "doubt") answered_on.reset();
        if (event.event == "dispatch" || (event.event == "close" && !answered_on))
            answered_on = parse_date(event.on);
        // Of what was answered before it came here nothing else tells.
        if (event.event == "dispute" && !answered_on)
            answered_on = parse_date(json_text_at(event.facts, "answered_on"));
    }
    return answered_on;
}

Date arrival_of(const AccessCase& one, const Announcement& word, std::optional<Date> due_on) {
    const Date arrives =
        word.arrives_on.value_or(add(word.sent_on, {0, 0, days_from_word_to_arrival}, Rounding::never_early));
    if (arrives < word.sent_on)
        throw InputError(
            "--arrives " + to_text(arrives) + " is before the word was sent, on " + to_text(word.sent_on),
            "name the day from which it may come");
    const bool is_meant = word.arrives_on && is_said(word.reason);
    if (!due_on || arrives <= *due_on || is_meant) return arrives;
    const std::string announce = "casekeeper access announce " + one.request + " --sent DATE --arrives DAY";
    throw Refused("by this word access request " + one.request + " is answered on " + to_text(arrives) +
                      ", after " + to_text(*due_on) + ", the day an answer is due (UK GDPR Art 12(3))",
                  word.sent_on <= *due_on
                      ? announce + ", in time; or a later day with --reason TEXT, why it is late"
                      : announce + " --reason TEXT, why it is late");
}

void require_safe_address(AccessReviewer& reviewer, const Record& request, const std::string& address,
                          Date day) {
    if (!reviewer.given_away(request, address, day).empty())
        throw Refused("the address gives away a place that is protected from whoever asked",
                      "send it where they may receive it: casekeeper access dispatch " + request.key() +
                          " --how TEXT --to TEXT");
}

std::string access_letters_folder_of(const std::string& request) {
    return letters_folder_name("letters of access request " + request);
}

void AccessOutcome::take_letters_back(AccessCase& one, const std::string& letters_folder) {
    if (one.letters) intend_to_remove_folder(database_, letters_folder + "/" + *one.letters, act_.at);
    one.letters.reset();
}

void AccessOutcome::refuse(const std::string& request, const std::string& reason) {
    require_text(reason, "a reason", "--reason TEXT: why, as whoever asked will read it");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::refuse);
    moves.move(one, AccessEvent::refuse, act_.day, JsonObject().text("reason", reason));
    work.commit();
}

std::optional<Date> AccessOutcome::announce(const std::string& request, const Announcement& word,
                                            const BankHolidays& holidays) {
    if (!word.wanted) require_text(word.reason, "a reason", "--reason TEXT: what they said");
    if (!word.wanted && word.arrives_on)
        throw UsageError("a word that is not wanted names no day",
                         "--not-wanted --reason TEXT; or --sent DATE --arrives DATE");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(request);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "announce");
    if (state_of(one) == AccessState::received)
        throw Refused("access request " + request + " is received: it is not settled yet who asks",
                      next_command(one));
    if (word.wanted && state_of(one) != AccessState::signed_off)
        throw Refused("access request " + request + " is " + one.state +
                          ": the word says that it is ready, and goes when it is signed",
                      next_command(one));
    moves.require_day(one, word.sent_on, "--sent");
    std::optional<Date> arrives_on;
    if (word.wanted) {
        if (const auto signed_on = last_signed_on(moves.cases().events(request)))
            moves.require_day(word.sent_on, *signed_on, "--sent", "it was signed");
        arrives_on = arrival_of(one, word, request_clock(clock_facts(moves.record_of(one)), holidays).due_on);
    }
    JsonObject facts;
    facts.flag("wanted", word.wanted).texts("avoid", texts_of(word.avoid));
    if (arrives_on) facts.text("arrives", to_text(*arrives_on));
    for (const auto& [name, text] :
         {std::pair{"how", &word.how}, {"support", &word.support}, {"reason", &word.reason}})
        if (!text->empty()) facts.text(name, *text);
    moves.note(one, "announce", word.sent_on, facts);
    work.commit();
    return arrives_on;
}

void AccessOutcome::dispatch(const std::string& request, const Dispatch& dispatch) {
    require_text(dispatch.how, "how it is sent",
                 "--how TEXT: tracked post, collected in person, secure e-mail");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::dispatch);
    if (dispatch.sent_on != act_.day)
        throw InputError(
            "--sent " + to_text(dispatch.sent_on) + " is not today",
            "dispatch is recorded on the day it is sent: everything is asked again as of that day");
    const AccessReview review = casework_.require_free(one, ReleaseStage::dispatch, !dispatch.agreed.empty());
    require_safe_address(casework_.reviewer(), moves.record_of(one), dispatch.how + "\n" + dispatch.to,
                         act_.day);
    std::vector<AccessPart> parts = parts_released(review.parts, moves.cases().items(request));
    for (AccessPart& part : parts) part.content = review.contents.at(part.item);
    moves.cases().set_parts(request, parts);
    one.dispatched_on = to_text(dispatch.sent_on);
    JsonObject facts;
    facts.text("how", dispatch.how).number("parts", parts.size());
    if (!dispatch.to.empty()) facts.text("to", dispatch.to);
    if (!dispatch.agreed.empty()) facts.text("agreed", dispatch.agreed);
    moves.move(one, AccessEvent::dispatch, dispatch.sent_on, facts);
    moves.set_answered(one, dispatch.sent_on);
    work.commit();
}

void AccessOutcome::close(const std::string& request, std::optional<Date> sent_on, const std::string& reason,
                          const std::string& letters_folder) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::close);
    const bool was_refused = state_of(one) == AccessState::refused;
    if (was_refused && !sent_on)
        throw Refused("it is not said when the letter of the refusal was sent",
                      "casekeeper access close " + request + " --write DIR, then --sent DATE");
    const Date on = sent_on.value_or(act_.day);
    moves.require_day(one, on, "--sent");
    take_letters_back(one, letters_folder);
    JsonObject facts;
    if (!reason.empty()) facts.text("reason", reason);
    moves.move(one, AccessEvent::close, on, facts);
    if (was_refused) moves.set_answered(one, on);
    work.commit();
}

void AccessOutcome::withdraw(const std::string& request, Date on, const std::string& reason,
                             const std::string& letters_folder) {
    require_text(reason, "a reason", "--reason TEXT: what the person said");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::withdraw);
    moves.require_day(one, on, "--on");
    take_letters_back(one, letters_folder);
    moves.move(one, AccessEvent::withdraw, on, JsonObject().text("reason", reason));
    moves.set_answered(one, on);
    work.commit();
}

void AccessOutcome::dispute(const std::string& request, Date on, const std::string& to,
                            const std::string& words) {
    if (to != "trust" && to != "ico" && to != "court")
        throw UsageError("--to \"" + to + "\" is nobody to complain to", "one of: trust, ico, court");
    require_text(words, "what the person says", "--words TEXT");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::dispute);
    moves.require_day(one, on, "--on");
    JsonObject facts;
    facts.text("to", to).text("words", words);
    if (const auto answered_on = moves.record_of(one).value("answered_on"))
        facts.text("answered_on", *answered_on);
    moves.move(one, AccessEvent::dispute, on, facts);
    moves.set_answered(one, std::nullopt);  // a disputed request holds
    work.commit();
}

void AccessOutcome::answer_dispute(const std::string& request, bool reopen, const std::string& reason) {
    require_text(reason, "a reason", "--reason TEXT: why, in a sentence that the person will read");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    const AccessEvent event = reopen ? AccessEvent::reopen : AccessEvent::stand;
    moves.require(one, event);
    const std::optional<Date> answered_on = first_answered_on(moves.cases().events(request));
    moves.move(one, event, act_.day, JsonObject().text("reason", reason));
    if (!reopen && is_answered(state_of(one))) moves.set_answered(one, answered_on);
    // Where it was settled who may ask and that still holds, nobody need settle it anew.
    if (reopen) {
        const Entitlement entitlement = moves.entitlement(one);
        if (entitlement.answer == Entitlement::Answer::entitled)
            moves.move(one, AccessEvent::identify, act_.day,
                       JsonObject().text("reason", entitlement.reason).text("law", entitlement.law));
    }
    work.commit();
}

}  // namespace casekeeper
