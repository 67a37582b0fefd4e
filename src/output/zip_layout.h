// SPDX-License-Identifier: MIT
//
// Where the bytes of a ZIP archive belong (APPNOTE 6.3): libzip reads what the table at its end names, and
// passes over what else lies in the file.
//
//   [head, name, fields, packed bytes, lengths] for each file   [table: name, fields, comment] …   [end, comment]
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

struct ZipLayout {
    std::vector<std::string> local_names;   // as each file's head has them
    std::vector<std::string> local_fields;  // likewise
    std::vector<std::string> gaps;          // what belongs to nothing
};

// Nullopt where it is damaged.
std::optional<ZipLayout> zip_layout(std::string_view bytes);

}  // namespace casekeeper
