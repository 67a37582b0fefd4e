// SPDX-License-Identifier: MIT
#include "output/pdf_document.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <array>
#include <regex>
#include <stdexcept>
#include <utility>

#include "base/errors.h"
#include "output/pdf_flow.h"
#include "output/pdf_front.h"
#include "output/pdf_joining.h"
#include "output/pdf_outline.h"
#include "output/pdf_picture.h"
#include "output/printable.h"

namespace casekeeper {
namespace {

constexpr std::array<double, 4> heading_sizes = {1.7, 1.35, 1.15, 1};  // as against the text's
constexpr double points_of_a_pixel = 0.75;                             // 96 to the inch
constexpr double large_print = 16;  // from here on nothing is smaller than the text

double height_of(const std::vector<PdfLine>& lines) {
    double height = 0;
    for (const PdfLine& line : lines) height += line.height();
    return height;
}

// The foot of a page is as large as its text.
PdfMargins margins_of(const PdfStyle& style) {
    PdfMargins margins;
    margins.foot = 47 + 2 * style.base_pt;
    return margins;
}

PdfStyle checked(PdfStyle style) {
    static const std::regex moment(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))");
    if (!std::regex_match(style.created, moment))
        throw InputError("the moment of a document is no RFC 3339 moment",
                         "write it as 2026-01-31T09:30:00Z");
    return style;
}

void say_what_it_is(cairo_surface_t* document, const PdfStory& story) {
    cairo_pdf_surface_set_metadata(document, CAIRO_PDF_METADATA_TITLE, story.title.c_str());
    cairo_pdf_surface_set_metadata(document, CAIRO_PDF_METADATA_CREATE_DATE, story.created.c_str());
    cairo_pdf_surface_set_metadata(document, CAIRO_PDF_METADATA_MOD_DATE, story.created.c_str());
}

}  // namespace

class PdfDocument::Parts {
public:
    Parts(const std::string& path_asked, PdfStyle asked)
        : path(path_asked),
          style(checked(std::move(asked))),
          text(fonts, style.language),
          pages(path, fonts),
          flow(pages, targets, margins_of(style)),
          table(flow, pages, text) {}

    void heading(int level, std::string_view words, const std::string& target);
    void caption(const PdfSpans& spans);
    // Draws the headings and captions that wait for what follows them, on the page where this much of it has room too.
    void draw_headings(double following);
    void paragraph(const PdfSpans& spans);
    void list(const std::vector<PdfSpans>& items, bool numbered);
    void figure(const PdfPicture& picture, std::string_view alternative);
    void finish();

    std::string path;
    PdfStyle style;
    PdfFonts fonts;
    PdfText text;
    PdfPages pages;
    PdfTargets targets;
    PdfFlow flow;
    PdfTable table;

private:
    struct Waiting {
        int level;  // 0: a caption
        PdfSpans spans;
        std::string target;
        std::vector<PdfLine> lines;
        double size;
    };

    void draw_heading(const Waiting& heading);
    void item(const PdfSpans& spans, const std::string& label);
    void draw_front();
    void draw_feet();
    void draw_foot(const PdfLine& reference, long long page, long long of);
    double foot_size() const { return style.base_pt >= large_print ? style.base_pt : style.base_pt * 0.85; }

    std::vector<Waiting> waiting_;
    std::vector<PdfHeading> headings_;
    PdfStory story_;
    bool in_section_ = false;
};

void PdfDocument::Parts::heading(int level, std::string_view words, const std::string& target) {
    if (level < 1 || level > 4) throw std::logic_error("a heading has a level from 1 to 4");
    Waiting heading;
    heading.level = level;
    heading.size = heading_sizes.at(static_cast<std::size_t>(level - 1)) * style.base_pt;
    heading.spans = {{text.characters().drawable(words)}};
    heading.target = target;
    heading.lines = text.lines(heading.spans, {heading.size, flow.width(), true});
    waiting_.push_back(std::move(heading));
}

void PdfDocument::Parts::caption(const PdfSpans& spans) {
    waiting_.push_back(
        {0, spans, "", text.lines(spans, {style.base_pt, flow.width(), false}), style.base_pt});
}

void PdfDocument::Parts::draw_headings(double following) {
    if (table.is_open()) throw std::logic_error("a table of a PDF document is not ended");
    if (waiting_.empty() && following == 0) return;
    double height = following;
    for (const Waiting& heading : waiting_) height += height_of(heading.lines) + 1.5 * heading.size;
    flow.need(std::min(height, flow.height()));
    for (const Waiting& heading : waiting_) draw_heading(heading);
    waiting_.clear();
}

void PdfDocument::Parts::draw_heading(const Waiting& heading) {
    if (heading.level == 0) {
        flow.put("P", heading.lines, {heading.spans, 0, heading.size});
        return flow.gap(heading.size / 2);
    }
    if (heading.level == 1) {
        if (in_section_) pages.end();
        pages.begin("Sect");
        in_section_ = true;
    }
    flow.gap(heading.size);
    const int destination = heading.target.empty() ? targets.destination() : targets.place(heading.target);
    pages.place(destination, flow.top() - heading.size / 2);
    headings_.push_back(
        {heading.level, printable(heading.spans.front().text), destination, pages.body_pages()});
    flow.put("H" + std::to_string(heading.level), heading.lines, {heading.spans, 0, heading.size});
    flow.gap(heading.size / 3);
}

void PdfDocument::Parts::paragraph(const PdfSpans& spans) {
    const std::vector<PdfLine> lines = text.lines(spans, {style.base_pt, flow.width(), false});
    draw_headings(PdfFlow::height_of_beginning(lines));
    flow.put("P", lines, {spans, 0, style.base_pt});
    flow.gap(style.base_pt / 2);
}

void PdfDocument::Parts::list(const std::vector<PdfSpans>& items, bool numbered) {
    draw_headings(3 * style.base_pt);
    pages.begin("L");
    story_.lists.push_back(numbered);
    for (std::size_t i = 0; i < items.size(); ++i)
        item(items[i], numbered ? std::to_string(i + 1) + "." : "\xE2\x80\xA2");
    pages.end();
    flow.gap(style.base_pt / 4);
}

void PdfDocument::Parts::item(const PdfSpans& spans, const std::string& label) {
    const double indent = style.base_pt * 2;
    const std::vector<PdfLine> lines = text.lines(spans, {style.base_pt, flow.width() - indent, false});
    flow.need(PdfFlow::height_of_beginning(lines));
    const PdfSpans label_spans = {{label}};
    const PdfLine label_line = text.line(label, {style.base_pt, indent, false});
    pages.begin("LI");
    pages.begin("Lbl");
    flow.draw(&label_line, &label_line + 1, {label_spans, style.base_pt / 2, style.base_pt},
              flow.top() + lines.front().above - label_line.above);
    pages.end();
    flow.put("LBody", lines, {spans, indent, style.base_pt});
    pages.end();
    flow.gap(style.base_pt / 4);
}

void PdfDocument::Parts::figure(const PdfPicture& picture, std::string_view alternative) {
    const double width = picture.width * points_of_a_pixel;
    const double height = picture.height * points_of_a_pixel;
    const double shrink = std::min({1.0, flow.width() / width, 0.85 * flow.height() / height});
    draw_headings(height * shrink);
    flow.need(height * shrink);
    const PdfBox box{flow.left(), flow.top(), width * shrink, height * shrink};
    story_.figures.push_back(
        {printable(alternative), box.left, a4_height - box.top - box.height, box.width, box.height});
    pages.begin("Figure");
    pages.draw_picture(picture.points.get(), box, picture.orientation);
    pages.end();
    flow.move(height * shrink);
    flow.gap(style.base_pt);
}

void PdfDocument::Parts::draw_front() {
    pages.begin_front();
    PdfFrontMatter matter{style.title, style.opening, style.base_pt, {}};
    for (const PdfHeading& heading : headings_)
        if (heading.level <= style.contents_levels) matter.headings.push_back(heading);
    PdfFront(flow, pages, text).draw(matter);
}

void PdfDocument::Parts::draw_foot(const PdfLine& reference, long long page, long long of) {
    const double baseline = a4_height - 34;
    const auto draw = [&](const PdfLine& line, double left) {
        for (const PdfPiece& piece : line.pieces) pages.draw(piece, left + piece.at, baseline, foot_size());
    };
    const PdfLine number = text.line("Page " + std::to_string(page) + " of " + std::to_string(of),
                                     {foot_size(), flow.width(), false});
    draw(reference, flow.left());
    draw(number, flow.left() + flow.width() - number.width());
}

void PdfDocument::Parts::draw_feet() {
    pages.end_pages();
    const PdfLine reference = text.line(style.reference, {foot_size(), 0.75 * flow.width(), false});
    const long long body = pages.body_pages();
    const long long front = pages.front_pages();
    // In the order of drawing: what stands in front was drawn last.
    for (long long drawn = 1; drawn <= body + front; ++drawn) {
        draw_foot(reference, drawn > body ? drawn - body : drawn + front, body + front);
        pages.end_foot();
    }
}

void PdfDocument::Parts::finish() {
    draw_headings(0);
    story_.nowhere = targets.never_placed();
    for (const int destination : story_.nowhere) pages.place(destination, flow.top());
    if (in_section_) pages.end();
    draw_front();
    draw_feet();
    add_bookmarks(pages.content().surface(), headings_);
    story_.title = printable(style.title);
    story_.language = printable(style.language);
    story_.created = style.created;
    story_.front_pages = pages.front_pages();
    story_.has_artifacts = pages.has_artifacts();
    story_.links = pages.links();
    say_what_it_is(pages.content().surface(), story_);
    const std::string_view artifacts = pages.artifacts().finish();
    join_pdf(pages.content().finish(), artifacts, story_, path);
}

PdfDocument::PdfDocument(const std::string& path, PdfStyle style)
    : parts_(std::make_unique<Parts>(path, std::move(style))) {}

PdfDocument::~PdfDocument() = default;

void PdfDocument::heading(int level, std::string_view text, const std::string& target) {
    parts_->heading(level, text, target);
}

void PdfDocument::paragraph(const PdfSpans& spans) {
    parts_->paragraph(spans);
}

void PdfDocument::list(const std::vector<PdfSpans>& items, bool numbered) {
    if (!items.empty()) parts_->list(items, numbered);
}

void PdfDocument::caption(const PdfSpans& spans) {
    parts_->caption(spans);
}

void PdfDocument::table_begin(const std::vector<PdfColumn>& columns, const std::vector<PdfSpans>& first_row) {
    if (columns.empty() || parts_->table.is_open())
        throw std::logic_error("a table has columns, and none within it");
    parts_->draw_headings(parts_->table.least_height(columns, first_row, parts_->style.base_pt));
    parts_->table.begin(columns, parts_->style.base_pt);
}

void PdfDocument::table_row(const std::vector<PdfSpans>& cells) {
    parts_->table.row(cells);
}

void PdfDocument::table_end() {
    parts_->table.end();
    parts_->flow.gap(parts_->style.base_pt);
}

void PdfDocument::figure(std::string_view bytes, std::string_view media_type, std::string_view alternative) {
    if (alternative.empty()) throw std::logic_error("a picture has an alternative text");
    parts_->figure(read_picture(bytes, media_type), alternative);
}

void PdfDocument::page_break() {
    parts_->draw_headings(0);
    parts_->flow.need(parts_->flow.height());
}

long long PdfDocument::pages() const {
    return parts_->pages.body_pages() + parts_->pages.front_pages();
}

const std::map<char32_t, long long>& PdfDocument::without_glyph() const {
    return parts_->text.characters().without_glyph();
}

void PdfDocument::finish() {
    parts_->finish();
}

}  // namespace casekeeper
