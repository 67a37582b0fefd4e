// SPDX-License-Identifier: MIT
#include "disposal/corrected_recipients.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "custody/restricted_records.h"
#include "disposal/earlier_recipients.h"
#include "domain/remark.h"
#include "policy/did_you_mean.h"
#include "store/disclosure_store.h"
#include "store/fact_store.h"
#include "store/item_place.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int disclosures_a_page = 500;
constexpr std::string_view person_prefix = "person:";

struct Change {
    RecordChange change;
    std::string involvement;  // empty: of the person's own row
};

class ToTell {
public:
    ToTell(Database& database, const ScheduleInForce& in_force, std::optional<Date> since, Date day)
        : database_(database),
          in_force_(in_force),
          records_(database),
          since_(since ? to_text(*since) : ""),
          day_(day) {}

    std::vector<RecipientToTell> run(const std::string& person) {
        for (const std::string& one : FactStore(database_).records_of(person)) {
            person_ = one;
            read_changes();
            for (const Change& change : changes_) find_recipients(change);
            changes_.clear();
        }
        std::vector<RecipientToTell> all;
        for (auto& [id, one] : found_) all.push_back(finished(std::move(one)));
        std::stable_sort(all.begin(), all.end(), [](const RecipientToTell& a, const RecipientToTell& b) {
            return *a.disclosure.value("decided_on") < *b.disclosure.value("decided_on");
        });
        return all;
    }

private:
    void read_changes() {
        for (const ChangedPart& part : DisclosureStore(database_).changed_parts(person_)) {
            if (!part.corrected_on.empty()) add(part, "correction", part.corrected_on);
            if (part.item.starts_with("entry:")) read_beside(part, RecordType::entry);
            if (part.item.starts_with("involvement:")) read_beside(part, RecordType::involvement);
        }
        const RestrictedRecords restricted = restricted_records(database_, day_, person_);
        std::string from;
        for (const std::string& id : restricted.restrictions)
            if (const auto hold = records_.find(RecordType::hold, id))
                from = from.empty() ? *hold->value("from") : std::min(from, *hold->value("from"));
        for (const std::string& item : restricted.items) {
            const auto place = place_of_item(records_, item);
            add({item, place ? place->involvement : "", ""}, "restriction", from);
        }
    }

    void read_beside(const ChangedPart& part, RecordType type) {
        const auto record = records_.find(type, part.item.substr(part.item.find(':') + 1));
        if (!record) return;
        const std::vector<Remark> remarks = remarks_of(*record);
        for (const Remark& remark : remarks)
            if (remark.kind != "objection")
                add(part, remark.kind == "correction" ? "correction" : "dispute", remark.on);
        if (remarks.empty() && is_disputed(*record)) add(part, "dispute", "");
    }

    void add(const ChangedPart& part, const std::string& what, const std::string& on) {
        if (!since_.empty() && on < since_) return;
        changes_.push_back({{part.item, what, on}, part.involvement});
    }

    void find_recipients(const Change& change) {
        if (change.involvement.empty()) {
            each_shared([&](const Record& one) { take(one, change.change); });
            return;
        }
        DeletionItem item;
        item.item = change.change.item;
        item.involvement = change.involvement;
        if (const auto owner = records_.owner_of_involvement(change.involvement))
            item.service = owner->service;
        const std::vector<RequestPart> parts = parts_of_request(database_, in_force_, {item}, day_);
        for (const EarlierRecipient& recipient : earlier_recipients(database_, person_, parts))
            for (const Record& one : recipient.disclosures) take(one, change.change);
    }

    template <typename Take>
    void each_shared(const Take& take_one) {
        for (auto page = records_.page(RecordType::disclosure, "", disclosures_a_page, person_);
             !page.empty();
             page = records_.page(RecordType::disclosure, page.back().first, disclosures_a_page, person_))
            for (const auto& [id, one] : page)
                if (one.value("outcome") == "shared") take_one(one);
    }

    // Was it given before it changed, as far as it is said what was given?
    void take(const Record& disclosure, const RecordChange& change) {
        if (!change.on.empty() && *disclosure.value("decided_on") > change.on) return;
        if (!was_given(disclosure, change.item)) return;
        RecipientToTell& one = found_[disclosure.key()];
        one.disclosure = disclosure;
        if (std::find(one.changes.begin(), one.changes.end(), change) == one.changes.end())
            one.changes.push_back(change);
    }

    bool was_given(const Record& disclosure, const std::string& item) {
        if (!disclosure.value("items") || item.starts_with(person_prefix)) return true;
        const auto changed = place_of_item(records_, item);
        for (const std::string& given : json_texts(*disclosure.value("items"))) {
            if (given == item || !changed) return true;
            const auto place = place_of_item(records_, given);
            if (!place) return true;  // it has ended: nobody can say any more
            if (place->involvement != changed->involvement) continue;
            if (place->type == RecordType::involvement || changed->type == RecordType::involvement)
                return true;
            if (place->entry == changed->entry) return true;
        }
        return false;
    }

    static RecipientToTell finished(RecipientToTell one) {
        std::sort(one.changes.begin(), one.changes.end(), [](const RecordChange& a, const RecordChange& b) {
            return std::tie(a.on, a.item, a.what) < std::tie(b.on, b.item, b.what);
        });
        const std::string told = one.disclosure.value("told").value_or("[]");
        for (const RecordChange& change : one.changes) {
            std::string on;
            for (const std::string& word : json_items_at("{\"all\":" + told + "}", "all"))
                if (json_text_at(word, "of") == change.what && json_text_at(word, "on") >= change.on)
                    on = std::max(on, json_text_at(word, "on"));
            if (on.empty()) {
                one.told_on.clear();
                return one;
            }
            one.told_on = std::max(one.told_on, on);
        }
        return one;
    }

    Database& database_;
    const ScheduleInForce& in_force_;
    RecordStore records_;
    const std::string since_;
    const Date day_;
    std::string person_;
    std::vector<Change> changes_;
    std::map<std::string, RecipientToTell> found_;
};

}  // namespace

std::vector<RecipientToTell> recipients_to_tell(Database& database, const ScheduleInForce& in_force,
                                                const std::string& person, std::optional<Date> since,
                                                Date day) {
    if (!RecordStore(database).has_person(person))
        throw InputError("there is no person " + in_quotes(person) + " in the store",
                         "casekeeper retention list --format json shows everybody's id");
    return ToTell(database, in_force, since, day).run(person);
}

std::string to_json(const RecipientToTell& one) {
    std::vector<std::string> changes;
    for (const RecordChange& change : one.changes) {
        JsonObject json;
        json.text("item", change.item).text("what", change.what);
        json.text_or_null("on", change.on.empty() ? std::nullopt : std::optional(change.on));
        changes.push_back(json.json());
    }
    return JsonObject()
        .text("disclosure", one.disclosure.key())
        .text("person", *one.disclosure.value("person"))
        .text_or_null("recipient", one.disclosure.value("recipient"))
        .text_or_null("recipient_kind", one.disclosure.value("recipient_kind"))
        .text("decided_on", *one.disclosure.value("decided_on"))
        .raw("changes", json_list_of(changes))
        .text_or_null("told_on", one.told_on.empty() ? std::nullopt : std::optional(one.told_on))
        .json();
}

std::string in_words(const RecipientToTell& one) {
    std::string changes;
    for (const RecordChange& change : one.changes)
        changes += (changes.empty() ? "" : "; ") + change.what + " of " + change.item +
                   (change.on.empty() ? "" : " on " + change.on);
    const std::string whom = one.disclosure.value("recipient").value_or("it is not written with whom");
    return one.disclosure.key() + "\t" + *one.disclosure.value("decided_on") + "\t" + whom + "\t" + changes +
           "\t" + (one.told_on.empty() ? "to be told" : "told on " + one.told_on);
}

}  // namespace casekeeper
