// SPDX-License-Identifier: MIT
//
// What a picture says of itself, by its header and without unfolding it: its size, and its properties: where
// and when it was taken, by whom and with what (EXIF, IPTC, XMP, texts of PNG, comments).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casekeeper {

struct PictureProperties {
    const char* format = "";  // "PNG", "JPEG", "GIF", "TIFF"
    long long width = 0;      // in dots
    long long height = 0;
    std::vector<std::pair<std::string, std::string>> said;  // name and value, UTF-8
};

// Nullopt where the bytes are none of the four formats, or their header is damaged.
std::optional<PictureProperties> picture_properties(std::string_view bytes);

}  // namespace casekeeper
