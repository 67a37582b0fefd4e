// SPDX-License-Identifier: MIT
//
// One part of a person's file, written into their pack in full: who wrote it, who was there, what was said and
// decided, with what is kept back replaced; what is old with its age, what is disputed with both views. A part that is
// kept back in whole is a line with its day and the number of the reason.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "custody/part_texts.h"
#include "custody/request_materials.h"
#include "disclosure/document_shown.h"
#include "disclosure/pack_parts.h"
#include "disclosure/redactor.h"
#include "output/book.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

class PartPages {
public:
    // `contested`: items of which it is not settled what is right (custody/contested_items.h).
    PartPages(RecordStore& records, PartTexts& texts, Redactor& redactor, const PackLedger& ledger,
              const ServiceCatalogue& catalogue, const std::vector<MaterialPart>& materials,
              DocumentReader documents, Copy copy, std::map<std::string, std::string> contested = {});

    // Where a part stands in the book: by its place alone, for an id may name somebody, and two packs may hold one.
    static std::string target_of(const PackPart& part);
    // "3 May 2012, 14:05: Meeting"; of one that is kept back in whole its day alone.
    std::string heading_of(const PackPart& part) const;

    // With its heading, of level 3.
    void write(Book& book, const PackPart& part);
    // The first words of what it says, treated, with those of the other view where it is disputed; of one that
    // is kept back in whole the mark of it.
    Runs beginning_of(const PackPart& part);
    // That an entry, or the one a document lies with, is disputed, corrected or contested, with what stands
    // beside it, treated. Empty: it is not, or the whole of it is kept back.
    Runs other_view_of(const PackPart& part);
    // "Looked-after child"; empty where the part is of no service.
    std::string service_of(const PackPart& part);

    // How many pictures were written so far.
    long long pictures() const { return pictures_; }
    // Parts of which something could not be shown, in the order in which they were written.
    const std::vector<std::string>& not_shown() const { return not_shown_; }

private:
    void write_texts(Book& book, const std::string& item, const std::vector<PartText>& texts);
    std::string title_of(const PackPart& part);
    void write_end(Book& book, const PackPart& part);
    void write_document(Book& book, const PackPart& part);
    void write_pictures(Book& book, const PackPart& part, const DocumentShown& shown);
    void keep_pictures_back(Book& book, const PackPart& part, std::size_t count);
    std::string alternative_of(const PackPart& part, const PictureShown& shown, bool is_first);
    void write_words(Book& book, const std::string& item, const PartText& text);
    bool is_kept_back(Book& book, const PackPart& part);
    std::vector<PartText> texts_of(const PackPart& part);

    RecordStore& records_;
    PartTexts& texts_;
    Redactor& redactor_;
    const PackLedger& ledger_;
    const ServiceCatalogue& catalogue_;
    const std::vector<MaterialPart>& materials_;
    const DocumentReader documents_;
    const Copy copy_;
    long long pictures_ = 0;
    std::vector<std::string> not_shown_;
    const std::map<std::string, std::string> contested_;
};

}  // namespace casekeeper
