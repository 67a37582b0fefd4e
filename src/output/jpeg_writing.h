// SPDX-License-Identifier: MIT
//
// Points of a picture as a JPEG file (baseline, JFIF): the points and nothing beside them. In shades of grey where
// there is no colour to be seen.
//
// REQUIRES: run apart (base/separate_process.h): where the library breaks, it ends the process.
#pragma once

#include <cstddef>
#include <string>

namespace casekeeper {

struct ColourPoints {
    const unsigned char* first = nullptr;  // red, green, blue; row after row
    int width = 0;
    int height = 0;
    std::size_t row_bytes = 0;  // from one row to the next
};

std::string jpeg_of(const ColourPoints& points);

}  // namespace casekeeper
