// SPDX-License-Identifier: MIT
//
// A book as plain text of 80 columns in UTF-8, for whoever reads with a program of their own: headings underlined
// and numbered as in the contents, each row of a table as lines of label and value, what is kept back in square
// brackets, a picture as what it shows in words.
#pragma once

#include <string>

#include "output/book.h"
#include "output/book_file.h"
#include "output/book_outline.h"

namespace casekeeper {

class TextBook : public Book {
public:
    // Throws OutputError where nothing can be written beside `path`, like each of its functions.
    TextBook(const std::string& path, BookFace face);

    void heading(int level, const std::string& text, const std::string& target) override;
    void paragraph(const Runs& runs) override;
    void items(const std::vector<Runs>& items) override;
    void begin_table(const std::string& caption, const std::vector<std::string>& columns) override;
    void row(const std::vector<Runs>& cells) override;
    void end_table() override { outline_.end_table(); }
    void picture(const BookPicture& picture) override;
    void new_page() override;
    long long pages() const override { return outline_.pages(); }
    void finish() override;

private:
    BookFace face_;
    BookOutline outline_;
    BookFile file_;
};

}  // namespace casekeeper
