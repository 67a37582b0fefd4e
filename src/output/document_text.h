// SPDX-License-Identifier: MIT
//
// What a stored document says: its text, its properties and what it carries with it, whoever wrote it and
// however. What the bytes are counts, not what they are called. It is read in a process of its own within
// limits (base/separate_process.h), so that a document made to break its reader is unreadable and no more.
//
// Nothing is passed over in silence: what no program can read (a scan, a picture, what is damaged or locked,
// a kind not known here) is said in plain words, for a person to look at.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/separate_process.h"

namespace casekeeper {

enum class DocumentKind { pdf, word, open_document, plain_text, page, mail, picture, archive, other };

// "a PDF", "a Word document" …
std::string in_words(DocumentKind kind);
// "pdf", "open_document" …, and back; of a word that is none: other.
std::string code_of(DocumentKind kind);
DocumentKind kind_of_code(std::string_view code);

// A stretch of text and where it stands: "page 3", "text", "footnotes", "comments", "deleted text".
struct TextPart {
    std::string where;
    std::string text;  // UTF-8
};

// What it says of itself: author, title, sender, the place a photograph was taken.
struct DocumentProperty {
    std::string name;
    std::string value;
};

// Counts up when the readers say more, or anything else, of the same bytes: what an earlier version read is read anew.
constexpr int reader_version = 1;

struct DocumentText {
    std::string name;  // of an attachment, as it is written there; empty of the document itself
    DocumentKind kind = DocumentKind::other;
    bool readable = false;
    std::string reason;      // why it is not readable; empty where it is
    bool broke_off = false;  // the reading did, for time or memory: it may go well another day
    long long pages = 0;     // of a PDF
    std::vector<long long> pages_for_human_eyes;  // from 1, ascending: those that a program cannot read whole
    std::vector<TextPart> parts;
    std::vector<DocumentProperty> properties;
    std::vector<DocumentText> attachments;  // each read in turn: files of a mail, pictures of a Word document
    // What of a readable document a person has to look at: "page 4 has no text".
    std::vector<std::string> for_human_eyes;
};

// All parts, an empty line between them.
std::string whole_text(const DocumentText& document);

// What a person has to look at, of the document and of all within it, each with where it is:
// "report.pdf: page 4 has no text". Empty where a program has read it all.
std::vector<std::string> left_to_people(const DocumentText& document);

struct ReadingLimits {
    ProcessLimits process{std::chrono::seconds{120}, std::size_t{2} << 30U, std::size_t{256} << 20U};
    std::size_t file = std::size_t{1} << 30U;      // bytes of the document as it is stored
    std::size_t unpacked = std::size_t{1} << 30U;  // bytes of everything packed in it, all together
    std::size_t ratio = 250;                       // of unpacked to packed, from 1 MB on
    int depth = 8;                                 // documents within documents
    long long members = 20'000;                    // documents in it, all together
    long long dots = 400'000'000;                  // of a picture, by its header
};

struct StoredDocument {
    std::string path;
    std::string name;        // what it was called: tells mail from text where its bytes do not
    std::string media_type;  // what it was said to be
};

// InputError where the file cannot be opened; whatever lies in it is said in the result.
DocumentText read_document(const StoredDocument& document, const ReadingLimits& limits = {});

}  // namespace casekeeper
