// SPDX-License-Identifier: MIT
//
// A pack from its first page to its last, in the order in which a person may want to read it: a letter, how to
// read it, why all this is held, what is here and what is not and why; what to start with; the whole in the
// order of time, the decisions, the people, everything in full, with whom it was shared, the documents, the
// words, the rights. The office's copy has the same pages with what was kept back, and the ledger.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "disclosure/pack_facts.h"
#include "disclosure/pack_ledger.h"
#include "disclosure/pack_parts.h"
#include "disclosure/pack_sums.h"
#include "disclosure/pack_values.h"
#include "disclosure/part_pages.h"
#include "disclosure/what_is_here.h"
#include "output/book.h"
#include "output/letter.h"
#include "policy/glossary.h"

namespace casekeeper {

class PackPages {
public:
    // The words of the trust's own pages: config/letters/pack_*.txt.
    using Forms = std::function<Page(const std::string& form, const LetterValues& values)>;
    PackPages(const PackSource& source, RecordStore& records, PartTexts& texts, PartPages& pages,
              Redactor& redactor, Forms forms, const Glossary& glossary, Copy copy);

    // `is_cancelled` is asked between parts: true ends it by throwing Cancelled.
    struct Cancelled {};
    void write(Book& book, const std::function<bool()>& is_cancelled = {});

private:
    void own_pages(const std::string& form, const std::string& target);
    bool is_seen(const LedgerLine& line) const;
    void kept_back();
    void start_here();
    void chronology();
    void decisions();
    void people();
    void in_full();
    void shared();
    void documents();
    void words_used();
    void begin_section(const std::string& title, const std::string& target);
    void begin_year(const PackPart& part);
    void write_part(const PackPart& part);
    void write_under_year(const PackPart& part);
    void links_to(const std::string& title, const std::vector<std::size_t>& parts);

    const PackSource& source_;
    RecordStore& records_;
    PartTexts& texts_;
    PartPages& pages_;
    Redactor& redactor_;
    const Forms forms_;
    const Copy copy_;
    Book* book_ = nullptr;
    TermsSeen terms_;
    std::vector<std::string> without_sign_;  // parts with characters that no font has
    std::string year_;                       // under whose heading the section stands
    std::function<bool()> is_cancelled_;
};

}  // namespace casekeeper
