// SPDX-License-Identifier: MIT
//
// A table: its header row is drawn again on each page it reaches, where it is not read out again. A row stays
// on one page where it fits on one; a longer one goes on as another row.
#pragma once

#include <string>
#include <vector>

#include "output/pdf_flow.h"

namespace casekeeper {

struct PdfColumn {
    std::string heading;
    double share = 1;  // of the width, as against the other columns
};

class PdfTable {
public:
    PdfTable(PdfFlow& flow, PdfPages& pages, PdfText& text) : flow_(flow), pages_(pages), text_(text) {}

    void begin(const std::vector<PdfColumn>& columns, double size);
    // REQUIRES: a cell for each column.
    void row(const std::vector<PdfSpans>& cells);
    void end();
    bool is_open() const { return !widths_.empty(); }
    // Of the header row and the first row, of which half a page is enough; where it is not known, of a line.
    double least_height(const std::vector<PdfColumn>& columns, const std::vector<PdfSpans>& first_row,
                        double size);

private:
    struct Cell {
        PdfSpans spans;
        std::vector<PdfLine> lines;
        std::size_t drawn = 0;  // lines
    };
    using Cells = std::vector<Cell>;

    void set_columns(const std::vector<PdfColumn>& columns, double size);
    Cell cell_of(PdfSpans spans, std::size_t column, bool bold);
    double height_of(const Cells& cells) const;
    static bool is_drawn(const Cells& cells);
    // As many lines of each cell as this height has room for; the height they took.
    double draw(Cells& cells, double room, const std::string& tag);
    double draw_cell(Cell& cell, double left, double room);
    void draw_header();
    void turn_page();

    PdfFlow& flow_;
    PdfPages& pages_;
    PdfText& text_;
    std::vector<double> widths_;
    double size_ = 0;
    double padding_ = 0;
    Cells header_;
};

}  // namespace casekeeper
