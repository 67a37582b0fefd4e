// SPDX-License-Identifier: MIT
//
// A PDF as a document: the text of its pages, what it says of itself, notes and forms on it, files in it; and
// which of its pages are pictures.
#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "output/charset.h"
#include "output/document_readers.h"
#include "output/marked_up.h"
#include "output/opened_pdf.h"

namespace casekeeper {
namespace {

bool says_nothing(const std::string& text) {
    return text.find_first_not_of(" \t\r\n\f") == std::string::npos;
}

// "pages 2, 5"
std::string pages_in_words(const std::vector<long long>& pages) {
    std::string words = pages.size() == 1 ? "page " : "pages ";
    for (const long long page : pages) words += (page == pages.front() ? "" : ", ") + std::to_string(page);
    return words;
}

// What a program makes of letters without meaning: U+FFFD, those of private use, control characters.
bool is_nonsense(const std::string& text) {
    long letters = 0;
    long meaningless = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0U) == 0x80 || byte == ' ' || byte == '\n' || byte == '\f' || byte == '\t') continue;
        ++letters;
        const std::string_view three = std::string_view(text).substr(at, 3);
        const bool is_private = byte == 0xEE || (byte == 0xEF && three < "\xEF\xA4\x80");
        if (byte < 0x20 || three == "\xEF\xBF\xBD" || is_private) ++meaningless;
    }
    return meaningless * 20 > letters;
}

// Something that is not read, on no page in particular.
void leave_all_to_people(const char* what, DocumentText& into) {
    into.for_human_eyes.emplace_back(what);
    into.pages_for_human_eyes.resize(static_cast<std::size_t>(into.pages));
    std::iota(into.pages_for_human_eyes.begin(), into.pages_for_human_eyes.end(), 1LL);
}

void leave_to_people(const std::vector<long long>& more, DocumentText& into) {
    std::vector<long long> all;
    std::set_union(into.pages_for_human_eyes.begin(), into.pages_for_human_eyes.end(), more.begin(),
                   more.end(), std::back_inserter(all));
    into.pages_for_human_eyes = std::move(all);
}

void read_pages(OpenedPdf& pdf, ReadingBudget& budget, DocumentText& into) {
    std::vector<long long> silent;
    std::vector<long long> nonsense;
    pdf.each_page([&](long long page, const std::string& text) {
        budget.unpack(text.size());
        into.pages = page;
        if (says_nothing(text))
            silent.push_back(page);
        else if (is_nonsense(text))
            nonsense.push_back(page);
        say(into, "page " + std::to_string(page), text);
    });
    if (into.pages == 0) throw Unreadable("it has no pages");
    leave_to_people(silent, into);
    leave_to_people(nonsense, into);
    if (pdf.lacks_letters()) leave_all_to_people("some of its letters are not known here", into);
    if (!nonsense.empty())
        into.for_human_eyes.push_back("letters that mean nothing to a program: " + pages_in_words(nonsense));
    if (static_cast<long long>(silent.size()) == into.pages) return;
    if (!silent.empty()) into.for_human_eyes.push_back("no text: " + pages_in_words(silent));
}

void find_pictures(OpenedPdf& pdf, DocumentText& into) {
    std::vector<long long> pages;
    long long at = 0;
    for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf.pdf()).getAllPages()) {
        bool shows = false;
        ++at;
        if (drawing_of(page).find("BI") != std::string::npos) page.externalizeInlineImages();
        page.forEachImage(
            true, [&shows](QPDFObjectHandle&, QPDFObjectHandle&, const std::string&) { shows = true; });
        if (shows) pages.push_back(at);
    }
    if (!pages.empty()) into.for_human_eyes.push_back("pictures: " + pages_in_words(pages));
    leave_to_people(pages, into);
}

// Fonts that draw shapes and do not say which letters they are: what is read of them may be other letters.
void find_wordless_fonts(OpenedPdf& pdf, DocumentText& into) {
    for (QPDFObjectHandle font : pdf.pdf().getAllObjects()) {
        if (name_under(font, "/Type") != "/Font" || font.hasKey("/ToUnicode")) continue;
        const std::string kind = name_under(font, "/Subtype");
        const bool by_number = name_under(font, "/Encoding").starts_with("/Identity");
        if (kind != "/Type3" && (kind != "/Type0" || !by_number)) continue;
        leave_all_to_people("a font in it does not say which letters it draws", into);
        return;
    }
}

// What the strings of a PDF say, by the key they stand under.
const std::map<std::string, const char*>& said_under() {
    static const std::map<std::string, const char*> keys = {
        {"/Contents", "note on a page"},
        {"/RC", "note on a page"},
        {"/Subj", "subject of a note"},
        {"/T", "author or form field"},
        {"/TU", "form field"},
        {"/TM", "form field"},
        {"/V", "form field"},
        {"/DV", "form field"},
        {"/Opt", "form field"},
        {"/CA", "form field"},
        {"/Title", "title"},
        {"/Alt", "words for a picture"},
        {"/ActualText", "words for a picture"},
        {"/E", "words for a picture"},
        {"/URI", "link"},
        {"/JS", "script"},
        {"/F", "file named"},
        {"/UF", "file named"},
        {"/Desc", "file described"},
        {"/Name", "name"},
        {"/Reason", "signature"},
        {"/Author", "author"},
        {"/Subject", "subject"},
        {"/Keywords", "keywords"},
        {"/Location", "signature"},
        {"/ContactInfo", "signature"},
    };
    return keys;
}

void read_strings(OpenedPdf& pdf, DocumentText& into) {
    const QPDFObjectHandle information = pdf.pdf().getTrailer().getKey("/Info");
    const int its_id = information.isIndirect() ? information.getObjectID() : -1;
    pdf.each_string([&](int object, const std::string& key, const std::string& text) {
        if (object == its_id) return note(into, key.substr(key.empty() ? 0 : 1), utf8_of_text(text));
        const auto known = said_under().find(key);
        if (known != said_under().end()) note(into, known->second, utf8_of_text(text));
    });
}

void read_metadata(OpenedPdf& pdf, ReadingBudget& budget, DocumentText& into) {
    for (QPDFObjectHandle object : pdf.pdf().getAllObjects()) {
        if (!object.isStream() || name_under(object, "/Type") != "/Metadata") continue;
        const std::string packet = bytes_of_stream(object);
        budget.unpack(packet.size());
        const auto nodes = marked_up_xml(packet);
        if (!nodes) {
            note(into, "XMP", utf8_of_text(packet));
            continue;
        }
        for (const MarkedUpNode& node : *nodes) {
            if (node.kind == MarkedUpNode::Kind::text) note(into, "XMP", node.text);
            for (const auto& [name, value] : node.attributes) note(into, "XMP, " + name, value);
        }
    }
}

void read_attached(OpenedPdf& pdf, ReadingBudget& budget, DocumentText& into) {
    for (const QPDFObjectHandle& file : pdf.attached_files()) {
        const std::string bytes = bytes_of_stream(file);
        budget.unpack(bytes.size());
        into.attachments.push_back(budget.read_within({bytes, "a file in the PDF", ""}));
    }
}

void find_hidden_forms(OpenedPdf& pdf, DocumentText& into) {
    QPDFObjectHandle form = pdf.pdf().getRoot().getKey("/AcroForm");
    if (form.isDictionary() && form.hasKey("/XFA"))
        leave_all_to_people("it is a form of Adobe's (XFA)", into);
    if (pdf.is_damaged()) leave_all_to_people("it is damaged in places: some of it may be missing", into);
}

// What is mended by guessing may have lost pages.
bool has_its_end(std::string_view bytes) {
    constexpr std::size_t end_within = 4096;
    const std::string_view end = bytes.substr(bytes.size() - std::min(bytes.size(), end_within));
    return end.find("%%EOF") != std::string_view::npos && end.find("startxref") != std::string_view::npos;
}

}  // namespace

void read_pdf(const DocumentSource& source, ReadingBudget& budget, DocumentText& into) {
    if (!has_its_end(source.bytes)) throw Unreadable("it is damaged: its end is missing");
    try {
        OpenedPdf pdf(source.bytes, "");
        read_pages(pdf, budget, into);
        read_strings(pdf, into);
        read_metadata(pdf, budget, into);
        read_attached(pdf, budget, into);
        find_pictures(pdf, into);
        find_wordless_fonts(pdf, into);
        find_hidden_forms(pdf, into);
        if (!source.bytes.starts_with("%PDF-"))
            into.for_human_eyes.emplace_back("something stands before the PDF in the file");
    } catch (const OpenedPdf::CannotOpen& reason) {
        throw Unreadable(reason.what());
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {  // qpdf's, whose words may hold the document's
        throw Unreadable("it is damaged");
    }
    if (into.parts.empty()) throw Unreadable("no text: for human eyes");
    into.readable = true;
}

}  // namespace casekeeper
