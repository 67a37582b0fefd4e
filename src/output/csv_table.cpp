// SPDX-License-Identifier: MIT
#include "output/csv_table.h"

namespace casekeeper {
namespace {

constexpr std::string_view begins_a_formula = "=+-@\t\r";

void append_cell(std::string& line, std::string_view cell) {
    const bool is_formula = !cell.empty() && begins_a_formula.find(cell.front()) != std::string_view::npos;
    if (!is_formula && cell.find_first_of("\",\r\n") == std::string_view::npos) {
        line += cell;
        return;
    }
    line += '"';
    if (is_formula) line += '\'';
    for (const char character : cell) {
        if (character == '"') line += '"';
        line += character;
    }
    line += '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        if (at > 0) line += ',';
        append_cell(line, cells[at]);
    }
    return line + "\r\n";
}

}  // namespace casekeeper
