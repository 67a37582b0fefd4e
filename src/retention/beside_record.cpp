// SPDX-License-Identifier: MIT
#include "retention/beside_record.h"

#include <algorithm>
#include <map>

#include "base/json_read.h"
#include "custody/contested_items.h"
#include "custody/restrictions.h"
#include "store/fact_store.h"
#include "store/item_place.h"

namespace casekeeper {
namespace {

std::string typed(const LookedAt& record) {
    return record.kind + ":" + record.id;
}

// What of the record looked at is restricted, as far as the decision on one of its involvements tells, where a
// restriction names `item`; nothing where the item is no part of it, nor it a part of the item.
std::string part_in_words(RecordStore& records, const LookedAt& record, const std::string& involvement,
                          const std::string& item) {
    if (item == typed(record)) return "it is ";
    const std::optional<ItemPlace> place = place_of_item(records, item);
    if (!place || place->involvement != involvement) return {};
    if (place->type == RecordType::involvement)
        return record.kind == "person" ? "it is " : "the involvement it lies in is ";
    if (record.kind == "document") {
        const bool is_of_entry = records.entry_of_document(record.id) == place->id;
        return place->type == RecordType::entry && is_of_entry ? "the entry it belongs to is " : "";
    }
    if (record.kind == "entry")
        return place->type == RecordType::document && place->entry == record.id
                   ? "its document " + place->id + " is "
                   : "";
    return (place->type == RecordType::entry ? "entry " : "document ") + place->id + " in it is ";
}

std::vector<std::string> sentences(RecordStore& records, const LookedAt& record,
                                   const std::string& involvement, const RestrictionInForce& restriction) {
    if (restriction.items.empty()) return {in_words(restriction)};
    std::vector<std::string> all;
    for (const std::string& item : restriction.items)
        if (const std::string part = part_in_words(records, record, involvement, item); !part.empty())
            all.push_back(part == "it is " ? in_words(restriction) : part + in_words(restriction));
    return all;
}

// What of the record looked at is disputed: itself, its entry, or entries in it.
class Disputes {
public:
    Disputes(Database& database, Date day, const LookedAt& record)
        : database_(database), records_(database), day_(day), record_(record) {}

    std::vector<std::string> run() {
        if (record_.kind == "entry" || record_.kind == "document") {
            const std::string id =
                record_.kind == "entry" ? record_.id : records_.entry_of_document(record_.id).value_or("");
            if (const auto entry = records_.find(RecordType::entry, id)) look_at(*entry);
        } else if (record_.kind == "involvement") {
            look_into(record_.id);
        } else if (const auto file = FactStore(database_).file_of(record_.id)) {
            for (const InvolvementFacts& one : file->involvements) look_into(one.id);
        }
        if (found_ > most_named) sentences_.push_back("and " + std::to_string(found_ - most_named) + " more");
        return std::move(sentences_);
    }

private:
    void look_into(const std::string& involvement) {
        records_.each_of_involvement(RecordType::entry, involvement,
                                     [&](const Record& entry) { look_at(entry); });
    }

    void look_at(const Record& entry) {
        const auto by = contested(entry);
        if (!is_disputed(entry) && by.empty()) return;
        if (++found_ > most_named) return;
        const bool is_it = record_.kind == "entry";
        const std::string what = is_it                        ? "it is "
                                 : record_.kind == "document" ? "the entry it belongs to is "
                                                              : "entry " + entry.key() + " in it is ";
        const bool has_view = !other_views_of(entry).empty();
        sentences_.push_back(what + "disputed" + (by.empty() ? "" : ", and not settled: " + by) +
                             (has_view ? "; what is said against it stands beside it"
                                       : "; the other view is not written down"));
    }

    std::string contested(const Record& entry) {
        const std::string& involvement = *entry.value("involvement");
        const auto owner = records_.owner_of_involvement(involvement);
        if (!owner) return "";
        if (owner->person != person_) contested_ = contested_items(database_, person_ = owner->person, day_);
        return contested_by(contested_, record_.kind + ":" + record_.id, entry.key(), involvement);
    }

    static constexpr long long most_named = 20;
    Database& database_;
    RecordStore records_;
    const Date day_;
    const LookedAt& record_;
    std::string person_;  // whose contested items were read last
    std::map<std::string, std::string> contested_;
    std::vector<std::string> sentences_;
    long long found_ = 0;
};

}  // namespace

void say_restrictions(Database& database, Date day, const LookedAt& record,
                      std::vector<ShownDecision>& decisions) {
    RecordStore records(database);
    for (ShownDecision& shown : decisions) {
        const std::vector<RestrictionInForce> restrictions =
            shown.decision.involvement.empty()
                ? restrictions_on_person(database, shown.decision.person, day)
                : restrictions_among(database, json_texts(shown.decision.holds.value_or("[]")), day);
        std::vector<std::string> said;
        for (const RestrictionInForce& one : restrictions)
            for (std::string& sentence : sentences(records, record, shown.decision.involvement, one))
                said.push_back(std::move(sentence));
        auto& steps = shown.explanation.steps;
        steps.insert(steps.begin(), said.begin(), said.end());
    }
}

std::vector<Remark> remarks_beside(Database& database, const LookedAt& record) {
    RecordStore records(database);
    std::optional<Record> found;
    if (record.kind == "involvement")
        found = records.find(RecordType::involvement, record.id);
    else if (record.kind != "person")
        found = records.find(RecordType::entry, record.kind == "entry"
                                                    ? record.id
                                                    : records.entry_of_document(record.id).value_or(""));
    return found ? remarks_of(*found) : std::vector<Remark>();
}

std::vector<std::string> disputes_of(Database& database, Date day, const LookedAt& record) {
    return Disputes(database, day, record).run();
}

std::string in_words(const Remark& remark) {
    const std::optional<Date> on = parse_date(remark.on);
    return remark.kind + " of " + (on ? to_words(*on) : remark.on) +
           (remark.by.empty() ? "" : ", by " + remark.by) + ": \"" + remark.text + "\"";
}

}  // namespace casekeeper
