// SPDX-License-Identifier: MIT
#include "output/pdf_picture.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include "base/errors.h"
#include "output/jpeg_file.h"

namespace casekeeper {
namespace {

// Of a JPEG, which is not taken apart, and of a PNG, which takes seven bytes of memory a point: a page of A4
// scanned at 400 dots to the inch has 15 million.
constexpr long long most_jpeg_points = 120'000'000;
constexpr long long most_png_points = 18'000'000;
constexpr int longest_side = 20'000;

[[noreturn]] void refuse(const std::string& why) {
    throw InputError("a picture cannot be drawn: " + why,
                     "list it among what cannot be shown, for a person to look at");
}

void check_size(long long width, long long height, long long most_points) {
    if (width < 1 || height < 1 || width > longest_side || height > longest_side ||
        width * height > most_points)
        refuse("it has " + std::to_string(width) + " by " + std::to_string(height) + " points");
}

// cairo embeds the bytes as they are, and asks for no points beside them: one bit a point stands in for each.
PdfPicture read_jpeg_picture(std::string_view bytes) {
    const JpegPicture jpeg = read_jpeg(bytes);
    if (!jpeg.is_for_pdf()) refuse("it is a JPEG of a kind that readers of PDF files do not know");
    check_size(jpeg.width, jpeg.height, most_jpeg_points);
    PdfPicture picture;
    picture.points.reset(cairo_image_surface_create(CAIRO_FORMAT_A1, jpeg.width, jpeg.height));
    picture.width = jpeg.width;
    picture.height = jpeg.height;
    picture.orientation = jpeg.orientation;
    if (jpeg.orientation >= 5) std::swap(picture.width, picture.height);
    auto* const kept = static_cast<unsigned char*>(std::malloc(jpeg.bytes.size()));
    if (!kept) throw std::bad_alloc();
    std::memcpy(kept, jpeg.bytes.data(), jpeg.bytes.size());
    if (cairo_surface_set_mime_data(picture.points.get(), CAIRO_MIME_TYPE_JPEG, kept, jpeg.bytes.size(),
                                    std::free, kept) != CAIRO_STATUS_SUCCESS)
        throw std::bad_alloc();
    return picture;
}

cairo_status_t read_from(void* left, unsigned char* bytes, unsigned length) {
    auto& view = *static_cast<std::string_view*>(left);
    if (view.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(bytes, view.data(), length);
    view.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

// Width and height stand at one place in every PNG (ISO/IEC 15948, 11.2.2): they are looked at before any point.
void check_png_size(std::string_view bytes) {
    constexpr std::string_view head("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    if (!bytes.starts_with(head) || bytes.size() < 24) refuse("it is no whole PNG");
    const auto number = [&](std::size_t at) {
        long long value = 0;
        for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return value;
    };
    check_size(number(16), number(20), most_png_points);
}

PdfPicture read_png_picture(std::string_view bytes) {
    check_png_size(bytes);
    PdfPicture picture;
    picture.points.reset(cairo_image_surface_create_from_png_stream(read_from, &bytes));
    if (cairo_surface_status(picture.points.get()) != CAIRO_STATUS_SUCCESS) refuse("it is no whole PNG");
    picture.width = cairo_image_surface_get_width(picture.points.get());
    picture.height = cairo_image_surface_get_height(picture.points.get());
    cairo_t* const pen = cairo_create(picture.points.get());
    cairo_set_operator(pen, CAIRO_OPERATOR_DEST_OVER);
    cairo_set_source_rgb(pen, 1, 1, 1);
    cairo_paint(pen);
    cairo_destroy(pen);
    return picture;
}

}  // namespace

PdfPicture read_picture(std::string_view bytes, std::string_view media_type) {
    if (media_type == "image/jpeg") return read_jpeg_picture(bytes);
    if (media_type == "image/png") return read_png_picture(bytes);
    refuse("only PNG and JPEG are drawn");
}

}  // namespace casekeeper
