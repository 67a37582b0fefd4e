// SPDX-License-Identifier: MIT
//
// A book as one HTML file that needs nothing else and calls nowhere: no script, its pictures within it. It can
// be read with the keyboard alone, by a screen reader, on a telephone, in the dark and on A4. What is kept back
// stands in brackets and a frame, so that it is seen without colour, and is said as such by a screen reader.
#pragma once

#include <string>

#include "output/book.h"
#include "output/book_file.h"
#include "output/book_outline.h"

namespace casekeeper {

class HtmlBook : public Book {
public:
    // Throws OutputError where nothing can be written beside `path`, like each of its functions.
    HtmlBook(const std::string& path, BookFace face);

    void heading(int level, const std::string& text, const std::string& target) override;
    void paragraph(const Runs& runs) override;
    void items(const std::vector<Runs>& items) override;
    void begin_table(const std::string& caption, const std::vector<std::string>& columns) override;
    void row(const std::vector<Runs>& cells) override;
    void end_table() override;
    void picture(const BookPicture& picture) override;
    void new_page() override;
    long long pages() const override { return outline_.pages(); }
    void finish() override;

private:
    bool is_stacked() const { return outline_.columns().size() > 2; }

    BookFace face_;
    BookOutline outline_;
    BookFile file_;
    long long tables_ = 0;
};

}  // namespace casekeeper
