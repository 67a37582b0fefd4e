// SPDX-License-Identifier: MIT
#include "output/text_book.h"

#include <algorithm>

#include "base/calendar.h"
#include "output/bare_picture.h"
#include "output/printable.h"
#include "output/text_lines.h"

namespace casekeeper {
namespace {

// The first line as it is, the others further in.
std::string lines_of(const std::string& text, std::size_t indent = 0) {
    std::string lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        for (const std::string& line : wrapped(text.substr(begin, end - begin), text_columns - indent))
            lines += (lines.empty() ? "" : std::string(indent, ' ')) + line + "\n";
        begin = end + 1;
    }
    return lines;
}

std::string underlined(const std::string& text, char line) {
    std::size_t widest = 0;
    std::string lines;
    for (const std::string& one : wrapped(text, text_columns)) {
        widest = std::max(widest, length_of(one));
        lines += one + "\n";
    }
    return lines + std::string(widest, line) + "\n";
}

std::string text_of(const Runs& runs) {
    std::string text;
    for (const Run& run : runs) text += run.style == Run::Style::kept_back ? in_brackets(run.text) : run.text;
    return text;
}

std::string named(const BookOutline::Heading& heading) {
    return heading.number.empty() ? heading.text : heading.number + " " + heading.text;
}

std::string front_of(const BookFace& face, const BookOutline& outline) {
    std::string front = underlined(face.title, '=');
    for (const std::string& line : {face.owner, face.reference})
        if (!line.empty()) front += lines_of(line);
    if (const auto day = parse_date(face.made_at.substr(0, 10))) front += "Made on " + to_words(*day) + "\n";
    if (outline.contents().empty()) return front;
    front += "\nContents\n--------\n";
    for (const BookOutline::Heading& heading : outline.contents()) {
        const std::size_t indent = heading.level == 1 ? 0 : 3;
        front += std::string(indent, ' ') + lines_of(named(heading), indent + 3);
    }
    return front;
}

}  // namespace

TextBook::TextBook(const std::string& path, BookFace face)
    : face_(std::move(face)), outline_(face_.point_size), file_(path) {}

void TextBook::heading(int level, const std::string& text, const std::string& target) {
    static constexpr char lines[] = {'=', '-', '~', '.'};
    const BookOutline::Heading heading = outline_.heading(level, text, target);
    file_.write_body((level == 1 ? "\n\n" : "\n") + underlined(named(heading), lines[level - 1]));
}

void TextBook::paragraph(const Runs& runs) {
    outline_.paragraph(runs);
    file_.write_body("\n" + lines_of(text_of(runs)));
}

void TextBook::items(const std::vector<Runs>& items) {
    outline_.items(items);
    std::string text = "\n";
    for (const Runs& item : items) text += lines_of("- " + text_of(item), 2);
    file_.write_body(text);
}

void TextBook::begin_table(const std::string& caption, const std::vector<std::string>& columns) {
    outline_.begin_table(caption, columns);
    file_.write_body("\n" + lines_of(caption));
}

void TextBook::row(const std::vector<Runs>& cells) {
    outline_.row(cells);
    std::string text = "\n";
    for (std::size_t at = 0; at < cells.size(); ++at)
        if (const std::string said = text_of(cells[at]); !said.empty())
            text += lines_of(outline_.columns()[at] + ": " + said, 2);
    file_.write_body(text);
}

// Refused where the other books refuse it, so that all say the same.
void TextBook::picture(const BookPicture& picture) {
    bare_picture(picture);
    outline_.picture();
    file_.write_body("\n" + lines_of("[Picture: " + picture.alternative + "]"));
}

void TextBook::new_page() {
    outline_.new_page();
    file_.write_body("\n" + std::string(text_columns, '-') + "\n");
}

void TextBook::finish() {
    outline_.finish();
    file_.finish(front_of(face_, outline_), "", [](const std::string&) { return std::string(); });
}

}  // namespace casekeeper
