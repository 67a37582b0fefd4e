// SPDX-License-Identifier: MIT
//
// The smallest pictures that every program shows: one dot each.
#pragma once

#include <string>

namespace casekeeper::test {

// Bytes written as two hexadecimal digits each; white space is passed over.
inline std::string bytes_from(const std::string& digits) {
    std::string bytes;
    std::string pair;
    for (const char digit : digits) {
        if (digit == ' ') continue;
        pair += digit;
        if (pair.size() < 2) continue;
        bytes += static_cast<char>(std::stoi(pair, nullptr, 16));
        pair.clear();
    }
    return bytes;
}

inline std::string png_signature() {
    return bytes_from("89504e470d0a1a0a");
}

inline std::string png_header() {
    return bytes_from("0000000d4948445200000001000000010802000000907753de");
}

inline std::string png_content() {
    return bytes_from("0000000c4944415478da63904d280000018b00ee29eba0cb");
}

inline std::string png_end() {
    return bytes_from("0000000049454e44ae426082");
}

inline std::string sample_png() {
    return png_signature() + png_header() + png_content() + png_end();
}

inline std::string jpeg_begin() {
    return bytes_from("ffd8");
}

inline std::string jpeg_jfif() {
    return bytes_from("ffe000104a46494600010100000100010000");
}

// Two dots beside each other.
inline std::string jpeg_content() {
    return bytes_from(
        "ffdb00430001010101010101010101010101010101010101010101010101010101010101010101010101010101010101"
        "010101010101010101010101010101010101010101ffc0000b080001000201011100ffc4001400010000000000000000"
        "0000000000000000ffc40014100100000000000000000000000000000000ffda0008010100003f003f");
}

inline std::string jpeg_end() {
    return bytes_from("ffd9");
}

inline std::string sample_jpeg() {
    return jpeg_begin() + jpeg_jfif() + jpeg_content() + jpeg_end();
}

}  // namespace casekeeper::test
