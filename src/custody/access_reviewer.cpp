// SPDX-License-Identifier: MIT
#include "custody/access_reviewer.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/json_read.h"
#include "custody/earlier_answers.h"
#include "custody/part_facts_reader.h"
#include "custody/people_known.h"
#include "custody/release_reader.h"
#include "custody/request_materials.h"
#include "domain/bundle_line.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr const char* place_rule = "protected-place";
constexpr int records_a_page = 500;

}  // namespace

// Every protected place in the store, and where else they are somebody's home.
class AccessReviewer::Places {
public:
    explicit Places(Database& database) {
        for (const Record& person : RecordStore(database).people_with_protected_places()) add(person);
        search_ = std::make_unique<PlaceSearch>(places_);
    }

    // Keys of those of some people for which nothing can be searched.
    std::vector<std::string> beyond_search(const std::set<std::string>& people) const {
        std::vector<std::string> keys;
        for (const std::size_t place : search_->beyond_search())
            if (people.contains(places_[place].person)) keys.push_back(places_[place].key);
        return keys;
    }

    // Keys of those that a text gives away to a reader who may not learn them.
    std::vector<std::string> given_away(std::string_view text, const PlaceReader& reader, Date day) const {
        std::vector<std::string> keys;
        for (const std::size_t found : search_->found_in(text))
            if (!may_be_shown_to(places_[found], reader, day)) keys.push_back(places_[found].key);
        return keys;
    }

private:
    void add(const Record& person) {
        try {
            for (ProtectedPlace& place : protected_places_of(person)) places_.push_back(std::move(place));
        } catch (const std::invalid_argument&) {  // what it says may be somebody's words
            throw UnreadablePlaces(person.key());
        }
    }

    std::vector<ProtectedPlace> places_;
    std::unique_ptr<PlaceSearch> search_;
};

namespace {

// One request, as its parts are gathered.
class PartsOfFile {
public:
    // Keys of protected places: those that a text gives away, and those of some people that cannot be searched.
    struct PlaceKeys {
        std::function<std::vector<std::string>(std::string_view)> given_away;
        std::function<std::vector<std::string>(const std::set<std::string>&)> beyond_search;
    };

    PartsOfFile(Database& database, const ReleaseRules& rules, const ServiceCatalogue& catalogue,
                const Record& request, const CaseFile& file, Date day, PlaceKeys places)
        : database_(database),
          records_(database),
          access_(database),
          rules_(rules),
          catalogue_(catalogue),
          request_(request),
          file_(file),
          reader_(reader_of(database, request, file, day)),
          places_(std::move(places)),
          people_(database, records_, file, access_.asks(request.key())),
          facts_(records_, people_),
          earlier_(access_, records_, request.key(), file) {
        result_.earlier = earlier_.latest();
        read_scope();
    }

    AccessReview gather() {
        for (const PersonFacts& person : file_.people) take_person(person.id);
        for (const InvolvementFacts& involvement : file_.involvements)
            if (is_in_scope(involvement)) take(involvement);
        take_disclosures();
        take_materials();
        leave_to_a_person();
        judge_again();
        std::sort(result_.items.begin(), result_.items.end(), before);
        std::sort(result_.parts.begin(), result_.parts.end());
        std::sort(result_.new_parts.begin(), result_.new_parts.end());
        result_.consents = people_.words_of_consent();
        for (const AccessItem& item : result_.items)
            digest_.update(item.item + "|" + item.rule + "|" + item.about + "|" + item.proposal + "\n");
        for (const auto& [key, word] : result_.consents) digest_.update(key + "|" + word + "\n");
        result_.digest = digest_.hex();
        return std::move(result_);
    }

private:
    static bool before(const AccessItem& a, const AccessItem& b) {
        return std::tie(a.item, a.rule, a.about) < std::tie(b.item, b.rule, b.about);
    }

    void read_scope() {
        const std::string scope = request_.value("scope").value_or("{}");
        from_ = json_text_at(scope, "from");
        to_ = json_text_at(scope, "to");
        for (const std::string& service : json_texts_at(scope, "services"))
            for (const int index : catalogue_.matching(service)) services_.insert(index);
        all_services_ = json_texts_at(scope, "services").empty();
    }

    bool is_in_scope(const InvolvementFacts& involvement) const {
        return all_services_ || services_.contains(involvement.service_index);
    }

    bool is_in_days(const std::string& day) const {
        return (from_.empty() || day >= from_) && (to_.empty() || day <= to_);
    }

    // What the product wrote only holds documents that came from elsewhere, of no known day.
    bool is_in_days(const Record& entry) const {
        return is_written_by_product(entry) ||
               is_in_days(to_text(local_day(*entry.value("occurred_at")).value_or(Date{})));
    }

    // Was it open on any of them?
    bool is_in_days(const InvolvementFacts& involvement) const {
        return (to_.empty() || to_text(involvement.opened) <= to_) &&
               (from_.empty() || !involvement.closed || to_text(*involvement.closed) >= from_);
    }

    // A digest of its content.
    std::string add_part(const std::string& item, const std::string& line) {
        result_.parts.push_back(item);
        std::string content = sha256_of(line);
        if (!earlier_.held(item, content)) result_.new_parts.push_back(item);
        result_.contents.emplace(item, content);
        digest_.update(item + " " + content + "\n");
        return content;
    }

    void propose(const PartFacts& facts) {
        for (Proposal& one : proposals_for(rules_, catalogue_, facts, reader_.reader))
            add({one.item, one.rule, one.about, one.proposal, one.why});
    }

    // Art 15 withholds nothing from somebody that they have already; whoever asks for another has seen nothing.
    void propose_of_a_part(PartFacts facts, const std::string& content) {
        if (const std::string shown = earlier_.shown_in(facts.item, content); !shown.empty()) {
            facts.known_to_subject = true;
            facts.known_because = "it was shown in the answer to " + shown;
        }
        if (!reader_.asks_for_oneself) {
            facts.known_to_subject = false;
            facts.known_because.clear();
        }
        propose(facts);
    }

    void add(AccessItem item) {
        if (const EarlierAnswers::Withheld* before = earlier_.withheld_as(item))
            item.why += "; it was withheld in the answer to " + before->request;
        proposed_.emplace(item.item, item.rule, item.about);
        result_.items.push_back(std::move(item));
    }

    void look_for_places(const std::string& item, const std::vector<std::string>& texts) {
        std::set<std::string> found;
        for (const std::string& text : texts)
            for (std::string& key : places_.given_away(text)) found.insert(std::move(key));
        for (const std::string& key : found)
            if (!proposed_.contains({item, place_rule, key}))
                add({item, place_rule, key, "withhold",
                     "its words give away a place that is protected from whoever asked"});
    }

    // What somebody wrote in these fields, a list or an object by its texts.
    static std::vector<std::string> texts_of(const Record& record,
                                             std::initializer_list<std::string_view> fields) {
        std::vector<std::string> texts;
        for (const std::string_view name : fields) {
            const auto& value = record.value(name);
            if (!value) continue;
            const RecordFormat& format = format_of(record.type);
            const FieldKind kind = format.fields[static_cast<std::size_t>(format.position(name))].kind;
            if (kind == FieldKind::text)
                texts.push_back(*value);
            else
                for (std::string& text : json_texts_within(*value)) texts.push_back(std::move(text));
        }
        return texts;
    }

    void take_person(const std::string& id) {
        const std::optional<Record> person = records_.find(RecordType::person, id);
        if (!person) return;
        const std::string item = "person:" + id;
        add_part(item, to_bundle_line(*person));
        propose(facts_.of_person(id));
        look_for_places(item, texts_of(*person, {"addresses", "contacts", "communication_needs"}));
    }

    void take(const InvolvementFacts& involvement) {
        if (is_in_days(involvement)) take_row(involvement.id);
        std::map<std::string, PartFacts> entries;
        for (const Record& entry : records_.of_involvement(RecordType::entry, involvement.id)) {
            if (!is_in_days(entry)) continue;
            entries.emplace(entry.key(), is_written_by_product(entry)
                                             ? facts_.of_entry(entry, involvement.service)
                                             : take_entry(entry, involvement.service));
        }
        for (const Record& document : records_.of_involvement(RecordType::document, involvement.id))
            if (const auto entry = entries.find(*document.value("entry")); entry != entries.end())
                take_document(document, entry->second);
        for (const Record& document : records_.documents_also_in(involvement.id)) {
            const Record entry = records_.find(RecordType::entry, *document.value("entry")).value();
            if (is_in_days(entry)) take_document(document, facts_of_entry_elsewhere(entry));
        }
    }

    void take_row(const std::string& id) {
        const Record involvement = records_.find(RecordType::involvement, id).value();
        const std::string item = "involvement:" + id;
        propose_of_a_part(facts_.of_involvement(involvement), add_part(item, to_bundle_line(involvement)));
        look_for_places(item, texts_of(involvement, {"closure_reason", "team", "system", "attributes",
                                                     "file_reference", "remarks"}));
    }

    PartFacts take_entry(const Record& entry, const std::string& service) {
        const std::string item = "entry:" + entry.key();
        PartFacts facts = facts_.of_entry(entry, service);
        propose_of_a_part(facts, add_part(item, to_bundle_line(entry)));
        look_for_places(
            item, texts_of(entry, {"account", "decision", "reason", "subject_words", "decided_by", "present",
                                   "addressed_to", "provided_by", "mentions", "remarks"}));
        return facts;
    }

    // Of an entry in another involvement: of the person's, or of somebody else's.
    PartFacts facts_of_entry_elsewhere(const Record& entry) {
        const auto owner = records_.owner_of_involvement(*entry.value("involvement")).value();
        const bool is_theirs =
            std::any_of(file_.people.begin(), file_.people.end(),
                        [&](const PersonFacts& person) { return person.id == owner.person; });
        if (is_theirs) return facts_.of_entry(entry, owner.service);
        return PartFactsReader(records_, people_, &other_owner(owner.person)).of_entry(entry, owner.service);
    }

    const OtherOwner& other_owner(const std::string& person) {
        if (const auto known = others_.find(person); known != others_.end()) return known->second;
        const CaseFile file = FactStore(database_).file_of(person).value_or(CaseFile{});
        return others_.emplace(person, OtherOwner{person, PeopleKnown(database_, records_, file, {})})
            .first->second;
    }

    std::string service_of(const std::string& involvement) {
        const auto owner = records_.owner_of_involvement(involvement);
        return owner ? owner->service : std::string();
    }

    void take_document(const Record& document, const PartFacts& of_entry) {
        const std::string item = "document:" + document.key();
        if (result_.contents.contains(item)) return;  // it lies in two of the person's involvements
        PartFacts facts = PartFactsReader::of_document(document, of_entry);
        for (const std::string& involvement : json_texts(document.value("also_in").value_or("[]")))
            facts.further_services.push_back(service_of(involvement));
        propose_of_a_part(std::move(facts), add_part(item, to_bundle_line(document)));
        look_for_places(item, {document.value("title").value_or(""), document.value("file").value_or("")});
    }

    void take_disclosures() {
        for (const PersonFacts& person : file_.people)
            for (auto page = records_.page(RecordType::disclosure, "", records_a_page, person.id);
                 !page.empty();
                 page = records_.page(RecordType::disclosure, page.back().first, records_a_page, person.id))
                for (const auto& [id, disclosure] : page)
                    if (is_in_days(*disclosure.value("decided_on"))) take_disclosure(disclosure);
    }

    void take_disclosure(const Record& disclosure) {
        const std::string item = "disclosure:" + disclosure.key();
        propose_of_a_part(facts_.of_disclosure(disclosure), add_part(item, to_bundle_line(disclosure)));
        look_for_places(item, texts_of(disclosure, {"recipient", "information", "reasons", "risk_assessment",
                                                    "authorised_by", "lawful_basis", "consent", "method"}));
    }

    void take_materials() {
        std::vector<std::string> records;
        for (const PersonFacts& person : file_.people) records.push_back(person.id);
        for (const auto& [item, material] : materials_of(access_, request_.key(), records)) {
            propose_of_a_part(PartFactsReader::of_material(item),
                              add_part(item, material.sha256 + material.title));
            look_for_places(item, {material.title, material.place});
        }
    }

    // Protected places of the person's own and of those they are related to that no search finds.
    void leave_to_a_person() {
        std::set<std::string> people;
        for (const PersonFacts& person : file_.people) people.insert(person.id);
        for (const Record& relationship : people_.relationships())
            if (const auto& other = relationship.value("other")) people.insert(*other);
        for (const std::string& key : places_.beyond_search(people))
            add({"person:" + reader_.person, place_rule, key, "look",
                 "no search finds this protected place: a person looks whether anything gives it away"});
    }

    // What was withheld before and nothing speaks for withholding now: a person judges it again.
    void judge_again() {
        const std::set<std::string> parts(result_.parts.begin(), result_.parts.end());
        for (const EarlierAnswers::Withheld& one : earlier_.withheld()) {
            const auto key = std::tuple(one.item.item, one.item.rule, one.item.about);
            if (!parts.contains(one.item.item) || proposed_.contains(key)) continue;
            add({one.item.item, one.item.rule, one.item.about, "weigh",
                 "nothing recorded speaks for it any more: to be judged again"});
        }
    }

    Database& database_;
    RecordStore records_;
    AccessStore access_;
    const ReleaseRules& rules_;
    const ServiceCatalogue& catalogue_;
    const Record& request_;
    const CaseFile& file_;
    const ReleaseReader reader_;
    const PlaceKeys places_;
    const PeopleKnown people_;
    PartFactsReader facts_;
    std::map<std::string, OtherOwner> others_;  // of documents that also lie in the person's record
    const EarlierAnswers earlier_;
    std::string from_;
    std::string to_;
    std::set<int> services_;
    bool all_services_ = true;
    std::set<std::tuple<std::string, std::string, std::string>> proposed_;
    AccessReview result_;
    Sha256 digest_;
};

CaseFile file_of(Database& database, const Record& request, const ServiceCatalogue& catalogue) {
    std::optional<CaseFile> file = FactStore(database).file_of(*request.value("person"));
    if (!file) return {};
    for (InvolvementFacts& involvement : file->involvements)
        involvement.service_index = catalogue.find(involvement.service).value_or(-1);
    return std::move(*file);
}

// Whoever reads, with every place that their own records say they live at.
PlaceReader place_reader(Database& database, const ReleaseReader& reader) {
    PlaceReader one{reader.reader.capacity, reader.theirs, {}};
    RecordStore records(database);
    for (const std::string& person : reader.theirs)
        if (const auto record = records.find(RecordType::person, person))
            for (ProtectedPlace& place : places_of(*record)) one.places.push_back(std::move(place));
    return one;
}

}  // namespace

AccessReviewer::AccessReviewer(Database& database, const ReleaseRules& rules,
                               const ServiceCatalogue& catalogue)
    : database_(database), rules_(rules), catalogue_(catalogue) {}

AccessReviewer::~AccessReviewer() = default;

AccessReviewer::Places& AccessReviewer::places() {
    if (!places_) places_ = std::make_unique<Places>(database_);
    return *places_;
}

AccessReview AccessReviewer::review(const Record& request, Date day) {
    const CaseFile file = file_of(database_, request, catalogue_);
    const PlaceReader reader = place_reader(database_, reader_of(database_, request, file, day));
    return PartsOfFile(database_, rules_, catalogue_, request, file, day,
                       {[&](std::string_view text) { return places().given_away(text, reader, day); },
                        [&](const std::set<std::string>& people) { return places().beyond_search(people); }})
        .gather();
}

std::vector<std::string> AccessReviewer::given_away(std::string_view text) {
    return places().given_away(text, PlaceReader{}, Date{});
}

std::vector<std::string> AccessReviewer::given_away(const Record& request, std::string_view text, Date day) {
    const CaseFile file = file_of(database_, request, catalogue_);
    return places().given_away(text, place_reader(database_, reader_of(database_, request, file, day)), day);
}

}  // namespace casekeeper
