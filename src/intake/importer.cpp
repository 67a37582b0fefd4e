// SPDX-License-Identifier: MIT
#include "intake/importer.h"

#include <algorithm>
#include <array>
#include <set>
#include <thread>
#include <utility>

#include "base/errors.h"
#include "base/handover.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "custody/ended_records.h"
#include "intake/corrected_fact.h"
#include "intake/reference_check.h"
#include "intake/refiling_findings.h"
#include "intake/sanity_check.h"
#include "intake/staleness.h"
#include "store/access_store.h"
#include "store/deletion_store.h"
#include "store/disclosure_store.h"
#include "store/disposal_store.h"
#include "store/document_store.h"
#include "store/document_words_store.h"
#include "store/fact_store.h"
#include "store/load_places.h"
#include "store/move_store.h"
#include "store/record_store.h"
#include "store/register_store.h"
#include "store/run_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t corrections_kept = 10000;
constexpr std::size_t records_a_batch = 500;
constexpr std::size_t batches_between = 4;

std::string name_of(const Record& record) {
    if (record.type == RecordType::relationship)
        return "relationship of person " + record.value("person").value_or("");
    return std::string(format_of(record.type).name) + " " + record.key();
}

// One load, from the first line to the register.
class Load {
public:
    Load(Database& database, RecordSource& source, const ServiceCatalogue& catalogue,
         const ImportOptions& options)
        : database_(database),
          source_(source),
          options_(options),
          records_(database),
          references_(records_, catalogue),
          ended_(database, options.key_folder),
          proposals_(database),
          requests_(database),
          access_(database),
          moves_(database),
          anything_moved_(moves_.has_any()),
          stubs_(database),
          documents_(options.documents_folder) {}

    ImportResult run() {
        source_.examine([&](const Finding& finding) { result_.findings.push_back(finding); });
        settle_documents();
        try {
            load();
        } catch (...) {
            settle_documents();
            throw;
        }
        settle_documents();
        return std::move(result_);
    }

private:
    void load() {
        UnitOfWork work(database_, UnitOfWork::Kind::write);
        LoadPlaces places(database_);
        places_ = &places;
        Staleness staleness(database_, records_, options_.actor);
        staleness_ = &staleness;
        for (const RecordFormat& format : record_formats()) {
            for_each_record(format.type);
            if (format.type == RecordType::person) take_people_who_name_people();
            if (format.type == RecordType::entry) finish_entry_days();
            references_.forget();
        }
        set_ended_people_aside();
        take_relationships_of_the_ended();
        staleness.finish();
        look_at_the_whole();
        result_.read = source_.lines_read();
        result_.rejected += source_.lines_rejected();
        if (options_.check_only) return;
        record_load();
        work.commit();
    }

    // Of this load or one that was cut off: documents whose rows were not kept go again.
    void settle_documents() {
        documents_.settle([this](const std::string& sha256) { return records_.names_content(sha256); });
    }

    // One thread reads and checks lines while this one stores what the last ones said.
    void for_each_record(RecordType type) {
        Handover<std::vector<SourcedRecord>> batches(batches_between);
        std::thread reader([&] {
            try {
                std::vector<SourcedRecord> batch;
                source_.records(type, [&](SourcedRecord&& sourced) {
                    batch.push_back(std::move(sourced));
                    if (batch.size() < records_a_batch) return;
                    batches.give(std::exchange(batch, {}));
                });
                batches.give(std::move(batch));
                batches.end();
            } catch (...) {
                batches.end(std::current_exception());
            }
        });
        std::exception_ptr thrown;
        try {
            while (std::optional<std::vector<SourcedRecord>> batch = batches.take())
                for (SourcedRecord& sourced : *batch) take(std::move(sourced));
        } catch (...) {
            thrown = std::current_exception();
        }
        batches.stop();
        reader.join();
        if (thrown) std::rethrow_exception(thrown);
    }

    void find(const Place& place, Severity severity, const std::string& message) {
        result_.findings.push_back({place.file, place.line, 0, severity, message});
    }

    void set_aside(const Place& place, const std::string& why) {
        find(place, Severity::error, why);
        ++result_.rejected;
    }

    void take(SourcedRecord&& sourced) {
        if (++taken_ % 10000 == 0 && options_.progress) options_.progress(taken_);
        const std::optional<std::string> said = said_to_have_ended(sourced.record);
        if (said && sourced.record.type == RecordType::person) {
            ended_people_.emplace(sourced.record.key(), std::move(sourced));
            return;
        }
        if (said) return set_aside(sourced.place, name_of(sourced.record) + ": " + *said);
        if (sourced.record.type == RecordType::relationship && is_not_back(*sourced.record.value("person"))) {
            of_the_ended_.push_back(std::move(sourced));
            return;
        }
        // People may name people who stand later in the source: those wait until the others are in.
        if (sourced.record.type == RecordType::person && !references_of(sourced.record).empty()) {
            waiting_.push_back(std::move(sourced));
            return;
        }
        if (sourced.record.type == RecordType::involvement) take_back_person(*sourced.record.value("person"));
        if (const std::optional<std::string> problem = references_.problem(sourced.record)) {
            set_aside(sourced.place, name_of(sourced.record) + ": " + *problem);
            return;
        }
        keep(sourced);
    }

    // What has ended here is not brought back: the record itself, or the one that it belongs to.
    std::optional<std::string> said_to_have_ended(const Record& record) {
        const auto said = [&](const char* type, const std::string& id, const std::string& before) {
            std::optional<std::string> words = ended_.said_of(type, id);
            if (words) words = before + *words + "; the source still holds it";
            return words;
        };
        const std::string id = record.key();
        switch (record.type) {
            case RecordType::person:
                return said("person", id, "");
            case RecordType::involvement:
                return said("involvement", id, "");
            case RecordType::entry: {
                const std::string& involvement = *record.value("involvement");
                const auto own = said("entry", id, "");
                return own ? own
                           : said("involvement", involvement, "its involvement " + involvement + " was ");
            }
            case RecordType::document: {
                const std::string& entry = *record.value("entry");
                const auto own = said("document", id, "");
                return own ? own : said("entry", entry, "its entry " + entry + " was ");
            }
            case RecordType::disclosure: {
                const std::string& person = *record.value("person");
                const auto own = said("disclosure", id, "");
                return own || !stubs_.is_stub(person) ? own : said("person", person, "its person was ");
            }
            case RecordType::deletion_request:
            case RecordType::access_request:
                return said(format_of(record.type).name.data(), id, "");
            default:
                return std::nullopt;
        }
    }

    // Nothing is left of a person's own record but a name, or the person's row was just set aside.
    bool is_not_back(const std::string& person) {
        return ended_people_.contains(person) || (ended_.any() && stubs_.is_stub(person));
    }

    // A person whose own record had ended is back with a new involvement.
    void take_back_person(const std::string& person) {
        const auto waiting = ended_people_.find(person);
        if (waiting == ended_people_.end()) return;
        const SourcedRecord sourced = std::move(waiting->second);
        ended_people_.erase(waiting);
        if (const std::optional<std::string> problem = references_.problem(sourced.record)) {
            set_aside(sourced.place, name_of(sourced.record) + ": " + *problem);
            return;
        }
        find(
            sourced.place, Severity::warning,
            name_of(sourced.record) + ": the person's earlier record has ended here; loaded for what is new");
        keep(sourced);
        records_.forget_stub(person);
        references_.forget();
    }

    void set_ended_people_aside() {
        for (const auto& [id, sourced] : ended_people_)
            set_aside(sourced.place,
                      name_of(sourced.record) + ": " + said_to_have_ended(sourced.record).value_or(""));
    }

    // Relationships that people who had ended tell of: of those who are back by now all, of the others only
    // what they are to somebody whose record is kept, for that is part of that record too.
    void take_relationships_of_the_ended() {
        for (SourcedRecord& sourced : of_the_ended_) {
            const std::string person = *sourced.record.value("person");
            if (is_not_back(person) && !is_of_somebody_kept(sourced.record)) {
                set_aside(sourced.place, name_of(sourced.record) + ": its person was " +
                                             ended_.said_of("person", person).value_or("destroyed") +
                                             "; the source still holds it");
                continue;
            }
            if (is_not_back(person))
                for (const char* field : {"known_to_subject", "consent_to_disclose", "consent_on"})
                    sourced.record.set(field, std::nullopt);
            if (const std::optional<std::string> problem = references_.problem(sourced.record))
                set_aside(sourced.place, name_of(sourced.record) + ": " + *problem);
            else
                keep(sourced);
        }
        of_the_ended_.clear();
        ended_people_.clear();
    }

    bool is_of_somebody_kept(const Record& relationship) {
        const std::optional<std::string>& other = relationship.value("other");
        return other && relationship.value("kind") != "same-person" &&
               stubs_.is_stub(*relationship.value("person")) &&
               !records_.page(RecordType::involvement, "", 1, *other).empty();
    }

    // The largest set of waiting people whose references all hold, in the store or among themselves.
    void take_people_who_name_people() {
        references_.forget();
        std::set<std::string> good;
        for (const SourcedRecord& waiting : waiting_) good.insert(waiting.record.key());
        const auto missing = [&](const Record& record) -> std::string {
            for (const Reference& reference : references_of(record))
                if (!good.contains(reference.id) && !records_.has_person(reference.id)) return reference.id;
            return "";
        };
        for (bool changed = true; changed;) {
            changed = false;
            for (const SourcedRecord& waiting : waiting_)
                if (good.contains(waiting.record.key()) && !missing(waiting.record).empty())
                    changed = good.erase(waiting.record.key()) > 0;
        }
        for (const SourcedRecord& waiting : waiting_) {
            if (good.contains(waiting.record.key()))
                keep(waiting);
            else
                set_aside(waiting.place, name_of(waiting.record) + ": person " + missing(waiting.record) +
                                             ", named in it, is neither in the source nor in the store");
        }
        waiting_.clear();
    }

    void keep(const SourcedRecord& sourced) {
        Record record = sourced.record;
        if (record.type == RecordType::document) keep_content(sourced, record);
        warn(sourced.place, record);
        if (records_.add(record)) {
            ++added_[static_cast<std::size_t>(record.type)];
            ++result_.stored;
            kept(record, nullptr);
            return;
        }
        const std::optional<Record> before = records_.find(record.type, record.key());
        if (!(record == *before) && is_worked_on(record)) {
            // What is asked, by whom and of whose record was settled with it.
            find(sourced.place, Severity::warning,
                 name_of(record) + ": is worked on here; what differs in the source was not loaded");
            ++result_.unchanged;
            return;
        }
        keep_where_it_was_moved(*before, record, sourced.place);
        keep_state(*before, record, sourced.place);
        keep_reduced(*before, record, sourced.place);
        if (*before == record) {
            ++result_.unchanged;
            return;
        }
        const std::string shortens = correction_that_shortens(*before, record);
        if (!shortens.empty())
            find(sourced.place, Severity::warning,
                 name_of(record) + ": corrected (" + shortens + "), so that records may go earlier");
        records_.replace(record);
        ++result_.stored;
        // Whoever was given it before is told (casekeeper disclosure whom).
        if (is_corrected(*before, record))
            records_.note_correction(record.type, record.key(), to_text(options_.day));
        kept(record, &*before);
    }

    // A request that people work on here, or a disclosure that they recorded: of these no source knows more.
    bool is_worked_on(const Record& record) {
        if (record.type == RecordType::disclosure)
            return DisclosureStore(database_).is_recorded_here(record.key());
        if (record.type == RecordType::deletion_request) return requests_.find(record.key())->is_open_here;
        return record.type == RecordType::access_request && access_.find(record.key())->is_open_here;
    }

    void keep_content(const SourcedRecord& sourced, Record& record) {
        if (options_.check_only) return;
        if (documents_.keep(sourced.document_path) != record.value("sha256"))
            throw InputError("the content of " + name_of(record) + " changed while it was loaded",
                             "load again when nobody writes to the source");
    }

    // What the product itself records once it works on a hold or request is not overwritten by a load.
    void keep_state(const Record& before, Record& record, const Place& place) {
        const RecordFormat& format = format_of(record.type);
        for (std::size_t i = 0; i < format.fields.size(); ++i) {
            if (!format.fields[i].state || before.values[i] == record.values[i]) continue;
            // As long as nobody works on an access request here, where it stands its source says.
            if (record.type == RecordType::access_request && !before.values[i]) continue;
            // No source system knows what was written beside a record here, or whom people here told.
            const bool is_only_ours =
                (format.fields[i].name == "remarks" || format.fields[i].name == "told") && !record.values[i];
            if (!is_only_ours)
                find(place, Severity::warning,
                     name_of(record) + ": " + std::string(format.fields[i].name) +
                         " differs from what is recorded here, which stays");
            record.values[i] = before.values[i];
        }
    }

    // An entry that was moved here to the record it belongs in is not moved back by a source that has it wrong.
    void keep_where_it_was_moved(const Record& before, Record& record, const Place& place) {
        if (record.type != RecordType::entry || !anything_moved_) return;
        if (record.value("involvement") == before.value("involvement"))
            return close_in_old_place(database_, record.key(), options_.day);
        const std::optional<EntryMove> move = moves_.out_of(record.key(), *record.value("involvement"));
        if (!move) return;
        find(place, Severity::warning,
             name_of(record) + ": was moved out of involvement " + move->from_involvement + " here on " +
                 move->moved_on.value_or("") + "; the source still has it there, and it stays where it is");
        record.set("involvement", before.value("involvement"));
        find_in_old_place(database_, record, options_.day);
    }

    // A record that was reduced to its basic set here is not filled again, unless it has been opened again:
    // only what identifies it and what its days are told by are taken from the source.
    void keep_reduced(const Record& before, Record& record, const Place& place) {
        if (before == record) return;
        const std::optional<std::string> involvement = reducible_part_of(record);
        const auto done = involvement ? proposals_.done(*involvement, "minimise", "") : std::nullopt;
        if (!done || is_open_after(record, *involvement, done->on)) return;
        const Record from_source = std::exchange(record, before);
        if (record.type == RecordType::involvement)
            for (const char* field : {"person", "service", "opened", "closed", "system"})
                record.set(field, from_source.value(field));
        find(place, Severity::warning,
             name_of(record) + ": reduced here on " + done->on + ", certificate " +
                 std::to_string(done->certificate) +
                 "; what else the source still holds of it was not loaded");
    }

    // The involvement with which a record is reduced; none where it never is.
    std::optional<std::string> reducible_part_of(const Record& record) {
        if (record.type == RecordType::involvement) return record.key();
        if (record.type == RecordType::entry) return record.value("involvement");
        if (record.type == RecordType::document) return records_.involvement_of_entry(*record.value("entry"));
        return std::nullopt;
    }

    bool is_open_after(const Record& record, const std::string& involvement, const std::string& day) {
        const std::optional<Record> stored = record.type == RecordType::involvement
                                                 ? std::optional(record)
                                                 : records_.find(RecordType::involvement, involvement);
        return stored && (!stored->value("closed") || *stored->value("closed") > day);
    }

    void warn(const Place& place, const Record& record) {
        for (const std::string& problem : sanity_problems(record, options_.day))
            find(place, Severity::warning, name_of(record) + ": " + problem);
        if (record.type == RecordType::person) places_->add_person(record.key(), place.file, place.line);
        if (record.type == RecordType::involvement && record.value("events")) {
            const std::optional<Record> person = records_.find(RecordType::person, *record.value("person"));
            if (person && events_before_birth(record, *person))
                find(place, Severity::warning, name_of(record) + ": an event before the birth of its person");
        }
        if (record.type != RecordType::entry || is_written_by_product(record)) return;
        const std::string& kind = *record.value("kind");
        if (kind == "letter-sent" || kind == "letter-received")
            places_->add_letter(record.key(), place.file, place.line);
        if (!involvement_ || involvement_->key() != *record.value("involvement"))
            involvement_ = records_.find(RecordType::involvement, *record.value("involvement"));
        if (is_outside(record, *involvement_))
            find(place, Severity::warning, name_of(record) + ": more than a year outside its involvement");
    }

    // What follows from a row that is new or has changed.
    void kept(const Record& record, const Record* before) {
        const std::vector<std::string> named = people_named_within(record);
        if (before || !named.empty())
            records_.set_person_references(record.type, record.key(), named, before == nullptr);
        staleness_->changed(record, before);
        if (record.type == RecordType::involvement && record.value("events"))
            remember_events(*record.value("events"));
        if (record.type == RecordType::entry && (before || !is_written_by_product(record)))
            note_entry_day(record, before);
        if (record.type == RecordType::document && before &&
            before->value("sha256") != record.value("sha256"))
            DocumentWordsStore(database_).forget(before->value("sha256").value_or(""));
        if (record.type == RecordType::document && (before || record.value("also_in")))
            records_.set_document_involvements(
                record.key(),
                record.value("also_in") ? json_texts(*record.value("also_in")) : std::vector<std::string>(),
                before == nullptr);
    }

    void remember_events(const std::string& events) {
        for (const auto& [name, day] : json_pairs(events))
            if (events_.insert(name).second) records_.add_recorded_event(name);
    }

    void note_entry_day(const Record& entry, const Record* before) {
        const std::string& involvement = *entry.value("involvement");
        if (before) {
            corrected_.insert(involvement);
            corrected_.insert(*before->value("involvement"));
            if (corrected_.size() >= corrections_kept) recompute_corrected();
            return;
        }
        if (involvement != days_of_) flush_entry_days();
        days_of_ = involvement;
        const Date on = entry_counts_on(entry);
        entry_on_ = entry_on_ ? std::max(*entry_on_, on) : on;
        if (is_contact(entry)) contact_on_ = contact_on_ ? std::max(*contact_on_, on) : on;
    }

    void flush_entry_days() {
        if (entry_on_) records_.raise_entry_days(days_of_, *entry_on_, contact_on_);
        entry_on_.reset();
        contact_on_.reset();
    }

    void recompute_corrected() {
        for (const std::string& involvement : corrected_) records_.recompute_entry_days(involvement);
        corrected_.clear();
    }

    void finish_entry_days() {
        flush_entry_days();
        recompute_corrected();
    }

    void look_at_the_whole() {
        places_->letters_without_document([&](const std::string& id, const std::string& file, long line) {
            find({file, line}, Severity::warning, "entry " + id + ": a letter without a document");
        });
        places_->people_without_involvement([&](const std::string& id, const std::string& file, long line) {
            find({file, line}, Severity::warning, "person " + id + ": a person without an involvement");
        });
    }

    void record_load() {
        for (const RecordFormat& format : record_formats())
            if (const long long added = added_[static_cast<std::size_t>(format.type)]; added > 0)
                records_.add_to_count(format.type, added);
        LoadRecord load;
        load.loaded_at = options_.at;
        load.loaded_on = to_text(options_.day);
        load.format = options_.format;
        load.actor = options_.actor;
        load.digest = source_.digest();
        load.lines_read = result_.read;
        load.stored = result_.stored;
        load.unchanged = result_.unchanged;
        load.rejected = result_.rejected;
        load.findings = static_cast<long long>(result_.findings.size());
        load.errors =
            std::count_if(result_.findings.begin(), result_.findings.end(),
                          [](const Finding& finding) { return finding.severity == Severity::error; });
        RunStore(database_).add_load(load, result_.findings);
        std::string facts = "{\"format\":";
        append_json_string(facts, load.format);
        facts += ",\"read\":" + std::to_string(load.lines_read) +
                 ",\"stored\":" + std::to_string(load.stored) +
                 ",\"unchanged\":" + std::to_string(load.unchanged) +
                 ",\"rejected\":" + std::to_string(load.rejected) + ",\"source\":\"" + load.digest + "\"}";
        RegisterStore(database_).append({options_.at, "load", options_.actor, facts});
    }

    Database& database_;
    RecordSource& source_;
    const ImportOptions& options_;
    RecordStore records_;
    ReferenceCheck references_;
    EndedRecords ended_;
    DisposalStore proposals_;
    DeletionStore requests_;
    AccessStore access_;
    MoveStore moves_;
    const bool anything_moved_;
    std::map<std::string, SourcedRecord> ended_people_;  // that nothing new is told of yet
    std::vector<SourcedRecord> of_the_ended_;            // their relationships
    FactStore stubs_;
    DocumentStore documents_;
    LoadPlaces* places_ = nullptr;
    Staleness* staleness_ = nullptr;
    ImportResult result_;
    long long taken_ = 0;
    std::array<long long, record_types> added_{};
    std::vector<SourcedRecord> waiting_;
    std::optional<Record> involvement_;  // of the entry last looked at
    std::set<std::string> events_;
    std::string days_of_;  // the involvement whose new entries stand together
    std::optional<Date> entry_on_;
    std::optional<Date> contact_on_;
    std::set<std::string> corrected_;  // involvements with corrected entries
};

}  // namespace

ImportResult import_records(Database& database, RecordSource& source, const ServiceCatalogue& catalogue,
                            const ImportOptions& options) {
    return Load(database, source, catalogue, options).run();
}

}  // namespace casekeeper
