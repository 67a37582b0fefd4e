// SPDX-License-Identifier: MIT
//
// A JPEG file in its parts (ITU-T T.81, Annex B); its coded points are made up and show nothing.
#pragma once

#include <string>

namespace casekeeper::test {

inline std::string two_bytes(std::size_t value) {
    return {static_cast<char>(value >> 8U & 0xFFU), static_cast<char>(value & 0xFFU)};
}

inline std::string segment(int marker, const std::string& body) {
    return std::string("\xFF") + static_cast<char>(marker) + two_bytes(body.size() + 2) + body;
}

// Says how the camera was held, and more.
inline std::string exif(int orientation, const std::string& more) {
    return segment(0xE1, std::string("Exif\0\0MM\0\x2A\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1", 24) +
                             two_bytes(static_cast<std::size_t>(orientation)) +
                             std::string("\0\0\0\0\0\0", 6) + more);
}

struct MadeUpJpeg {
    std::size_t width = 400;
    std::size_t height = 300;
    int components = 3;
    int frame = 0xC0;
    std::string before = {};  // segments before the picture's own
    std::string coded = std::string("coded\xFF\0points\xFF\xD0more", 19);
    std::string behind = {};  // its end

    std::string bytes() const {
        std::string head =
            std::string("\x08") + two_bytes(height) + two_bytes(width) + static_cast<char>(components);
        std::string scan(1, static_cast<char>(components));
        for (int i = 1; i <= components; ++i) {
            head += std::string(1, static_cast<char>(i)) + std::string("\x11\0", 2);
            scan += std::string(1, static_cast<char>(i)) + std::string("\0", 1);
        }
        return "\xFF\xD8" + before + segment(0xDB, std::string(65, '\1')) + segment(frame, head) +
               segment(0xC4, std::string(19, '\0')) + segment(0xDA, scan + std::string("\0\x3F\0", 3)) +
               coded + "\xFF\xD9" + behind;
    }
};

}  // namespace casekeeper::test
