// SPDX-License-Identifier: MIT
#include "output/bare_picture.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/errors.h"
#include "output/jpeg_file.h"

namespace casekeeper {
namespace {

using Sv = std::string_view;
using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr long most_pixels_a_side = 30'000;
constexpr long most_pixels = 200'000'000;
constexpr std::size_t most_bytes = 64U << 20U;
constexpr Sv png_signature = "\x89PNG\r\n\x1a\n"sv;

[[noreturn]] void refuse(const std::string& why) {
    throw InputError("the picture cannot be shown: " + why, "show it as a document that cannot be shown");
}

[[noreturn]] void refuse_cut_short() {
    refuse("its end is missing");
}

unsigned byte_at(Sv bytes, std::size_t at) {
    if (at >= bytes.size()) refuse_cut_short();
    return static_cast<unsigned char>(bytes[at]);
}

// A number of so many bytes, the highest first.
std::size_t number_at(Sv bytes, std::size_t at, std::size_t size) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < size; ++i) number = number << 8U | byte_at(bytes, at + i);
    return number;
}

Sv piece_at(Sv bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || size > bytes.size() - at) refuse_cut_short();
    return bytes.substr(at, size);
}

void set_size(BarePicture& picture, std::size_t width, std::size_t height) {
    picture.width = static_cast<long>(width);
    picture.height = static_cast<long>(height);
    const bool absurd = width == 0 || height == 0 || picture.width > most_pixels_a_side ||
                        picture.height > most_pixels_a_side || picture.width * picture.height > most_pixels;
    if (absurd)
        refuse("it says that it is " + std::to_string(width) + " by " + std::to_string(height) + " pixels");
}

// ---- PNG: a signature, then pieces of length, name, content and check sum, up to IEND

bool shows_in_png(Sv name) {
    constexpr Sv shown[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"};
    return std::find(std::begin(shown), std::end(shown), name) != std::end(shown);
}

BarePicture bare_png(Sv bytes) {
    BarePicture bare;
    bare.bytes = png_signature;
    bool has_content = false;
    for (std::size_t at = png_signature.size();;) {
        const std::size_t length = number_at(bytes, at, 4);
        const Sv piece = piece_at(bytes, at, length + 12);
        const Sv name = piece.substr(4, 4);
        if (bare.width == 0) {
            if (name != "IHDR" || length != 13) refuse("it is no sound PNG");
            set_size(bare, number_at(piece, 8, 4), number_at(piece, 12, 4));
        }
        has_content = has_content || name == "IDAT";
        if (shows_in_png(name)) bare.bytes += piece;
        if (name == "IEND") break;
        at += piece.size();
    }
    if (!has_content) refuse("it is no sound PNG");
    return bare;
}

// ---- JPEG

// A segment with nothing but how the picture is turned.
std::string exif_with(int orientation) {
    std::string exif =
        "\xFF\xE1\0\x22"
        "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s;
    exif += static_cast<char>(orientation);
    return exif + std::string(6, '\0');
}

BarePicture bare_jpeg(Sv bytes) {
    JpegPicture jpeg = read_jpeg(bytes);
    BarePicture bare;
    set_size(bare, static_cast<std::size_t>(jpeg.width), static_cast<std::size_t>(jpeg.height));
    if (jpeg.orientation > 4) std::swap(bare.width, bare.height);  // it lies on its side
    bare.bytes = std::move(jpeg.bytes);
    if (jpeg.orientation != 1) bare.bytes.insert(2, exif_with(jpeg.orientation));
    return bare;
}

}  // namespace

BarePicture bare_picture(const BookPicture& picture) {
    const Sv bytes = picture.bytes;
    if (picture.alternative.empty()) refuse("nothing says what it shows");
    if (bytes.size() > most_bytes) refuse("it has more than 64 MB");
    const bool is_png = bytes.starts_with(png_signature);
    const bool is_jpeg = bytes.starts_with("\xFF\xD8\xFF");
    if (!is_png && !is_jpeg) refuse("it is no PNG and no JPEG");
    if (picture.media_type != (is_png ? "image/png" : "image/jpeg"))
        refuse("it is not what it says it is, " + picture.media_type);
    return is_png ? bare_png(bytes) : bare_jpeg(bytes);
}

}  // namespace casekeeper
