// SPDX-License-Identifier: MIT
//
// A book as a tagged PDF (output/pdf_document.h). What is kept back stands in brackets on grey, so that it is
// seen without colour and read out. A table that the page has no room for, as in large print, is written row by
// row, each cell on a line of its own with its label. A character that no font of the machine has stands as its
// number, [U+FF3A], and is counted: without_sign().
#pragma once

#include <string>
#include <vector>

#include "output/book.h"
#include "output/pdf_document.h"

namespace casekeeper {

class PdfBook : public Book {
public:
    // Throws OutputError where nothing can be written beside `path`, like each of its functions.
    PdfBook(const std::string& path, const BookFace& face);

    void heading(int level, const std::string& text, const std::string& target) override;
    void paragraph(const Runs& runs) override;
    void items(const std::vector<Runs>& items) override;
    void begin_table(const std::string& caption, const std::vector<std::string>& columns) override;
    void row(const std::vector<Runs>& cells) override;
    void end_table() override;
    void picture(const BookPicture& picture) override;
    void new_page() override;
    long long pages() const override;
    long long without_sign() const override;
    void finish() override;

private:
    PdfDocument& document();
    void write_row(const std::vector<Runs>& cells);

    double line_;  // letters that it has room for
    PdfDocument document_;
    // Of a table that is not begun yet.
    std::vector<std::string> headings_;
    std::vector<std::vector<Runs>> waiting_;
    // Of a table for whose columns there is no room: its rows are written one column under another.
    std::vector<std::string> labels_;
};

}  // namespace casekeeper
