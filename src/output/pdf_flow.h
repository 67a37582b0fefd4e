// SPDX-License-Identifier: MIT
//
// Lines and boxes one beneath the other, from page to page, each as content of the element that is open.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "output/pdf_pages.h"
#include "output/pdf_text.h"

namespace casekeeper {

struct PdfMargins {
    double side = 56.69;  // 20 mm
    double top = 56.69;
    double foot = 68;
};

// The places of a document that links lead to, by the names their makers gave them; in the file they are numbers.
class PdfTargets {
public:
    int destination(const std::string& name);
    // A place without a name.
    int destination() { return ++last_; }
    // Its number. Throws std::logic_error where the name is taken already.
    int place(const std::string& name);
    // Numbers of those that links lead to and that never came, ascending.
    std::vector<int> never_placed() const;

private:
    struct Target {
        int number = 0;
        bool placed = false;
    };
    int last_ = 0;
    std::map<std::string, Target> targets_;
};

// How lines are put on paper.
struct PdfBlock {
    const PdfSpans& spans;
    double left = 0;  // from the left margin
    double size = 0;
};

class PdfFlow {
public:
    PdfFlow(PdfPages& pages, PdfTargets& targets, PdfMargins margins)
        : pages_(pages), targets_(targets), margins_(margins) {}

    double width() const { return a4_width - 2 * margins_.side; }
    double height() const { return a4_height - margins_.top - margins_.foot; }
    double left() const { return margins_.side; }
    // Where the next thing begins. REQUIRES: a page, for which see need().
    double top() const { return top_; }
    double room() const { return a4_height - margins_.foot - top_; }

    // Begins a page where this height is not left; true where it did.
    bool need(double height);
    void turn_page();
    // A gap; none at the head of a page.
    void gap(double height);
    void move(double height) { top_ += height; }

    // All lines as an element, which begins on the page of its first line.
    void put(const std::string& element, const std::vector<PdfLine>& lines, const PdfBlock& block);
    // Of the lines that begin a text and stay on one page.
    static double height_of_beginning(const std::vector<PdfLine>& lines);
    // Lines on this page, the first with its top at `top`, as all the content of the open element.
    void draw(const PdfLine* first, const PdfLine* behind, const PdfBlock& block, double top);

private:
    void put_lines(const std::vector<PdfLine>& lines, const PdfBlock& block);
    // Lines of the open element's own, or of Spans within it.
    void begin_content(bool own) { own_ = own; }
    void end_content();
    void begin_span();
    void draw_line(const PdfLine& line, const PdfBlock& block, double top);
    void draw_link(const PdfLine& line, const PdfBlock& block, double top, std::size_t& piece);
    void draw_plain(const PdfPiece& piece, const PdfLine& line, const PdfBlock& block, double top);

    PdfPages& pages_;
    PdfTargets& targets_;
    PdfMargins margins_;
    double top_ = 0;
    bool own_ = true;
    bool in_span_ = false;
};

}  // namespace casekeeper
