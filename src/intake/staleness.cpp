// SPDX-License-Identifier: MIT
#include "intake/staleness.h"

#include "base/json_read.h"
#include "store/item_place.h"
#include "store/run_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_remembered = 100000;

}  // namespace

Staleness::Staleness(Database& database, RecordStore& records, std::string actor)
    : decisions_(database),
      reviews_(database),
      access_(database),
      recording_(database),
      prints_(database),
      records_(records),
      nobody_decided_(!decisions_.has_any()),
      something_proposed_(reviews_.has_open_proposals()),
      somebody_asks_(access_.number_of_cases() > 0),
      something_checked_(recording_.has_checked()),
      first_load_(RunStore(database).next_load() == 1),
      actor_(std::move(actor)) {}

void Staleness::concern(const std::string& person, bool readers_too) {
    if (nobody_decided_ || person.empty()) return;
    if (marked_.size() >= most_remembered) marked_.clear();
    if (marked_.insert((readers_too ? "r" : "p") + person).second) {
        decisions_.mark_person(person);
        if (readers_too) decisions_.mark_readers(person);
    }
}

void Staleness::touch(const std::string& person) {
    if (person.empty()) return;
    if (touched_.size() >= most_remembered) touched_.clear();
    if (!touched_.insert(person).second) return;
    records_.note_brought_in(person, actor_);
    if (something_proposed_) reviews_.mark_if_proposed(person);
    if (somebody_asks_) access_.mark_if_open(person);
    if (something_checked_) recording_.mark(person);
}

const std::string& Staleness::owner_of(const std::string& involvement) {
    if (involvement != owner_of_) {
        const std::optional<RecordStore::Owner> owner = records_.owner_of_involvement(involvement);
        owner_of_ = involvement;
        owner_ = owner ? owner->person : "";
    }
    return owner_;
}

void Staleness::concern_owner(const Record& entry) {
    if (first_load_) return;
    const std::string& owner = owner_of(*entry.value("involvement"));
    concern(owner, false);
    touch(owner);
}

void Staleness::touch_owner(const Record& document) {
    if (first_load_) return;
    if (const auto involvement = records_.involvement_of_entry(*document.value("entry")))
        touch(owner_of(*involvement));
    if (!somebody_asks_) return;
    for (const std::string& involvement : json_texts(document.value("also_in").value_or("[]")))
        access_.mark_if_open(owner_of(involvement));
}

void Staleness::concern_scope(const Record& hold) {
    if (nobody_decided_) return;
    const std::string& scope = *hold.value("scope");
    const std::vector<std::string> persons = json_texts_at(scope, "persons");
    std::vector<std::string> involvements = json_texts_at(scope, "involvements");
    for (const std::string& item : json_texts_at(scope, "items"))
        if (const auto place = place_of_item(records_, item)) involvements.push_back(place->involvement);
    const std::vector<std::string> services = json_texts_at(scope, "services");
    // Across keys all must match, so the narrowest key given is enough.
    if (!persons.empty()) {
        for (const std::string& person : persons) concern(person, false);
    } else if (!involvements.empty()) {
        for (const std::string& involvement : involvements)
            if (const auto owner = records_.owner_of_involvement(involvement)) concern(owner->person, false);
    } else {
        decisions_
            .mark_everybody();  // services may be groups of the catalogue, dates and words reach anybody
    }
}

void Staleness::rejoin(const Record& record) {
    if (record.type == RecordType::relationship) {
        if (*record.value("kind") != "same-person") return;
        rejoined_.insert(*record.value("person"));
        if (record.value("other")) rejoined_.insert(*record.value("other"));
    } else if (record.value("adopted_from")) {
        rejoined_.insert(record.key());
        rejoined_.insert(*record.value("adopted_from"));
    }
}

// What any text may give away, and whose words are health data, is asked of every record.
void Staleness::look_at_everybody(const Record& record, const Record* before) {
    const auto has_place = [](const Record* one) { return one && has_protected_place(*one); };
    if (record.type == RecordType::person && (has_place(&record) || has_place(before))) {
        const auto is_as_before = [&](const char* field) {
            return before && before->value(field) == record.value(field);
        };
        if (!is_as_before("addresses") || !is_as_before("contacts")) everybody_is_asked_again_ = true;
    }
    if (record.type == RecordType::professional && before && before->value("kind") != record.value("kind"))
        everybody_is_asked_again_ = true;
}

// Whose findings another's row decides: whoever is asked about by a worker's, has the same account as an entry, or is
// the other end of a relationship or an adoption.
void Staleness::look_at_others_again(const Record& record, const Record* before) {
    if (before && record.type == RecordType::professional) recording_.mark_asked(record.key());
    for (const Record* one : {&record, before}) {
        if (!one) continue;
        if (one->type == RecordType::entry)
            if (const auto print = print_of_entry(*one)) prints_.mark(*print);
        const char* const other = one->type == RecordType::relationship ? "other"
                                  : one->type == RecordType::person     ? "adopted_from"
                                                                        : nullptr;
        if (other && one->value(other)) recording_.mark(*one->value(other));
    }
}

void Staleness::changed(const Record& record, const Record* before) {
    look_at_everybody(record, before);
    for (const Record* one : {&record, before}) {
        if (!one) continue;
        switch (one->type) {
            case RecordType::person:
                concern(one->key(), true);
                touch(one->key());
                concern(one->value("adopted_from").value_or(""), true);
                rejoin(*one);
                break;
            case RecordType::relationship:
                concern(*one->value("person"), true);
                touch(*one->value("person"));
                concern(one->value("other").value_or(""), true);
                rejoin(*one);
                break;
            case RecordType::involvement:
                concern(*one->value("person"), true);
                touch(*one->value("person"));
                break;
            case RecordType::entry:
                concern_owner(*one);
                break;
            case RecordType::document:
                touch_owner(*one);
                break;
            case RecordType::disclosure:
                touch(*one->value("person"));
                break;
            case RecordType::hold:
                concern_scope(*one);
                break;
            case RecordType::access_request:
            case RecordType::deletion_request:
                concern(*one->value("person"), false);  // it holds the person's records by itself
                break;
            default:
                break;
        }
    }
    if (something_checked_) look_at_others_again(record, before);
    // What an entry says is said of the documents beside it too. A new one has none yet.
    if (before && record.type == RecordType::entry && somebody_asks_) access_.mark_sharers_of(record.key());
    // A joined record speaks for the whole human being: whoever read any of its records read this one too.
    if (before && record.type == RecordType::person) rejoined_.insert(record.key());
}

void Staleness::finish() {
    for (const std::string& person : rejoined_)
        for (const std::string& record : records_.rejoin_same_person(person)) {
            concern(record, true);
            if (somebody_asks_) access_.mark_if_open(record);
            if (something_checked_) recording_.mark(record);
        }
    if (somebody_asks_ && everybody_is_asked_again_) access_.mark_all_open();
    if (nobody_decided_) decisions_.mark_everybody();
}

}  // namespace casekeeper
