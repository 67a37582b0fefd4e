// SPDX-License-Identifier: MIT
#include "disclosure/pack_pages.h"

#include <algorithm>

#include "custody/people_known.h"
#include "disclosure/office_ledger.h"
#include "disclosure/pack_forms.h"
#include "disclosure/pack_proof.h"
#include "disclosure/pack_words.h"
#include "disclosure/what_is_here.h"
#include "output/page_in_book.h"

namespace casekeeper {
namespace {

constexpr std::size_t key_decisions = 20;  // that "start here" leads to
constexpr std::size_t longest_notes = 60;  // characters of a heading

std::string number_of(long long number) {
    return std::to_string(number);
}

}  // namespace

PackPages::PackPages(const PackSource& source, RecordStore& records, PartTexts& texts, PartPages& pages,
                     Redactor& redactor, Forms forms, const Glossary& glossary, Copy copy)
    : source_(source),
      records_(records),
      texts_(texts),
      pages_(pages),
      redactor_(redactor),
      forms_(std::move(forms)),
      copy_(copy),
      terms_(glossary) {}

void PackPages::write(Book& book, const std::function<bool()>& is_cancelled) {
    is_cancelled_ = is_cancelled;
    book_ = &book;
    own_pages(pack_form::letter, "letter");
    own_pages(pack_form::reading, "reading");
    own_pages(pack_form::why, "why-we-hold-this");
    own_pages(pack_form::here, "what-is-here");
    write_what_is_here(book, source_, copy_);
    kept_back();
    // The trust's own pages are in plain words; those of the record are explained where they need it.
    WatchedBook watched(book, [&](std::string_view text) { terms_.add(text); });
    book_ = &watched;
    start_here();
    chronology();
    decisions();
    people();
    in_full();
    shared();
    documents();
    book_ = &book;
    words_used();
    own_pages(pack_form::rights, "rights");
    if (copy_ == Copy::office) write_office_ledger(book, source_.ledger, pages_.not_shown(), without_sign_);
    book_ = nullptr;
}

void PackPages::own_pages(const std::string& form, const std::string& target) {
    write_page(*book_, forms_(form, values_of_pack(form, source_.told)), 1, target);
}

// Is it to be seen where it stands? What is kept back of a part that is kept back whole stands nowhere.
bool PackPages::is_seen(const LedgerLine& line) const {
    return line.stand_in.empty() || !source_.ledger.whole(line.item.item);
}

void PackPages::kept_back() {
    own_pages(pack_form::kept_back, "kept-back");
    if (!source_.ledger.groups().empty()) book_->heading(2, "The reasons");
    for (const PackLedger::Group& group : source_.ledger.groups()) {
        std::vector<int> numbers;
        for (const int number : group.numbers)
            if (is_seen(source_.ledger.lines()[static_cast<std::size_t>(number) - 1]))
                numbers.push_back(number);
        if (numbers.empty()) continue;
        const std::string notes = (numbers.size() == 1 ? "Note " : "Notes ") + numbers_in_words(numbers);
        const std::string what =
            group.stand_in.empty() ? "kept back whole" : "where it says \"" + group.stand_in + "\"";
        // The numbers lead, in their order, for that is what is looked for; a long list of them is no heading.
        const bool are_many = notes.size() > longest_notes;
        book_->heading(
            3, (are_many ? "Note " + number_of(numbers.front()) + " and others" : notes) + ": " + what,
            "why-" + number_of(group.number));
        if (are_many) book_->paragraph({plain(notes)});
        book_->paragraph({plain(group.plain)});
    }
}

void PackPages::links_to(const std::string& title, const std::vector<std::size_t>& parts) {
    if (parts.empty()) return;
    book_->heading(2, title);
    std::vector<Runs> items;
    for (const std::size_t at : parts) {
        const PackPart& part = source_.parts[at];
        Runs runs = {{pages_.heading_of(part), Run::Style::plain, PartPages::target_of(part)}};
        if (!source_.ledger.whole(part.item)) {
            const Runs beginning = pages_.beginning_of(part);
            if (!beginning.empty()) runs.push_back(plain(". "));
            runs.insert(runs.end(), beginning.begin(), beginning.end());
        }
        items.push_back(std::move(runs));
    }
    book_->items(items);
}

void PackPages::start_here() {
    const PackFacts& facts = source_.facts;
    book_->heading(1, "Start here", "start-here");
    book_->paragraph(
        {plain("A few things to begin with. All the rest comes behind them, and nothing is lost if you "
               "stop here for today.")});
    links_to("Photographs, letters and cards", facts.keepsakes);
    if (!facts.own_words.empty()) {
        book_->heading(2, source_.for_the_person ? "Your own words" : "The person's own words");
        for (const std::size_t at : facts.own_words) {
            const PackPart& part = source_.parts[at];
            if (source_.ledger.whole(part.item)) continue;
            const std::optional<Record> entry = records_.find(RecordType::entry, part.id());
            for (const PartText& text : texts_.of(entry.value()))
                if (text.field == "subject_words") {
                    Runs runs = {
                        {when_in_words(part.day) + ": ", Run::Style::plain, PartPages::target_of(part)}};
                    const Runs words = redactor_.glimpse(part.item, text, copy_);
                    runs.insert(runs.end(), words.begin(), words.end());
                    book_->paragraph(runs);
                    if (const Runs view = pages_.other_view_of(part); !view.empty()) book_->paragraph(view);
                }
        }
    }
    links_to("How each service began", facts.first_of_services);
    std::vector<std::size_t> first = facts.decisions;
    if (first.size() > key_decisions) first.resize(key_decisions);
    links_to("Decisions", first);
}

void PackPages::chronology() {
    book_->heading(1, "What happened, day by day", "chronology");
    if (source_.parts.empty()) {
        book_->paragraph({plain("Nothing is written.")});
        return;
    }
    book_->begin_table("Everything in the order of time", {"Day", "What", "Service", "In short"});
    for (const PackPart& part : source_.parts) {
        if (part.day.empty() || part.type() == "document") continue;
        if (is_cancelled_ && is_cancelled_()) throw Cancelled{};
        const bool is_whole = source_.ledger.whole(part.item) != nullptr;
        book_->row({{{when_in_words(part.day, is_whole ? "" : part.time), Run::Style::plain,
                      PartPages::target_of(part)}},
                    {plain(is_whole ? "" : heading_of_kind(part.kind))},
                    {plain(is_whole ? "" : pages_.service_of(part))},
                    pages_.beginning_of(part)});
    }
    book_->end_table();
}

void PackPages::decisions() {
    begin_section("Decisions and their reasons", "decisions");
    if (source_.facts.decisions.empty())
        book_->paragraph({plain("No decision is written as such. Some may stand in the notes of meetings.")});
    for (const std::size_t at : source_.facts.decisions) {
        const PackPart& part = source_.parts[at];
        if (source_.ledger.whole(part.item)) continue;
        begin_year(part);
        book_->heading(3, when_in_words(part.day));
        const Record entry = records_.find(RecordType::entry, part.id()).value();
        for (const PartText& text : texts_.of(entry))
            if (text.field == "decision" || text.field == "reason" || text.field == "decided_by") {
                Runs runs = {strong(label_of_field(text.field) + ": ")};
                const Runs words = redactor_.glimpse(part.item, text, copy_);
                runs.insert(runs.end(), words.begin(), words.end());
                book_->paragraph(runs);
            }
        if (!entry.value("reason")) book_->paragraph({plain("No reason was written.")});
        if (const Runs view = pages_.other_view_of(part); !view.empty()) book_->paragraph(view);
        book_->paragraph({{"Read the whole of it", Run::Style::plain, PartPages::target_of(part)}});
    }
}

void PackPages::people() {
    book_->heading(1, "People in this record", "people");
    book_->heading(2, source_.for_the_person ? "Who you are, as it is written here" : "The person");
    for (const PackPart& part : source_.parts)
        if (part.type() == "person") write_part(part);
    book_->heading(2, "Family and others");
    std::vector<Runs> items;
    for (const Record& relationship : source_.relationships) {
        if (relationship.value("kind") == "same-person") continue;
        const std::string item = "person:" + *relationship.value("person");
        for (const PartText& text : texts_.of(relationship))
            if (text.field == "name") {
                Runs runs = redactor_.glimpse(item, text, copy_);
                const bool is_named = !runs.empty() && runs.front().style == Run::Style::plain;
                // The stand-in of somebody who is kept back says what they are, where that may be said.
                if (is_named) runs.push_back(plain(": " + relation_in_words(*relationship.value("kind"))));
                items.push_back(std::move(runs));
            }
    }
    if (items.empty()) items.push_back({plain("Nobody is written down as such.")});
    book_->items(items);
    if (source_.facts.workers.empty()) return;
    book_->heading(2, "People who worked with you");
    book_->begin_table("Workers, and when they wrote here", {"Who", "First", "Last"});
    for (const WorkerSeen& worker : source_.facts.workers) {
        const bool is_kept_back =
            std::any_of(source_.ledger.lines().begin(), source_.ledger.lines().end(),
                        [&](const LedgerLine& line) { return line.item.about == worker.key; });
        const std::string name = texts_.name_of(worker.key);
        if (copy_ == Copy::persons && (is_kept_back || !source_.told.may_be_told(name))) continue;
        book_->row({{plain(name)},
                    {plain(when_in_words(worker.first_day))},
                    {plain(when_in_words(worker.last_day))}});
    }
    book_->end_table();
}

void PackPages::write_part(const PackPart& part) {
    if (is_cancelled_ && is_cancelled_()) throw Cancelled{};
    const long long before = book_->without_sign();
    pages_.write(*book_, part);
    if (book_->without_sign() > before) without_sign_.push_back(part.item);
}

// Of a section, each year once.
void PackPages::begin_year(const PackPart& part) {
    const std::string year = part.day.substr(0, 4);
    if (year == year_) return;
    year_ = year;
    book_->heading(2, year.empty() ? "Of no day" : year);
}

void PackPages::write_under_year(const PackPart& part) {
    begin_year(part);
    write_part(part);
}

void PackPages::begin_section(const std::string& title, const std::string& target) {
    year_ = "none";
    book_->heading(1, title, target);
}

void PackPages::in_full() {
    begin_section("Everything in full", "in-full");
    for (const PackPart& part : source_.parts)
        if (part.type() == "entry" || part.type() == "involvement") write_under_year(part);
}

void PackPages::shared() {
    begin_section("With whom we shared information", "shared");
    const auto is_disclosure = [](const PackPart& part) { return part.type() == "disclosure"; };
    if (std::none_of(source_.parts.begin(), source_.parts.end(), is_disclosure))
        book_->paragraph({plain("It is not written down that anything was shared.")});
    for (const PackPart& part : source_.parts)
        if (is_disclosure(part)) write_under_year(part);
}

void PackPages::documents() {
    begin_section("The documents", "documents");
    const auto is_document = [](const PackPart& part) {
        return part.type() == "document" || part.type() == "material";
    };
    if (std::none_of(source_.parts.begin(), source_.parts.end(), is_document))
        book_->paragraph({plain("There are no documents.")});
    else if (!source_.shows_pictures)
        book_->paragraph(
            {plain("This copy is plain text and has no pictures. Where it says \"Picture\" in square "
                   "brackets, ask us, and we will show it to you.")});
    for (const PackPart& part : source_.parts)
        if (is_document(part)) write_under_year(part);
}

void PackPages::words_used() {
    book_->heading(1, "Words and short forms used here", "words");
    const std::vector<TermsSeen::Seen> terms = terms_.terms();
    if (terms.empty()) {
        book_->paragraph({plain("There are none that need to be explained.")});
        return;
    }
    for (const auto& [term, way] : terms) {
        const std::string name = way == term->term ? way : way + " (" + term->term + ")";
        book_->paragraph({strong(name + ": "), plain(term->meaning)});
    }
}

}  // namespace casekeeper
