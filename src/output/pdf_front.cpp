// SPDX-License-Identifier: MIT
#include "output/pdf_front.h"

#include <algorithm>
#include <stdexcept>

namespace casekeeper {
namespace {

constexpr double title_size = 2;  // as against the text's
constexpr double heading_size = 1.35;
constexpr std::size_t most_lines = 4;  // of an entry
constexpr double leader = 0.4;         // points
constexpr double leader_ink = 0.6;

}  // namespace

void PdfFront::put(const std::string& tag, const std::string& words, const PdfMeasure& measure) {
    const PdfSpans spans = {{words}};
    flow_.put(tag, text_.lines(spans, measure), {spans, 0, measure.size});
    flow_.gap(measure.size / 2);
}

void PdfFront::draw(const PdfFrontMatter& matter) {
    size_ = matter.size;
    flow_.turn_page();
    pages_.begin("Sect");
    put("H1", matter.title, {title_size * size_, flow_.width(), true});
    for (const std::string& paragraph : matter.opening) put("P", paragraph, {size_, flow_.width(), false});
    if (!matter.headings.empty()) draw_contents(matter);
    pages_.end();
}

std::vector<PdfFront::Entry> PdfFront::entries_of(const PdfFrontMatter& matter) {
    std::vector<Entry> entries;
    for (const PdfHeading& heading : matter.headings) {
        Entry entry;
        entry.indent = (heading.level - 1) * 1.5 * size_;
        entry.spans = {{heading.text + " "}};  // read apart from the page's number
        const double width = flow_.width() - entry.indent - 2 * size_ - number_width_;
        entry.lines = text_.lines(entry.spans, {size_, width, heading.level == 1});
        // Who wants to read more of it follows the link.
        entry.lines.resize(std::min(entry.lines.size(), most_lines));
        for (const PdfLine& line : entry.lines) entry.height += line.height();
        entries.push_back(std::move(entry));
    }
    return entries;
}

// How many pages there will be in front, all told: as need() will turn them.
long long PdfFront::pages_of(const std::vector<Entry>& entries) const {
    long long pages = pages_.front_pages();
    double room = flow_.room();
    for (const Entry& entry : entries) {
        if (entry.height > room) {
            ++pages;
            room = flow_.height();
        }
        room -= entry.height;
    }
    return pages;
}

void PdfFront::draw_contents(const PdfFrontMatter& matter) {
    flow_.gap(size_);
    flow_.need(5 * size_);
    put("H2", "Contents", {heading_size * size_, flow_.width(), true});
    number_width_ = text_.line("00000", {size_, flow_.width(), false}).width();
    const std::vector<Entry> entries = entries_of(matter);
    const long long before = pages_of(entries);
    // cairo takes an element for content of the page it is opened on, where nothing within it is.
    flow_.need(entries.front().height);
    pages_.begin("TOC");
    for (std::size_t i = 0; i < entries.size(); ++i)
        draw_entry(entries[i], matter.headings[i], std::to_string(before + matter.headings[i].page));
    pages_.end();
    if (pages_.front_pages() != before)
        throw std::logic_error("the contents took other pages than they name");
}

void PdfFront::draw_entry(const Entry& entry, const PdfHeading& heading, const std::string& page) {
    flow_.need(entry.height);
    pages_.begin("TOCI");
    pages_.begin("Reference");
    pages_.begin_link({flow_.left(), flow_.top(), flow_.width(), entry.height}, heading.destination,
                      heading.text + ", page " + page);
    flow_.draw(entry.lines.data(), entry.lines.data() + entry.lines.size(),
               {entry.spans, entry.indent, size_}, flow_.top());
    const PdfSpans spans = {{page}};
    const PdfLine number = text_.line(page, {size_, flow_.width(), false});
    const double number_left = flow_.width() - number.width();
    const PdfLine& last = entry.lines.back();
    const double baseline = flow_.top() + entry.height - last.below;
    flow_.draw(&number, &number + 1, {spans, number_left, size_}, baseline - number.above);
    for (int open = 0; open < 3; ++open) pages_.end();
    const double text_end = entry.indent + last.width();
    pages_.begin_artifact();
    pages_.fill({flow_.left() + text_end + size_ / 2, baseline, number_left - text_end - size_, leader},
                leader_ink);
    pages_.end_artifact();
    flow_.move(entry.height);
}

}  // namespace casekeeper
