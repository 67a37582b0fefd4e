// SPDX-License-Identifier: MIT
//
// A document as a tagged PDF file (ISO 32000-1 and 14289-1, PDF/UA-1), A4, written as it is told: headings,
// paragraphs, lists, tables, pictures, from beginning to end. Its title, contents and the number of pages stand
// in front and at the foot all the same. Every script is drawn that the machine has a font for; what no font
// has is drawn as its number and told by without_glyph(). The same calls give the same bytes, on the same fonts.
// cairo and qpdf keep about 0.1 MB a page until it is written: a long record is several documents (pages()).
//
// The file is there whole after finish(), or not at all. Errors: OutputError where it cannot be written,
// InputError for a picture or a moment. The words of a link that leads nowhere stand without one.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "output/pdf_table.h"
#include "output/pdf_text.h"

namespace casekeeper {

struct PdfStyle {
    std::string title;
    std::vector<std::string> opening = {};  // paragraphs beneath the title
    std::string language = "en-GB";
    std::string reference = {};  // at the foot of each page
    double base_pt = 10.5;       // of the text; 18 for large print
    std::string created = {};    // RFC 3339, of the caller's clock
    int contents_levels = 2;     // of the headings that the contents name; 0 for no contents
};

class PdfDocument {
public:
    PdfDocument(const std::string& path, PdfStyle style);
    ~PdfDocument();
    PdfDocument(const PdfDocument&) = delete;
    PdfDocument& operator=(const PdfDocument&) = delete;

    // `level`: 1 to 4. `target`: what links to it call it; empty for none. It stays with what follows it.
    void heading(int level, std::string_view text, const std::string& target = {});
    void paragraph(const PdfSpans& spans);
    void list(const std::vector<PdfSpans>& items, bool numbered = false);
    // Says what the table or list after it is, and stays with it.
    void caption(const PdfSpans& spans);
    // `first_row`: where it is known, so that what stands above the table stays with it.
    void table_begin(const std::vector<PdfColumn>& columns, const std::vector<PdfSpans>& first_row = {});
    // REQUIRES: between table_begin and table_end; a cell for each column.
    void table_row(const std::vector<PdfSpans>& cells);
    void table_end();
    // `alternative`: what is to be seen, for who cannot; REQUIRES: not empty.
    void figure(std::string_view bytes, std::string_view media_type, std::string_view alternative);
    // What follows begins on a page of its own.
    void page_break();

    // Pages so far; once it is finished with those of title and contents.
    long long pages() const;
    // Each character that no font of this machine has, and how often it was met.
    const std::map<char32_t, long long>& without_glyph() const;

    void finish();

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace casekeeper
