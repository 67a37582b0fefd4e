// SPDX-License-Identifier: MIT
#include "retention/explanation.h"

#include <algorithm>
#include <set>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "store/disposal_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

struct Named {
    std::string kind;
    std::string id;
};

bool exists(RecordStore& records, const Named& named) {
    if (named.kind == "person") return records.has_person(named.id);
    if (named.kind == "involvement") return records.owner_of_involvement(named.id).has_value();
    if (named.kind == "entry") return records.involvement_of_entry(named.id).has_value();
    return records.has_document(named.id);
}

Named resolve(RecordStore& records, const std::string& id) {
    static const char* kinds[] = {"involvement", "person", "entry", "document"};
    std::vector<Named> found;
    for (const char* kind : kinds) {
        const std::string prefix = std::string(kind) + ":";
        Named typed{kind, id.starts_with(prefix) ? id.substr(prefix.size()) : ""};
        if (!typed.id.empty() && exists(records, typed)) return typed;
        if (exists(records, {kind, id})) found.push_back({kind, id});
    }
    if (found.empty())
        throw InputError("nothing in the store is called " + id,
                         "name a person, involvement, entry or document, e.g. involvement:I1");
    if (found.size() > 1)
        throw InputError("several things are called " + id,
                         "say which: " + found[0].kind + ":" + id + " or " + found[1].kind + ":" + id);
    return found.front();
}

// How strongly an outcome keeps a document that lies in several involvements.
int strength(const std::string& outcome) {
    static const char* weakest_first[] = {"due",          "review", "retain",   "held",
                                          "undetermined", "live",   "permanent"};
    const auto* found = std::find(std::begin(weakest_first), std::end(weakest_first), outcome);
    return static_cast<int>(found - std::begin(weakest_first));
}

// Whatever holds one of its involvements holds the document.
std::optional<std::string> every_hold(const std::vector<ShownDecision>& decisions) {
    std::set<std::string> holds;
    for (const ShownDecision& shown : decisions)
        if (shown.decision.holds)
            for (const std::string& hold : json_texts(*shown.decision.holds)) holds.insert(hold);
    if (holds.empty()) return std::nullopt;
    return json_list({holds.begin(), holds.end()});
}

// The document's own decision: that of the involvement which keeps it most, with the latest day of all.
ShownDecision of_document(const std::vector<ShownDecision>& decisions) {
    const auto weaker = [](const ShownDecision& a, const ShownDecision& b) {
        const int by = strength(a.decision.outcome) - strength(b.decision.outcome);
        return by != 0 ? by < 0 : a.decision.retain_until < b.decision.retain_until;
    };
    ShownDecision own = *std::max_element(decisions.begin(), decisions.end(), weaker);
    for (const ShownDecision& other : decisions)
        own.decision.retain_until = std::max(own.decision.retain_until, other.decision.retain_until);
    own.decision.holds = every_hold(decisions);
    std::string step = "the document lies in " + std::to_string(decisions.size()) +
                       " involvements and follows " + own.decision.involvement + ", which keeps it most";
    if (own.decision.retain_until) step += "; the latest day of all is " + *own.decision.retain_until;
    own.explanation.steps.insert(own.explanation.steps.begin(), step);
    return own;
}

void add_involvement(DecisionListing& listing, const std::string& id, Explained& explained) {
    std::optional<ShownDecision> shown = listing.explain_involvement(id);
    if (shown) explained.decisions.push_back(std::move(*shown));
}

void explain_document(RecordStore& records, DecisionListing& listing, const std::string& id,
                      Explained& explained) {
    const std::optional<std::string> entry = records.entry_of_document(id);
    std::vector<std::string> involvements = records.further_involvements_of_document(id);
    const std::string own = records.involvement_of_entry(entry.value_or("")).value_or("");
    if (std::find(involvements.begin(), involvements.end(), own) == involvements.end())
        involvements.insert(involvements.begin(), own);
    for (const std::string& involvement : involvements) add_involvement(listing, involvement, explained);
    if (explained.decisions.size() > 1)
        explained.decisions.insert(explained.decisions.begin(), of_document(explained.decisions));
}

std::string day_in_words(const std::optional<std::string>& day) {
    return day ? to_words(parse_date(*day).value()) : std::string("an unknown day");
}

void append_decision(std::string& text, const ShownDecision& shown) {
    const StoredDecision& decision = shown.decision;
    text += decision.involvement.empty()
                ? "person " + decision.person
                : "involvement " + decision.involvement + " (" + decision.service + ")";
    text += ": " + in_words(shown) + "\n";
    for (const std::string& step : shown.explanation.steps) text += "  - " + step + "\n";
    for (const UnknownRule& unknown : shown.explanation.unknown)
        text += "  ? " + unknown.rule + ": " + unknown.why + "\n";
    for (const LostRule& lost : shown.explanation.lost)
        text += "  x " + lost.rule + (lost.retain_until ? " (" + to_text(*lost.retain_until) + ")" : "") +
                ": " + lost.why + "\n";
    if (!shown.reduced.empty())
        text += "  reduced to its basic set on " + shown.reduced + "\n";
    else if (decision.minimise_on)
        text += "  to be minimised after " + day_in_words(decision.minimise_on) + "\n";
    if (decision.transfer_on)
        text += "  to be transferred after " + day_in_words(decision.transfer_on) + "\n";
    if (decision.reconsider_on)
        text += "  time alone changes this on " + day_in_words(decision.reconsider_on) + " at the earliest\n";
}

// What was done on the way already.
void note_reductions(Database& database, Explained& explained) {
    DisposalStore disposals(database);
    for (ShownDecision& shown : explained.decisions) {
        const auto done = disposals.done(shown.decision.involvement, "minimise", "",
                                         shown.decision.minimise_on.value_or(""));
        if (done) shown.reduced = done->on + ", certificate " + std::to_string(done->certificate);
    }
}

}  // namespace

Explained explain(Database& database, Date day, const std::string& id) {
    UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    RecordStore records(database);
    const Named named = resolve(records, id);
    DecisionListing listing(database, day);
    Explained explained{named.id, named.kind, {}, remarks_beside(database, {named.kind, named.id}), {}};
    if (named.kind == "person")
        explained.decisions = listing.explain_person(named.id);
    else if (named.kind == "involvement")
        add_involvement(listing, named.id, explained);
    else if (named.kind == "entry")
        add_involvement(listing, records.involvement_of_entry(named.id).value_or(""), explained);
    else
        explain_document(records, listing, named.id, explained);
    say_restrictions(database, day, {named.kind, named.id}, explained.decisions);
    note_reductions(database, explained);
    // Last, for what cannot be read was named before.
    explained.disputed = disputes_of(database, day, {named.kind, named.id});
    return explained;
}

std::string to_json(const Explained& explained) {
    std::string json = "{\"id\":";
    append_json_string(json, explained.id);
    json += ",\"kind\":\"" + explained.kind + "\",\"decisions\":[";
    for (std::size_t i = 0; i < explained.decisions.size(); ++i) {
        if (i > 0) json += ',';
        json += to_json(explained.decisions[i], true);
    }
    json += ']';
    if (!explained.disputed.empty()) json += ",\"disputed\":" + json_list(explained.disputed);
    if (!explained.remarks.empty()) {
        std::vector<std::string> remarks;
        for (const Remark& remark : explained.remarks) remarks.push_back(to_json(remark));
        json += ",\"remarks\":" + json_list_of(remarks);
    }
    return json + "}";
}

std::string in_words(const ShownDecision& shown) {
    const StoredDecision& decision = shown.decision;
    const std::string rule = decision.rule ? " (rule " + *decision.rule + ")" : "";
    const std::string then = shown.action ? ", then " + *shown.action : "";
    std::string words;
    if (decision.outcome == "retain")
        words = "retain until " + day_in_words(decision.retain_until) + rule + then;
    else if (decision.outcome == "due")
        words = "due to end since " + day_in_words(decision.retain_until) + rule + ": " +
                shown.action.value_or("");
    else if (decision.outcome == "review")
        words = "a person must review it, past " + day_in_words(decision.retain_until) + rule;
    else if (decision.outcome == "held")
        words = "held; it would be due since " + day_in_words(decision.retain_until) + rule;
    else if (decision.outcome == "permanent")
        words = "kept for ever" + rule;
    else if (decision.outcome == "live")
        words = "live: still open, or waiting for what is open";
    else
        words = "undetermined: a person must look";
    if (decision.conflict) words += "; a ceiling lies before the floor: conflict";
    if (decision.holds) {
        words += "; holds in force:";
        for (const std::string& hold : json_texts(*decision.holds)) words += " " + hold;
    }
    return words;
}

std::string to_text(const Explained& explained) {
    std::string text = explained.kind + " " + explained.id + "\n";
    for (const std::string& sentence : explained.disputed) text += "  ! " + sentence + "\n";
    for (const Remark& remark : explained.remarks) text += "  ! " + in_words(remark) + "\n";
    for (const ShownDecision& shown : explained.decisions) append_decision(text, shown);
    return text;
}

}  // namespace casekeeper
