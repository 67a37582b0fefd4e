// SPDX-License-Identifier: MIT
//
// What stands before everything else in a PDF document, drawn when all else is: its title, what the title page
// says, and the contents with page numbers that can be clicked on.
#pragma once

#include <string>
#include <vector>

#include "output/pdf_flow.h"
#include "output/pdf_outline.h"

namespace casekeeper {

struct PdfFrontMatter {
    std::string title;
    std::vector<std::string> opening;  // paragraphs
    double size = 10.5;
    std::vector<PdfHeading> headings;  // those the contents name
};

class PdfFront {
public:
    PdfFront(PdfFlow& flow, PdfPages& pages, PdfText& text) : flow_(flow), pages_(pages), text_(text) {}

    void draw(const PdfFrontMatter& matter);

private:
    struct Entry {
        PdfSpans spans;
        std::vector<PdfLine> lines;
        double indent = 0;
        double height = 0;
    };

    void put(const std::string& tag, const std::string& words, const PdfMeasure& measure);
    std::vector<Entry> entries_of(const PdfFrontMatter& matter);
    long long pages_of(const std::vector<Entry>& entries) const;
    void draw_entry(const Entry& entry, const PdfHeading& heading, const std::string& page);
    void draw_contents(const PdfFrontMatter& matter);

    PdfFlow& flow_;
    PdfPages& pages_;
    PdfText& text_;
    double size_ = 0;
    double number_width_ = 0;
};

}  // namespace casekeeper
