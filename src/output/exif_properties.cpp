// SPDX-License-Identifier: MIT
#include "output/exif_properties.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

#include "output/charset.h"

namespace casekeeper {
namespace {

using namespace std::string_view_literals;

enum class Holds { text, utf16, place, number, comment, directory };

struct Tag {
    std::uint32_t id;
    const char* called;
    Holds holds;
};

constexpr std::array tags = {
    Tag{0x010D, "document name", Holds::text},
    Tag{0x010E, "description", Holds::text},
    Tag{0x010F, "maker of the camera", Holds::text},
    Tag{0x0110, "model of the camera", Holds::text},
    Tag{0x0131, "software", Holds::text},
    Tag{0x0132, "changed at", Holds::text},
    Tag{0x013B, "author", Holds::text},
    Tag{0x013C, "computer", Holds::text},
    Tag{0x8298, "copyright", Holds::text},
    Tag{0x9003, "taken at", Holds::text},
    Tag{0x9004, "digitised at", Holds::text},
    Tag{0x9286, "comment", Holds::comment},
    Tag{0x9C9B, "title", Holds::utf16},
    Tag{0x9C9C, "comment", Holds::utf16},
    Tag{0x9C9D, "author", Holds::utf16},
    Tag{0x9C9E, "keywords", Holds::utf16},
    Tag{0x9C9F, "subject", Holds::utf16},
    Tag{0xA420, "number of the picture", Holds::text},
    Tag{0xA430, "owner of the camera", Holds::text},
    Tag{0xA431, "serial number of the camera", Holds::text},
    Tag{0xA435, "serial number of the lens", Holds::text},
    Tag{0x8769, "", Holds::directory},  // EXIF
    Tag{0x8825, "", Holds::directory},  // GPS
};
// The numbers of a GPS directory mean something else elsewhere.
constexpr std::array place_tags = {
    Tag{0x0001, "north or south", Holds::text},       Tag{0x0002, "place, latitude", Holds::place},
    Tag{0x0003, "east or west", Holds::text},         Tag{0x0004, "place, longitude", Holds::place},
    Tag{0x0006, "place, height", Holds::place},       Tag{0x0007, "time of the place", Holds::place},
    Tag{0x001B, "how it was placed", Holds::comment}, Tag{0x001C, "name of the place", Holds::comment},
    Tag{0x001D, "day of the place", Holds::text},
};
constexpr std::uint32_t gps_directory = 0x8825;
constexpr std::uint32_t width_tag = 0x0100;
constexpr std::uint32_t height_tag = 0x0101;
constexpr std::size_t most_directories = 1000;

class Directories {
public:
    Directories(std::string_view tiff, PictureProperties& into)
        : tiff_(tiff), big_end_first_(tiff.starts_with("MM")), into_(into) {}

    bool read() {
        if (!tiff_.starts_with("II*\0"sv) && !tiff_.starts_with("MM\0*"sv)) return false;
        std::size_t next = number(4, 4);
        while (next != 0) {
            if (!read_directory(next, false)) return false;
            next = number(next + 2 + std::size_t{12} * number(next, 2), 4);
        }
        return true;
    }

private:
    // 0 where it lies outside.
    std::uint32_t number(std::size_t at, std::size_t bytes) const {
        if (at > tiff_.size() || tiff_.size() - at < bytes) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i) {
            const std::size_t place = big_end_first_ ? at + i : at + bytes - 1 - i;
            value = value << 8U | static_cast<unsigned char>(tiff_[place]);
        }
        return value;
    }

    // A circle of directories is damage.
    bool read_directory(std::size_t at, bool of_place) {
        if (!seen_.insert(at).second || seen_.size() > most_directories) return false;
        const std::size_t entries = number(at, 2);
        if (entries == 0 || at + 2 + entries * 12 > tiff_.size()) return false;
        for (std::size_t i = 0; i < entries; ++i)
            if (!read_entry(at + 2 + i * 12, of_place)) return false;
        return true;
    }

    bool read_entry(std::size_t at, bool of_place) {
        const std::uint32_t id = number(at, 2);
        if (id == width_tag && !of_place) into_.width = std::max<long long>(into_.width, short_or_long(at));
        if (id == height_tag && !of_place)
            into_.height = std::max<long long>(into_.height, short_or_long(at));
        const Tag* tag = of_place ? find(place_tags, id) : find(tags, id);
        if (tag == nullptr) return true;
        if (tag->holds == Holds::directory) return read_directory(number(at + 8, 4), id == gps_directory);
        const std::string value = value_of(*tag, at);
        if (!value.empty()) into_.said.emplace_back(tag->called, value);
        return true;
    }

    template <std::size_t count>
    static const Tag* find(const std::array<Tag, count>& among, std::uint32_t id) {
        const auto found =
            std::find_if(among.begin(), among.end(), [id](const Tag& one) { return one.id == id; });
        return found == among.end() ? nullptr : &*found;
    }

    long long short_or_long(std::size_t at) const { return number(at + 8, number(at + 2, 2) == 3 ? 2 : 4); }

    std::string_view bytes_of(std::size_t at) const {
        static constexpr std::array<std::size_t, 13> sizes = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
        const std::size_t type = number(at + 2, 2);
        const std::size_t size = (type < sizes.size() ? sizes.at(type) : 0) * number(at + 4, 4);
        const std::size_t from = size <= 4 ? at + 8 : number(at + 8, 4);
        return from > tiff_.size() || tiff_.size() - from < size ? std::string_view()
                                                                 : tiff_.substr(from, size);
    }

    std::string value_of(const Tag& tag, std::size_t at) const {
        const std::string_view bytes = bytes_of(at);
        if (tag.holds == Holds::place) return fractions(bytes);
        if (tag.holds == Holds::utf16) return utf8_from("UTF-16LE", bytes).value_or("");
        // A comment says its character set in eight bytes.
        const bool wide = tag.holds == Holds::comment && bytes.starts_with("UNICODE");
        const std::string_view said =
            tag.holds == Holds::comment && bytes.size() > 8 ? bytes.substr(8) : bytes;
        if (wide) return utf8_from(big_end_first_ ? "UTF-16BE" : "UTF-16LE", said).value_or("");
        return utf8_of_text(said.substr(0, said.find_last_not_of("\0 "sv) + 1));
    }

    std::string fractions(std::string_view bytes) const {
        std::string said;
        const auto from = static_cast<std::size_t>(bytes.data() - tiff_.data());
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            const double below = number(from + i + 4, 4);
            const double value = below == 0 ? 0 : number(from + i, 4) / below;
            said += (said.empty() ? "" : " ") + std::to_string(value);
        }
        return said;
    }

    std::string_view tiff_;
    bool big_end_first_;
    PictureProperties& into_;
    std::set<std::size_t> seen_;
};

}  // namespace

bool read_exif(std::string_view tiff, PictureProperties& into) {
    return Directories(tiff, into).read();
}

}  // namespace casekeeper
