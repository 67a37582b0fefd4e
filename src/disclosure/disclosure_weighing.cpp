// SPDX-License-Identifier: MIT
#include "disclosure/disclosure_weighing.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/contested_items.h"
#include "custody/part_texts.h"
#include "custody/people_known.h"
#include "custody/restricted_records.h"
#include "disclosure/old_facts.h"
#include "domain/remark.h"
#include "policy/did_you_mean.h"
#include "store/fact_store.h"
#include "store/item_place.h"

namespace casekeeper {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view person_prefix = "person:";
// What leaves, or stands on the envelope. Reasons and risks stay here.
constexpr const char* fields_that_leave[] = {"recipient", "information", "method", "conditions"};

bool is_among(const Texts& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

Texts items_of(const Record& disclosure) {
    return json_texts(disclosure.value("items").value_or("[]"));
}

}  // namespace

DisclosureWeighing::DisclosureWeighing(Database& database, const ReleaseRules& rules,
                                       const ServiceCatalogue& catalogue, const ReviewTools& tools)
    : database_(database), rules_(rules), catalogue_(catalogue), tools_(tools) {}

StoredPlaces& DisclosureWeighing::places() {
    if (!places_) places_ = std::make_unique<StoredPlaces>(database_);
    return *places_;
}

// One disclosure, as it is weighed.
class DisclosureWeighing::Weighing {
public:
    enum class What { is_given, was_given };
    Weighing(DisclosureWeighing& its, const Record& disclosure, std::string despite_restriction, Date day,
             What what)
        : its_(its),
          records_(its.database_),
          disclosure_(disclosure),
          person_(*disclosure.value("person")),
          day_(day),
          what_(what),
          facts_{disclosure, {}, 0, std::move(despite_restriction), {}, {}} {}

    WeighedDisclosure run() {
        read_person();
        read_places_of_items();
        read_services();
        result_.missing = missing_in(disclosure_);
        if (disclosure_.value("outcome") != "shared") return std::move(result_);
        count_restricted();
        set_reader();
        people_.emplace(its_.database_, records_, file_, std::vector<AccessAsk>());
        texts_.emplace(records_, *people_);
        contested_ = contested_items(its_.database_, person_, day_);
        look_in_fields();
        for (const std::string& item : items_of(disclosure_)) look_at(item);
        for (std::string& fact :
             old_facts(records_, disclosure_, file_, involvements_, its_.rules_.stale(), day_))
            result_.caveats.push_back(std::move(fact));
        for (const std::string& key : its_.places().beyond_search(named_))
            result_.warnings.push_back("a protected place of this record cannot be searched for (" + key +
                                       "): look for it in what is sent");
        result_.stops = stops_of(facts_, its_.rules_, its_.catalogue_, day_);
        return std::move(result_);
    }

private:
    void read_person() {
        const std::optional<CaseFile> file = FactStore(its_.database_).file_of(person_);
        if (!file || !records_.has_person(person_))
            throw InputError("there is no person " + in_quotes(person_) + " in the store",
                             "casekeeper retention list --format json shows everybody's id");
        file_ = *file;
        for (const PersonFacts& one : file_.people) own_.push_back(one.id);
    }

    // Where what is named lies: in this person's record.
    void read_places_of_items() {
        if (const auto& involvement = disclosure_.value("involvement")) take_involvement(*involvement);
        for (const std::string& item : items_of(disclosure_)) {
            if (!is_typed_item(item) && what_ == What::was_given) continue;
            if (!is_typed_item(item))
                throw UsageError(in_quotes(item) + " names no involvement, entry or document",
                                 "say which it is, e.g. --items entry:E7,document:D2");
            const std::optional<ItemPlace> place = place_of_item(records_, item);
            if (!place && what_ == What::was_given) continue;
            if (!place)
                throw InputError("there is no " + item + " in the store",
                                 "casekeeper explain " + person_ + " shows what there is of this person");
            require_own(item, place->person);
            places_.emplace(item, *place);
            if (!disclosure_.value("involvement")) involvements_.insert(place->involvement);
            if (disclosure_.value("involvement") && place->involvement != *disclosure_.value("involvement"))
                throw InputError(item + " does not lie in involvement " + *disclosure_.value("involvement"),
                                 "leave --involvement out, or name what lies in it");
        }
    }

    void take_involvement(const std::string& id) {
        const auto owner = records_.owner_of_involvement(id);
        if (!owner)
            throw InputError("there is no involvement " + in_quotes(id) + " in the store",
                             "casekeeper explain " + person_ + " shows what there is of this person");
        require_own("involvement " + id, owner->person);
        involvements_.insert(id);
    }

    void require_own(const std::string& what, const std::string& owner) const {
        if (!is_among(own_, owner))
            throw InputError(what + " is in another person's record",
                             "each disclosure is about one person: record one for each");
    }

    void read_services() {
        for (const InvolvementFacts& one : file_.involvements)
            if ((involvements_.empty() || involvements_.contains(one.id)) &&
                !is_among(facts_.services, one.service))
                facts_.services.push_back(one.service);
    }

    void count_restricted() {
        for (const std::string& person : own_)
            for (const std::string& item : restricted_records(its_.database_, day_, person).items)
                if (is_part_of_it(item)) ++facts_.restricted;
    }

    // Is something restricted that is given, or that it lies in?
    bool is_part_of_it(const std::string& restricted) {
        if (involvements_.empty()) return true;
        const std::optional<ItemPlace> place = place_of_item(records_, restricted);
        if (!place) return true;  // the whole person
        if (!involvements_.contains(place->involvement)) return false;
        if (places_.empty() || place->type == RecordType::involvement) return true;
        return std::any_of(places_.begin(), places_.end(), [&](const auto& one) {
            const ItemPlace& given = one.second;
            return one.first == restricted || given.type == RecordType::involvement ||
                   (place->type == RecordType::entry && given.entry == place->id) ||
                   (given.type == RecordType::entry && place->entry == given.id);
        });
    }

    // Somebody who is in the store may have their own place, and no other.
    void set_reader() {
        const std::string recipient = disclosure_.value("recipient").value_or("");
        if (recipient.starts_with(person_prefix)) {
            const std::string id = recipient.substr(person_prefix.size());
            if (!records_.has_person(id))
                throw InputError("there is no " + in_quotes(recipient) + " in the store",
                                 "name the recipient in words, or by an id that is there");
            reader_ =
                reader_at_home(its_.database_, Capacity::self, FactStore(its_.database_).records_of(id));
            return;
        }
        const RecipientKinds& kinds = its_.rules_.recipients();
        const RecipientKind* kind = kind_of_recipient(disclosure_, kinds);
        may_have_places_ = kind && kind->may_have_protected_places;
        // Whatever is said of it: who is called like another kind has what that one may have.
        for (const RecipientKind* one : kinds.recognised_in(recipient))
            may_have_places_ = may_have_places_ && one->may_have_protected_places;
    }

    bool gives_away(std::string_view text) {
        if (may_have_places_ || text.empty()) return false;
        const auto found = its_.places().found_in(text, reader_, day_);
        return std::any_of(found.begin(), found.end(), [&](const ProtectedPlace* place) {
            return place->kind != "place" || named_.contains(place->person);
        });
    }

    void look_in_fields() {
        name_people();
        for (const char* field : fields_that_leave)
            if (gives_away(disclosure_.value(field).value_or(""))) facts_.places_in.emplace_back(field);
    }

    // Everybody whom the record names by an id.
    void name_people() {
        named_.insert(own_.begin(), own_.end());
        for (const Record& one : people_->relationships()) {
            named_.insert(*one.value("person"));
            if (one.value("other")) named_.insert(*one.value("other"));
        }
        for (const InvolvementFacts& one : file_.involvements) {
            for (const auto& [role, person] : one.roles) named_.insert(person);
            records_.each_of_involvement(RecordType::entry, one.id, [&](const Record& entry) {
                const std::string mentions = "{\"list\":" + entry.value("mentions").value_or("[]") + "}";
                for (const std::string& mention : json_items_at(mentions, "list"))
                    named_.insert(json_text_at(mention, "person"));
                named_.insert(json_text_at(entry.value("provided_by").value_or("{}"), "person"));
            });
        }
        named_.erase("");
    }

    void look_at(const std::string& item) {
        const auto found = places_.find(item);
        if (found == places_.end()) return;
        const ItemPlace& place = found->second;
        if (place.type == RecordType::entry)
            return look_at_entry(*records_.find(RecordType::entry, place.id));
        if (place.type == RecordType::document)
            return look_at_document(*records_.find(RecordType::document, place.id), place);
        for (const PartText& text : texts_->of(*records_.find(RecordType::involvement, place.id)))
            if (gives_away(text.text)) say_place(item);
        records_.each_of_involvement(RecordType::entry, place.id,
                                     [&](const Record& entry) { look_at_entry(entry); });
        records_.each_of_involvement(RecordType::document, place.id, [&](const Record& document) {
            look_at_document(document, *place_of_item(records_, "document:" + document.key()));
        });
    }

    void look_at_entry(const Record& entry) {
        const std::string item = "entry:" + entry.key();
        const Texts flags = json_texts(entry.value("flags").value_or("[]"));
        if (is_among(flags, "protected-place") && !may_have_places_) say_place(item);
        for (const PartText& text : texts_->of(entry))
            if (gives_away(text.text)) say_place(item);
        const std::string provider = entry.value("provided_by").value_or("{}");
        if (json_value_at(provider, "in_confidence") == "true" ||
            json_text_at(provider, "consent") == "refused")
            if (!is_among(facts_.in_confidence, item)) facts_.in_confidence.push_back(item);
        say_dispute(item, entry, entry.key());
    }

    void look_at_document(const Record& document, const ItemPlace& place) {
        const std::string item = "document:" + document.key();
        for (const PartText& text : texts_->of(document))
            if (gives_away(text.text)) say_place(item);
        const DocumentWords words =
            its_.tools_.documents ? its_.tools_.documents(*document.value("sha256")) : DocumentWords{};
        if (gives_away(words.text)) say_place(item);
        if (!words.is_read)
            result_.warnings.push_back(
                item + " was not read to its end by any program: look through it for places and names");
        if (const auto entry = records_.find(RecordType::entry, place.entry))
            say_dispute(item, *entry, place.entry);
    }

    void say_place(const std::string& item) {
        if (!is_among(facts_.places_in, item)) facts_.places_in.push_back(item);
    }

    // With both views: the recipient is told what is said against it too.
    void say_dispute(const std::string& item, const Record& entry, const std::string& entry_id) {
        if (is_disputed(entry)) {
            const bool has_view = !remarks_of(entry).empty();
            result_.caveats.push_back(item + " is disputed: " +
                                      (has_view
                                           ? "what stands beside it is given with it"
                                           : "the other view is not written down here, and is asked for"));
            return;
        }
        const std::string by = contested_by(contested_, item, entry_id, *entry.value("involvement"));
        if (!by.empty())
            result_.caveats.push_back(item + " is contested (" + by +
                                      "), and it is not settled what is right");
    }

    DisclosureWeighing& its_;
    RecordStore records_;
    const Record& disclosure_;
    const std::string person_;
    const Date day_;
    const What what_;
    DisclosureFacts facts_;
    CaseFile file_;
    Texts own_;
    std::set<std::string> involvements_;       // empty: it is not said which
    std::map<std::string, ItemPlace> places_;  // of the items
    std::set<std::string> named_;
    std::map<std::string, std::string> contested_;
    bool may_have_places_ = false;
    PlaceReader reader_;
    std::optional<PeopleKnown> people_;
    std::optional<PartTexts> texts_;
    WeighedDisclosure result_;
};

WeighedDisclosure DisclosureWeighing::weigh(const Record& disclosure, const std::string& despite_restriction,
                                            Date day) {
    return Weighing(*this, disclosure, despite_restriction, day, Weighing::What::is_given).run();
}

WeighedDisclosure DisclosureWeighing::weigh_again(const Record& disclosure,
                                                  const std::string& despite_restriction, Date day) {
    return Weighing(*this, disclosure, despite_restriction, day, Weighing::What::was_given).run();
}

}  // namespace casekeeper
