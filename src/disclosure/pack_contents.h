// SPDX-License-Identifier: MIT
//
// All that one pack is made of, read from the store before a word is written: the decisions, the parts in their
// order, whom they name, what is kept back and under which number, and what is told beside the record. Of the parts
// their keys alone: what a part says is read when it is written, so that a file of any length fits.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "custody/release_reader.h"
#include "disclosure/beside_record.h"
#include "disclosure/pack_ground.h"
#include "disclosure/pack_sums.h"
#include "policy/recorded_names.h"
#include "store/access_store.h"
#include "store/record_store.h"

namespace casekeeper {

class PackContents {
public:
    // InputError, Refused, PackHindered: what stands in the way. REQUIRES: a unit of work is open as long as this
    // is there.
    PackContents(const PackGround& ground, const std::string& request);
    PackContents(const PackContents&) = delete;
    PackContents& operator=(const PackContents&) = delete;

    const AccessCase& one() const { return one_; }
    const ReleaseReader& reader() const { return *reader_; }
    // pdf, large-print, text or html.
    std::string format() const { return request_.value("format").value_or("pdf"); }
    StandIns::Reader reader_in_words() const;
    // Of whoever asked, as they gave it; of the person themselves as it is recorded.
    std::string name_of_reader() const;

    const std::vector<AccessItem>& items() const { return items_; }
    const std::vector<MaterialPart>& materials() const { return materials_; }
    const std::vector<PackPart>& parts() const { return parts_; }
    // Items of which it is not settled what is right (custody/contested_items.h).
    const std::map<std::string, std::string>& contested() const { return contested_; }
    const PackLedger& ledger() const { return *ledger_; }
    const PackFacts& facts() const { return facts_; }
    const PackSums& sums() const { return sums_; }
    const PeopleKnown& people() const { return *people_; }
    const BesideRecord& beside() const { return *beside_; }
    bool is_again() const { return is_again_; }  // they had a pack before
    // What differs from the rows that the store holds; empty: nothing does.
    std::vector<std::string> differences_from_store();

    RecordStore& records() { return records_; }
    PartTexts& texts() { return *texts_; }
    // Everybody whom a text names: known ones, and of whom anything is kept back whatever the record calls them.
    NameSearch names() const;
    PackProof::PlacesGivenAway places_given_away() const;
    PlaceFinder places() const;
    // What is printed is what was looked through when the decisions were made: Refused where it is not.
    DocumentReader document_reader() const;
    // Every text of every part, as it is stored.
    using Take = std::function<void(const std::string& item, const PartText& text)>;
    void each_text(const Take& take);

    // What can be typed where it went wrong on the way.
    std::string again() const;

private:
    void read_case(const std::string& request);
    AccessReview review();
    void require_files(const std::vector<std::string>& parts);
    void set_recorded_names();
    std::map<std::string, KeptBack> known_people();
    bool gave(const AccessItem& item);
    std::vector<PartText> stored_texts(const PackPart& part);

    const PackGround& ground_;
    Database& database_;
    RecordStore records_;
    AccessStore cases_;
    AccessCase one_;
    Record request_;
    CaseFile file_;
    std::vector<std::string> human_;  // the ids of all their records
    std::unique_ptr<NamesInFile> names_;
    std::optional<ReleaseReader> reader_;
    std::vector<AccessItem> items_;
    std::vector<MaterialPart> materials_;
    bool is_again_ = false;
    std::vector<PackPart> parts_;
    std::optional<PeopleKnown> people_;
    std::optional<PartTexts> texts_;
    std::map<std::string, std::string> contested_;
    std::optional<PackLedger> ledger_;
    std::optional<RecordedNames> recorded_;
    std::optional<BesideRecord> beside_;
    PackFacts facts_;
    PackSums sums_;
};

}  // namespace casekeeper
