// SPDX-License-Identifier: MIT
#include "output/zip_layout.h"

#include <cstdint>
#include <map>

namespace casekeeper {
namespace {

constexpr std::string_view head_begins = "PK\x03\x04";
constexpr std::string_view table_begins = "PK\x01\x02";
constexpr std::string_view end_begins = "PK\x05\x06";
constexpr std::string_view wide_end_begins = "PK\x06\x06";
constexpr std::string_view wide_finder_begins = "PK\x06\x07";
constexpr std::string_view lengths_begin = "PK\x07\x08";
constexpr std::uint64_t wide = 0xFFFFFFFF;  // the number stands in a field of its own
constexpr std::size_t head_size = 30;
constexpr std::size_t table_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t most_comment = 65'535;

struct Damaged {};

class Layout {
public:
    explicit Layout(std::string_view bytes) : bytes_(bytes) {}

    ZipLayout read() {
        const std::size_t end = end_at();
        std::uint64_t at = number(end + 16, 4);
        std::uint64_t count = number(end + 10, 2);
        if (at == wide || count == 0xFFFF) read_wide_end(end, at, count);
        own(end, end_size + number(end + 20, 2));
        for (std::uint64_t i = 0; i < count; ++i) at = read_row(at);
        find_gaps();
        return std::move(layout_);
    }

private:
    std::uint64_t number(std::uint64_t at, std::size_t size) const {
        if (at > bytes_.size() || bytes_.size() - at < size) throw Damaged();
        std::uint64_t value = 0;
        for (std::size_t i = size; i-- > 0;)
            value = value << 8U | static_cast<unsigned char>(bytes_[static_cast<std::size_t>(at) + i]);
        return value;
    }
    std::string_view piece(std::uint64_t at, std::uint64_t size) const {
        if (at > bytes_.size() || bytes_.size() - at < size) throw Damaged();
        return bytes_.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(size));
    }
    void require(std::uint64_t at, std::string_view beginning) const {
        if (piece(at, beginning.size()) != beginning) throw Damaged();
    }
    void own(std::uint64_t at, std::uint64_t size) {
        piece(at, size);
        owned_[at] = at + size;
    }

    std::size_t end_at() const {
        if (bytes_.size() < end_size) throw Damaged();
        for (std::size_t at = bytes_.size() - end_size;; --at) {
            if (bytes_.substr(at).starts_with(end_begins) &&
                at + end_size + number(at + 20, 2) <= bytes_.size())
                return at;
            if (at == 0 || bytes_.size() - at > most_comment + end_size) throw Damaged();
        }
    }

    // ZIP64: its end, and what finds it, lie before the other end.
    void read_wide_end(std::size_t end, std::uint64_t& table, std::uint64_t& count) {
        if (end < 20) throw Damaged();
        require(end - 20, wide_finder_begins);
        const std::uint64_t at = number(end - 20 + 8, 8);
        require(at, wide_end_begins);
        own(end - 20, 20);
        own(at, number(at + 4, 8) + 12);
        count = number(at + 32, 8);
        table = number(at + 48, 8);
    }

    // One row of the table, and the file it names; where the next row begins.
    std::uint64_t read_row(std::uint64_t at) {
        require(at, table_begins);
        const std::uint64_t name = number(at + 28, 2);
        const std::uint64_t fields = number(at + 30, 2);
        const std::uint64_t size = table_size + name + fields + number(at + 32, 2);
        own(at, size);
        std::uint64_t packed = number(at + 20, 4);
        std::uint64_t head = number(at + 42, 4);
        const bool unpacked_is_wide = number(at + 24, 4) == wide;
        read_wide_fields(piece(at + table_size + name, fields), at + table_size + name, unpacked_is_wide,
                         packed, head);
        read_file(head, packed);
        return at + size;
    }

    void read_wide_fields(std::string_view fields, std::uint64_t from, bool skips, std::uint64_t& packed,
                          std::uint64_t& head) const {
        for (std::size_t at = 0; at + 4 <= fields.size();) {
            const std::uint64_t size = number(from + at + 2, 2);
            std::uint64_t value = from + at + 4 + (skips ? 8 : 0);
            if (number(from + at, 2) == 1) {
                if (packed == wide) {
                    packed = number(value, 8);
                    value += 8;
                }
                if (head == wide) head = number(value, 8);
            }
            at += 4 + static_cast<std::size_t>(size);
        }
    }

    void read_file(std::uint64_t at, std::uint64_t packed) {
        require(at, head_begins);
        const std::uint64_t name = number(at + 26, 2);
        const std::uint64_t fields = number(at + 28, 2);
        layout_.local_names.emplace_back(piece(at + head_size, name));
        if (fields > 0) layout_.local_fields.emplace_back(piece(at + head_size + name, fields));
        std::uint64_t size = head_size + name + fields + packed;
        const bool lengths_follow = (number(at + 6, 2) & 8U) != 0;
        if (lengths_follow) size += lengths_at(at + size, packed);
        own(at, size);
    }

    // Checksum and two lengths, of four bytes or eight, perhaps after a mark.
    std::uint64_t lengths_at(std::uint64_t at, std::uint64_t packed) const {
        const std::uint64_t mark = piece(at, 4) == lengths_begin ? 4 : 0;
        return mark + (number(at + mark + 4, 4) == packed && number(at + mark + 4, 8) != packed ? 12 : 20);
    }

    void find_gaps() {
        std::uint64_t owned_until = 0;
        for (const auto& [begin, end] : owned_) {
            if (begin < owned_until) throw Damaged();  // two things of one place
            if (begin > owned_until) layout_.gaps.emplace_back(piece(owned_until, begin - owned_until));
            owned_until = end;
        }
        if (owned_until < bytes_.size())
            layout_.gaps.emplace_back(bytes_.substr(static_cast<std::size_t>(owned_until)));
    }

    std::string_view bytes_;
    ZipLayout layout_;
    std::map<std::uint64_t, std::uint64_t> owned_;  // begin, end
};

}  // namespace

std::optional<ZipLayout> zip_layout(std::string_view bytes) {
    try {
        return Layout(bytes).read();
    } catch (const Damaged&) {
        return std::nullopt;
    }
}

}  // namespace casekeeper
