// SPDX-License-Identifier: MIT
#include "disclosure/disclosure_weighing.h"

#include <algorithm>

#include "base/among.h"
#include "base/errors.h"
#include "base/json_read.h"
#include "custody/contested_items.h"
#include "custody/part_texts.h"
#include "custody/people_known.h"
#include "custody/restricted_records.h"
#include "disclosure/given_parts.h"
#include "disclosure/old_facts.h"
#include "domain/remark.h"
#include "policy/did_you_mean.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view person_prefix = "person:";
// What leaves, or stands on the envelope. Reasons and risks stay here.
constexpr const char* fields_that_leave[] = {"recipient", "information", "method", "conditions"};

}  // namespace

DisclosureWeighing::DisclosureWeighing(Database& database, const ReleaseRules& rules,
                                       const ServiceCatalogue& catalogue, const ReviewTools& tools)
    : database_(database), rules_(rules), catalogue_(catalogue), tools_(tools) {}

StoredPlaces& DisclosureWeighing::places() try {
    if (!places_) places_ = std::make_unique<StoredPlaces>(database_);
    return *places_;
} catch (const UnreadablePlaces& places) {
    throw InputError("what is stored of the places of person " + places.person +
                         " cannot be read, and nothing can be searched for them",
                     "load that person again: casekeeper import bundle PATH");
}

// One disclosure, as it is weighed.
class DisclosureWeighing::Weighing {
public:
    Weighing(DisclosureWeighing& its, const Record& disclosure, std::string despite_restriction, Date day,
             GivenParts::What what)
        : its_(its),
          records_(its.database_),
          disclosure_(disclosure),
          person_(*disclosure.value("person")),
          day_(day),
          facts_{disclosure, {}, 0, std::move(despite_restriction), {}, {}},
          file_(file_of_person()),
          given_(records_, disclosure, file_, what) {}

    WeighedDisclosure run() {
        read_services();
        result_.missing = missing_in(disclosure_);
        if (disclosure_.value("outcome") != "shared") return std::move(result_);
        count_restricted();
        set_reader();
        people_.emplace(its_.database_, records_, file_, std::vector<AccessAsk>());
        texts_.emplace(records_, *people_);
        contested_ = contested_items(its_.database_, person_, day_);
        look_in_fields();
        look_at_parts();
        say_what_is_old();
        for (const std::string& key : its_.places().beyond_search(named_))
            result_.warnings.push_back("a protected place of this record cannot be searched for (" + key +
                                       "): look for it in what is sent");
        result_.stops = stops_of(facts_, its_.rules_, its_.catalogue_);
        return std::move(result_);
    }

private:
    CaseFile file_of_person() {
        std::optional<CaseFile> file = FactStore(its_.database_).file_of(person_);
        if (!file || !records_.has_person(person_))
            throw InputError("there is no person " + in_quotes(person_) + " in the store",
                             "casekeeper retention list --format json shows everybody's id");
        return std::move(*file);
    }

    void read_services() {
        for (const InvolvementFacts& one : file_.involvements)
            if (given_.involvements().contains(one.id) && !is_among(facts_.services, one.service))
                facts_.services.push_back(one.service);
    }

    void count_restricted() {
        for (const std::string& person : given_.owners())
            for (const std::string& item : restricted_records(its_.database_, day_, person).items)
                if (given_.touches(item)) ++facts_.restricted;
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
        for (const PersonFacts& one : file_.people) named_.insert(one.id);
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

    // All that is given, each with what stands beside it.
    void look_at_parts() {
        given_.each([&](const std::string& item, const Record& part) {
            for (const PartText& text : texts_->of(part))
                if (gives_away(text.text)) say_place(item);
            if (part.type == RecordType::document) look_into(item, part);
            if (part.type == RecordType::involvement) return;
            const std::string& of = part.type == RecordType::entry ? part.key() : *part.value("entry");
            if (const auto entry = records_.find(RecordType::entry, of)) look_at_marks(item, *entry);
        });
        for (const std::string& id :
             given_.is_words_of_nothing() ? std::set<std::string>() : given_.involvements())
            if (const auto involvement = records_.find(RecordType::involvement, id);
                involvement && is_disputed(*involvement))
                say_disputed("involvement:" + id, *involvement);
    }

    // What is marked on an entry holds for the documents beside it too.
    void look_at_marks(const std::string& item, const Record& entry) {
        const Texts flags = json_texts(entry.value("flags").value_or("[]"));
        if (is_among(flags, "protected-place") && !may_have_places_) say_place(item);
        const std::string provider = entry.value("provided_by").value_or("{}");
        if (json_value_at(provider, "in_confidence") == "true" ||
            json_text_at(provider, "consent") == "refused")
            facts_.in_confidence.push_back(item);
        say_dispute(item, entry);
    }

    void look_into(const std::string& item, const Record& document) {
        const DocumentWords words =
            its_.tools_.documents ? its_.tools_.documents(*document.value("sha256")) : DocumentWords{};
        if (gives_away(words.text)) say_place(item);
        if (!words.is_read)
            result_.warnings.push_back(
                item + " was not read to its end by any program: look through it for places and names");
    }

    void say_what_is_old() {
        for (std::string& fact :
             old_facts(records_, disclosure_, file_,
                       given_.is_words_of_nothing() ? std::set<std::string>() : given_.involvements(),
                       its_.rules_.stale(), day_))
            result_.caveats.push_back(std::move(fact));
    }

    void say_place(const std::string& item) {
        if (!is_among(facts_.places_in, item)) facts_.places_in.push_back(item);
    }

    // With both views: the recipient is told what is said against it too.
    void say_dispute(const std::string& item, const Record& entry) {
        if (is_disputed(entry)) return say_disputed(item, entry);
        const std::string by = contested_by(contested_, item, entry.key(), *entry.value("involvement"));
        if (!by.empty())
            result_.caveats.push_back(item + " is contested (" + by +
                                      "), and it is not settled what is right");
    }

    void say_disputed(const std::string& item, const Record& of) {
        result_.caveats.push_back(item + " is disputed: " +
                                  (other_views_of(of).empty()
                                       ? "the other view is not written down here, and is asked for"
                                       : "what stands beside it is given with it"));
    }

    DisclosureWeighing& its_;
    RecordStore records_;
    const Record& disclosure_;
    const std::string person_;
    const Date day_;
    DisclosureFacts facts_;
    const CaseFile file_;
    GivenParts given_;
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
    return Weighing(*this, disclosure, despite_restriction, day, GivenParts::What::is_given).run();
}

WeighedDisclosure DisclosureWeighing::weigh_again(const Record& disclosure,
                                                  const std::string& despite_restriction, Date day) {
    return Weighing(*this, disclosure, despite_restriction, day, GivenParts::What::was_given).run();
}

}  // namespace casekeeper
