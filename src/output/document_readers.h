// SPDX-License-Identifier: MIT
//
// The readers behind document_text.h, one a kind of document. They run apart from the product's own process
// and may break there. Each fills in what it is given; Unreadable says in plain words why it cannot.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "output/document_text.h"

namespace casekeeper {

// Why a document cannot be read, to be shown: "it is damaged".
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// What all documents within one document may use up together.
struct DocumentSource {
    std::string_view bytes;
    std::string name;
    std::string media_type;
};

class ReadingBudget {
public:
    explicit ReadingBudget(const ReadingLimits& limits) : limits_(limits) {}

    // Unreadable where it is too much.
    void unpack(std::size_t bytes);
    // A document within another: its faults are said in the result. Unreadable where there are too many.
    DocumentText read_within(const DocumentSource& source);
    const ReadingLimits& limits() const { return limits_; }

private:
    ReadingLimits limits_;
    std::size_t unpacked_ = 0;
    long long members_ = 0;
    int depth_ = 0;
};

DocumentKind kind_of(const DocumentSource& source);
// What is known of a kind that is not read here: "a spreadsheet", "Word before 2007".
std::string other_kind_of(const DocumentSource& source);
// Does the media type say another kind than the bytes do?
bool is_called_otherwise(const DocumentSource& source, DocumentKind kind);

// Any kind, its faults included.
DocumentText read_any(const DocumentSource& source, ReadingBudget& budget);

void read_pdf(const DocumentSource& source, ReadingBudget& budget, DocumentText& into);
void read_word(const DocumentSource& source, ReadingBudget& budget, DocumentText& into);
void read_open_document(const DocumentSource& source, ReadingBudget& budget, DocumentText& into);
void read_page(const DocumentSource& source, DocumentText& into);
void read_mail(const DocumentSource& source, ReadingBudget& budget, DocumentText& into);
void read_picture(const DocumentSource& source, const ReadingBudget& budget, DocumentText& into);
void read_archive(const DocumentSource& source, ReadingBudget& budget, DocumentText& into);

// One member of an archive, its bytes counted as they are unpacked. Unreadable where it is damaged or locked.
class ZipArchive;
std::string unpacked(const ZipArchive& archive, std::size_t at, ReadingBudget& budget);

// Adds a part or a property where there is one.
void say(DocumentText& into, const std::string& where, std::string text);
void note(DocumentText& into, const std::string& name, std::string value);

}  // namespace casekeeper
