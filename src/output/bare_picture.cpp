// SPDX-License-Identifier: MIT
#include "output/bare_picture.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/errors.h"

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
std::size_t number_at(Sv bytes, std::size_t at, std::size_t size, bool lowest_first = false) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number = number << 8U | byte_at(bytes, at + (lowest_first ? size - 1 - i : i));
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

// ---- JPEG: FF and a code, mostly with a length and content; after SOS the picture up to the next code

constexpr unsigned start_of_image = 0xD8;
constexpr unsigned end_of_image = 0xD9;
constexpr unsigned start_of_scan = 0xDA;
constexpr unsigned app_0 = 0xE0;   // JFIF
constexpr unsigned app_1 = 0xE1;   // Exif, XMP
constexpr unsigned app_14 = 0xEE;  // Adobe: which colours the numbers stand for
constexpr Sv exif_name = "Exif\0\0"sv;
constexpr std::size_t orientation_tag = 0x0112;

bool is_frame(unsigned code) {
    return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
}

// Frames, tables, scans; neither comments nor what programs keep for themselves.
bool shows_in_jpeg(unsigned code) {
    return (code >= 0xC0 && code <= 0xCF) || (code >= start_of_scan && code <= 0xDF);
}

// How it is to be turned: 1 to 8; 1, as it lies, where that cannot be read.
std::size_t orientation_of(Sv exif) {
    const Sv tiff = exif.substr(exif_name.size());
    if (tiff.size() < 8) return 1;
    const bool lowest_first = tiff.starts_with("II");
    const std::size_t begin = number_at(tiff, 4, 4, lowest_first);
    if (begin > tiff.size() || tiff.size() - begin < 2) return 1;
    const std::size_t entries = number_at(tiff, begin, 2, lowest_first);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = begin + 2 + i * 12;
        if (at + 12 > tiff.size()) return 1;
        if (number_at(tiff, at, 2, lowest_first) != orientation_tag) continue;
        const std::size_t turned = number_at(tiff, at + 8, 2, lowest_first);
        return turned >= 1 && turned <= 8 ? turned : 1;
    }
    return 1;
}

// A piece with nothing but how it is turned.
std::string exif_with(std::size_t orientation) {
    std::string exif = "\xFF\xE1\0\x22"s + std::string(exif_name) + "MM\0\x2A\0\0\0\x08\0\x01"s +
                       "\x01\x12\0\x03\0\0\0\x01"s;
    exif += '\0';
    exif += static_cast<char>(orientation);
    return exif + std::string(6, '\0');
}

// JFIF without its small picture; nothing of what else is so named.
std::string bare_app_0(Sv piece) {
    constexpr std::size_t size = 18;  // with FF, code and length
    if (piece.size() < size || piece.substr(4, 5) != "JFIF\0"sv) return "";
    std::string bare(piece.substr(0, size));
    bare[2] = 0;
    bare[3] = size - 2;
    bare[16] = bare[17] = 0;
    return bare;
}

std::string bare_piece(unsigned code, Sv piece) {
    if (code == app_0) return bare_app_0(piece);
    if (code == app_1 && piece.substr(4).starts_with(exif_name)) {
        const std::size_t orientation = orientation_of(piece.substr(4));
        return orientation == 1 ? "" : exif_with(orientation);
    }
    if (code == app_14 && piece.size() == 16 && piece.substr(4, 5) == "Adobe") return std::string(piece);
    return shows_in_jpeg(code) ? std::string(piece) : "";
}

// Where the next code begins, after what a scan shows.
std::size_t end_of_scan(Sv bytes, std::size_t at) {
    for (;; ++at) {
        at = bytes.find('\xFF', at);
        if (at == Sv::npos) refuse_cut_short();
        const unsigned next = byte_at(bytes, at + 1);
        const bool goes_on = next == 0 || (next >= 0xD0 && next <= 0xD7);
        if (!goes_on && next != 0xFF) return at;
    }
}

class JpegReader {
public:
    explicit JpegReader(Sv bytes) : bytes_(bytes) {}

    BarePicture bare() {
        bare_.bytes = "\xFF\xD8";
        for (std::size_t at = 2;;) {
            if (byte_at(bytes_, at) != 0xFF) refuse("it is no sound JPEG");
            const unsigned code = byte_at(bytes_, at + 1);
            if (code == 0xFF) {
                ++at;
            } else if (code == end_of_image) {
                break;
            } else {
                at = take(code, at);
            }
        }
        if (bare_.width == 0 || !has_scan_) refuse("it is no sound JPEG");
        bare_.bytes += "\xFF\xD9";
        if (turned_ > 4) std::swap(bare_.width, bare_.height);  // it lies on its side
        return std::move(bare_);
    }

private:
    // Where the next code begins.
    std::size_t take(unsigned code, std::size_t at) {
        if (code == 0 || code == 1 || (code >= 0xD0 && code <= start_of_image)) refuse("it is no sound JPEG");
        const std::size_t length = number_at(bytes_, at + 2, 2);
        if (length < 2) refuse("it is no sound JPEG");
        const Sv piece = piece_at(bytes_, at, length + 2);
        if (is_frame(code) && bare_.width == 0)
            set_size(bare_, number_at(piece, 7, 2), number_at(piece, 5, 2));
        if (code == app_1 && piece.substr(4).starts_with(exif_name))
            turned_ = orientation_of(piece.substr(4));
        bare_.bytes += bare_piece(code, piece);
        at += piece.size();
        if (code != start_of_scan) return at;
        has_scan_ = true;
        const std::size_t end = end_of_scan(bytes_, at);
        bare_.bytes += bytes_.substr(at, end - at);
        return end;
    }

    Sv bytes_;
    BarePicture bare_;
    std::size_t turned_ = 1;
    bool has_scan_ = false;
};

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
    return is_png ? bare_png(bytes) : JpegReader(bytes).bare();
}

}  // namespace casekeeper
