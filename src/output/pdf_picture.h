// SPDX-License-Identifier: MIT
//
// A picture as cairo draws it: what is to be seen of it, and nothing else the file says (place, author, comments,
// previews, what stands behind its end, colours beneath transparent points). A JPEG's points stay as they are; a
// PNG is drawn on white.
#pragma once

#include <cairo.h>

#include <memory>
#include <string_view>

namespace casekeeper {

struct PictureEnd {
    void operator()(cairo_surface_t* picture) const { cairo_surface_destroy(picture); }
};

struct PdfPicture {
    std::unique_ptr<cairo_surface_t, PictureEnd> points;
    int width = 0;  // in points of the picture, as it is looked at
    int height = 0;
    int orientation = 1;  // as Exif numbers it; 1 is upright
};

// `media_type`: image/png or image/jpeg. InputError where it is something else, damaged, or of an absurd size.
PdfPicture read_picture(std::string_view bytes, std::string_view media_type);

}  // namespace casekeeper
