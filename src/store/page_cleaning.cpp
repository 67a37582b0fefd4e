// SPDX-License-Identifier: MIT
#include "store/page_cleaning.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace casekeeper {
namespace {

constexpr unsigned char inner_index = 2, inner_table = 5, leaf_index = 10, leaf_table = 13;
constexpr std::size_t leaf_header = 8, inner_header = 12, bytes_of_pointer = 2, free_block_header = 4;
constexpr std::size_t first_free_block_at = 1, cells_at = 3, content_at = 5;

struct Extent {
    std::size_t from;
    std::size_t to;
};

std::size_t number_at(std::span<const unsigned char> page, std::size_t at) {
    return static_cast<std::size_t>(page[at]) << 8U | page[at + 1];
}

// Where nothing lies; nullopt where the page is no well-formed b-tree page.
std::optional<std::vector<Extent>> empty_extents(std::span<const unsigned char> page, std::size_t usable) {
    const unsigned char kind = page[0];
    if (kind != inner_index && kind != inner_table && kind != leaf_index && kind != leaf_table)
        return std::nullopt;
    const std::size_t header = kind == inner_index || kind == inner_table ? inner_header : leaf_header;
    const std::size_t cells = number_at(page, cells_at);
    const std::size_t pointers_end = header + bytes_of_pointer * cells;
    std::size_t content = number_at(page, content_at);
    if (content == 0) content = 65536;
    if (pointers_end > content || content > usable) return std::nullopt;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const std::size_t at = number_at(page, header + bytes_of_pointer * cell);
        if (at < content || at >= usable) return std::nullopt;
    }
    std::vector<Extent> extents{{pointers_end, content}};
    for (std::size_t block = number_at(page, first_free_block_at), after = content; block != 0;) {
        if (block < after || block + free_block_header > usable) return std::nullopt;
        const std::size_t size = number_at(page, block + 2);
        if (size < free_block_header || block + size > usable) return std::nullopt;
        extents.push_back({block + free_block_header, block + size});
        after = block + size;
        block = number_at(page, block);
    }
    return extents;
}

}  // namespace

bool clean_page(std::span<unsigned char> page, std::size_t usable) {
    const std::optional<std::vector<Extent>> extents = empty_extents(page, usable);
    if (!extents) return false;
    bool found = false;
    for (const auto& [from, to] : *extents) {
        const auto part = page.subspan(from, to - from);
        found = found || std::any_of(part.begin(), part.end(), [](unsigned char byte) { return byte != 0; });
        std::fill(part.begin(), part.end(), static_cast<unsigned char>(0));
    }
    return found;
}

}  // namespace casekeeper
