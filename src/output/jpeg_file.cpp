// SPDX-License-Identifier: MIT
#include "output/jpeg_file.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/errors.h"

namespace casekeeper {
namespace {

using Byte = std::uint8_t;

constexpr Byte start_of_picture = 0xD8;
constexpr Byte end_of_picture = 0xD9;
constexpr Byte start_of_scan = 0xDA;
constexpr Byte jfif_segment = 0xE0;
constexpr Byte exif_segment = 0xE1;
constexpr Byte adobe_segment = 0xEE;
constexpr unsigned orientation_tag = 0x0112;

[[noreturn]] void refuse(const char* why) {
    throw InputError(std::string("the picture cannot be shown: ") + why,
                     "show it as a document that cannot be shown");
}

// Numbers of two and four bytes at a place of a text, by either order of bytes.
class Numbers {
public:
    explicit Numbers(std::string_view bytes, bool low_first = false) : bytes_(bytes), low_first_(low_first) {}
    bool reaches(std::size_t at, std::size_t length) const {
        return at <= bytes_.size() && length <= bytes_.size() - at;
    }
    unsigned two(std::size_t at) const {
        return low_first_ ? byte(at + 1) << 8U | byte(at) : byte(at) << 8U | byte(at + 1);
    }
    std::size_t four(std::size_t at) const {
        return low_first_ ? std::size_t{two(at + 2)} << 16U | two(at)
                          : std::size_t{two(at)} << 16U | two(at + 2);
    }

private:
    unsigned byte(std::size_t at) const { return static_cast<Byte>(bytes_[at]); }
    std::string_view bytes_;
    bool low_first_;
};

// Of an Exif segment: the entries of its first directory, twelve bytes each (Exif 2.3, 4.6).
int orientation_of(std::string_view segment) {
    constexpr std::string_view head("Exif\0\0", 6);
    if (!segment.starts_with(head)) return 1;
    const std::string_view tiff = segment.substr(head.size());
    const Numbers numbers(tiff, tiff.starts_with("II"));
    if (!numbers.reaches(0, 8)) return 1;
    const std::size_t directory = numbers.four(4);
    if (!numbers.reaches(directory, 2)) return 1;
    for (unsigned entry = 0; entry < numbers.two(directory); ++entry) {
        const std::size_t at = directory + 2 + std::size_t{12} * entry;
        if (!numbers.reaches(at, 12)) return 1;
        if (numbers.two(at) != orientation_tag) continue;
        const unsigned value = numbers.two(at + 8);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

// JFIF without its small picture; nothing of what else is so named.
std::string bare_jfif(std::string_view body) {
    constexpr std::string_view name("JFIF\0", 5);
    constexpr std::size_t size = 12;  // with its version, and how wide a point is
    if (body.size() < size + 2 || !body.starts_with(name)) return "";
    return std::string("\xFF\xE0\0\x10", 4) + std::string(body.substr(0, size)) + std::string(2, '\0');
}

// Its last byte says which colours are meant; nothing else that may stand there is kept.
std::string bare_adobe(std::string_view body) {
    constexpr std::size_t meant_at = 11;
    if (body.size() <= meant_at || !body.starts_with("Adobe") || body[meant_at] < 0 || body[meant_at] > 2)
        return "";
    return std::string(
               "\xFF\xEE\0\x0E"
               "Adobe\0\x64\0\0\0\0",
               15) +
           body[meant_at];
}

bool is_frame(Byte marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Frames, tables, scans; neither comments nor what programs keep for themselves.
bool draws(Byte marker) {
    return (marker >= 0xC0 && marker <= 0xCF) || (marker >= start_of_scan && marker <= 0xDF);
}

class JpegReader {
public:
    explicit JpegReader(std::string_view bytes) : bytes_(bytes), numbers_(bytes) {}

    JpegPicture read() {
        if (!bytes_.starts_with("\xFF\xD8")) refuse_as_unsound();
        picture_.bytes = "\xFF\xD8";
        for (at_ = 2;;) {
            require(2);
            if (byte_at(at_) != 0xFF) refuse_as_unsound();
            const Byte marker = byte_at(at_ + 1);
            if (marker == end_of_picture) break;
            if (marker == 0xFF)  // a byte that fills
                ++at_;
            else
                take(marker);
        }
        if (!has_scan_) refuse_as_unsound();
        picture_.bytes += "\xFF\xD9";
        return std::move(picture_);
    }

private:
    [[noreturn]] static void refuse_as_unsound() { refuse("it is no sound JPEG"); }
    void require(std::size_t length) const {
        if (!numbers_.reaches(at_, length)) refuse("its end is missing");
    }
    Byte byte_at(std::size_t at) const { return static_cast<Byte>(bytes_[at]); }

    void take(Byte marker) {
        if (marker < 0xC0 || (marker >= 0xD0 && marker <= start_of_picture)) refuse_as_unsound();
        require(4);
        const std::size_t length = numbers_.two(at_ + 2);
        if (length < 2) refuse_as_unsound();
        require(length + 2);
        const std::string_view body = bytes_.substr(at_ + 4, length - 2);
        if (is_frame(marker)) take_frame(marker, body);
        if (marker == exif_segment && picture_.orientation == 1) picture_.orientation = orientation_of(body);
        if (marker == jfif_segment) picture_.bytes += bare_jfif(body);
        if (marker == adobe_segment) picture_.bytes += bare_adobe(body);
        if (draws(marker)) picture_.bytes += bytes_.substr(at_, length + 2);
        at_ += length + 2;
        if (marker == start_of_scan) take_scan();
    }

    void take_frame(Byte marker, std::string_view body) {
        if (picture_.frame != 0 || body.size() < 6) refuse_as_unsound();
        const Numbers numbers(body);
        picture_.frame = marker;
        picture_.bits = body[0];
        picture_.height = static_cast<int>(numbers.two(1));
        picture_.width = static_cast<int>(numbers.two(3));
        picture_.components = static_cast<Byte>(body[5]);
        if (body.size() != 6 + 3 * static_cast<std::size_t>(picture_.components)) refuse_as_unsound();
    }

    // Up to the next marker that is no part of the scan: coded bytes, each FF followed by 0 or a restart.
    void take_scan() {
        if (picture_.frame == 0) refuse_as_unsound();
        has_scan_ = true;
        const std::size_t began = at_;
        for (;; ++at_) {
            at_ = std::min(bytes_.find('\xFF', at_), bytes_.size());
            require(2);
            const Byte next = byte_at(at_ + 1);
            if (next != 0 && (next < 0xD0 || next > 0xD7)) break;
            ++at_;
        }
        picture_.bytes += bytes_.substr(began, at_ - began);
        picture_.coded.emplace_back(began, at_ - began);
    }

    std::string_view bytes_;
    Numbers numbers_;
    std::size_t at_ = 0;
    bool has_scan_ = false;
    JpegPicture picture_;
};

}  // namespace

JpegPicture read_jpeg(std::string_view bytes) {
    return JpegReader(bytes).read();
}

}  // namespace casekeeper
