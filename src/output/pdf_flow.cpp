// SPDX-License-Identifier: MIT
#include "output/pdf_flow.h"

#include <algorithm>
#include <stdexcept>

namespace casekeeper {
namespace {

constexpr double no_difference = 0.01;  // points
constexpr double grey = 0.87;

bool has_links(const PdfLine* first, const PdfLine* behind, const PdfSpans& spans) {
    return std::any_of(first, behind, [&](const PdfLine& line) {
        return std::any_of(line.pieces.begin(), line.pieces.end(),
                           [&](const PdfPiece& piece) { return !spans[piece.span].target.empty(); });
    });
}

double height_of(const std::vector<PdfLine>& lines, std::size_t first, std::size_t behind) {
    double height = 0;
    for (std::size_t i = first; i < behind; ++i) height += lines[i].height();
    return height;
}

}  // namespace

int PdfTargets::destination(const std::string& name) {
    const auto [place, is_new] = targets_.try_emplace(name);
    if (is_new) place->second.number = destination();
    return place->second.number;
}

int PdfTargets::place(const std::string& name) {
    const int number = destination(name);
    Target& target = targets_.at(name);
    if (target.placed) throw std::logic_error("two places of a PDF document have one name");
    target.placed = true;
    return number;
}

std::vector<int> PdfTargets::never_placed() const {
    std::vector<int> numbers;
    for (const auto& [name, target] : targets_)
        if (!target.placed) numbers.push_back(target.number);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

bool PdfFlow::need(double height) {
    if (pages_.has_page() && height <= room() + no_difference) return false;
    // What is longer than a page begins where it may.
    if (pages_.has_page() && top_ <= margins_.top + no_difference) return false;
    turn_page();
    return true;
}

void PdfFlow::turn_page() {
    pages_.begin_page();
    top_ = margins_.top;
}

void PdfFlow::gap(double height) {
    if (pages_.has_page() && top_ > margins_.top + no_difference) top_ += height;
}

double PdfFlow::height_of_beginning(const std::vector<PdfLine>& lines) {
    return height_of(lines, 0, lines.size() <= 3 ? lines.size() : 2);
}

void PdfFlow::put(const std::string& element, const std::vector<PdfLine>& lines, const PdfBlock& block) {
    need(height_of_beginning(lines));
    pages_.begin(element);
    const bool fits = height_of(lines, 0, lines.size()) <= room();
    begin_content(fits && !has_links(lines.data(), lines.data() + lines.size(), block.spans));
    put_lines(lines, block);
    end_content();
    pages_.end();
}

void PdfFlow::put_lines(const std::vector<PdfLine>& lines, const PdfBlock& block) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // Neither is the first line alone at the foot of a page, nor the last at the head of the next.
        const bool two = lines.size() > 3 && (i == 0 || i + 2 == lines.size());
        const double height = height_of(lines, i, two ? i + 2 : i + 1);
        if (height > room() + no_difference) {
            end_content();
            need(height);
        }
        draw_line(lines[i], block, top_);
        top_ += lines[i].height();
    }
}

void PdfFlow::draw(const PdfLine* first, const PdfLine* behind, const PdfBlock& block, double top) {
    begin_content(!has_links(first, behind, block.spans));
    for (const PdfLine* line = first; line != behind; ++line) {
        draw_line(*line, block, top);
        top += line->height();
    }
    end_content();
}

void PdfFlow::begin_span() {
    if (!own_ && !in_span_) pages_.begin("Span");
    in_span_ = !own_;
}

void PdfFlow::end_content() {
    if (in_span_) pages_.end();
    in_span_ = false;
}

void PdfFlow::draw_line(const PdfLine& line, const PdfBlock& block, double top) {
    for (std::size_t piece = 0; piece < line.pieces.size();) {
        if (!block.spans[line.pieces[piece].span].target.empty()) {
            end_content();
            draw_link(line, block, top, piece);
        } else {
            begin_span();
            draw_plain(line.pieces[piece++], line, block, top);
        }
    }
}

// The pieces of one link on this line, as an element of its own within the open one.
void PdfFlow::draw_link(const PdfLine& line, const PdfBlock& block, double top, std::size_t& piece) {
    const std::size_t span = line.pieces[piece].span;
    const std::size_t first = piece;
    while (piece < line.pieces.size() && line.pieces[piece].span == span) ++piece;
    const PdfPiece& last = line.pieces[piece - 1];
    const PdfBox box{margins_.side + block.left + line.pieces[first].at, top,
                     last.at + last.width - line.pieces[first].at, line.height()};
    pages_.begin_link(box, targets_.destination(block.spans[span].target), block.spans[span].text);
    pages_.set_link_ink(true);
    for (std::size_t i = first; i < piece; ++i) draw_plain(line.pieces[i], line, block, top);
    pages_.fill({box.left, top + line.above + block.size / 8, box.width, block.size / 20}, 0);
    pages_.end();
}

void PdfFlow::draw_plain(const PdfPiece& piece, const PdfLine& line, const PdfBlock& block, double top) {
    const double left = margins_.side + block.left + piece.at;
    if (block.spans[piece.span].look == PdfSpan::Look::withheld)
        pages_.fill({left, top, piece.width, line.height()}, grey);
    pages_.draw(piece, left, top + line.above, block.size);
}

}  // namespace casekeeper
