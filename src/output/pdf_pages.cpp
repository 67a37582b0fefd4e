// SPDX-License-Identifier: MIT
#include "output/pdf_pages.h"

#include <cairo-pdf.h>

#include <array>
#include <cmath>
#include <stdexcept>

#include "base/errors.h"

namespace casekeeper {
namespace {

// No exception passes through cairo: PdfSheets::check() throws for it.
cairo_status_t write_to(void* file, const unsigned char* bytes, unsigned length) {
    try {
        static_cast<ScratchFile*>(file)->write({reinterpret_cast<const char*>(bytes), length});
    } catch (const OutputError&) {
        return CAIRO_STATUS_WRITE_ERROR;
    }
    return CAIRO_STATUS_SUCCESS;
}

// The turns and mirrorings that bring an Exif orientation upright, within the unit square from its top left.
cairo_matrix_t upright(int orientation) {
    constexpr std::array<std::array<double, 6>, 8> turns = {{{1, 0, 0, 1, 0, 0},
                                                             {-1, 0, 0, 1, 1, 0},
                                                             {-1, 0, 0, -1, 1, 1},
                                                             {1, 0, 0, -1, 0, 1},
                                                             {0, 1, 1, 0, 0, 0},
                                                             {0, 1, -1, 0, 1, 0},
                                                             {0, -1, -1, 0, 1, 1},
                                                             {0, -1, 1, 0, 0, 1}}};
    const auto& turn = turns.at(static_cast<std::size_t>(orientation - 1));
    cairo_matrix_t matrix{};
    cairo_matrix_init(&matrix, turn[0], turn[1], turn[2], turn[3], turn[4], turn[5]);
    return matrix;
}

// Of an attribute of a tag: cairo reads numbers with a point, whatever the locale.
std::string tenths(double value) {
    const long long rounded = std::llround(value * 10);
    return std::to_string(rounded / 10) + "." + std::to_string(std::llabs(rounded % 10));
}

}  // namespace

PdfSheets::PdfSheets(const std::string& beside)
    : file_(beside),
      surface_(cairo_pdf_surface_create_for_stream(write_to, &file_, a4_width, a4_height)),
      pen_(cairo_create(surface_)) {}

PdfSheets::~PdfSheets() {
    cairo_destroy(pen_);
    cairo_surface_destroy(surface_);
}

void PdfSheets::check() const {
    const cairo_status_t drawn = cairo_status(pen_);
    const cairo_status_t state = drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status(surface_);
    if (state == CAIRO_STATUS_WRITE_ERROR) file_.cannot_write();
    if (state != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cairo cannot draw a document: ") +
                                 cairo_status_to_string(state));
}

std::string_view PdfSheets::finish() {
    cairo_surface_finish(surface_);
    check();
    return file_.read_again();
}

PdfPages::PdfPages(const std::string& path, const PdfFonts& fonts)
    : fonts_(fonts), content_(path), artifacts_(path), pen_(content_.pen()) {
    begin("Document");
}

void PdfPages::begin_page() {
    if (in_page_) {
        content_.end_page();
        artifacts_.end_page();
        content_.check();
        artifacts_.check();
    }
    in_page_ = true;
    ++pages_;
    has_artifacts_.push_back(false);
}

void PdfPages::begin_front() {
    body_ = pages_;
    front_ = true;
}

void PdfPages::begin(const std::string& element) {
    cairo_tag_begin(content_.pen(), element.c_str(), nullptr);
    open_.push_back(element);
}

void PdfPages::end() {
    if (open_.empty()) throw std::logic_error("an element of a PDF document is closed that was not open");
    cairo_tag_end(content_.pen(), open_.back().c_str());
    open_.pop_back();
}

void PdfPages::begin_link(const PdfBox& box, int destination, std::string_view described) {
    const std::string attributes = "dest='" + std::to_string(destination) + "' rect=[" + tenths(box.left) +
                                   " " + tenths(box.top) + " " + tenths(box.width) + " " +
                                   tenths(box.height) + "]";
    cairo_tag_begin(content_.pen(), CAIRO_TAG_LINK, attributes.c_str());
    open_.emplace_back(CAIRO_TAG_LINK);
    links_.push_back({std::string(described), destination});
}

void PdfPages::place(int destination, double top) {
    const std::string attributes =
        "name='" + std::to_string(destination) + "' x=0 y=" + tenths(std::max(0.0, top));
    cairo_tag_begin(content_.pen(), CAIRO_TAG_DEST, attributes.c_str());
    cairo_tag_end(content_.pen(), CAIRO_TAG_DEST);
}

void PdfPages::begin_artifact() {
    pen_ = artifacts_.pen();
    has_artifacts_.back() = true;
}

void PdfPages::draw(const PdfPiece& piece, double left, double baseline, double size) {
    const PdfGlyphs& drawn = piece.glyphs;
    if (drawn.glyphs.empty()) return;
    const double scale = size / pdf_layout_size;
    cairo_matrix_t matrix{};
    cairo_matrix_init(&matrix, scale, 0, 0, scale, left, baseline);
    cairo_set_matrix(pen_, &matrix);
    cairo_set_scaled_font(pen_, fonts_.scaled(drawn.font));
    cairo_set_matrix(pen_, &matrix);
    cairo_show_text_glyphs(pen_, drawn.text.data(), static_cast<int>(drawn.text.size()), drawn.glyphs.data(),
                           static_cast<int>(drawn.glyphs.size()), drawn.clusters.data(),
                           static_cast<int>(drawn.clusters.size()),
                           static_cast<cairo_text_cluster_flags_t>(0));
    cairo_identity_matrix(pen_);
}

void PdfPages::fill(const PdfBox& box, double ink) {
    cairo_set_source_rgb(pen_, ink, ink, ink);
    cairo_rectangle(pen_, box.left, box.top, box.width, box.height);
    cairo_fill(pen_);
    cairo_set_source_rgb(pen_, 0, 0, 0);
}

void PdfPages::draw_picture(cairo_surface_t* picture, const PdfBox& box, int orientation) {
    const cairo_matrix_t turn = upright(orientation);
    cairo_save(pen_);
    cairo_translate(pen_, box.left, box.top);
    cairo_scale(pen_, box.width, box.height);
    cairo_transform(pen_, &turn);
    cairo_scale(pen_, 1.0 / cairo_image_surface_get_width(picture),
                1.0 / cairo_image_surface_get_height(picture));
    cairo_set_source_surface(pen_, picture, 0, 0);
    // Not cairo_paint: that would forget what was drawn and tagged on the page before.
    cairo_rectangle(pen_, 0, 0, cairo_image_surface_get_width(picture),
                    cairo_image_surface_get_height(picture));
    cairo_fill(pen_);
    cairo_restore(pen_);
}

// Dark blue: read as black where there are no colours.
void PdfPages::set_link_ink(bool on) {
    cairo_set_source_rgb(pen_, 0, 0, on ? 0.5 : 0);
}

void PdfPages::end_pages() {
    while (!open_.empty()) end();
    content_.end_page();
    artifacts_.end_page();
    pen_ = artifacts_.pen();
}

}  // namespace casekeeper
