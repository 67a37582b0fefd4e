// SPDX-License-Identifier: MIT
//
// A PDF document that a test writes, and what other people's programs (poppler's and qpdf's) read of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "output/pdf_document.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {

PdfStyle plain_style(const std::string& title = "A record");

class WrittenPdf {
public:
    WrittenPdf(const std::function<void(PdfDocument&)>& write, const PdfStyle& style = plain_style());

    // As a reader would copy it. `options`: pdftotext's.
    std::string text(const std::string& options = "") const;
    // The text of each page.
    std::vector<std::string> pages() const;
    std::string facts() const;
    // What is a heading, a paragraph …, with its text: an element a line, indented.
    std::string structure() const;
    // Every object in plain text.
    std::string objects() const;
    // Empty where qpdf finds nothing wrong.
    std::string faults() const;
    std::string bytes() const;

    const std::map<char32_t, long long>& without_glyph() const { return without_glyph_; }
    // As the document counted them.
    long long pages_counted() const { return pages_counted_; }

private:
    std::string said(const std::string& before, const std::string& behind) const;

    TemporaryFolder folder_;
    std::string path_;
    std::map<char32_t, long long> without_glyph_;
    long long pages_counted_ = 0;
};

// Words in their order, one space between them.
std::string words_of(const std::string& text);
std::size_t count_of(const std::string& text, const std::string& part);

}  // namespace casekeeper::test
