// SPDX-License-Identifier: MIT
//
// A JPEG file taken apart (ITU-T T.81, Annex B): what draws the picture, without what is told beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace casekeeper {

struct JpegPicture {
    int width = 0;
    int height = 0;
    int components = 0;   // 1 grey, 3 colours
    int orientation = 1;  // as Exif numbers it (tag 0x0112): 1 is upright
    std::string bytes;    // no comments, no application's segments but Adobe's, nothing behind the end
};

// Nullopt where it is no JPEG that readers of PDF files know, not whole, or of printer's inks, which programs
// write in two opposite ways.
std::optional<JpegPicture> read_jpeg(std::string_view bytes);

}  // namespace casekeeper
