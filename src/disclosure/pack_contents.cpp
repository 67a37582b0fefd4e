// SPDX-License-Identifier: MIT
#include "disclosure/pack_contents.h"

#include <algorithm>

#include "base/json_read.h"
#include "base/name_words.h"
#include "custody/contested_items.h"
#include "disclosure/access_moves.h"
#include "disclosure/release_obstacles.h"
#include "store/fact_store.h"

namespace casekeeper {

PackContents::PackContents(const PackGround& ground, const std::string& request)
    : ground_(ground), database_(ground.database), records_(ground.database), cases_(ground.database) {
    read_case(request);
    const AccessReview reviewed = review();
    is_again_ = reviewed.earlier.has_value();
    parts_ = parts_in_order(records_, reviewed.parts, materials_);
    people_.emplace(database_, records_, file_, cases_.asks(request));
    texts_.emplace(records_, *people_);
    texts_->mark_what_is_old(ground_.rules.stale(), ground_.act.day, [this](const std::string& involvement) {
        return FactStore(database_).entry_days(involvement, ground_.act.day).last_entry_on;
    });
    contested_ = contested_items(database_, one_.person, ground_.act.day);
    std::vector<std::string> order;
    order.reserve(parts_.size());
    for (const PackPart& part : parts_) order.push_back(part.item);
    ledger_.emplace(order, items_, ground_.rules, known_people(), reader_in_words());
    mark_duplicates(parts_, [&](const PackPart& part) { return ledger_->of(part.item).empty(); });
    set_recorded_names();
    beside_.emplace(*ledger_, items_, names(), places_given_away(), places(),
                    [this](const std::string& written) { return texts_->key_of(written); });
    facts_ = pack_facts(ground_, file_, parts_, *ledger_, cases_.events(request), reader_->reader);
    sums_ = sums_of(parts_, *ledger_, reviewed.left_out);
}

void PackContents::read_case(const std::string& request) {
    const auto found = cases_.find(request);
    if (!found)
        throw InputError("there is no access request \"" + request + "\"",
                         "casekeeper access list shows them");
    one_ = *found;
    const AccessState state = state_of(one_);
    if (state != AccessState::decided && state != AccessState::signed_off)
        throw Refused("access request " + request + " is " + one_.state +
                          ": a pack is made when everything is decided, before it is signed and sent",
                      next_command(one_));
    request_ = records_.find(RecordType::access_request, request).value();
    file_ = FactStore(database_).file_of(one_.person).value();
    for (InvolvementFacts& involvement : file_.involvements)
        involvement.service_index = ground_.in_force.catalogue.find(involvement.service).value_or(-1);
    reader_.emplace(reader_of(database_, request_, file_, ground_.act.day));
    items_ = cases_.items(request);
    for (const PersonFacts& person : file_.people) human_.push_back(person.id);
    materials_ = materials_of(cases_, request, human_);
    names_ = ground_.reviewer.names_of(request_, file_);
}

// As the file stands now; nothing in the way.
AccessReview PackContents::review() {
    AccessReview reviewed = ground_.reviewer.review(request_, ground_.act.day);
    const std::vector<Obstacle> obstacles =
        obstacles_now(database_, ground_.rules, reviewed, one_, ReleaseStage::decide, ground_.act.day);
    require_files(reviewed.parts);
    if (!obstacles.empty())
        throw PackHindered("access request " + one_.request + ": " + obstacles.front().what,
                           hint_of_error(obstacles.front(), one_.request));
    return reviewed;
}

// Of what no program reads, a picture, the file itself is shown: the part is named where it is gone.
void PackContents::require_files(const std::vector<std::string>& parts) {
    if (!ground_.tools.has_document) return;
    std::vector<std::string> with_files;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(with_files), [](const std::string& item) {
        return item.starts_with("document:") || item.starts_with("material:");
    });
    for (const PackPart& part : parts_in_order(records_, with_files, materials_))
        if (!part.sha256.empty() && !ground_.tools.has_document(part.sha256) &&
            !ground_.reviewer.words_of(part.sha256).is_read)
            throw PackHindered(
                part.item + " of access request " + one_.request +
                    ": its file is not among the stored documents",
                "bring it back from a back-up, then: casekeeper access assemble " + one_.request);
}

// Of whom anything is kept back, whatever they are called: so that no name that only the record has slips by.
void PackContents::set_recorded_names() {
    std::set<std::string> own;
    for (const std::string& id : human_)
        for (const std::string& name : texts_->names_of("person:" + id))
            for (const std::string& word : name_words(name)) own.insert(word);
    recorded_.emplace(ground_.reviewer.knowledge(), std::move(own));
    std::set<std::string> keys;
    for (const LedgerLine& line : ledger_->lines()) keys.insert(line.item.about);
    for (const std::string& key : keys)
        for (const std::string& name : texts_->names_of(key)) recorded_->add(key, name);
}

std::map<std::string, KeptBack> PackContents::known_people() {
    std::map<std::string, KeptBack> all;
    for (const AccessItem& item : items_) {
        if (item.about.empty()) continue;
        if (!all.contains(item.about)) {
            const ThirdParty party = people_->of(item.about, "");
            all[item.about] = {item.about, party.relation, party.professional_kind, false};
        }
        if (item.is_withheld() && gave(item)) all[item.about].is_source = true;
    }
    return all;
}

// Is it kept back of what they gave themselves? Then what they are is not told anywhere.
bool PackContents::gave(const AccessItem& item) {
    if (!item.item.starts_with("entry:")) return false;
    const auto entry = records_.find(RecordType::entry, item.item.substr(std::string("entry:").size()));
    if (!entry) return false;
    for (const PartText& text : texts_->of(*entry))
        if (text.field == "provided_by" && text.key == item.about) return true;
    return false;
}

StandIns::Reader PackContents::reader_in_words() const {
    const Capacity capacity = reader_->reader.capacity;
    if (capacity == Capacity::self || capacity == Capacity::representative)
        return StandIns::Reader::the_person;
    return reader_->reader.subject_is_child ? StandIns::Reader::of_a_child : StandIns::Reader::of_an_adult;
}

std::string PackContents::name_of_reader() const {
    if (const std::string name = json_text_at(request_.value("requester").value_or("{}"), "name");
        !name.empty())
        return name;
    return reader_->asks_for_oneself ? texts_->name_of("person:" + one_.person) : "";
}

std::vector<std::string> PackContents::differences_from_store() {
    return differences(sums_, cases_.rows_of_file(human_));
}

NameSearch PackContents::names() const {
    NameSearch search = [this](std::string_view text) { return names_->in(text); };
    if (ground_.tools.names) search = ground_.tools.names(std::move(search));
    return [this, search = std::move(search)](std::string_view text) {
        std::vector<NamedSpan> all = search(text);
        for (NamedSpan& one : recorded_->in(text)) all.push_back(std::move(one));
        return all;
    };
}

PackProof::PlacesGivenAway PackContents::places_given_away() const {
    return [this](std::string_view text) {
        return ground_.reviewer.given_away(request_, text, ground_.act.day);
    };
}

PlaceFinder PackContents::places() const {
    PlaceFinder finder = [this](std::string_view text, const std::vector<std::string>& keys) {
        return ground_.reviewer.where_given_away(text, keys);
    };
    return ground_.tools.places ? ground_.tools.places(std::move(finder)) : finder;
}

DocumentReader PackContents::document_reader() const {
    return [this](const std::string& sha256) {
        DocumentShown shown = ground_.tools.documents(sha256);
        if (shown.text != ground_.reviewer.words_of(sha256).text)
            throw Refused(
                "a document is read otherwise than when it was reviewed (" + sha256.substr(0, 12) + ")",
                again());
        return shown;
    };
}

void PackContents::each_text(const Take& take) {
    for (const PackPart& part : parts_) {
        for (const PartText& text : stored_texts(part)) take(part.item, text);
        if (part.sha256.empty() || part.is_duplicate) continue;
        if (const DocumentWords words = ground_.reviewer.words_of(part.sha256); !words.text.empty())
            take(part.item, PartText{"text", words.text});
    }
    for (const Record& relationship : people_->relationships())
        for (const PartText& text : texts_->of(relationship))
            take("person:" + *relationship.value("person"), text);
    for (const WorkerSeen& worker : facts_.workers)
        take("workers", PartText{"author", texts_->name_of(worker.key), worker.key});
}

std::vector<PartText> PackContents::stored_texts(const PackPart& part) {
    if (part.type() == "material") {
        for (const MaterialPart& one : materials_)
            if (one.item == part.item) return texts_->of(one.material);
        return {};
    }
    const auto record = records_.find(find_format(part.type())->type, part.id());
    return record ? texts_->of(*record) : std::vector<PartText>();
}

std::string PackContents::again() const {
    return "nothing was kept of it; casekeeper access assemble " + one_.request + ", again";
}

}  // namespace casekeeper
