// SPDX-License-Identifier: MIT
//
// One page of an SQLite file, and the bytes of it that belong to nothing: the gap between its list of cells
// and the cells, and the inside of its free blocks. secure_delete overwrites a cell where it was deleted, but
// not the copies that balancing a tree leaves in a gap.
//
//   header (8 bytes, 12 of an inner page)  list of cells  | gap |  cells and free blocks  | reserved
#pragma once

#include <cstddef>
#include <span>

namespace casekeeper {

// Fills what belongs to nothing with zeros; whether anything was not zero. A page that is no b-tree page, or
// not formed as one, is left alone. `usable`: the page's size without its reserved bytes. REQUIRES: not page
// 1, whose header stands elsewhere.
bool clean_page(std::span<unsigned char> page, std::size_t usable);

}  // namespace casekeeper
