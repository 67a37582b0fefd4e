// SPDX-License-Identifier: MIT
#include "custody/access_reviewer.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/json_read.h"
#include "custody/people_known.h"
#include "custody/release_reader.h"
#include "custody/requester.h"
#include "domain/bundle_line.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr const char* place_rule = "protected-place";
constexpr int records_a_page = 500;

// The reasons of withholding as they were decided in answers that were sent.
struct Earlier {
    std::string request;
    AccessItem item;
};

}  // namespace

// Every protected place in the store, and where else they are somebody's home.
class AccessReviewer::Places {
public:
    explicit Places(Database& database) {
        for (const Record& person : RecordStore(database).people_with_protected_places())
            for (ProtectedPlace& place : protected_places_of(person)) places_.push_back(std::move(place));
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
          people_(records_, file, access_.asks(request.key())) {
        read_scope();
        read_earlier();
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
        for (const AccessItem& item : result_.items)
            digest_.update(item.item + "|" + item.rule + "|" + item.about + "|" + item.proposal + "\n");
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

    // What was sent to the person themselves before, and what was withheld then.
    void read_earlier() {
        for (const PersonFacts& person : file_.people)
            for (const AccessCase& one : access_.of_person(person.id)) {
                if (one.request == request_.key() || !one.dispatched_on) continue;
                if (!result_.earlier || *one.dispatched_on > latest_) {
                    result_.earlier = one.request;
                    latest_ = *one.dispatched_on;
                }
                for (const AccessPart& part : access_.parts(one.request)) {
                    known_parts_.insert(part.item);
                    if (part.outcome == "shown" && was_for_oneself(one.request))
                        shown_before_.emplace(part.item, one.request + ", sent on " + *one.dispatched_on);
                }
                for (const AccessItem& item : access_.items(one.request))
                    if (item.is_withheld()) earlier_.push_back({one.request, item});
            }
    }

    bool was_for_oneself(const std::string& request) {
        const auto record = records_.find(RecordType::access_request, request);
        return record && capacity_of(*record) == Capacity::self;
    }

    bool is_in_scope(const InvolvementFacts& involvement) const {
        return all_services_ || services_.contains(involvement.service_index);
    }

    bool is_in_days(const std::string& day) const {
        return (from_.empty() || day >= from_) && (to_.empty() || day <= to_);
    }

    void add_part(const std::string& item, const std::string& line) {
        result_.parts.push_back(item);
        if (!known_parts_.contains(item)) result_.new_parts.push_back(item);
        const std::string content = sha256_of(line);
        result_.contents.emplace(item, content);
        digest_.update(item + " " + content + "\n");
    }

    void propose(const PartFacts& facts) {
        for (Proposal& one : proposals_for(rules_, catalogue_, facts, reader_.reader))
            add({one.item, one.rule, one.about, one.proposal, one.why});
    }

    void add(AccessItem item) {
        const auto earlier = std::find_if(earlier_.begin(), earlier_.end(), [&](const Earlier& one) {
            return one.item.item == item.item && one.item.rule == item.rule && one.item.about == item.about;
        });
        if (earlier != earlier_.end()) item.why += "; it was withheld in the answer to " + earlier->request;
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
        PartFacts facts;
        facts.item = item;
        facts.kind = "person";
        for (const Record& relationship : people_.relationships()) {
            if (relationship.value("person") != id) continue;
            facts.third_parties.push_back(people_.of(key_of_other(relationship), ""));
        }
        propose(facts);
        look_for_places(item, texts_of(*person, {"addresses", "contacts", "communication_needs"}));
    }

    void take(const InvolvementFacts& involvement) {
        std::map<std::string, PartFacts> entries;
        for (const Record& entry : records_.of_involvement(RecordType::entry, involvement.id)) {
            const std::string day = to_text(local_day(*entry.value("occurred_at")).value_or(Date{}));
            if (is_written_by_product(entry) || !is_in_days(day)) continue;
            entries.emplace(entry.key(), take_entry(entry, involvement));
        }
        for (const Record& document : records_.of_involvement(RecordType::document, involvement.id))
            if (const auto entry = entries.find(*document.value("entry")); entry != entries.end())
                take_document(document, entry->second);
    }

    PartFacts take_entry(const Record& entry, const InvolvementFacts& involvement) {
        const std::string item = "entry:" + entry.key();
        add_part(item, to_bundle_line(entry));
        PartFacts facts = facts_of(entry, involvement);
        propose(facts);
        look_for_places(
            item, texts_of(entry, {"account", "decision", "reason", "subject_words", "decided_by", "present",
                                   "addressed_to", "provided_by", "mentions", "remarks"}));
        return facts;
    }

    PartFacts facts_of(const Record& entry, const InvolvementFacts& involvement) {
        PartFacts facts;
        facts.item = "entry:" + entry.key();
        facts.kind = *entry.value("kind");
        facts.topic = entry.value("topic").value_or("");
        facts.service = involvement.service;
        facts.classification = entry.value("classification").value_or("");
        facts.flags = json_texts(entry.value("flags").value_or("[]"));
        if (const auto& author = entry.value("author"))
            facts.author_kind = people_.of("professional:" + *author, "").professional_kind;
        read_provider(entry.value("provided_by").value_or("{}"), facts);
        read_third_parties(entry, facts);
        read_knowledge(entry, facts);
        return facts;
    }

    void read_provider(const std::string& provider, PartFacts& facts) {
        facts.in_confidence = json_value_at(provider, "in_confidence") == "true";
        std::string key;
        if (const std::string person = json_text_at(provider, "person"); !person.empty())
            key = "person:" + person;
        else if (const std::string worker = json_text_at(provider, "professional"); !worker.empty())
            key = "professional:" + worker;
        else if (const std::string name = json_text_at(provider, "name"); !name.empty())
            key = people_.key_of_name(name);
        if (key.empty()) return;
        ThirdParty one = people_.of(key, json_text_at(provider, "relation"));
        one.is_source = true;
        facts.provided_by_subject = one.is_subject;
        facts.provider_kind = one.professional_kind;
        if (const std::string consent = json_text_at(provider, "consent"); one.consent.empty())
            one.consent = consent;
        add_third_party(std::move(one), facts);
    }

    void read_third_parties(const Record& entry, PartFacts& facts) {
        const std::string mentions = "{\"list\":" + entry.value("mentions").value_or("[]") + "}";
        for (const std::string& mention : json_items_at(mentions, "list")) {
            const std::string person = json_text_at(mention, "person");
            const std::string name = json_text_at(mention, "name");
            add_third_party(people_.of(person.empty() ? people_.key_of_name(name) : "person:" + person,
                                       json_text_at(mention, "relation")),
                            facts);
        }
        if (const auto& author = entry.value("author"))
            add_third_party(people_.of("professional:" + *author, ""), facts);
        for (const std::string& present : json_texts(entry.value("present").value_or("[]")))
            add_third_party(people_.of(key_of_present(present), ""), facts);
    }

    // Those present are written as ids or as names.
    std::string key_of_present(const std::string& text) {
        if (text.starts_with("person:") || text.starts_with("professional:")) return text;
        if (records_.has_professional(text)) return "professional:" + text;
        if (records_.has_person(text)) return "person:" + text;
        return people_.key_of_name(text);
    }

    static void add_third_party(ThirdParty one, PartFacts& facts) {
        if (one.key.empty() || one.key == "name:") return;
        const auto there = std::find_if(facts.third_parties.begin(), facts.third_parties.end(),
                                        [&](const ThirdParty& other) { return other.key == one.key; });
        if (there == facts.third_parties.end())
            facts.third_parties.push_back(std::move(one));
        else
            there->is_source = there->is_source || one.is_source;
    }

    // Art 15 withholds nothing that somebody has already: it was written to them, or shown before.
    void read_knowledge(const Record& entry, PartFacts& facts) {
        for (const std::string& addressee : json_texts(entry.value("addressed_to").value_or("[]")))
            if (people_.of(key_of_present(addressee), "").is_subject) {
                facts.known_to_subject = true;
                facts.known_because = "it was addressed to them";
            }
        read_shown(facts);
        if (!reader_.asks_for_oneself) {
            facts.known_to_subject = false;
            facts.known_because.clear();
        }
    }

    void read_shown(PartFacts& facts) const {
        if (const auto shown = shown_before_.find(facts.item); shown != shown_before_.end()) {
            facts.known_to_subject = true;
            facts.known_because = "it was shown in the answer to " + shown->second;
        }
    }

    void take_document(const Record& document, PartFacts facts) {
        facts.item = "document:" + document.key();
        add_part(facts.item, to_bundle_line(document));
        facts.has_text = false;          // what it says is for human eyes
        facts.known_to_subject = false;  // a letter that was sent says nothing of what lay beside it
        facts.known_because.clear();
        if (reader_.asks_for_oneself) read_shown(facts);
        propose(facts);
        look_for_places(facts.item,
                        {document.value("title").value_or(""), document.value("file").value_or("")});
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
        add_part(item, to_bundle_line(disclosure));
        look_for_places(item, texts_of(disclosure, {"recipient", "information", "reasons", "risk_assessment",
                                                    "authorised_by", "lawful_basis", "consent", "method"}));
    }

    void take_materials() {
        for (const AccessMaterial& material : access_.materials(request_.key())) {
            PartFacts facts;
            facts.item = "material:" + std::to_string(material.number);
            facts.kind = "material";
            facts.has_text = false;
            add_part(facts.item, material.sha256 + material.title);
            propose(facts);
            look_for_places(facts.item, {material.title, material.place});
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
        for (const Earlier& one : earlier_) {
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
    std::string from_;
    std::string to_;
    std::set<int> services_;
    bool all_services_ = true;
    std::string latest_;
    std::set<std::string> known_parts_;
    std::map<std::string, std::string> shown_before_;
    std::vector<Earlier> earlier_;
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
