// SPDX-License-Identifier: MIT
#include "output/pdf_book.h"

namespace casekeeper {
namespace {

constexpr double wide_column = 3;  // the last of a table tells, the others name

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

PdfBook::PdfBook(const std::string& path, const BookFace& face) : document_(path, style_of(face)) {}

void PdfBook::heading(int level, const std::string& text, const std::string& target) {
    document_.heading(level, text, target);
}

void PdfBook::paragraph(const Runs& runs) {
    document_.paragraph(spans_of(runs));
}

void PdfBook::items(const std::vector<Runs>& items) {
    if (!items.empty()) document_.list(spans_of(items));
}

void PdfBook::begin_table(const std::string& caption, const std::vector<std::string>& columns) {
    document_.paragraph({{caption, PdfSpan::Look::bold}});
    std::vector<PdfColumn> all;
    for (const std::string& column : columns) all.push_back({column});
    if (all.size() > 2) all.back().share = wide_column;
    document_.table_begin(all);
}

void PdfBook::row(const std::vector<Runs>& cells) {
    document_.table_row(spans_of(cells));
}

void PdfBook::end_table() {
    document_.table_end();
}

void PdfBook::picture(const BookPicture& picture) {
    document_.figure(picture.bytes, picture.media_type, picture.alternative);
}

void PdfBook::new_page() {
    document_.page_break();
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
    document_.finish();
}

}  // namespace casekeeper
