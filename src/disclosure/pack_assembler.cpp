// SPDX-License-Identifier: MIT
#include "disclosure/pack_assembler.h"

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "base/name_words.h"
#include "custody/erasure_sweeper.h"
#include "custody/letter_head.h"
#include "custody/release_reader.h"
#include "disclosure/access_casework.h"
#include "disclosure/access_moves.h"
#include "disclosure/access_outcome.h"
#include "disclosure/beside_record.h"
#include "disclosure/pack_folders.h"
#include "disclosure/read_whole.h"
#include "output/volumes.h"
#include "policy/recorded_names.h"
#include "store/fact_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

constexpr double normal_points = 10.5;
constexpr double large_points = 18;

StandIns::Reader reader_in_words(const ReleaseReader& reader) {
    const Capacity capacity = reader.reader.capacity;
    if (capacity == Capacity::self || capacity == Capacity::representative)
        return StandIns::Reader::the_person;
    return reader.reader.subject_is_child ? StandIns::Reader::of_a_child : StandIns::Reader::of_an_adult;
}

const char* name_of(Capacity capacity) {
    constexpr const char* names[] = {"self", "parent", "representative", "attorney", "other"};
    return names[static_cast<std::size_t>(capacity)];
}

std::string numbers_of(const std::vector<int>& numbers) {
    return numbers.empty() ? "of no decision" : "note " + numbers_in_words(numbers);
}

std::string json_of(const RowSums& row) {
    return JsonObject()
        .number("shown", row.shown)
        .number("in_part", row.in_part)
        .number("kept_back", row.kept_back)
        .number("duplicate", row.duplicate)
        .number("out_of_scope", row.out_of_scope)
        .json();
}

std::string facts_of(const AssembledPack& pack) {
    std::vector<std::string> files;
    for (const PackFile& file : pack.files)
        files.push_back(JsonObject()
                            .text("name", file.name)
                            .text("sha256", file.sha256)
                            .number("bytes", file.bytes)
                            .number("pages", file.pages)
                            .flag("persons", file.is_persons)
                            .json());
    JsonObject sums;
    for (const auto& [type, row] : pack.sums) sums.raw(type, json_of(row));
    return JsonObject()
        .raw("files", json_list_of(files))
        .raw("sums", sums.json())
        .raw("meter", to_json(pack.meter))
        .json();
}

}  // namespace

std::vector<PackFile> files_of(const StoredPack& pack) {
    std::vector<PackFile> files;
    for (const std::string& file : json_items_at(pack.facts, "files"))
        files.push_back({json_text_at(file, "name"), json_text_at(file, "sha256"),
                         json_number_at(file, "bytes"), json_number_at(file, "pages"),
                         json_value_at(file, "persons") == "true"});
    return files;
}

std::string ending_of(const std::string& format) {
    if (format == "text") return "txt";
    return format == "html" ? "html" : "pdf";
}

// One pack, as it is made.
class PackAssembler::Making {
public:
    Making(PackAssembler& its, const std::string& request, std::function<bool()> is_cancelled)
        : its_(its),
          database_(its.database_),
          records_(its.database_),
          cases_(its.database_),
          is_cancelled_(std::move(is_cancelled)) {
        read(request);
    }

    AssembledPack make(const PackFolder& folder) {
        pack_.made_of = casekeeper::made_of(one_, items_);
        write_copy(folder, Copy::persons);
        require_every_passage();
        write_copy(folder, Copy::office);
        require_sums();
        require_proof(folder);
        return std::move(pack_);
    }

    const AccessCase& one() const { return one_; }
    const ReleaseReader& reader() const { return *reader_; }

private:
    void read(const std::string& request) {
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
            involvement.service_index = its_.in_force_.catalogue.find(involvement.service).value_or(-1);
        reader_.emplace(reader_of(database_, request_, file_, its_.act_.day));
        items_ = cases_.items(request);
        for (const PersonFacts& person : file_.people) human_.push_back(person.id);
        materials_ = materials_of(cases_, request, human_);
        names_ = its_.reviewer_.names_of(request_, file_);
        review_ = its_.reviewer_.review(request_, its_.act_.day);
        const std::vector<Obstacle> obstacles =
            obstacles_now(database_, its_.rules_, review_, one_, ReleaseStage::decide, its_.act_.day);
        require_files();
        if (!obstacles.empty()) {
            throw PackHindered("access request " + request + ": " + obstacles.front().what,
                               hint_of_error(obstacles.front(), request));
        }
        parts_ = parts_in_order(records_, review_.parts, materials_);
        people_.emplace(database_, records_, file_, cases_.asks(request));
        texts_.emplace(records_, *people_);
        std::vector<std::string> order;
        for (const PackPart& part : parts_) order.push_back(part.item);
        ledger_.emplace(order, items_, its_.rules_, known_people(), reader_in_words(*reader_));
        mark_duplicates(parts_, [&](const PackPart& part) { return ledger_->of(part.item).empty(); });
        set_recorded_names();
        beside_.emplace(*ledger_, items_, names(), places_given_away(), places(),
                        [this](const std::string& written) { return texts_->key_of(written); });
        facts_ = pack_facts(database_, its_.register_, its_.in_force_, file_, parts_, *ledger_,
                            cases_.events(request), its_.act_.day);
        pack_.sums = sums_of(parts_, *ledger_, review_.left_out);
    }

    // Of what no program reads, a picture, the file itself is shown: the part is named where it is gone.
    void require_files() {
        if (!its_.tools_.has_document) return;
        for (const PackPart& part : parts_in_order(records_, review_.parts, materials_))
            if (!part.sha256.empty() && !its_.tools_.has_document(part.sha256) &&
                !its_.reviewer_.words_of(part.sha256).is_read)
                throw PackHindered(
                    part.item + " of access request " + one_.request +
                        ": its file is not among the stored documents",
                    "bring it back from a back-up, then: casekeeper access assemble " + one_.request);
    }

    // Of whom anything is kept back, whatever they are called: so that no name that only the record has slips by.
    void set_recorded_names() {
        std::set<std::string> own;
        for (const std::string& id : human_)
            for (const std::string& name : texts_->names_of("person:" + id))
                for (const std::string& word : name_words(name)) own.insert(word);
        recorded_.emplace(its_.reviewer_.knowledge(), std::move(own));
        std::set<std::string> keys;
        for (const LedgerLine& line : ledger_->lines()) keys.insert(line.item.about);
        for (const std::string& key : keys)
            for (const std::string& name : texts_->names_of(key)) recorded_->add(key, name);
    }

    std::map<std::string, KeptBack> known_people() {
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
    bool gave(const AccessItem& item) {
        if (!item.item.starts_with("entry:")) return false;
        const auto entry = records_.find(RecordType::entry, item.item.substr(std::string("entry:").size()));
        if (!entry) return false;
        for (const PartText& text : texts_->of(*entry))
            if (text.field == "provided_by" && text.key == item.about) return true;
        return false;
    }

    std::string format() const { return request_.value("format").value_or("pdf"); }

    void write_copy(const PackFolder& folder, Copy copy) {
        // What is kept of the person's copy was counted; the office's is the same with more.
        Redactor& redactor = copy == Copy::persons ? persons_redactor_.emplace(*ledger_, names(), places())
                                                   : office_redactor_.emplace(*ledger_, names(), places());
        PartPages pages(records_, *texts_, redactor, *ledger_, its_.in_force_.catalogue, materials_,
                        document_reader(), copy);
        const PackTold told{facts_,
                            pack_.sums,
                            *ledger_,
                            reader_of_letters(),
                            its_.settings_.support,
                            review_.earlier.has_value(),
                            name_of_reader(),
                            [&](std::string_view text) { return beside_->may_be_told(text); },
                            [&](std::string_view text) { return beside_->told(text); }};
        const PackSource source{parts_,
                                facts_,
                                pack_.sums,
                                *ledger_,
                                people_->relationships(),
                                told,
                                one_.request,
                                reader_in_words(*reader_) == StandIns::Reader::the_person};
        PackPages book_pages(source, records_, *texts_, pages, redactor, its_.tools_.forms,
                             its_.tools_.glossary, copy);
        // The office reads on screen and prints nothing: an ordinary PDF, whatever the reader asked for.
        const std::string its_format = copy == Copy::persons ? format() : "pdf";
        const std::string stem = copy == Copy::persons ? "persons-copy" : "office-copy";
        std::vector<PackFile> files;
        Volumes book(
            [&](int volume) {
                const std::string name = stem + "-" + std::to_string(volume) + "." + ending_of(its_format);
                files.push_back({name, "", 0, 0, copy == Copy::persons});
                return its_.tools_.open_book(its_format, folder.file(name), face(volume, copy));
            },
            its_.settings_.volume_pages);
        WatchedBook watched(
            book,
            [&](std::string_view text) {
                if (copy == Copy::persons) read_whole_.written(text);
            },
            false);
        book_pages.write(watched, is_cancelled_);
        book.finish();
        if (copy == Copy::persons) without_sign_ = book.without_sign();
        for (std::size_t at = 0; at < files.size(); ++at) {
            files[at].pages = book.pages_of_volumes()[at];
            files[at].sha256 = sha256_of_file(folder.file(files[at].name));
            files[at].bytes = static_cast<long long>(fs::file_size(folder.file(files[at].name)));
            pack_.files.push_back(files[at]);
        }
        if (copy == Copy::persons) pack_.meter = meter_of(redactor.share(), *ledger_);
    }

    AccessReader reader_of_letters() {
        AccessReader reader;
        reader.head = head_of_request(
            database_, its_.settings_.trust, its_.settings_.contact,
            {RecordType::access_request, one_.request, one_.person, one_.received_at}, its_.act_.day);
        reader.is_young = reader.head.for_oneself && reader_->reader.subject_is_child;
        return reader;
    }

    // As whoever asked gave it; of the person themselves as it is recorded.
    std::string name_of_reader() {
        if (const std::string name = json_text_at(request_.value("requester").value_or("{}"), "name");
            !name.empty())
            return name;
        return reader_->asks_for_oneself ? texts_->name_of("person:" + one_.person) : "";
    }

    BookFace face(int volume, Copy copy) const {
        BookFace face;
        face.title = copy == Copy::persons ? "Your record" : "Record, office copy";
        if (volume > 1) face.title += ", volume " + std::to_string(volume);
        face.reference = one_.request + (volume > 1 ? ", volume " + std::to_string(volume) : "");
        face.owner = its_.settings_.trust;
        // Of the day alone: the same pack, made again on that day, has the same bytes.
        face.made_at = to_text(its_.act_.day) + "T00:00:00Z";
        const bool is_large = copy == Copy::persons && format() == "large-print";
        face.point_size = is_large ? large_points : normal_points;
        return face;
    }

    NameSearch names() {
        NameSearch search = [this](std::string_view text) { return names_->in(text); };
        if (its_.tools_.names) search = its_.tools_.names(std::move(search));
        return [this, search = std::move(search)](std::string_view text) {
            std::vector<NamedSpan> all = search(text);
            for (NamedSpan& one : recorded_->in(text)) all.push_back(std::move(one));
            return all;
        };
    }
    PackProof::PlacesGivenAway places_given_away() {
        return [this](std::string_view text) {
            return its_.reviewer_.given_away(request_, text, its_.act_.day);
        };
    }
    PlaceFinder places() {
        PlaceFinder finder = [this](std::string_view text, const std::vector<std::string>& keys) {
            return its_.reviewer_.where_given_away(text, keys);
        };
        return its_.tools_.places ? its_.tools_.places(std::move(finder)) : finder;
    }

    // What is printed is what was looked through when the decisions were made.
    DocumentReader document_reader() {
        return [this](const std::string& sha256, const std::string& media_type) {
            DocumentShown shown = its_.tools_.documents(sha256, media_type);
            if (shown.text != its_.reviewer_.words_of(sha256).text)
                throw Refused(
                    "a document is read otherwise than when it was reviewed (" + sha256.substr(0, 12) + ")",
                    again());
            return shown;
        };
    }

    std::string again() const {
        return "nothing was kept of it; casekeeper access assemble " + one_.request + ", again";
    }

    void require_every_passage() const {
        const std::vector<int> missing = persons_redactor_->not_found();
        if (missing.empty()) return;
        const LedgerLine& line = ledger_->lines()[static_cast<std::size_t>(missing.front()) - 1];
        throw Refused("the words that were to be kept back of " + line.item.item + " under " +
                          line.item.rule + " stand nowhere in it as they were quoted: to be decided again",
                      "casekeeper access sign " + one_.request + " --return --reason TEXT");
    }

    void require_sums() {
        const std::vector<std::string> wrong = differences(pack_.sums, cases_.rows_of_file(human_));
        if (!wrong.empty())
            throw Refused(wrong.front(),
                          "nothing is left out of a pack unseen: tell whoever runs casekeeper");
    }

    // Every text of every part, as it is stored.
    template <typename Take>
    void each_text(const Take& take) {
        for (const PackPart& part : parts_) {
            for (const PartText& text : stored_texts(part)) take(part.item, text);
            if (part.sha256.empty() || part.is_duplicate) continue;
            if (const DocumentShown shown = document_reader()(part.sha256, ""); !shown.text.empty())
                take(part.item, PartText{"text", shown.text});
        }
        for (const Record& relationship : people_->relationships())
            for (const PartText& text : texts_->of(relationship))
                take("person:" + *relationship.value("person"), text);
        for (const WorkerSeen& worker : facts_.workers)
            take("workers", PartText{"author", texts_->name_of(worker.key), worker.key});
    }

    std::vector<PartText> stored_texts(const PackPart& part) {
        if (part.type() == "material") {
            for (const MaterialPart& one : materials_)
                if (one.item == part.item) return texts_->of(one.material);
            return {};
        }
        const auto record = records_.find(find_format(part.type())->type, part.id());
        return record ? texts_->of(*record) : std::vector<PartText>();
    }

    void require_proof(const PackFolder& folder) {
        PackProof proof(*ledger_, items_, names(), places_given_away());
        each_text([&](const std::string& item, const PartText& text) { proof.keep_back(item, text); });
        each_text([&](const std::string& item, const PartText& text) { proof.may_stand(item, text); });
        proof.own_words(its_.settings_.trust + " " + its_.settings_.contact);
        for (const PackFile& file : pack_.files) {
            if (!file.is_persons) continue;
            proof.found(file.name + ", its name", file.name, false);
            const bool has_pages = file.name.ends_with(".pdf");
            its_.tools_.read_finished(folder.file(file.name),
                                      [&](const std::string& where, std::string_view text, bool is_running) {
                                          proof.found(file.name + ", " + where, text, is_running);
                                          if (is_running) read_whole_.read(text, has_pages);
                                      });
            if (const std::string missing = read_whole_.end_of_file(); !missing.empty())
                throw Refused("the finished file " + file.name + " was not read to its end: " + missing,
                              again());
        }
        if (!read_whole_.is_all_read(without_sign_))
            throw Refused("the finished pack was not read to its end: less was read than was written",
                          again());
        const std::vector<ProofHit> hits = proof.hits();
        if (hits.empty()) return;
        throw Refused("the finished pack gives away what is kept back: " + hits.front().where + " (" +
                          hits.front().what + ", " + numbers_of(hits.front().numbers) + ")" +
                          (hits.size() > 1 ? " and " + std::to_string(hits.size() - 1) + " more" : ""),
                      "nothing was kept of it; casekeeper access show " + one_.request +
                          " has the decision of each number");
    }

    PackAssembler& its_;
    Database& database_;
    RecordStore records_;
    AccessStore cases_;
    const std::function<bool()> is_cancelled_;
    AccessCase one_;
    Record request_;
    CaseFile file_;
    std::vector<std::string> human_;  // the ids of all their records
    std::unique_ptr<NamesInFile> names_;
    std::optional<ReleaseReader> reader_;
    std::vector<AccessItem> items_;
    std::vector<MaterialPart> materials_;
    AccessReview review_;
    std::vector<PackPart> parts_;
    std::optional<PeopleKnown> people_;
    std::optional<PartTexts> texts_;
    std::optional<PackLedger> ledger_;
    std::optional<RecordedNames> recorded_;
    std::optional<BesideRecord> beside_;
    PackFacts facts_;
    std::optional<Redactor> persons_redactor_;
    std::optional<Redactor> office_redactor_;
    ReadWhole read_whole_;
    long long without_sign_ = 0;
    AssembledPack pack_;
};

PackAssembler::PackAssembler(Database& database, Register& reg, const ScheduleInForce& in_force,
                             const ReleaseRules& rules, AccessReviewer& reviewer, PackSettings settings,
                             PackTools tools, const Actor& actor, const SignedAct& act)
    : database_(database),
      register_(reg),
      in_force_(in_force),
      rules_(rules),
      reviewer_(reviewer),
      settings_(std::move(settings)),
      tools_(std::move(tools)),
      actor_(actor),
      act_(act) {}

void PackAssembler::require_free(const std::string& request) {
    const UnitOfWork reading(database_, UnitOfWork::Kind::snapshot);
    Making(*this, request, {});
}

std::optional<AssembledPack> PackAssembler::assemble(const std::string& request,
                                                     const std::function<bool()>& is_cancelled) {
    std::optional<AssembledPack> pack;
    std::optional<PackFolder> folder;
    StoredPack stored;
    {
        const UnitOfWork reading(database_, UnitOfWork::Kind::snapshot);
        try {
            Making making(*this, request, is_cancelled);
            const std::string name = pack_folder_name(request, RegisterStore(database_).head().number);
            folder.emplace(settings_.folder, name);
            pack = making.make(*folder);
            pack->folder = name;
            stored.person = making.one().person;
            stored.capacity = name_of(making.reader().reader.capacity);
        } catch (const PackPages::Cancelled&) {
            return std::nullopt;
        }
    }
    folder->put_in_place();
    stored.request = request;
    stored.folder = fs::absolute(settings_.folder + "/" + pack->folder).lexically_normal().string();
    const std::string earlier = store(*pack, stored);
    folder->keep();
    if (!earlier.empty()) remove_intended_folder(database_, earlier);
    return pack;
}

// The folder of the pack in whose place it is; empty: none.
std::string PackAssembler::store(const AssembledPack& pack, StoredPack& stored) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(stored.request);
    if (made_of(one, moves.cases().items(one.request)) != pack.made_of)
        throw Refused("the decisions on access request " + one.request + " changed while its pack was made",
                      "casekeeper access assemble " + one.request + ", again");
    stored.made_on = to_text(act_.day);
    stored.made_by = act_.actor;
    stored.made_of = pack.made_of;
    stored.ends_on = to_text(add(act_.day, {0, 0, settings_.keep_days}, Rounding::never_late));
    stored.facts = facts_of(pack);
    PackStore packs(database_);
    const std::optional<StoredPack> before = packs.find(one.request);
    const std::string earlier = before ? before->folder.value_or("") : "";
    if (!earlier.empty()) intend_to_remove_folder(database_, earlier, act_.at);
    packs.put(stored);
    std::vector<std::string> digests;
    for (const PackFile& file : pack.files) digests.push_back(file.sha256);
    moves.note(one, "assemble", act_.day, JsonObject().number("files", digests.size()), digests);
    work.commit();
    return earlier;
}

}  // namespace casekeeper
