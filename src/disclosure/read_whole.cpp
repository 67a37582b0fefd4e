// SPDX-License-Identifier: MIT
#include "disclosure/read_whole.h"

#include <algorithm>

#include "base/folded_letters.h"
#include "output/printable.h"

namespace casekeeper {
namespace {

constexpr long long letters_a_character = 18 * 4;  // bytes of the longest that one character stands for

// All n of "Page <page> of n" in a text.
std::vector<long long> pages_said(std::string_view text, std::size_t page) {
    const std::string before = "Page " + std::to_string(page) + " of ";
    std::vector<long long> all;
    for (std::size_t at = text.find(before); at != std::string_view::npos; at = text.find(before, at + 1)) {
        long long number = 0;
        for (std::size_t digit = at + before.size(); digit < text.size() && number < 1'000'000; ++digit) {
            if (text[digit] < '0' || text[digit] > '9') break;
            number = number * 10 + (text[digit] - '0');
        }
        all.push_back(number);
    }
    return all;
}

}  // namespace

void ReadWhole::count(std::string_view text, int times) {
    for (const char byte : folded_letters(printable(text)).letters)
        letters_[static_cast<unsigned char>(byte)] += times;
}

void ReadWhole::read(std::string_view text, bool has_pages) {
    count(text, -1);
    if (has_pages) feet_.push_back(pages_said(text, feet_.size() + 1));
}

std::string ReadWhole::end_of_file() {
    const auto pages = static_cast<long long>(feet_.size());
    for (std::size_t page = 1; page <= feet_.size(); ++page)
        count("Page " + std::to_string(page) + " of " + std::to_string(pages), 1);
    std::string missing;
    for (std::size_t page = 0; page < feet_.size() && missing.empty(); ++page)
        if (std::find(feet_[page].begin(), feet_[page].end(), pages) == feet_[page].end())
            missing = "what was read as its page " + std::to_string(page + 1) + " is not that of " +
                      std::to_string(pages);
    feet_.clear();
    return missing;
}

bool ReadWhole::is_all_read(long long without_sign) const {
    long long missing = 0;
    for (const long long letters : letters_) missing += std::max(0LL, letters);
    return missing <= without_sign * letters_a_character;
}

}  // namespace casekeeper
