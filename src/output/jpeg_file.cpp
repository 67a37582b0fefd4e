// SPDX-License-Identifier: MIT
#include "output/jpeg_file.h"

#include <cstdint>

namespace casekeeper {
namespace {

using Byte = std::uint8_t;

constexpr Byte start_of_picture = 0xD8;
constexpr Byte end_of_picture = 0xD9;
constexpr Byte start_of_scan = 0xDA;
constexpr Byte exif_segment = 0xE1;
constexpr Byte adobe_segment = 0xEE;
constexpr Byte comment = 0xFE;
constexpr unsigned orientation_tag = 0x0112;

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

class JpegReader {
public:
    explicit JpegReader(std::string_view bytes) : bytes_(bytes), numbers_(bytes) {}

    std::optional<JpegPicture> read() {
        if (!bytes_.starts_with("\xFF\xD8")) return std::nullopt;
        picture_.bytes += bytes_.substr(0, 2);
        at_ = 2;
        while (numbers_.reaches(at_, 2)) {
            if (static_cast<Byte>(bytes_[at_]) != 0xFF) return std::nullopt;
            const auto marker = static_cast<Byte>(bytes_[at_ + 1]);
            if (marker == 0xFF) {  // a byte that fills
                ++at_;
                continue;
            }
            if (marker == end_of_picture) return whole();
            if (!segment(marker)) return std::nullopt;
        }
        return std::nullopt;
    }

private:
    std::optional<JpegPicture> whole() {
        picture_.bytes += "\xFF\xD9";
        if (!scanned_) return std::nullopt;
        return std::move(picture_);
    }

    bool segment(Byte marker) {
        if (marker < 0xC0 || marker == start_of_picture || !numbers_.reaches(at_, 4)) return false;
        const std::size_t length = numbers_.two(at_ + 2);
        if (length < 2 || !numbers_.reaches(at_ + 2, length)) return false;
        const std::string_view body = bytes_.substr(at_ + 4, length - 2);
        const bool frame = marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && !frame_of(marker, body)) return false;
        if (marker == exif_segment && picture_.orientation == 1) picture_.orientation = orientation_of(body);
        const bool adobe = marker == adobe_segment && body.starts_with("Adobe");
        const bool application = marker >= 0xE0 && marker <= 0xEF;
        const bool kept = (!application || adobe) && marker != comment;
        // The rest of Adobe's segment is twelve bytes; more would be somebody's message.
        if (adobe && body.size() != 12) return false;
        if (kept) picture_.bytes += bytes_.substr(at_, length + 2);
        at_ += length + 2;
        return marker != start_of_scan || scan();
    }

    // Baseline, extended and progressive, of eight bits.
    bool frame_of(Byte marker, std::string_view body) {
        if (marker > 0xC2 || body.size() < 6 || body[0] != 8 || picture_.components != 0) return false;
        const Numbers numbers(body);
        picture_.height = static_cast<int>(numbers.two(1));
        picture_.width = static_cast<int>(numbers.two(3));
        picture_.components = body[5];
        const bool known = picture_.components == 1 || picture_.components == 3;
        return known && picture_.width > 0 && picture_.height > 0 &&
               body.size() == 6 + 3 * static_cast<std::size_t>(picture_.components);
    }

    // Up to the next marker that is no part of the scan: coded bytes, each FF followed by 0 or a restart.
    bool scan() {
        if (picture_.components == 0) return false;
        scanned_ = true;
        const std::size_t began = at_;
        for (;; ++at_) {
            at_ = bytes_.find('\xFF', at_);
            if (at_ == std::string_view::npos || at_ + 1 >= bytes_.size()) return false;
            const auto next = static_cast<Byte>(bytes_[at_ + 1]);
            const bool within = next == 0 || (next >= 0xD0 && next <= 0xD7);
            if (!within) break;
            ++at_;
        }
        picture_.bytes += bytes_.substr(began, at_ - began);
        return true;
    }

    std::string_view bytes_;
    Numbers numbers_;
    std::size_t at_ = 0;
    bool scanned_ = false;
    JpegPicture picture_;
};

}  // namespace

std::optional<JpegPicture> read_jpeg(std::string_view bytes) {
    return JpegReader(bytes).read();
}

}  // namespace casekeeper
