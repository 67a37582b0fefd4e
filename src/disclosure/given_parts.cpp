// SPDX-License-Identifier: MIT
#include "disclosure/given_parts.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_read.h"
#include "policy/did_you_mean.h"

namespace casekeeper {
namespace {

std::string hint_of(const CaseFile& file) {
    return "casekeeper explain " + (file.people.empty() ? std::string("ID") : file.people.front().id) +
           " shows what there is of this person";
}

}  // namespace

GivenParts::GivenParts(RecordStore& records, const Record& disclosure, const CaseFile& file, What what)
    : records_(records), file_(file), what_(what) {
    const std::vector<std::string> items = json_texts(disclosure.value("items").value_or("[]"));
    is_words_alone_ = items.size() == 1 && items.front() == no_part;
    names_parts_ = !items.empty() && !is_words_alone_;
    if (const auto& involvement = disclosure.value("involvement")) read_involvement(*involvement);
    if (names_parts_)
        for (const std::string& item : items) read_item(item);
    if (involvements_.empty())
        for (const InvolvementFacts& one : file.involvements) involvements_.insert(one.id);
}

void GivenParts::read_involvement(const std::string& id) {
    const auto owner = records_.owner_of_involvement(id);
    if (!owner && what_ == What::is_shown) return;
    if (!owner)
        throw InputError("there is no involvement " + in_quotes(id) + " in the store", hint_of(file_));
    if (!require_own("involvement " + id, is_own(owner->person))) return;
    involvements_.insert(id);
    is_of_one_involvement_ = true;
}

void GivenParts::read_item(const std::string& item) {
    const bool is_typed = is_typed_item(item);
    const std::optional<ItemPlace> place = is_typed ? place_of_item(records_, item) : std::nullopt;
    if (!place && what_ != What::is_given) return;
    if (!is_typed)
        throw UsageError(
            in_quotes(item) + " names no involvement, entry or document",
            "say which it is, e.g. --items entry:E7,document:D2; --items none: no part was given");
    if (!place) throw InputError("there is no " + item + " in the store", hint_of(file_));
    std::set<std::string> own;
    for (const std::string& involvement : involvements_of(*place))
        if (const auto owner = records_.owner_of_involvement(involvement); owner && is_own(owner->person))
            own.insert(involvement);
    if (!require_own(item, !own.empty())) return;
    if (what_ != What::is_shown && is_of_one_involvement_ && !own.contains(*involvements_.begin()))
        throw InputError(item + " does not lie in involvement " + *involvements_.begin(),
                         "leave --involvement out, or name what lies in it");
    if (!is_of_one_involvement_) involvements_.merge(own);
    places_.emplace(item, *place);
}

bool GivenParts::is_own(const std::string& person) const {
    return std::any_of(file_.people.begin(), file_.people.end(),
                       [&](const PersonFacts& one) { return one.id == person; });
}

bool GivenParts::require_own(const std::string& what, bool is_own) const {
    if (!is_own && what_ != What::is_shown)
        throw InputError(what + " is in another person's record",
                         "each disclosure is about one person: record one for each");
    return is_own;
}

// A document lies where its entry lies, and wherever else it is tied to.
std::set<std::string> GivenParts::involvements_of(const ItemPlace& place) {
    std::set<std::string> all = {place.involvement};
    if (place.type == RecordType::document)
        for (std::string& one : records_.further_involvements_of_document(place.id))
            all.insert(std::move(one));
    return all;
}

void GivenParts::each(const Take& take) {
    taken_.clear();
    if (is_words_alone_) return;
    if (!names_parts_)
        for (const std::string& involvement : involvements_) take_whole(involvement, take);
    for (const auto& [item, place] : places_) {
        if (place.type == RecordType::involvement) {
            take_whole(place.id, take);
            continue;
        }
        if (const auto part = records_.find(place.type, place.id)) take_once(item, *part, take);
        if (place.type != RecordType::entry) continue;
        records_.each_of_involvement(RecordType::document, place.involvement, [&](const Record& document) {
            if (*document.value("entry") == place.id) take_once("document:" + document.key(), document, take);
        });
    }
}

void GivenParts::take_whole(const std::string& involvement, const Take& take) {
    if (const auto row = records_.find(RecordType::involvement, involvement))
        take_once("involvement:" + involvement, *row, take);
    for (const auto& [type, prefix] :
         {std::pair(RecordType::entry, "entry:"), std::pair(RecordType::document, "document:")})
        records_.each_of_involvement(type, involvement, [&, named = prefix](const Record& part) {
            take_once(named + part.key(), part, take);
        });
    for (const Record& document : records_.documents_also_in(involvement))
        take_once("document:" + document.key(), document, take);
}

void GivenParts::take_once(const std::string& item, const Record& part, const Take& take) {
    if (taken_.insert(item).second) take(item, part);
}

bool GivenParts::touches(const std::string& item) {
    const std::optional<ItemPlace> place = place_of_item(records_, item);
    if (!place) return true;
    const std::set<std::string> around = involvements_of(*place);
    if (places_.empty())
        return std::any_of(around.begin(), around.end(),
                           [&](const std::string& one) { return involvements_.contains(one); });
    return std::any_of(places_.begin(), places_.end(), [&](const auto& one) {
        const ItemPlace& given = one.second;
        if (place->type == RecordType::involvement) return involvements_of(given).contains(place->id);
        if (given.type == RecordType::involvement) return around.contains(given.id);
        return one.first == item || (place->type == RecordType::entry && given.entry == place->id) ||
               (given.type == RecordType::entry && place->entry == given.id);
    });
}

std::set<std::string> GivenParts::owners() const {
    std::set<std::string> people;
    for (const PersonFacts& one : file_.people) people.insert(one.id);
    for (const auto& [item, place] : places_) people.insert(place.person);
    return people;
}

}  // namespace casekeeper
