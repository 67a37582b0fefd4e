// SPDX-License-Identifier: MIT
#include "base/name_words.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace casekeeper {
namespace {

bool is_word(utf8proc_int32_t point) {
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
            return true;
        default:
            return false;
    }
}

// Apostrophes and hyphens of every kind: O'Brien is OBrien, Smith-Jones is SmithJones.
bool is_passed_over(utf8proc_int32_t point) {
    return point == U'\'' || point == U'`' || point == U'\u2018' || point == U'\u2019' ||
           point == U'\u02bc' || utf8proc_category(point) == UTF8PROC_CATEGORY_PD;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
    utf8proc_uint8_t* raw = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                       UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                                                 static_cast<utf8proc_ssize_t>(name.size()), &raw, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> mapped(raw, &std::free);
    std::vector<std::string> words;
    bool in_word = false;
    for (utf8proc_ssize_t at = 0; at < length;) {
        utf8proc_int32_t point = -1;
        const utf8proc_ssize_t size = utf8proc_iterate(mapped.get() + at, length - at, &point);
        if (size <= 0) break;
        if (is_word(point)) {
            if (!in_word) words.emplace_back();
            words.back().append(reinterpret_cast<const char*>(mapped.get() + at),
                                static_cast<std::size_t>(size));
            in_word = true;
        } else if (!is_passed_over(point)) {
            in_word = false;
        }
        at += size;
    }
    return words;
}

}  // namespace casekeeper
