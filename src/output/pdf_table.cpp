// SPDX-License-Identifier: MIT
#include "output/pdf_table.h"

#include <algorithm>
#include <stdexcept>

namespace casekeeper {
namespace {

constexpr double rule = 0.5;  // points
constexpr double rule_ink = 0.55;

}  // namespace

void PdfTable::set_columns(const std::vector<PdfColumn>& columns, double size) {
    double shares = 0;
    for (const PdfColumn& column : columns) shares += column.share;
    size_ = size;
    padding_ = size / 3;
    widths_.clear();
    header_.clear();
    for (const PdfColumn& column : columns) widths_.push_back(flow_.width() * column.share / shares);
    for (std::size_t i = 0; i < columns.size(); ++i)
        header_.push_back(cell_of({{columns[i].heading}}, i, true));
}

double PdfTable::least_height(const std::vector<PdfColumn>& columns, const std::vector<PdfSpans>& first_row,
                              double size) {
    set_columns(columns, size);
    Cells row;
    for (std::size_t i = 0; i < first_row.size(); ++i) row.push_back(cell_of(first_row[i], i, false));
    const double of_row = std::min(height_of(row), flow_.height() / 2);
    const double height = height_of(header_) + std::max(of_row, 2 * size + 2 * padding_);
    widths_.clear();
    return height;
}

void PdfTable::begin(const std::vector<PdfColumn>& columns, double size) {
    set_columns(columns, size);
    flow_.need(height_of(header_) + 2 * size + 2 * padding_);
    pages_.begin("Table");
    pages_.begin("TR");
    flow_.move(draw(header_, flow_.room(), "TH"));
    pages_.end();
    if (!is_drawn(header_)) throw std::logic_error("the head of a table is longer than a page");
}

bool PdfTable::is_drawn(const Cells& cells) {
    return std::all_of(cells.begin(), cells.end(),
                       [](const Cell& cell) { return cell.drawn == cell.lines.size(); });
}

PdfTable::Cell PdfTable::cell_of(PdfSpans spans, std::size_t column, bool bold) {
    const PdfMeasure measure{size_, std::max(size_, widths_[column] - 2 * padding_), bold};
    Cell cell{std::move(spans), {}, 0};
    cell.lines = text_.lines(cell.spans, measure);
    return cell;
}

double PdfTable::height_of(const Cells& cells) const {
    double most = 0;
    for (const Cell& cell : cells) {
        double height = 2 * padding_ + rule;
        for (std::size_t line = cell.drawn; line < cell.lines.size(); ++line)
            height += cell.lines[line].height();
        most = std::max(most, height);
    }
    return most;
}

double PdfTable::draw_cell(Cell& cell, double left, double room) {
    double height = 2 * padding_ + rule;
    const std::size_t first = cell.drawn;
    // At least one line, so that a row ends however little room there is.
    while (cell.drawn < cell.lines.size() &&
           (cell.drawn == first || height + cell.lines[cell.drawn].height() <= room))
        height += cell.lines[cell.drawn++].height();
    flow_.draw(cell.lines.data() + first, cell.lines.data() + cell.drawn, {cell.spans, left, size_},
               flow_.top() + padding_);
    return height;
}

double PdfTable::draw(Cells& cells, double room, const std::string& tag) {
    double most = 0;
    double left = padding_;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        pages_.begin(tag);
        most = std::max(most, draw_cell(cells[i], left, room));
        pages_.end();
        left += widths_[i];
    }
    pages_.begin_artifact();
    const double thick = tag == "TH" ? 3 * rule : rule;
    pages_.fill({flow_.left(), flow_.top() + most - thick, flow_.width(), thick}, rule_ink);
    pages_.end_artifact();
    return most;
}

// The same words as in the table's head, which was read out there.
void PdfTable::draw_header() {
    pages_.begin_artifact();
    const double height = height_of(header_);
    double left = padding_;
    for (std::size_t i = 0; i < header_.size(); ++i) {
        double top = flow_.top() + padding_;
        for (const PdfLine& line : header_[i].lines) {
            for (const PdfPiece& piece : line.pieces)
                pages_.draw(piece, flow_.left() + left + piece.at, top + line.above, size_);
            top += line.height();
        }
        left += widths_[i];
    }
    pages_.fill({flow_.left(), flow_.top() + height - 3 * rule, flow_.width(), 3 * rule}, rule_ink);
    pages_.end_artifact();
    flow_.move(height);
}

void PdfTable::turn_page() {
    flow_.turn_page();
    for (Cell& cell : header_) cell.drawn = 0;
    draw_header();
}

void PdfTable::row(const std::vector<PdfSpans>& cells) {
    if (cells.size() != widths_.size())
        throw std::logic_error("a row of a table has not a cell for each column");
    Cells row;
    for (std::size_t i = 0; i < cells.size(); ++i) row.push_back(cell_of(cells[i], i, false));
    for (Cell& cell : header_) cell.drawn = 0;
    if (const double height = height_of(row); height > flow_.room()) {
        const double whole = flow_.height() - height_of(header_);
        const double least = 2 * padding_ + 3 * size_;
        if (height <= whole || flow_.room() < least) turn_page();
    }
    for (;;) {
        pages_.begin("TR");
        flow_.move(draw(row, flow_.room(), "TD"));
        pages_.end();
        if (is_drawn(row)) return;
        turn_page();
    }
}

void PdfTable::end() {
    if (!is_open()) throw std::logic_error("a table is ended that was not begun");
    pages_.end();
    widths_.clear();
}

}  // namespace casekeeper
