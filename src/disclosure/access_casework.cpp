// SPDX-License-Identifier: MIT
#include "disclosure/access_casework.h"

#include <algorithm>
#include <set>

#include "base/errors.h"
#include "base/json_read.h"
#include "disclosure/kept_review.h"
#include "disclosure/release_obstacles.h"
#include "disclosure/words_to_withhold.h"
#include "policy/did_you_mean.h"

namespace casekeeper {
namespace {

std::string show_command(const std::string& request) {
    return "casekeeper access show " + request;
}

// Those on which a decision is about to be made or signed.
std::vector<AccessItem> chosen(const std::vector<AccessItem>& items, const ItemChoice& choice) {
    std::vector<AccessItem> found;
    std::copy_if(items.begin(), items.end(), std::back_inserter(found),
                 [&](const AccessItem& item) { return choice.matches(item); });
    return found;
}

// Without a word of whom it is about, what was decided of one of several stays as it is: it was weighed by itself.
std::vector<AccessItem> not_decided_by_itself(const std::vector<AccessItem>& found,
                                              const ItemChoice& choice) {
    const bool is_about_some =
        std::any_of(found.begin(), found.end(), [](const AccessItem& item) { return !item.about.empty(); });
    if (!choice.about.empty() || !is_about_some || found.size() == 1) return found;
    std::vector<AccessItem> left;
    std::copy_if(found.begin(), found.end(), std::back_inserter(left),
                 [](const AccessItem& item) { return !item.decision; });
    return left;
}

void require_some_choice(const ItemChoice& choice) {
    if (choice.items.empty() && choice.rule.empty() && choice.about.empty())
        throw UsageError("it is not said which items are meant",
                         "name them: entry:E7, or --rule ID, or --about KEY");
}

void require_proposed(const std::vector<AccessItem>& items, const std::vector<AccessItem>& found,
                      const ItemChoice& choice, const std::string& request) {
    std::set<std::string> missing(choice.items.begin(), choice.items.end());
    for (const AccessItem& item : found) missing.erase(item.item);
    if (!found.empty() && missing.empty()) return;
    const std::string hint = show_command(request) + " shows what is";
    // A key may be a name, and is not said.
    if (missing.empty() && !choice.about.empty())
        throw InputError("nothing is proposed about that key for access request " + request, hint);
    std::vector<std::string> known;
    for (const AccessItem& item : items) known.push_back(missing.empty() ? item.rule : item.item);
    const std::string what = missing.empty() ? choice.rule : *missing.begin();
    throw InputError("nothing is proposed of " + item_in_error(what) + " for access request " + request +
                         did_you_mean(what, known),
                     hint);
}

// Also by what it was decided: a digest of the part as it stood, and the word of whomever it is about.
std::string facts_of(const AccessDecision& decision, const AccessItem& item, const AccessReview& review) {
    JsonObject record;
    for (const auto& [key, text] : decision.record) record.text(key, text);
    JsonObject facts;
    facts.text("reason", decision.reason);
    if (!decision.part.empty()) facts.text("part", decision.part);
    if (!decision.known.empty()) facts.text("known", decision.known);
    facts.raw("record", record.json()).text("content", content_of(review, item));
    if (const std::string consent = consent_of(review, item); !consent.empty())
        facts.text("consent", consent);
    return facts.json();
}

}  // namespace

bool ItemChoice::matches(const AccessItem& item) const {
    return (items.empty() || std::find(items.begin(), items.end(), item.item) != items.end()) &&
           (rule.empty() || rule == item.rule) && (about.empty() || about == item.about);
}

AccessCasework::AccessCasework(Database& database, const ReleaseRules& rules, AccessReviewer& reviewer,
                               const Actor& actor, const SignedAct& act)
    : database_(database), rules_(rules), actor_(actor), act_(act), reviewer_(reviewer) {}

AccessReview AccessCasework::review(const std::string& request) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::review);
    AccessReview review = reviewer_.review(moves.record_of(one), act_.day);
    store_review(moves.cases(), one, review, act_.day);
    moves.move(one, AccessEvent::review, act_.day, facts_of(review));
    work.commit();
    return review;
}

// A withholding under a rule that the machine did not propose.
void AccessCasework::add_own(const AccessCase& one, const AccessDecision& decision,
                             const AccessReview& review, std::vector<AccessItem>& items) {
    if (decision.choice.rule.empty() || decision.choice.items.empty() || decision.decision == "show") return;
    const ReleaseRule* rule = rules_.find(decision.choice.rule);
    if (!rule) return;
    for (const std::string& item : decision.choice.items) {
        AccessItem added{item, rule->id, decision.choice.about, "",
                         "nobody proposed it: a person sees it so"};
        // Where the rule is proposed of it, for whomever, that is what is meant.
        if (std::any_of(items.begin(), items.end(), [&](const AccessItem& old) {
                return old.item == item && old.rule == rule->id &&
                       (added.about.empty() || added.about == old.about);
            }))
            continue;
        if (!std::binary_search(review.parts.begin(), review.parts.end(), item))
            throw InputError(
                item_in_error(item) + " is no part of what access request " + one.request + " asks for" +
                    did_you_mean(item, review.parts),
                "name it with its type: entry:E7, document:D2, disclosure:X1, involvement:I1 or person:P1");
        items.push_back(std::move(added));
    }
}

DecidedItems AccessCasework::decide(const std::string& request, const AccessDecision& decision) {
    require_some_choice(decision.choice);
    require_text(decision.reason, "a reason", "--reason TEXT: why, in a sentence that the person may read");
    if (!decision.choice.rule.empty() && !rules_.find(decision.choice.rule)) {
        std::vector<std::string> known;
        for (const ReleaseRule& rule : rules_.rules()) known.push_back(rule.id);
        throw InputError("there is no rule \"" + decision.choice.rule + "\" in release_rules.toml" +
                             did_you_mean(decision.choice.rule, known),
                         show_command(request) + " shows which rules are proposed");
    }
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(request);
    moves.require_open(one, {Role::dpo}, "decide");
    if (state_of(one) == AccessState::decided || state_of(one) == AccessState::signed_off)
        throw Refused(
            "access request " + request + " is " + one.state + ": its decisions are complete",
            "casekeeper access sign " + request + " --return --reason TEXT, and it can be decided again");
    if (state_of(one) != AccessState::reviewed)
        throw Refused(
            "access request " + request + " is " + one.state + ": items are decided when it is reviewed",
            next_command(one));
    if (decision.look_again_on && *decision.look_again_on <= act_.day)
        throw InputError("--look-again " + to_text(*decision.look_again_on) + " is not in the future",
                         "name the day on which it is to be looked at again");
    std::vector<AccessItem> items = moves.cases().items(request);
    const AccessReview review = reviewer_.review(moves.record_of(one), act_.day);
    add_own(one, decision, review, items);
    const std::vector<AccessItem> found = chosen(items, decision.choice);
    require_proposed(items, found, decision.choice, request);
    const std::vector<AccessItem> to_decide = not_decided_by_itself(found, decision.choice);
    if (to_decide.empty())
        throw Refused("all of it was decided before, and it is about several people or places",
                      "casekeeper access decide " + request + " ITEM --about KEY, with the keys of " +
                          show_command(request));
    const std::vector<AccessAsk> asks = moves.cases().asks(request);
    const WordsToWithhold words(database_, reviewer_, one);
    DecidedItems done{static_cast<long long>(to_decide.size()),
                      static_cast<long long>(found.size() - to_decide.size()),
                      {}};
    for (AccessItem item : to_decide) {
        if (decision.decision == "part") words.require(item, decision.part);
        if (decision.decision == "withhold" && !item.about.empty() && words.has_pictures(item.item))
            done.pictures_kept_back.push_back(item.item);
        item.decision = decision.decision;
        item.decided_by = act_.actor;
        item.decided_on = to_text(act_.day);
        item.facts = facts_of(decision, item, review);
        item.countersigned_by.reset();
        item.countersigned_on.reset();
        item.look_again_on =
            decision.look_again_on ? std::optional(to_text(*decision.look_again_on)) : std::nullopt;
        // A second signature follows; everything else must be there now.
        if (const auto fault = fault_of(item, asks, rules_, request, act_.day);
            fault && fault->code != "one-signature")
            throw Refused(fault->what, hint_of_error(*fault, request));
        moves.cases().set_item(request, item);
    }
    moves.note(one, "decide-items", act_.day,
               JsonObject().text("decision", decision.decision).number("items", to_decide.size()));
    work.commit();
    return done;
}

AccessReview AccessCasework::require_free(const AccessCase& one, ReleaseStage stage, bool agreed) {
    const Record record = RecordStore(database_).find(RecordType::access_request, one.request).value();
    AccessReview review = reviewer_.review(record, act_.day);
    const std::vector<Obstacle> found =
        obstacles_now(database_, rules_, review, one, stage, act_.day, agreed);
    if (found.empty()) return review;
    const std::string more =
        found.size() > 1 ? " (and " + std::to_string(found.size() - 1) + " more)" : std::string();
    throw Refused("access request " + one.request + ": " + found.front().what + more,
                  hint_of_error(found.front(), one.request));
}

void AccessCasework::complete(const std::string& request) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::decide);
    require_free(one, ReleaseStage::decide);
    moves.move(one, AccessEvent::decide, act_.day,
               JsonObject().number("items", moves.cases().items(request).size()));
    work.commit();
}

void AccessCasework::sign(const std::string& request, const std::function<void(const AccessReview&)>& look) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::sign);
    const std::vector<CaseEvent> events = moves.cases().events(request);
    const bool decided = std::any_of(events.begin(), events.end(), [&](const CaseEvent& event) {
        return (event.event == "decide-items" || event.event == "decide") && event.by == act_.actor;
    });
    if (decided)
        throw Refused(actor_.name + " decided items of access request " + request +
                          ": the second look is another person's",
                      "casekeeper access sign " + request + ", by another dpo");
    const AccessReview review = require_free(one, ReleaseStage::sign);
    if (look) look(review);
    moves.move(one, AccessEvent::sign, act_.day);
    work.commit();
}

void AccessCasework::give_back(const std::string& request, const std::string& reason) {
    require_text(reason, "a reason", "--reason TEXT: what is to be looked at again");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::give_back);
    moves.move(one, AccessEvent::give_back, act_.day, JsonObject().text("reason", reason));
    work.commit();
}

long long AccessCasework::countersign(const std::string& request, const ItemChoice& choice) {
    require_some_choice(choice);
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(request);
    moves.require_open(one, {Role::dpo}, "sign an item");
    if (one.review.empty() || !find_transition(state_of(one), AccessEvent::review) ||
        state_of(one) == AccessState::entitled)
        throw Refused("access request " + request + " is " + one.state +
                          ": decisions are signed from its review to its dispatch",
                      show_command(request));
    const std::vector<AccessItem> items = moves.cases().items(request);
    const std::vector<AccessItem> found = chosen(items, choice);
    require_proposed(items, found, choice, request);
    long long signed_items = 0;
    for (AccessItem item : found) {
        if (!item.decision || !needs_second_signature(item, rules_)) continue;
        if (item.decided_by == act_.actor)
            throw Refused(
                actor_.name + " decided " + item.item + ": the second signature is another person's",
                "casekeeper access sign " + request + " --item " + item.item + " --rule " + item.rule +
                    ", by another dpo");
        item.countersigned_by = act_.actor;
        item.countersigned_on = to_text(act_.day);
        moves.cases().set_item(request, item);
        ++signed_items;
    }
    if (signed_items == 0)
        throw Refused("no decision on it waits for a second signature", show_command(request));
    moves.note(one, "countersign", act_.day, JsonObject().number("items", signed_items));
    work.commit();
    return signed_items;
}

}  // namespace casekeeper
