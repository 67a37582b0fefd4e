// SPDX-License-Identifier: MIT
#include "output/document_text.h"

#include <stdexcept>

#include "output/charset.h"
#include "output/document_readers.h"
#include "output/mapped_file.h"
#include "output/message_parts.h"

namespace casekeeper {
namespace {

DocumentText unreadable(DocumentText document, const std::string& reason) {
    document.readable = false;
    document.reason = reason;
    return document;
}

void read_plain_text(const DocumentSource& source, DocumentText& into) {
    into.readable = true;
    say(into, "text", utf8_of_text(source.bytes));
}

void read_kind(const DocumentSource& source, ReadingBudget& budget, DocumentText& into) {
    switch (into.kind) {
        case DocumentKind::pdf:
            return read_pdf(source, budget, into);
        case DocumentKind::word:
            return read_word(source, budget, into);
        case DocumentKind::open_document:
            return read_open_document(source, budget, into);
        case DocumentKind::plain_text:
            return read_plain_text(source, into);
        case DocumentKind::page:
            return read_page(source, into);
        case DocumentKind::mail:
            return read_mail(source, budget, into);
        case DocumentKind::picture:
            return read_picture(source, budget, into);
        case DocumentKind::archive:
            return read_archive(source, budget, into);
        case DocumentKind::other:
            throw Unreadable("it is " + other_kind_of(source) + ", which is not read here");
    }
}

// ── From the process apart: what a document says, one message a fact ──

constexpr const char* begins = "begins";
constexpr const char* ends = "ends";
constexpr const char* part = "part";
constexpr const char* property = "property";
constexpr const char* eyes = "eyes";
constexpr const char* page_for_eyes = "page";

void tell(const DocumentText& document, const Say& say_it) {
    say_it(message_of({begins, document.name, std::to_string(static_cast<int>(document.kind)),
                       document.readable ? "1" : "0", document.reason, std::to_string(document.pages)}));
    for (const TextPart& one : document.parts) say_it(message_of({part, one.where, one.text}));
    for (const DocumentProperty& one : document.properties)
        say_it(message_of({property, one.name, one.value}));
    for (const std::string& one : document.for_human_eyes) say_it(message_of({eyes, one}));
    for (const long long page : document.pages_for_human_eyes)
        say_it(message_of({page_for_eyes, std::to_string(page)}));
    for (const DocumentText& one : document.attachments) tell(one, say_it);
    say_it(message_of({ends}));
}

// The document told, and those within it that are not told to their end.
class Told {
public:
    void hear(std::string_view message) {
        const std::vector<std::string> parts = parts_of(message);
        if (parts.at(0) == begins)
            begin(parts);
        else if (parts[0] == ends)
            end();
        else if (parts[0] == part)
            open_.back().parts.push_back({parts.at(1), parts.at(2)});
        else if (parts[0] == property)
            open_.back().properties.push_back({parts.at(1), parts.at(2)});
        else if (parts[0] == page_for_eyes)
            open_.back().pages_for_human_eyes.push_back(std::stoll(parts.at(1)));
        else
            open_.back().for_human_eyes.push_back(parts.at(1));
    }
    bool is_whole() const { return whole_; }
    DocumentText document() { return std::move(document_); }

private:
    void begin(const std::vector<std::string>& parts) {
        DocumentText document;
        document.name = parts.at(1);
        document.kind = static_cast<DocumentKind>(std::stoi(parts.at(2)));
        document.readable = parts.at(3) == "1";
        document.reason = parts.at(4);
        document.pages = std::stoll(parts.at(5));
        open_.push_back(std::move(document));
    }
    void end() {
        DocumentText document = std::move(open_.back());
        open_.pop_back();
        if (!open_.empty())
            open_.back().attachments.push_back(std::move(document));
        else {
            document_ = std::move(document);
            whole_ = true;
        }
    }

    std::vector<DocumentText> open_;
    DocumentText document_;
    bool whole_ = false;
};

}  // namespace

void ReadingBudget::unpack(std::size_t bytes) {
    unpacked_ += bytes;
    if (unpacked_ > limits_.unpacked) throw Unreadable("it unpacks to more than may be read of one document");
}

DocumentText ReadingBudget::read_within(const DocumentSource& source) {
    if (++members_ > limits_.members) throw Unreadable("there are too many documents in it");
    if (depth_ >= limits_.depth) {
        DocumentText document;
        document.name = utf8_of_text(source.name);
        return unreadable(std::move(document), "it lies too deep, a document in a document in a document");
    }
    ++depth_;
    DocumentText document = read_any(source, *this);
    --depth_;
    return document;
}

void say(DocumentText& into, const std::string& where, std::string text) {
    if (text.find_first_not_of(" \t\r\n\f") != std::string::npos)
        into.parts.push_back({where, std::move(text)});
}

void note(DocumentText& into, const std::string& name, std::string value) {
    if (value.find_first_not_of(" \t\r\n\f") != std::string::npos)
        into.properties.push_back({name, std::move(value)});
}

DocumentText read_any(const DocumentSource& source, ReadingBudget& budget) {
    DocumentText document;
    document.name = utf8_of_text(source.name);
    try {
        if (source.bytes.empty()) return unreadable(std::move(document), "it is empty");
        document.kind = kind_of(source);
        if (is_called_otherwise(source, document.kind))
            document.for_human_eyes.push_back("it is called " + utf8_of_text(source.media_type) +
                                              ", and is " + in_words(document.kind));
        read_kind(source, budget, document);
        return document;
    } catch (const Unreadable& reason) {
        return unreadable(std::move(document), reason.what());
    }
}

std::string whole_text(const DocumentText& document) {
    std::string text;
    for (const TextPart& one : document.parts) text += (text.empty() ? "" : "\n\n") + one.text;
    return text;
}

std::vector<std::string> left_to_people(const DocumentText& document) {
    std::vector<std::string> left = document.for_human_eyes;
    if (!document.readable) left.insert(left.begin(), document.reason);
    for (const DocumentText& one : document.attachments)
        for (const std::string& what : left_to_people(one)) left.push_back(one.name + ": " + what);
    return left;
}

DocumentText read_document(const StoredDocument& stored, const ReadingLimits& limits) {
    const MappedFile file(stored.path);
    if (file.bytes().size() > limits.file) return unreadable({}, "it is larger than what is read here");
    Told told;
    const WorkEnded ended = run_apart(
        limits.process,
        [&](const Say& say_it) {
            ReadingBudget budget(limits);
            DocumentText document = read_any({file.bytes(), stored.name, stored.media_type}, budget);
            document.name.clear();
            tell(document, say_it);
        },
        [&told](std::string_view message) { told.hear(message); });
    if (ended == WorkEnded::well && told.is_whole()) return told.document();
    DocumentText nothing = unreadable({}, in_words(ended == WorkEnded::well ? WorkEnded::broke_off : ended));
    nothing.broke_off = true;
    return nothing;
}

}  // namespace casekeeper
