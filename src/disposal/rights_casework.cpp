// SPDX-License-Identifier: MIT
#include "disposal/rights_casework.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_read.h"
#include "disposal/rights_outcome.h"

namespace casekeeper {
namespace {

constexpr const char* advisers[] = {"caldicott-guardian", "dpo", "legal"};

DeletionEvent event_of(RightsDecision::Outcome outcome) {
    switch (outcome) {
        case RightsDecision::Outcome::uphold:
            return DeletionEvent::grant;
        case RightsDecision::Outcome::part:
            return DeletionEvent::grant_part;
        case RightsDecision::Outcome::refuse:
            break;
    }
    return DeletionEvent::refuse;
}

// A correction that is refused leaves what the person says as a statement (Art 16, second sentence).
const char* remark_of(RequestRight right, RightsDecision::Outcome outcome) {
    if (right == RequestRight::objection) return "objection";
    return outcome == RightsDecision::Outcome::refuse ? "statement" : "correction";
}

}  // namespace

DeletionCase decide_right(Database& database, const Actor& actor, const SignedAct& act, RequestRight right,
                          const std::string& request, const RightsDecision& decision) {
    require_text(decision.reason, "a reason", "--reason TEXT: why, in a sentence that the person will read");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    CaseMoves moves(database, actor, act, right);
    DeletionCase one = moves.find(request);
    const DeletionEvent event = event_of(decision.outcome);
    moves.require(one, event);
    if (decision.outcome != RightsDecision::Outcome::refuse) moves.require_entitled(one);
    const Record record = moves.record_of(one);
    RightsOutcome outcome;
    outcome.request = request;
    outcome.person = one.person;
    outcome.items = json_texts(record.value("scope").value_or("[]"));
    outcome.kind = remark_of(right, decision.outcome);
    outcome.text = decision.text.empty() ? record.value("statement").value_or("") : decision.text;
    // Whoever may not ask has nothing written into somebody's record.
    const bool may_ask = state_of(one) != DeletionState::received;
    JsonObject facts;
    facts.text("reason", decision.reason);
    if (may_ask) {
        if (!outcome.text.empty())
            facts.texts("remarks", add_remarks(database, outcome, act)).text("text", outcome.text);
        else if (decision.outcome != RightsDecision::Outcome::refuse)
            throw UsageError(
                "request " + request + " has no statement: nothing would stand beside the record",
                "--text TEXT: what is written beside it");
        if (right == RequestRight::objection && decision.outcome != RightsDecision::Outcome::refuse)
            facts.text("restriction", restrict_after_objection(database, outcome, decision.reason, act));
    }
    moves.move(one, event, act.day, facts);
    work.commit();
    return one;
}

void refer_request(Database& database, const Actor& actor, const SignedAct& act, RequestRight right,
                   const std::string& request, const std::string& to, const std::string& question) {
    if (std::find(std::begin(advisers), std::end(advisers), to) == std::end(advisers))
        throw UsageError("--to \"" + to + "\" is nobody to be asked for advice",
                         "one of: caldicott-guardian, dpo, legal");
    require_text(question, "the question", "--question TEXT: what advice is sought on");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    CaseMoves moves(database, actor, act, right);
    DeletionCase one = moves.find(request);
    moves.require(one, DeletionEvent::refer);
    moves.move(one, DeletionEvent::refer, act.day, JsonObject().text("to", to).text("question", question));
    work.commit();
}

void advise_request(Database& database, const Actor& actor, const SignedAct& act, RequestRight right,
                    const std::string& request, const std::string& from, const std::string& advice) {
    require_text(from, "who advised", "--from NAME");
    require_text(advice, "the advice", "--advice TEXT");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    CaseMoves moves(database, actor, act, right);
    DeletionCase one = moves.find(request);
    moves.require(one, DeletionEvent::advise);
    moves.move(one, DeletionEvent::advise, act.day, JsonObject().text("from", from).text("advice", advice));
    work.commit();
}

}  // namespace casekeeper
