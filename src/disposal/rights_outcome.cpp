// SPDX-License-Identifier: MIT
#include "disposal/rights_outcome.h"

#include <algorithm>
#include <set>

#include "base/errors.h"
#include "custody/restrictions.h"
#include "domain/remark.h"
#include "policy/did_you_mean.h"
#include "store/access_store.h"
#include "store/decision_store.h"
#include "store/fact_store.h"
#include "store/item_place.h"
#include "store/move_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

void check(const RightsOutcome& outcome) {
    const FieldFormat& remarks =
        format_of(RecordType::entry)
            .fields[static_cast<std::size_t>(format_of(RecordType::entry).position("remarks"))];
    const auto& kinds = remarks.fields.front().words;
    const bool is_known = std::find(kinds.begin(), kinds.end(), outcome.kind) != kinds.end();
    if (!is_known || outcome.kind == "move")  // that leaves its own
        throw UsageError(in_quotes(outcome.kind) + " is no kind of remark",
                         "say correction, objection or statement");
    if (outcome.text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw UsageError("a remark needs a text", "--text TEXT: what is written beside the record");
}

// Typed ids of what the remark is to stand beside: entries and involvements. What was moved to another's record since
// it was asked about is not theirs: it stands beside what it was moved out of.
std::set<std::string> records_of(Database& database, const RightsOutcome& outcome) {
    std::set<std::string> beside;
    if (outcome.items.empty())
        if (const std::optional<CaseFile> file = FactStore(database).file_of(outcome.person))
            for (const InvolvementFacts& involvement : file->involvements)
                beside.insert("involvement:" + involvement.id);
    RecordStore records(database);
    const std::vector<std::string> people = FactStore(database).records_of(outcome.person);
    for (const std::string& item : outcome.items) {
        const std::optional<ItemPlace> place = place_of_item(records, item);
        if (!place) continue;  // it has ended since it was asked about
        if (const std::string left = MoveStore(database).left(place->entry, place->person, people);
            !left.empty()) {
            beside.insert("involvement:" + left);
            continue;
        }
        if (std::find(people.begin(), people.end(), place->person) == people.end())
            throw InputError(item + " is in another person's record",
                             "each request is about one person: casekeeper explain " + outcome.person);
        beside.insert(place->entry.empty() ? "involvement:" + place->involvement : "entry:" + place->entry);
    }
    return beside;
}

}  // namespace

std::vector<std::string> add_remarks(Database& database, const RightsOutcome& outcome, const SignedAct& act) {
    check(outcome);
    const Remark remark{outcome.kind, to_text(act.day), outcome.text,
                        act.actor + ", " + to_text(outcome.role)};
    RecordStore records(database);
    DecisionStore decisions(database);
    ReviewStore reviews(database);
    const std::set<std::string> beside = records_of(database, outcome);
    for (const std::string& item : beside) {
        const ItemPlace place = place_of_item(records, item).value();
        Record record = records.find(place.type, place.id).value();
        add_remark(record, remark);
        records.replace(record);
        // Holds by words look in remarks, and what is proposed was approved, or reviewed for whoever asked to see
        // it, without it.
        decisions.mark_person(place.person);
        reviews.mark_if_proposed(place.person);
        AccessStore(database).mark_if_open(place.person);
    }
    return {beside.begin(), beside.end()};
}

std::string restrict_after_objection(Database& database, const RightsOutcome& outcome,
                                     const std::string& reason, const SignedAct& act) {
    RestrictionOrder order;
    RecordStore records(database);
    const std::vector<std::string> people = FactStore(database).records_of(outcome.person);
    for (const std::string& item : outcome.items)
        if (const auto place = place_of_item(records, item);
            place && MoveStore(database).left(place->entry, place->person, people).empty())
            order.items.push_back(item);
    if (outcome.items.empty())
        order.person = outcome.person;
    else if (order.items.empty())
        return {};  // all of it has ended since it was asked about
    order.ground = RestrictionGround::objection;
    order.reason = reason;
    order.request = outcome.request;
    return place_restriction(database, order, act).key();
}

}  // namespace casekeeper
