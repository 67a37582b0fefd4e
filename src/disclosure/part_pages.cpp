// SPDX-License-Identifier: MIT
#include "disclosure/part_pages.h"

#include <algorithm>
#include <stdexcept>

#include "base/errors.h"
#include "custody/contested_items.h"
#include "disclosure/pack_words.h"
#include "domain/remark.h"

namespace casekeeper {
namespace {

constexpr const char* ask_us = "Ask us, and we will show it to you.";
constexpr std::size_t beginning_length = 100;  // characters of what a line of the chronology tells

// What is told in sentences of its own; the rest is a line with its label.
bool is_narrative(const std::string& field) {
    return field == "account" || field == "text";
}

// Runs of one text as those of its paragraphs, without line ends at its own: a name may be split over the line
// that parts them, so that the whole text is treated first.
std::vector<Runs> paragraphs_of(const Runs& runs) {
    std::vector<Runs> all(1);
    for (const Run& run : runs) {
        if (run.style != Run::Style::plain) {
            all.back().push_back(run);
            continue;
        }
        std::size_t begin = 0;
        for (;;) {
            const std::size_t end = run.text.find("\n\n", begin);
            const std::string piece = run.text.substr(begin, end == std::string::npos ? end : end - begin);
            if (!piece.empty()) all.back().push_back(plain(piece));
            if (end == std::string::npos) break;
            if (!all.back().empty()) all.emplace_back();
            begin = end + 2;
        }
    }
    if (all.back().empty()) all.pop_back();
    if (!all.empty())
        if (std::string& last = all.back().back().text; all.back().back().style == Run::Style::plain)
            last.erase(last.find_last_not_of(" \n\r\t") + 1);
    return all;
}

bool is_plain(const Runs& runs) {
    return std::all_of(runs.begin(), runs.end(),
                       [](const Run& run) { return run.style == Run::Style::plain; });
}

Runs shortened(const Runs& runs) {
    Runs beginning;
    std::size_t length = 0;
    for (const Run& run : runs) {
        if (length >= beginning_length) break;
        if (run.style != Run::Style::plain || length + run.text.size() <= beginning_length) {
            beginning.push_back(run);
            length += run.text.size();
            continue;
        }
        std::size_t end = run.text.find_last_of(" \n", beginning_length - length);
        if (end == std::string::npos || end == 0) end = run.text.find_first_of(" \n");
        beginning.push_back(plain(run.text.substr(0, end) + (end == std::string::npos ? "" : "\u00A0…")));
        break;
    }
    return beginning;
}

}  // namespace

PartPages::PartPages(RecordStore& records, PartTexts& texts, Redactor& redactor, const PackLedger& ledger,
                     const ServiceCatalogue& catalogue, const std::vector<MaterialPart>& materials,
                     DocumentReader documents, Copy copy, std::map<std::string, std::string> contested)
    : records_(records),
      texts_(texts),
      redactor_(redactor),
      ledger_(ledger),
      catalogue_(catalogue),
      materials_(materials),
      documents_(std::move(documents)),
      copy_(copy),
      contested_(std::move(contested)) {}

std::string PartPages::target_of(const PackPart& part) {
    return "part-" + std::to_string(part.place);
}

std::string PartPages::heading_of(const PackPart& part) const {
    // A document lies with what was written at some hour; it is of no hour itself.
    const std::string when = when_in_words(part.day, part.type() == "document" ? "" : part.time);
    if (ledger_.whole(part.item)) return when.empty() ? "A part without a day" : when_in_words(part.day);
    const std::string what = heading_of_kind(part.kind);
    return when.empty() ? what : when + ": " + what;
}

std::string PartPages::service_of(const PackPart& part) {
    if (part.involvement.empty() || ledger_.whole("involvement:" + part.involvement)) return "";
    const auto owner = records_.owner_of_involvement(part.involvement);
    if (!owner) return "";
    const std::optional<int> service = catalogue_.find(owner->service);
    return service ? catalogue_.services()[static_cast<std::size_t>(*service)].title : owner->service;
}

std::vector<PartText> PartPages::texts_of(const PackPart& part) {
    const std::string type = part.type();
    if (type == "material") {
        const auto material = std::find_if(materials_.begin(), materials_.end(),
                                           [&](const MaterialPart& one) { return one.item == part.item; });
        if (material == materials_.end()) throw std::invalid_argument(part.item + " is not there any more");
        return texts_.of(material->material);
    }
    const RecordFormat* format = find_format(type);
    const std::optional<Record> record = format ? records_.find(format->type, part.id()) : std::nullopt;
    if (!record) throw std::invalid_argument(part.item + " is not there any more");
    return texts_.of(*record);
}

bool PartPages::is_kept_back(Book& book, const PackPart& part) {
    const LedgerLine* whole = ledger_.whole(part.item);
    if (!whole) return false;
    if (copy_ == Copy::persons) redactor_.count_whole(*whole, texts_of(part));
    Runs reasons;
    for (const LedgerLine* line : ledger_.of(part.item)) {
        if (!line->stand_in.empty()) continue;  // of words that are gone with the whole
        if (!reasons.empty()) reasons.push_back(plain(" "));
        reasons.push_back(Redactor::stand_in(*line));
    }
    book.paragraph(reasons);
    return copy_ == Copy::persons;
}

void PartPages::write_words(Book& book, const std::string& item, const PartText& text) {
    for (const Runs& paragraph : paragraphs_of(redactor_.treated(item, text, copy_)))
        book.paragraph(paragraph);
}

void PartPages::write_texts(Book& book, const std::string& item, const std::vector<PartText>& texts) {
    for (std::size_t at = 0; at < texts.size();) {
        if (is_narrative(texts[at].field)) {
            write_words(book, item, texts[at++]);
            continue;
        }
        // Several of one field, such as those who were there, share its label.
        Runs line = {strong(label_of_field(texts[at].field) + ": ")};
        const std::string field = texts[at].field;
        std::vector<std::string> notes;
        for (bool first = true; at < texts.size() && texts[at].field == field; ++at, first = false) {
            if (!first) line.push_back(plain("; "));
            const Runs treated = redactor_.treated(item, texts[at], copy_);
            line.insert(line.end(), treated.begin(), treated.end());
            // Of what is kept back its age is not told either.
            if (!texts[at].note.empty() && is_plain(treated)) notes.push_back(texts[at].note);
        }
        book.paragraph(line);
        for (const std::string& note : notes) book.paragraph({plain(note)});
    }
}

void PartPages::write_document(Book& book, const PackPart& part) {
    if (part.is_duplicate) {
        book.paragraph({plain("This document is the same as one that came before in this pack.")});
        return;
    }
    const DocumentShown shown = documents_(part.sha256);
    if (!shown.text.empty()) write_words(book, part.item, {"text", shown.text});
    if (!shown.pictures.empty()) write_pictures(book, part, shown);
    if (shown.why_not.empty()) return;
    book.paragraph({plain(shown.why_not + " " + ask_us)});
    not_shown_.push_back(part.item);
}

void PartPages::write_pictures(Book& book, const PackPart& part, const DocumentShown& shown) {
    // Whoever decided to show a photograph has looked at all of it; among the words of a scan a name is missed.
    const bool is_scan = !shown.pictures.front().which.empty();
    if (copy_ == Copy::persons && is_scan && !ledger_.of(part.item).empty())
        return keep_pictures_back(book, part, shown.pictures.size());
    if (!shown.text.empty())
        book.paragraph({plain("Some of its pages hold more than words. Here they are as pictures.")});
    const std::size_t before = not_shown_.size();
    for (const PictureShown& one : shown.pictures) {
        try {
            BookPicture picture = one.picture();
            picture.alternative = alternative_of(part, one, &one == &shown.pictures.front());
            book.picture(picture);
            ++pictures_;
        } catch (const InputError&) {
            const std::string which = one.which.empty() ? "This picture" : "Its " + one.which;
            book.paragraph({plain(which + " cannot be shown here. " + ask_us)});
            if (not_shown_.size() == before) not_shown_.push_back(part.item);
        }
    }
}

// Whoever or whatever is kept back may be seen in it, and no program can tell where.
void PartPages::keep_pictures_back(Book& book, const PackPart& part, std::size_t count) {
    Runs words = {plain(count == 1
                            ? "There is a picture in it. It is kept back as a whole, because nothing can "
                              "be taken out of a picture: "
                            : "There are " + std::to_string(count) +
                                  " pictures in it. They are kept back as a whole, because nothing can "
                                  "be taken out of a picture: ")};
    for (const LedgerLine* line : ledger_.of(part.item)) {
        if (words.size() > 1) words.push_back(plain(" "));
        words.push_back(Redactor::stand_in(*line));
    }
    book.paragraph(words);
}

// For who cannot see it. Its title is said once.
std::string PartPages::alternative_of(const PackPart& part, const PictureShown& shown, bool is_first) {
    const std::string title = is_first ? title_of(part) : "";
    std::string words = is_first ? heading_of_kind(part.kind) : "The same document";
    if (!title.empty()) words += ": " + title;
    return shown.which.empty() ? words : words + ", " + shown.which + ", as a picture";
}

// As the reader sees it.
std::string PartPages::title_of(const PackPart& part) {
    std::string title;
    for (const PartText& text : texts_of(part))
        if (text.field == "title")
            for (const Run& run : redactor_.glimpse(part.item, text, copy_)) title += run.text;
    return title;
}

// What says when it ended stands nowhere among its texts.
void PartPages::write_end(Book& book, const PackPart& part) {
    const std::optional<Record> service = records_.find(RecordType::involvement, part.id());
    if (const auto& closed = service.value().value("closed"))
        book.paragraph({strong("It ended on: "), plain(when_in_words(*closed))});
}

void PartPages::write(Book& book, const PackPart& part) {
    book.heading(3, heading_of(part), target_of(part));
    if (is_kept_back(book, part)) return;
    if (const std::string service = service_of(part); !service.empty())
        book.paragraph({strong("Service: "), plain(service)});
    if (part.kind == "not-shared")
        book.paragraph({plain("This was asked for or thought of, and not shared.")});
    if (const Runs view = other_view_of(part); !view.empty()) book.paragraph(view);
    std::vector<PartText> texts = texts_of(part);
    // The name of its file, where it has no better.
    if (std::any_of(texts.begin(), texts.end(), [](const PartText& text) { return text.field == "title"; }))
        std::erase_if(texts, [](const PartText& text) { return text.field == "file"; });
    if (part.type() == "involvement") write_end(book, part);
    write_texts(book, part.item, texts);
    if (part.type() == "document" || part.type() == "material") write_document(book, part);
}

Runs PartPages::beginning_of(const PackPart& part) {
    if (const LedgerLine* whole = ledger_.whole(part.item)) return {Redactor::stand_in(*whole)};
    const std::vector<PartText> texts = texts_of(part);
    Runs beginning;
    for (const char* field : {"account", "decision", "subject_words", "information", "title"})
        for (const PartText& text : texts)
            if (text.field == field && beginning.empty())
                beginning = shortened(redactor_.glimpse(part.item, text, copy_));
    const Runs view = shortened(other_view_of(part));
    if (!beginning.empty() && !view.empty()) beginning.push_back(plain(" "));
    beginning.insert(beginning.end(), view.begin(), view.end());
    return beginning;
}

Runs PartPages::other_view_of(const PackPart& part) {
    const bool is_entry = part.type() == "entry";
    if (!is_entry && part.type() != "document") return {};
    const std::string id = is_entry ? part.id() : part.entry;
    const std::string item = "entry:" + id;
    const std::optional<Record> entry = records_.find(RecordType::entry, id);
    if (!entry || ledger_.whole(item)) return {};
    const bool is_contested = !contested_by(contested_, part.item, id, part.involvement).empty();
    if (!is_contested && !is_disputed(*entry)) return {};
    const std::vector<Remark> remarks = other_views_of(*entry);
    const bool is_corrected = std::any_of(remarks.begin(), remarks.end(),
                                          [](const Remark& remark) { return remark.kind == "correction"; });
    Runs view = {strong(is_corrected ? "Corrected later. " : "Disputed. ")};
    if (is_contested) view.push_back(plain("It is not settled yet what is right. "));
    if (remarks.empty()) {
        view.push_back(
            plain("Somebody says that this is not right. What they say is not written here; you can "
                  "ask us to add it."));
        return view;
    }
    view.push_back(plain("What is said about it: "));
    for (std::size_t at = 0; at < remarks.size(); ++at) {
        if (at > 0) view.push_back(plain("; "));
        const Runs said = redactor_.glimpse(item, {"remarks", remarks[at].text}, copy_);
        view.insert(view.end(), said.begin(), said.end());
    }
    return view;
}

}  // namespace casekeeper
