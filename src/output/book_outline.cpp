// SPDX-License-Identifier: MIT
#include "output/book_outline.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "output/printable.h"

namespace casekeeper {
namespace {

// Of A4 at the usual size.
constexpr double usual_point_size = 10.5;
constexpr double usual_lines = 52;
constexpr double usual_characters = 95;
constexpr double lines_of_a_picture = 26;
constexpr int deepest = 4;
constexpr int deepest_in_contents = 2;

void require(bool so, const char* what) {
    if (!so) throw std::logic_error(what);
}

void require_name(const std::string& target) {
    const bool is_name = std::all_of(target.begin(), target.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
    require(is_name && target.size() < 200, "a target of a book is named by letters, digits and hyphens");
}

// Looks at the names they lead to, too.
std::size_t characters_of(const Runs& runs) {
    std::size_t characters = 0;
    for (const Run& run : runs) {
        require_name(run.target);
        characters += length_of(run.text);
    }
    return characters;
}

}  // namespace

BookOutline::BookOutline(double point_size)
    : lines_a_page_(usual_lines * usual_point_size / point_size),
      characters_a_line_(usual_characters * usual_point_size / point_size) {
    require(point_size >= 4 && point_size <= 72, "a book is set in 4 to 72 points");
}

BookOutline::Heading BookOutline::heading(int level, const std::string& text, const std::string& target) {
    require_open_page();
    require(level >= 1 && level <= deepest, "a heading of a book has level 1 to 4");
    require(level <= last_level_ + 1, "no level of a book's headings is skipped on the way down");
    require_name(target);
    last_level_ = level;
    add_text(length_of(text), 0.7);
    add_lines(1.5);
    Heading heading{level, number_of(level), text, ""};
    // Where one name comes twice, it leads to the first.
    if (!target.empty() && targets_.insert(target).second) heading.id = id_of(target);
    if (level > deepest_in_contents) return heading;
    if (heading.id.empty()) heading.id = "part-" + std::to_string(contents_.size() + 1);
    contents_.push_back(heading);
    return heading;
}

void BookOutline::paragraph(const Runs& runs) {
    require_open_page();
    add_text(characters_of(runs), 1);
    add_lines(0.5);
}

void BookOutline::items(const std::vector<Runs>& items) {
    require_open_page();
    for (const Runs& item : items) add_text(characters_of(item), 0.95);
    add_lines(0.5);
}

void BookOutline::begin_table(const std::string& caption, const std::vector<std::string>& columns) {
    require_open_page();
    require(!columns.empty(), "a table of a book has columns");
    in_table_ = true;
    columns_ = columns;
    add_text(length_of(caption), 1);
    add_lines(2);
}

void BookOutline::row(const std::vector<Runs>& cells) {
    require(in_table_ && !finished_, "a row of a book stands in a table");
    require(cells.size() == columns_.size(), "a row of a book has a cell for each column");
    std::size_t characters = 0;
    for (const Runs& cell : cells) characters += characters_of(cell);
    add_text(characters, 0.8);
    add_lines(0.3);
}

void BookOutline::end_table() {
    require(in_table_, "what ends is no table");
    in_table_ = false;
}

void BookOutline::picture() {
    require_open_page();
    add_lines(lines_of_a_picture);
}

void BookOutline::new_page() {
    require_open_page();
    lines_ = std::ceil(lines_ / lines_a_page_) * lines_a_page_;
}

void BookOutline::finish() {
    require_open_page();
    finished_ = true;
}

long long BookOutline::pages() const {
    return std::max(1LL, std::llround(std::ceil(lines_ / lines_a_page_)));
}

void BookOutline::require_open_page() const {
    require(!in_table_, "the table of a book ends before something else comes");
    require(!finished_, "nothing comes after the end of a book");
}

std::string BookOutline::number_of(int level) {
    if (level == 1) {
        parts_within_ = 0;
        return std::to_string(++parts_) + ".";
    }
    if (level > deepest_in_contents) return "";
    return std::to_string(parts_) + "." + std::to_string(++parts_within_);
}

// `width` of the text: 1 is the whole page.
void BookOutline::add_text(std::size_t characters, double width) {
    const double a_line = std::max(1.0, characters_a_line_ * width);
    add_lines(std::max(1.0, std::ceil(static_cast<double>(characters) / a_line)));
}

}  // namespace casekeeper
