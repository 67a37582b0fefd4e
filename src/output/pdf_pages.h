// SPDX-License-Identifier: MIT
//
// The pages of a PDF document, A4, drawn by cairo one at a time onto two documents side by side:
//
//   content     what is read, as elements of the structure tree (cairo's tags), on each page
//   artifacts   what is not read: rules and repeated headings, a page for each of the content's; then what
//               stands at the foot of each page, when all are drawn
//
// cairo 1.16 marks nothing as an artifact; output/pdf_joining lays each artifact page over its page, marked.
// An element's own content lies within one page and has no element within it: a longer one holds Spans.
//
// Places are in points from the top left corner of the page.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/scratch_file.h"
#include "output/pdf_fonts.h"
#include "output/pdf_text.h"

namespace casekeeper {

constexpr double a4_width = 595.276;
constexpr double a4_height = 841.89;

struct PdfBox {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

struct SurfaceEnd {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using PdfSurface = std::unique_ptr<cairo_surface_t, SurfaceEnd>;

// A document of cairo's, written to a scratch file as it is drawn.
class PdfSheets {
public:
    explicit PdfSheets(const std::string& beside);
    ~PdfSheets();
    PdfSheets(const PdfSheets&) = delete;
    PdfSheets& operator=(const PdfSheets&) = delete;

    cairo_t* pen() const { return pen_; }
    cairo_surface_t* surface() const { return surface_; }
    void end_page() { cairo_show_page(pen_); }
    // OutputError where it could not be written.
    void check() const;
    // The whole document.
    std::string_view finish();

private:
    ScratchFile file_;
    cairo_surface_t* surface_;
    cairo_t* pen_;
};

struct PdfLink {
    std::string says;
    int destination = 0;
};

class PdfPages {
public:
    PdfPages(const std::string& path, const PdfFonts& fonts);

    // Ends the page there is, if there is one, and begins another. OutputError where there is no room for it.
    void begin_page();
    // Pages from now on are to stand before all others.
    void begin_front();
    bool has_page() const { return in_page_; }
    long long body_pages() const { return front_ ? body_ : pages_; }
    long long front_pages() const { return front_ ? pages_ - body_ : 0; }

    // Elements of the structure tree, opened and closed like brackets.
    void begin(const std::string& element);
    void end();
    // The open element leads to a destination, by the box; `described` is read out.
    void begin_link(const PdfBox& box, int destination, std::string_view described);

    // Whatever is drawn until end_artifact is not read.
    void begin_artifact();
    void end_artifact() { pen_ = content_.pen(); }

    // `left`, `baseline`: of the piece itself.
    void draw(const PdfPiece& piece, double left, double baseline, double size);
    // Filled; `ink`: 0 is black, 1 white.
    void fill(const PdfBox& box, double ink);
    void draw_picture(cairo_surface_t* picture, const PdfBox& box, int orientation);
    void set_link_ink(bool on);
    // A place of this page that links lead to.
    void place(int destination, double top);

    // Ends the last page; then the feet are drawn, one a page of the content.
    void end_pages();
    void end_foot() { artifacts_.end_page(); }
    void finish_feet() { pen_ = content_.pen(); }

    PdfSheets& content() { return content_; }
    PdfSheets& artifacts() { return artifacts_; }
    // In the order of their elements.
    const std::vector<PdfLink>& links() const { return links_; }
    // Of each page, whether anything on it is not read.
    const std::vector<bool>& has_artifacts() const { return has_artifacts_; }

private:
    const PdfFonts& fonts_;
    PdfSheets content_;
    PdfSheets artifacts_;
    cairo_t* pen_;
    bool in_page_ = false;
    bool front_ = false;
    long long body_ = 0;
    long long pages_ = 0;
    std::vector<std::string> open_;
    std::vector<PdfLink> links_;
    std::vector<bool> has_artifacts_;
};

}  // namespace casekeeper
