// SPDX-License-Identifier: MIT
#include "output/html_book.h"

#include <cmath>

#include "base/base64.h"
#include "base/calendar.h"
#include "output/bare_picture.h"
#include "output/html_page.h"
#include "output/html_style.h"

namespace casekeeper {
namespace {

constexpr double usual_point_size = 10.5;

constexpr const char* book_style = R"(
h4, h5 { font-size: 1.05rem; line-height: 1.3; margin: 1.5rem 0 .5rem; }
h2.contents { border: 0; margin: 0; padding: 0; font-size: 1.3rem; }
nav ul { columns: auto; } nav ul ul { margin: 0 0 .3rem; padding-left: 1.3rem; }
p, li, figure { overflow-wrap: anywhere; }
#text p, #text .items li { white-space: pre-line; }
.kept-back { border: 1px solid; border-radius: .2em; padding: 0 .2em; background: var(--tint);
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.shown img { display: block; max-width: 100%; max-height: 60rem; height: auto; object-fit: contain;
  object-position: left top; }
.face { color: var(--soft); }
#text:focus { outline: 0; background: none; color: inherit; }
.closing p { margin: 1rem 0 0; }
@media print { .new-page { break-before: page; } .kept-back { background: none; }
  .shown img { max-height: 220mm; } h4, h5 { break-after: avoid; }
  h1 { font-size: 1.9em; } h2 { font-size: 1.4em; } h3 { font-size: 1.15em; } h4, h5 { font-size: 1em; } }
)";

// A whole number of tenths: "10.5".
std::string in_tenths(double number) {
    const long tenths = std::lround(number * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

// As a text within quotation marks of a style sheet, whatever is in it.
std::string css_text(const std::string& text) {
    std::string css = "\"";
    for (const char c : escaped(text)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == ' ' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
        css += plain ? std::string(1, c) : "\\" + std::string(1, c);
    }
    return css + "\"";
}

// What depends on the book: the size of its letters, and its reference on each sheet.
std::string style_of(const BookFace& face) {
    return std::string(html_style()) + book_style +
           "html { font-size: " + in_tenths(100 * face.point_size / usual_point_size) + "%; }\n" +
           "@page { @bottom-left { content: " + css_text(face.reference) + "; font: 9pt sans-serif; } }\n" +
           "@media print { body { font-size: " + in_tenths(face.point_size) + "pt; } }\n";
}

std::string made_on(const BookFace& face) {
    const auto day = parse_date(face.made_at.substr(0, 10));
    return day ? "Made on " + to_words(*day) : "";
}

std::string html_of(const Run& run) {
    const bool is_kept_back = run.style == Run::Style::kept_back;
    std::string html = escaped(is_kept_back ? in_brackets(run.text) : run.text);
    if (run.style == Run::Style::strong) html = "<strong>" + html + "</strong>";
    if (is_kept_back)
        html = "<span class=\"kept-back\" dir=\"ltr\"><span class=\"heard\">kept back: </span>" + html +
               "</span>";
    if (run.target.empty()) return html;
    return BookFile::mark("<" + run.target) + html + BookFile::mark(">" + run.target);
}

std::string html_of(const Runs& runs) {
    std::string html;
    for (const Run& run : runs) html += html_of(run);
    return html;
}

std::string contents_of(const BookOutline& outline) {
    std::string html =
        "<nav aria-labelledby=\"contents\">\n<h2 class=\"contents\" id=\"contents\">Contents</h2>\n<ul>\n";
    int level = 0;
    for (const BookOutline::Heading& heading : outline.contents()) {
        if (level == 1 && heading.level == 2) html += "\n<ul>\n";
        if (level == 1 && heading.level == 1) html += "</li>\n";
        if (level == 2) html += "</li>\n";
        if (level == 2 && heading.level == 1) html += "</ul>\n</li>\n";
        html += "<li><a href=\"#" + heading.id + "\">" + escaped(heading.text) + "</a>";
        level = heading.level;
    }
    if (level == 2) html += "</li>\n</ul>\n";
    return html + "</li>\n</ul>\n</nav>\n";
}

std::string front_of(const BookFace& face, const BookOutline& outline) {
    const std::string owner = escaped(face.owner);
    const std::string title = escaped(face.title);
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
        "'unsafe-inline'; form-action 'none'; base-uri 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n"
        "<title>" +
        title + (owner.empty() ? "" : ", " + owner) + "</title>\n<style>" + style_of(face) +
        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#text\">Skip the contents</a>\n"
        "<header class=\"band\">\n<div class=\"wide\"><p>" +
        owner + "</p></div>\n</header>\n<main id=\"main\" class=\"wide\">\n<h1 dir=\"auto\">" + title +
        "</h1>\n<p class=\"face\">" + escaped(face.reference) + "<br>" + made_on(face) + "</p>\n";
    if (!outline.contents().empty()) html += contents_of(outline);
    return html + "<div id=\"text\" tabindex=\"-1\">\n";
}

std::string end_of(const BookFace& face) {
    return "</div>\n</main>\n<footer class=\"closing\">\n<div class=\"wide\"><p>" + escaped(face.reference) +
           "</p></div>\n</footer>\n</body>\n</html>\n";
}

}  // namespace

HtmlBook::HtmlBook(const std::string& path, BookFace face)
    : face_(std::move(face)), outline_(face_.point_size), file_(path) {}

// The title is the page's own h1.
void HtmlBook::heading(int level, const std::string& text, const std::string& target) {
    const BookOutline::Heading heading = outline_.heading(level, text, target);
    const std::string tag = "h" + std::to_string(level + 1);
    file_.write_body("<" + tag + (heading.id.empty() ? "" : " id=\"" + heading.id + "\"") + " dir=\"auto\">" +
                     escaped(text) + "</" + tag + ">\n");
}

void HtmlBook::paragraph(const Runs& runs) {
    outline_.paragraph(runs);
    file_.write_body("<p dir=\"auto\">" + html_of(runs) + "</p>\n");
}

void HtmlBook::items(const std::vector<Runs>& items) {
    outline_.items(items);
    if (items.empty()) return;
    std::string html = "<ul class=\"items\">\n";
    for (const Runs& item : items) html += "<li dir=\"auto\">" + html_of(item) + "</li>\n";
    file_.write_body(html + "</ul>\n");
}

// A table of three columns or more is stacked on a narrow screen, cell under cell with its label; roles then
// keep it a table for those who hear it. What may scroll sideways must be reachable by keyboard.
void HtmlBook::begin_table(const std::string& caption, const std::vector<std::string>& columns) {
    outline_.begin_table(caption, columns);
    const std::string id = "table-" + std::to_string(++tables_);
    const double widened = face_.point_size / usual_point_size;
    const bool may_scroll = static_cast<double>(columns.size()) * widened > 5;
    const auto role = [&](const std::string& name) {
        return is_stacked() ? " role=\"" + name + "\"" : std::string();
    };
    std::string html = std::string("<div class=\"scroll\"") +
                       (may_scroll ? " role=\"region\" aria-labelledby=\"" + id + "\" tabindex=\"0\"" : "") +
                       ">\n<table" + (is_stacked() ? " class=\"stack\"" : "") + role("table") +
                       ">\n<caption id=\"" + id + "\" dir=\"auto\">" + escaped(caption) +
                       "</caption>\n<thead" + role("rowgroup") + ">\n<tr" + role("row") + ">";
    for (const std::string& column : columns)
        html += "<th scope=\"col\"" + role("columnheader") + ">" + escaped(column) + "</th>";
    file_.write_body(html + "</tr>\n</thead>\n<tbody" + role("rowgroup") + ">\n");
}

void HtmlBook::row(const std::vector<Runs>& cells) {
    outline_.row(cells);
    const bool stacked = is_stacked();
    std::string html = std::string("<tr") + (stacked ? " role=\"row\"" : "") + "><th scope=\"row\"" +
                       (stacked ? " role=\"rowheader\"" : "") + " dir=\"auto\">" + html_of(cells.front()) +
                       "</th>";
    for (std::size_t at = 1; at < cells.size(); ++at)
        html += stacked ? "<td role=\"cell\" data-label=\"" + escaped(outline_.columns()[at]) +
                              "\"><div dir=\"auto\">" + html_of(cells[at]) + "</div></td>"
                        : "<td dir=\"auto\">" + html_of(cells[at]) + "</td>";
    file_.write_body(html + "</tr>\n");
}

void HtmlBook::end_table() {
    outline_.end_table();
    file_.write_body("</tbody>\n</table>\n</div>\n");
}

void HtmlBook::picture(const BookPicture& picture) {
    const BarePicture bare = bare_picture(picture);
    outline_.picture();
    file_.write_body("<figure class=\"shown\"><img width=\"" + std::to_string(bare.width) + "\" height=\"" +
                     std::to_string(bare.height) + "\" alt=\"" + escaped(picture.alternative) +
                     "\" src=\"data:" + picture.media_type + ";base64," + base64_of(bare.bytes) +
                     "\"></figure>\n");
}

void HtmlBook::new_page() {
    outline_.new_page();
    file_.write_body("<div class=\"new-page\"></div>\n");
}

void HtmlBook::finish() {
    outline_.finish();
    file_.finish(front_of(face_, outline_), end_of(face_), [&](const std::string& name) -> std::string {
        const std::string target = name.substr(1);
        if (!outline_.has_target(target)) return "";
        return name.front() == '<' ? "<a href=\"#" + BookOutline::id_of(target) + "\">" : "</a>";
    });
}

}  // namespace casekeeper
