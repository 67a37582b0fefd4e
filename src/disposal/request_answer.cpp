// SPDX-License-Identifier: MIT
#include "disposal/request_answer.h"

#include <algorithm>

#include "base/errors.h"
#include "custody/entitlement.h"
#include "custody/erasure_sweeper.h"
#include "custody/letter_head.h"
#include "store/decision_store.h"
#include "store/register_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

// Whoever is decided on by the request's hold is decided on again.
void set_answered(Database& database, CaseMoves& moves, const DeletionCase& one,
                  const std::optional<Date>& on) {
    std::optional<Record> request = moves.records().find(RecordType::deletion_request, one.request);
    if (!request) return;
    request->set("answered_on", on ? std::optional(to_text(*on)) : std::nullopt);
    moves.replace(*request);
    DecisionStore(database).mark_person(one.person);
    ReviewStore(database).mark_if_proposed(one.person);
}

Date received_on(const DeletionCase& one) {
    return local_day(one.received_at).value_or(Date{});
}

// Letters that were not sent are not sent any more. REQUIRES: a move that stores the case follows.
void take_letters_back(Database& database, DeletionCase& one, const std::string& letters_folder,
                       const SignedAct& act) {
    if (one.letters) intend_to_remove_folder(database, letters_folder + "/" + *one.letters, act.at);
    one.letters.reset();
}

// It begins again with who may ask: where that was settled and still holds, nobody need settle it anew.
void identify_again(Database& database, CaseMoves& moves, DeletionCase& one) {
    const Entitlement entitlement =
        entitlement_of(database, moves.record_of(one), moves.cases().events(one.request), moves.act().day);
    if (entitlement.answer == Entitlement::Answer::entitled)
        moves.move(one, DeletionEvent::identify, moves.act().day,
                   JsonObject().text("reason", entitlement.reason).text("law", entitlement.law));
}

// The day of what is told: of the last decision, or of the execution.
Date told_of(CaseMoves& moves, const DeletionCase& one) {
    Date day = received_on(one);
    for (const CaseEvent& event : moves.cases().events(one.request)) {
        const std::optional<DeletionEvent> what = parse_deletion_event(event.event);
        if (what == DeletionEvent::grant || what == DeletionEvent::grant_part ||
            what == DeletionEvent::refuse || what == DeletionEvent::execute || what == DeletionEvent::stand)
            day = std::max(day, parse_date(event.on).value_or(day));
    }
    return day;
}

}  // namespace

std::string letters_folder_of(const std::string& request) {
    return letters_folder_name("letters of " + request);
}

void withdraw_request(Database& database, const Actor& actor, const SignedAct& act, const RequestWord& word,
                      const std::string& letters_folder) {
    require_text(word.words, "a reason", "--reason TEXT: what the person said");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    CaseMoves moves(database, actor, act, word.right);
    DeletionCase one = moves.find(word.request);
    moves.require(one, DeletionEvent::withdraw);
    moves.require_day(word.on, received_on(one), "--on", "the request came in");
    take_letters_back(database, one, letters_folder, act);
    moves.move(one, DeletionEvent::withdraw, word.on, JsonObject().text("reason", word.words));
    set_answered(database, moves, one, word.on);
    work.commit();
}

DeletionCase require_to_be_told(Database& database, const Actor& actor, const SignedAct& act,
                                RequestRight right, const std::string& request) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    CaseMoves moves(database, actor, act, right);
    DeletionCase one = moves.find(request);
    moves.require(one, DeletionEvent::notify);
    return one;
}

void record_letters(Database& database, const Actor& actor, const SignedAct& act, RequestRight right,
                    const std::string& request, const std::string& folder) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    CaseMoves moves(database, actor, act, right);
    DeletionCase one = moves.find(request);
    moves.require(one, DeletionEvent::notify);
    one.letters = folder;
    moves.cases().update(one);
    moves.note(one, "letters", act.day);
    work.commit();
}

void record_told(Database& database, const Actor& actor, const SignedAct& act, const RequestWord& word,
                 const std::string& letters_folder) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    CaseMoves moves(database, actor, act, word.right);
    DeletionCase one = moves.find(word.request);
    moves.require(one, DeletionEvent::notify);
    moves.require_day(word.on, told_of(moves, one), "--sent", "the outcome was decided or carried out");
    // Of a request that a restore brought back and a replay settled nobody can write any more.
    if (!one.letters && state_of(one) != DeletionState::executed)
        throw Refused(
            "the letters of request " + one.request + " are not written yet",
            std::string("casekeeper ") + group_of(word.right) + " notify " + one.request + " --write");
    if (one.letters) intend_to_remove_folder(database, letters_folder + "/" + *one.letters, act.at);
    one.letters.reset();
    moves.move(one, DeletionEvent::notify, word.on);
    set_answered(database, moves, one, word.on);
    work.commit();
}

void dispute_outcome(Database& database, const Actor& actor, const SignedAct& act, const RequestWord& word,
                     const std::string& to, const std::string& letters_folder) {
    if (to != "trust" && to != "ico" && to != "court")
        throw UsageError("--to \"" + to + "\" is nobody to complain to", "one of: trust, ico, court");
    require_text(word.words, "what the person says", "--words TEXT");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    CaseMoves moves(database, actor, act, word.right);
    DeletionCase one = moves.find(word.request);
    moves.require(one, DeletionEvent::dispute);
    if (!one.has_request) moves.record_of(one);  // says that nothing is left of it
    moves.require_day(word.on, received_on(one), "--on", "the request came in");
    take_letters_back(database, one, letters_folder, act);
    moves.move(one, DeletionEvent::dispute, word.on, JsonObject().text("to", to).text("words", word.words));
    set_answered(database, moves, one, std::nullopt);  // a disputed request holds
    work.commit();
}

void answer_a_dispute(Database& database, const Actor& actor, const SignedAct& act, const RequestWord& word,
                      bool reopen) {
    require_text(word.words, "a reason", "--reason TEXT: why, in a sentence that the person will read");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    CaseMoves moves(database, actor, act, word.right);
    DeletionCase one = moves.find(word.request);
    const DeletionEvent event = reopen ? DeletionEvent::reopen : DeletionEvent::stand;
    moves.require(one, event);
    if (reopen) moves.cases().set_items(one.request, moves.cases().items(one.request));  // nothing is decided
    moves.move(one, event, act.day, JsonObject().text("reason", word.words));
    if (state_of(one) == DeletionState::notified) set_answered(database, moves, one, act.day);
    if (reopen) identify_again(database, moves, one);
    work.commit();
}

}  // namespace casekeeper
