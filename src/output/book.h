// SPDX-License-Identifier: MIT
//
// A long document as it is written, block after block, from the first page to the last: headings, paragraphs,
// lists, tables, pictures. pdf_book, html_book and text_book each write it out, so that all say the same and
// none is ever whole in memory. What is written is plain text in any bytes: each writer makes it printable. A
// line's end within a paragraph or an item begins a new line.
//
// A target is a name within the book (letters, digits and hyphens) that runs may lead to, before or after it.
// Where a run leads to a target of another volume, or to none, its words stand without a link.
#pragma once

#include <string>
#include <vector>

namespace casekeeper {

struct Run {
    enum class Style {
        plain,
        strong,
        kept_back  // stands where something was withheld: seen and read out as such
    };
    std::string text;
    Style style = Style::plain;
    std::string target = {};  // empty: leads nowhere
};
using Runs = std::vector<Run>;

struct BookPicture {
    std::string bytes;
    std::string media_type;   // image/png, image/jpeg
    std::string alternative;  // in a sentence, for who cannot see it; not empty
};

// What every page and the file itself say of the book.
struct BookFace {
    std::string title;
    std::string reference;  // on each page: the request and the volume
    std::string owner;      // whose it is: the trust
    std::string made_at;    // RFC 3339, of the caller's clock: the same book gives the same bytes
    double point_size = 10.5;
};

// std::logic_error where a block comes where none may.
class Book {
public:
    virtual ~Book() = default;

    // `level` 1 to 4, none skipped on the way down. Those of level 1 and 2 stand in the contents.
    virtual void heading(int level, const std::string& text, const std::string& target = {}) = 0;
    virtual void paragraph(const Runs& runs) = 0;
    virtual void items(const std::vector<Runs>& items) = 0;
    // Rows follow until end_table(); each has as many cells as there are columns. The header is repeated on
    // each page.
    virtual void begin_table(const std::string& caption, const std::vector<std::string>& columns) = 0;
    virtual void row(const std::vector<Runs>& cells) = 0;
    virtual void end_table() = 0;
    // InputError, naming what is wrong with it, where it cannot be shown; the book is as it was before.
    virtual void picture(const BookPicture& picture) = 0;
    virtual void new_page() = 0;

    // So far; of what has no pages, as many as it would have on A4.
    virtual long long pages() const = 0;
    // How many characters so far no font has a sign for: each stands there as its number, [U+F8FF].
    virtual long long without_sign() const { return 0; }
    // The book is whole and lies at its path. Without it nothing lies there.
    virtual void finish() = 0;
};

// What is kept back, as it is told from the rest without colour: in square brackets, once.
inline std::string in_brackets(const std::string& text) {
    return text.starts_with('[') && text.ends_with(']') ? text : "[" + text + "]";
}
inline Run plain(std::string text) {
    return {std::move(text)};
}
inline Run strong(std::string text) {
    return {std::move(text), Run::Style::strong};
}

}  // namespace casekeeper
