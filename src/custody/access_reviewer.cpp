// SPDX-License-Identifier: MIT
#include "custody/access_reviewer.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/json_read.h"
#include "custody/earlier_answers.h"
#include "custody/part_facts_reader.h"
#include "custody/part_texts.h"
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

std::vector<std::string> workers_of(AccessStore& access, const CaseFile& file) {
    std::vector<std::string> workers;
    for (const PersonFacts& person : file.people)
        for (std::string& worker : access.workers_of(person.id)) workers.push_back(std::move(worker));
    return workers;
}

// One request, as its parts are gathered.
class PartsOfFile {
public:
    // Keys of protected places: those that a text gives away, and those of some people that cannot be searched.
    struct PlaceKeys {
        std::function<std::vector<std::string>(std::string_view)> given_away;
        std::function<std::vector<std::string>(const std::set<std::string>&)> beyond_search;
    };

    PartsOfFile(Database& database, const ReleaseRules& rules, const ServiceCatalogue& catalogue,
                const ReviewTools& tools, const Record& request, const CaseFile& file, Date day,
                PlaceKeys places)
        : database_(database),
          tools_(tools),
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
          texts_(records_, people_),
          names_(records_, file, people_, workers_of(access_, file), tools.names),
          earlier_(access_, records_, request.key(), file) {
        result_.earlier = earlier_.latest();
        read_scope();
    }

    AccessReview gather() {
        for (const PersonFacts& person : file_.people) take_person(person.id);
        for (const InvolvementFacts& involvement : file_.involvements) {
            if (is_in_scope(involvement))
                take(involvement);
            else
                leave_out(involvement.id);
        }
        take_disclosures();
        take_materials();
        leave_to_a_person();
        judge_again();
        for (const std::string& document : also_left_out_)
            if (!result_.contents.contains("document:" + document)) ++result_.left_out["document"];
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

    // All of an involvement that was not asked for.
    void leave_out(const std::string& involvement) {
        ++result_.left_out["involvement"];
        for (const auto& [type, name] :
             {std::pair{RecordType::entry, "entry"}, {RecordType::document, "document"}})
            result_.left_out[name] += records_.number_of_involvement(type, involvement);
        for (const Record& document : records_.documents_also_in(involvement))
            if (is_of_another(document)) also_left_out_.insert(document.key());
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
        for (ReleaseProposal& one : proposals_for(rules_, catalogue_, facts, reader_.reader))
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

    // Whom the words of a part name, where its record does not say so.
    void find_names(const std::vector<PartText>& texts, PartFacts& facts) const {
        for (const PartText& text : texts) {
            if (!text.key.empty()) PartFactsReader::add(people_.of(text.key, ""), facts);
            for (const NamedSpan& named : names_.in(text.text))
                for (const std::string& key : named.whom)
                    if (!own_things_.contains(key)) PartFactsReader::add(people_.of(key, ""), facts);
        }
    }

    void look_for_places(const std::string& item, const std::vector<PartText>& texts) {
        std::set<std::string> found;
        for (const PartText& text : texts)
            for (std::string& key : places_.given_away(text.text)) found.insert(std::move(key));
        for (const std::string& key : found)
            if (!proposed_.contains({item, place_rule, key}))
                add({item, place_rule, key, "withhold",
                     "its words give away a place that is protected from whoever asked"});
    }

    void take_person(const std::string& id) {
        const std::optional<Record> person = records_.find(RecordType::person, id);
        if (!person) return;
        add_part("person:" + id, to_bundle_line(*person));
        PartFacts facts = facts_.of_person(id);
        const std::vector<PartText> texts = texts_.of(*person);
        // Where they live and how they are reached is theirs, wherever it is written.
        for (const PartText& text : texts)
            for (const NamedSpan& named : names_.in(text.text))
                for (const std::string& key : named.whom)
                    if (is_thing(key)) own_things_.insert(key);
        find_names(texts, facts);
        propose(facts);
        look_for_places(facts.item, texts);
    }

    void take(const InvolvementFacts& involvement) {
        if (is_in_days(involvement))
            take_row(involvement.id);
        else
            ++result_.left_out["involvement"];
        records_.each_of_involvement(RecordType::entry, involvement.id, [&](const Record& entry) {
            if (is_in_days(entry) && !is_written_by_product(entry))
                take_entry(entry, involvement.service);
            else
                ++result_.left_out["entry"];
        });
        records_.each_of_involvement(RecordType::document, involvement.id, [&](const Record& document) {
            const Record entry = records_.find(RecordType::entry, *document.value("entry")).value();
            if (is_in_days(entry))
                take_document(document, facts_.of_entry(entry, involvement.service));
            else
                ++result_.left_out["document"];
        });
        for (const Record& document : records_.documents_also_in(involvement.id)) {
            const Record entry = records_.find(RecordType::entry, *document.value("entry")).value();
            if (is_in_days(entry))
                take_document(document, facts_of_entry_elsewhere(entry));
            else if (is_of_another(document))
                also_left_out_.insert(document.key());
        }
    }

    // Does it lie with an entry of somebody else's record?
    bool is_of_another(const Record& document) {
        const auto involvement = records_.involvement_of_entry(*document.value("entry"));
        return std::none_of(file_.involvements.begin(), file_.involvements.end(),
                            [&](const InvolvementFacts& own) { return own.id == involvement; });
    }

    void take_part(PartFacts facts, const std::vector<PartText>& texts, const std::string& line) {
        const std::string content = add_part(facts.item, line);
        find_names(texts, facts);
        propose_of_a_part(facts, content);
        look_for_places(facts.item, texts);
    }

    void take_row(const std::string& id) {
        const Record involvement = records_.find(RecordType::involvement, id).value();
        take_part(facts_.of_involvement(involvement), texts_.of(involvement), to_bundle_line(involvement));
    }

    void take_entry(const Record& entry, const std::string& service) {
        std::vector<PartText> texts = texts_.of(entry);
        // Who is mentioned is written beside the words, and printed nowhere.
        for (std::string& text : json_texts_within(entry.value("mentions").value_or("[]")))
            texts.push_back({"mentions", std::move(text)});
        take_part(facts_.of_entry(entry, service), texts, to_bundle_line(entry));
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

    // `of_entry`: as its record says it, without what its words name: the document says other words.
    void take_document(const Record& document, const PartFacts& of_entry) {
        const std::string item = "document:" + document.key();
        if (result_.contents.contains(item)) return;  // it lies in two of the person's involvements
        std::vector<PartText> texts = texts_.of(document);
        PartFacts facts = PartFactsReader::of_document(document, of_entry);
        for (const std::string& involvement : json_texts(document.value("also_in").value_or("[]")))
            facts.further_services.push_back(service_of(involvement));
        read_words(document.value("sha256").value_or(""), texts, facts);
        take_part(facts, texts, to_bundle_line(document));
    }

    void read_words(const std::string& sha256, std::vector<PartText>& texts, PartFacts& facts) const {
        if (!tools_.documents || sha256.empty()) return;
        DocumentWords words = tools_.documents(sha256);
        facts.has_text = words.is_read;
        if (!words.text.empty()) texts.push_back({"text", std::move(words.text)});
    }

    void take_disclosures() {
        for (const PersonFacts& person : file_.people)
            for (auto page = records_.page(RecordType::disclosure, "", records_a_page, person.id);
                 !page.empty();
                 page = records_.page(RecordType::disclosure, page.back().first, records_a_page, person.id))
                for (const auto& [id, disclosure] : page) {
                    if (is_in_days(*disclosure.value("decided_on")))
                        take_part(facts_.of_disclosure(disclosure), texts_.of(disclosure),
                                  to_bundle_line(disclosure));
                    else
                        ++result_.left_out["disclosure"];
                }
    }

    void take_materials() {
        std::vector<std::string> records;
        for (const PersonFacts& person : file_.people) records.push_back(person.id);
        for (const auto& [item, material] : materials_of(access_, request_.key(), records)) {
            PartFacts facts = PartFactsReader::of_material(item);
            std::vector<PartText> texts = texts_.of(material);
            read_words(material.sha256, texts, facts);
            take_part(facts, texts, material.sha256 + material.title);
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
    const ReviewTools& tools_;
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
    PartTexts texts_;
    const NamesInFile names_;
    std::map<std::string, OtherOwner> others_;  // of documents that also lie in the person's record
    const EarlierAnswers earlier_;
    std::string from_;
    std::string to_;
    std::set<int> services_;
    bool all_services_ = true;
    std::set<std::tuple<std::string, std::string, std::string>> proposed_;
    std::set<std::string> also_left_out_;
    std::set<std::string> own_things_;  // keys
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

PlaceReader place_reader(Database& database, const ReleaseReader& reader) {
    return reader_at_home(database, reader.reader.capacity, reader.theirs);
}

}  // namespace

AccessReviewer::AccessReviewer(Database& database, const ReleaseRules& rules,
                               const ServiceCatalogue& catalogue, ReviewTools tools)
    : database_(database), rules_(rules), catalogue_(catalogue), tools_(std::move(tools)) {}

AccessReviewer::~AccessReviewer() = default;

StoredPlaces& AccessReviewer::places() {
    if (!places_) places_ = std::make_unique<StoredPlaces>(database_);
    return *places_;
}

AccessReview AccessReviewer::review(const Record& request, Date day) {
    const CaseFile file = file_of(database_, request, catalogue_);
    const PlaceReader reader = place_reader(database_, reader_of(database_, request, file, day));
    return PartsOfFile(database_, rules_, catalogue_, tools_, request, file, day,
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

std::vector<TextSpan> AccessReviewer::where_given_away(std::string_view text,
                                                       const std::vector<std::string>& keys) {
    return places().where(text, keys);
}

std::unique_ptr<NamesInFile> AccessReviewer::names_of(const Record& request, const CaseFile& file) {
    RecordStore records(database_);
    AccessStore access(database_);
    const PeopleKnown people(database_, records, file, access.asks(request.key()));
    return std::make_unique<NamesInFile>(records, file, people, workers_of(access, file), tools_.names);
}

}  // namespace casekeeper
