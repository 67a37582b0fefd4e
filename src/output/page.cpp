// SPDX-License-Identifier: MIT
#include "output/page.h"

namespace casekeeper {

std::string grouped(long long number) {
    std::string text = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = text.size(); at > first + 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

std::string counted(long long number, const std::string& one, const std::string& many) {
    return grouped(number) + " " + (number == 1 ? one : many);
}

Cell words(std::string text, std::string note) {
    Cell cell;
    cell.text = std::move(text);
    cell.note = std::move(note);
    return cell;
}

Cell count(long long number) {
    Cell cell;
    cell.text = grouped(number);
    cell.number = number;
    return cell;
}

}  // namespace casekeeper
