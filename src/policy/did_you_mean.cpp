// SPDX-License-Identifier: MIT
#include "policy/did_you_mean.h"

#include <algorithm>

namespace casekeeper {

namespace {

// Longer names are not compared: nobody mistypes a name that long, and the work grows with its square.
constexpr std::size_t longest_compared = 80;
constexpr std::size_t longest_quoted = 80;

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

int farthest_near(std::size_t length) {
    if (length <= 4) return 1;
    return length <= 8 ? 2 : 3;
}

}  // namespace

int edit_distance(std::string_view from, std::string_view to) {
    // Three rows of the table of prefixes: swapping two letters looks two rows back.
    std::vector<int> before_last(to.size() + 1), last(to.size() + 1), row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= from.size(); ++i) {
        before_last.swap(last);
        last.swap(row);
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const int other = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[j] = std::min({other, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[to.size()];
}

std::optional<std::string> nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
    if (name.empty() || name.size() > longest_compared) return std::nullopt;
    const std::string wanted = lower_case(name);
    const std::string* nearest = nullptr;
    int least = farthest_near(name.size()) + 1;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longest_compared) continue;
        const int distance = edit_distance(wanted, lower_case(candidate));
        // A name that shares no letter with what was written is no guess, however short both are.
        if (distance < least && distance < static_cast<int>(std::max(name.size(), candidate.size()))) {
            nearest = &candidate;
            least = distance;
        }
    }
    if (!nearest) return std::nullopt;
    return *nearest;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
    const auto nearest = nearest_name(name, candidates);
    return nearest ? ": did you mean " + in_quotes(*nearest) + "?" : "";
}

std::string one_of(std::string_view name, const std::vector<std::string>& candidates) {
    if (std::string guess = did_you_mean(name, candidates); !guess.empty()) return guess;
    std::string list;
    for (const std::string& candidate : candidates) list += (list.empty() ? ": one of " : ", ") + candidate;
    return list;
}

std::string in_quotes(std::string_view name) {
    const bool cut = name.size() > longest_quoted;
    if (cut) {
        name = name.substr(0, longest_quoted);
        // Never cut within a character of several bytes.
        while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0) == 0x80)
            name.remove_suffix(1);
        if (!name.empty() && (static_cast<unsigned char>(name.back()) & 0x80)) name.remove_suffix(1);
    }
    std::string text = "\"";
    for (const char letter : name) {
        const bool control = static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
        text += control ? '?' : letter;
    }
    return text + (cut ? "...\"" : "\"");
}

}  // namespace casekeeper
