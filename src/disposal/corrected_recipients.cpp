// SPDX-License-Identifier: MIT
#include "disposal/corrected_recipients.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "custody/restricted_records.h"
#include "domain/remark.h"
#include "output/printable.h"
#include "policy/did_you_mean.h"
#include "store/disclosure_store.h"
#include "store/fact_store.h"
#include "store/item_place.h"
#include "store/move_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int disclosures_a_page = 500;
constexpr int people_a_page = 500;

struct Change {
    RecordChange change;
    std::string involvement;      // empty: of the person's own row
    std::string entry = {};       // that it is, or lies with; empty: of all of the involvement
    std::string there_from = {};  // ISO; empty: nobody can say
};

// What was shared of one person's record, by the parts that were given, so that whoever was given one is found
// without asking all.
class Shared {
public:
    Shared(Database& database, RecordStore& records, const std::string& person)
        : records_(records), moves_(database) {
        for (auto page = records.page(RecordType::disclosure, "", disclosures_a_page, person); !page.empty();
             page = records.page(RecordType::disclosure, page.back().first, disclosures_a_page, person))
            for (auto& [id, one] : page)
                if (one.value("outcome") == "shared") add(std::move(one));
    }

    // Each that may have given it, once.
    template <typename Take>
    void each_given(const Change& change, const Take& take) const {
        if (change.involvement.empty()) {
            for (const Record& one : all_) take(one);
            return;
        }
        std::set<std::size_t> found;
        // Named or not: what was not said to be of one involvement may be of any that was there by then.
        const auto add_from = [&](const Index& index, const std::string& key, bool is_named) {
            const auto [first, last] = index.equal_range(key);
            for (auto at = first; at != last; ++at)
                if (is_named || *all_[at->second].value("decided_on") >= change.there_from)
                    found.insert(at->second);
        };
        add_from(unknown_, "", false);
        add_from(whole_, change.involvement, change.entry.empty());
        if (change.entry.empty())
            add_from(of_involvement_, change.involvement, true);
        else
            add_from(of_entry_, change.entry, true);
        for (const std::size_t one : found) take(all_[one]);
    }

private:
    using Index = std::multimap<std::string, std::size_t>;

    void add(Record&& disclosure) {
        const std::size_t at = all_.size();
        all_.push_back(std::move(disclosure));
        const Record& one = all_.back();
        const auto involvement = one.value("involvement");
        const auto without_parts = [&] {
            involvement ? whole_.emplace(*involvement, at) : unknown_.emplace("", at);
        };
        if (!one.value("items")) return without_parts();
        for (const std::string& item : json_texts(*one.value("items"))) {
            const auto place = place_of_item(records_, item);
            if (!place)
                without_parts();  // words alone, or it has ended: nobody can say any more
            else if (place->type == RecordType::involvement)
                whole_.emplace(place->id, at);
            else
                add_part(*place, at);
        }
    }

    void add_part(const ItemPlace& place, std::size_t at) {
        of_entry_.emplace(place.entry, at);
        of_involvement_.emplace(place.involvement, at);
        // It was given as if it were of the record that it was moved out of.
        for (const EntryMove& move : moves_.of_entry(place.entry))
            if (move.moved_on) of_involvement_.emplace(move.from_involvement, at);
        if (place.type != RecordType::document) return;
        for (const std::string& one : records_.further_involvements_of_document(place.id))
            of_involvement_.emplace(one, at);
    }

    RecordStore& records_;
    MoveStore moves_;
    std::vector<Record> all_;
    Index unknown_;         // under ""
    Index whole_;           // by involvement: all that was in it
    Index of_involvement_;  // parts of it
    Index of_entry_;        // the entry, or a document with it
};

class ToTell {
public:
    ToTell(Database& database, std::optional<Date> since)
        : database_(database), records_(database), since_(since ? to_text(*since) : "") {}

    // Of one person's own record, with what of it is restricted.
    void take_record(const std::string& person, const RestrictedRecords& restricted) {
        person_ = person;
        read_changes(restricted);
        if (!changes_.empty()) find_recipients();
        changes_.clear();
    }

    std::vector<RecipientToTell> all() {
        std::vector<RecipientToTell> all;
        for (auto& [id, one] : found_) all.push_back(finished(std::move(one)));
        std::stable_sort(all.begin(), all.end(), [](const RecipientToTell& a, const RecipientToTell& b) {
            return *a.disclosure.value("decided_on") < *b.disclosure.value("decided_on");
        });
        return all;
    }

private:
    void read_changes(const RestrictedRecords& restricted) {
        const std::vector<ChangedPart> parts = DisclosureStore(database_).changed_parts(person_);
        corrected_.clear();
        for (const ChangedPart& part : parts)
            if (!part.corrected_on.empty()) corrected_.insert(part.item);
        for (const ChangedPart& part : parts) {
            if (!part.corrected_on.empty()) add(part, "correction", part.corrected_on);
            if (part.item.starts_with("entry:")) read_beside(part, RecordType::entry);
            if (part.item.starts_with("involvement:")) read_beside(part, RecordType::involvement);
        }
        for (std::size_t at = 0; at < restricted.items.size(); ++at) {
            const auto place = place_of_item(records_, restricted.items[at]);
            add({restricted.items[at], place ? place->involvement : "", ""}, "restriction",
                to_text(restricted.since[at]));
        }
    }

    void read_beside(const ChangedPart& part, RecordType type) {
        const auto record = records_.find(type, part.item.substr(part.item.find(':') + 1));
        if (!record) return;
        const std::vector<Remark> remarks = remarks_of(*record);
        for (const Remark& remark : remarks)
            if (remark.kind == "move") {
                // Whoever was given a record that had another's entry in it has it wrong.
                if (type == RecordType::involvement) add(part, "correction", remark.on);
            } else if (remark.kind != "objection") {
                add(part, remark.kind == "correction" ? "correction" : "dispute", remark.on);
            }
        if (other_views_of(*record).empty() && is_disputed(*record)) add(part, "dispute", "");
    }

    void add(const ChangedPart& part, const std::string& what, const std::string& on) {
        if (!since_.empty() && !on.empty() && on < since_) return;
        Change change{{part.item, what, on}, part.involvement};
        if (const auto place = place_of_item(records_, part.item)) {
            change.entry = place->entry;
            change.there_from = there_from(*place);
        }
        changes_.push_back(std::move(change));
    }

    // The day of an entry, or the day on which an involvement was opened, as it was before too; empty where a load
    // may have written another one.
    std::string there_from(const ItemPlace& place) {
        const bool is_entry = !place.entry.empty();
        if (corrected_.contains(is_entry ? "entry:" + place.entry : "involvement:" + place.id)) return "";
        if (!is_entry) {
            const auto involvement = records_.find(RecordType::involvement, place.id);
            return involvement ? *involvement->value("opened") : "";
        }
        const auto entry = records_.find(RecordType::entry, place.entry);
        const auto day = entry ? local_day(*entry->value("occurred_at")) : std::nullopt;
        return day ? to_text(*day) : "";
    }

    void find_recipients() {
        const Shared shared(database_, records_, person_);
        for (const Change& change : changes_)
            shared.each_given(change, [&](const Record& one) { take(one, change.change); });
    }

    // Was it given before it changed?
    void take(const Record& disclosure, const RecordChange& change) {
        if (!change.on.empty() && *disclosure.value("decided_on") > change.on) return;
        RecipientToTell& one = found_[disclosure.key()];
        if (one.changes.empty()) one.disclosure = disclosure;
        if (std::find(one.changes.begin(), one.changes.end(), change) == one.changes.end())
            one.changes.push_back(change);
    }

    static RecipientToTell finished(RecipientToTell one) {
        const auto key = [](const RecordChange& change) {
            return std::tie(change.on, change.item, change.what);
        };
        std::sort(one.changes.begin(), one.changes.end(),
                  [&](const RecordChange& a, const RecordChange& b) { return key(a) < key(b); });
        one.changes.erase(std::unique(one.changes.begin(), one.changes.end()), one.changes.end());
        std::map<std::string, std::string> last_told;  // by what
        const std::string told = one.disclosure.value("told").value_or("[]");
        for (const std::string& word : json_items_at("{\"all\":" + told + "}", "all")) {
            std::string& on = last_told[json_text_at(word, "of")];
            on = std::max(on, json_text_at(word, "on"));
        }
        for (const RecordChange& change : one.changes) {
            const std::string& on = last_told[change.what];
            if (on.empty() || on < change.on) {
                one.told_on.clear();
                return one;
            }
            one.told_on = std::max(one.told_on, on);
        }
        return one;
    }

    Database& database_;
    RecordStore records_;
    const std::string since_;
    std::string person_;
    std::vector<Change> changes_;
    std::set<std::string> corrected_;  // by a load
    std::map<std::string, RecipientToTell> found_;
};

// What is restricted of everybody's record, by whose it is.
std::map<std::string, RestrictedRecords> restricted_by_person(Database& database, Date day) {
    RecordStore records(database);
    std::map<std::string, RestrictedRecords> by_person;
    const RestrictedRecords all = restricted_records(database, day);
    for (std::size_t at = 0; at < all.items.size(); ++at) {
        const std::string& item = all.items[at];
        const auto place = place_of_item(records, item);
        RestrictedRecords& theirs = by_person[place ? place->person : item.substr(item.find(':') + 1)];
        theirs.items.push_back(item);
        theirs.since.push_back(all.since[at]);
    }
    return by_person;
}

}  // namespace

std::vector<RecipientToTell> recipients_to_tell(Database& database, const std::string& person,
                                                std::optional<Date> since, Date day) {
    if (!RecordStore(database).has_person(person))
        throw InputError("there is no person " + in_quotes(person) + " in the store",
                         "casekeeper retention list --format json shows everybody's id");
    ToTell to_tell(database, since);
    for (const std::string& one : FactStore(database).records_of(person))
        to_tell.take_record(one, restricted_records(database, day, one));
    return to_tell.all();
}

long long recipients_not_told(Database& database, Date day) {
    std::map<std::string, RestrictedRecords> restricted = restricted_by_person(database, day);
    long long not_told = 0;
    const auto count = [&](const std::string& person, const RestrictedRecords& theirs) {
        ToTell to_tell(database, std::nullopt);
        to_tell.take_record(person, theirs);
        for (const RecipientToTell& one : to_tell.all())
            if (one.told_on.empty()) ++not_told;
    };
    DisclosureStore store(database);
    for (std::string after;;) {
        const std::vector<std::string> people = store.people_with_changes(after, people_a_page);
        if (people.empty()) break;
        for (const std::string& person : people) {
            const auto theirs = restricted.extract(person);
            count(person, theirs ? theirs.mapped() : RestrictedRecords{});
        }
        after = people.back();
    }
    for (const auto& [person, theirs] : restricted) count(person, theirs);
    return not_told;
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
    return one.disclosure.key() + "\t" + *one.disclosure.value("decided_on") + "\t" + printable(whom) + "\t" +
           changes + "\t" + (one.told_on.empty() ? "to be told" : "told on " + one.told_on);
}

}  // namespace casekeeper
