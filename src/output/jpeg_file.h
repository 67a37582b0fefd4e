// SPDX-License-Identifier: MIT
//
// A JPEG file taken apart (ITU-T T.81, Annex B): what draws the picture, without what is told beside it, and
// nothing behind its end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casekeeper {

struct JpegPicture {
    // As its points are stored, before it is turned.
    int width = 0;
    int height = 0;
    int components = 0;   // 1 grey, 3 colours, 4 printer's inks
    int bits = 0;         // of each component
    int frame = 0;        // the code of its frame: 0xC0 baseline, 0xC1 extended, 0xC2 progressive …
    int orientation = 1;  // as Exif numbers it (tag 0x0112): 1 is upright
    // Frame, tables and scans; of JFIF and Adobe's segment what says how wide a point is and which colours are
    // meant.
    std::string bytes;
    // Where its coded points stood among the bytes that were read: from, and how many.
    std::vector<std::pair<std::size_t, std::size_t>> coded = {};

    // Of a kind that readers of PDF files know. Of printer's inks none is: programs write them in two opposite
    // ways.
    bool is_for_pdf() const { return frame <= 0xC2 && bits == 8 && (components == 1 || components == 3); }
};

// InputError where it is cut short or no sound JPEG.
JpegPicture read_jpeg(std::string_view bytes);

}  // namespace casekeeper
