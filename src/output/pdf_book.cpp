// SPDX-License-Identifier: MIT
#include "output/pdf_book.h"

#include <algorithm>

#include "output/pdf_columns.h"

namespace casekeeper {
namespace {

constexpr std::size_t rows_looked_at = 40;  // for the widths of a table's columns
// Of a line as wide as the page, at one point a letter: 480 points, a letter being a little wider than half its
// height.
constexpr double line_at_one_point = 870;

PdfStyle style_of(const BookFace& face) {
    PdfStyle style;
    style.title = face.title;
    style.reference = face.owner + ", " + face.reference;
    style.base_pt = face.point_size;
    style.created = face.made_at;
    return style;
}

PdfSpans spans_of(const Runs& runs) {
    PdfSpans spans;
    spans.reserve(runs.size());
    for (const Run& run : runs) {
        const bool is_kept_back = run.style == Run::Style::kept_back;
        spans.push_back({is_kept_back ? in_brackets(run.text) : run.text,
                         is_kept_back                      ? PdfSpan::Look::withheld
                         : run.style == Run::Style::strong ? PdfSpan::Look::bold
                                                           : PdfSpan::Look::plain,
                         run.target});
    }
    return spans;
}

std::vector<PdfSpans> spans_of(const std::vector<Runs>& all) {
    std::vector<PdfSpans> spans;
    spans.reserve(all.size());
    for (const Runs& runs : all) spans.push_back(spans_of(runs));
    return spans;
}

}  // namespace

PdfBook::PdfBook(const std::string& path, const BookFace& face)
    : line_(line_at_one_point / face.point_size), document_(path, style_of(face)) {}

// A table that waits for its first rows is begun before anything else comes.
PdfDocument& PdfBook::document() {
    if (headings_.empty()) return document_;
    const std::vector<PdfColumn> columns = columns_for(headings_, waiting_, line_);
    if (columns.empty())
        labels_ = headings_;
    else
        document_.table_begin(columns,
                              waiting_.empty() ? std::vector<PdfSpans>() : spans_of(waiting_.front()));
    headings_.clear();
    for (const std::vector<Runs>& cells : waiting_) write_row(cells);
    waiting_.clear();
    return document_;
}

void PdfBook::write_row(const std::vector<Runs>& cells) {
    if (labels_.empty()) return document_.table_row(spans_of(cells));
    PdfSpans row;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const PdfSpans cell = spans_of(cells[at]);
        if (std::all_of(cell.begin(), cell.end(), [](const PdfSpan& span) { return span.text.empty(); }))
            continue;
        row.push_back({(row.empty() ? "" : "\n") + labels_.at(at) + ": ", PdfSpan::Look::bold});
        row.insert(row.end(), cell.begin(), cell.end());
    }
    document_.paragraph(row);
}

void PdfBook::heading(int level, const std::string& text, const std::string& target) {
    document().heading(level, text, target);
}

void PdfBook::paragraph(const Runs& runs) {
    document().paragraph(spans_of(runs));
}

void PdfBook::items(const std::vector<Runs>& items) {
    if (!items.empty()) document().list(spans_of(items));
}

void PdfBook::begin_table(const std::string& caption, const std::vector<std::string>& columns) {
    document().caption({{caption, PdfSpan::Look::bold}});
    headings_ = columns;
}

void PdfBook::row(const std::vector<Runs>& cells) {
    if (!headings_.empty() && cells.size() == headings_.size() && waiting_.size() < rows_looked_at)
        return waiting_.push_back(cells);
    document();
    write_row(cells);
}

void PdfBook::end_table() {
    document();
    if (labels_.empty())
        document_.table_end();
    else
        labels_.clear();
}

void PdfBook::picture(const BookPicture& picture) {
    document().figure(picture.bytes, picture.media_type, picture.alternative);
}

void PdfBook::new_page() {
    document().page_break();
}

long long PdfBook::pages() const {
    return document_.pages();
}

long long PdfBook::without_sign() const {
    long long count = 0;
    for (const auto& [character, times] : document_.without_glyph()) count += times;
    return count;
}

void PdfBook::finish() {
    document().finish();
}

}  // namespace casekeeper
