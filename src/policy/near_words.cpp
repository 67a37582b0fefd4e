// SPDX-License-Identifier: MIT
#include "policy/near_words.h"

#include <algorithm>

namespace casekeeper {
namespace {

std::string without(std::string_view letters, std::size_t at) {
    std::string rest(letters.substr(0, at));
    rest += letters.substr(at + 1);
    return rest;
}

}  // namespace

bool is_one_letter_off(std::string_view one, std::string_view other) {
    if (one.size() > other.size()) std::swap(one, other);
    if (other.size() - one.size() > 1) return false;
    std::size_t same = 0;
    while (same < one.size() && one[same] == other[same]) ++same;
    const std::string_view rest = one.substr(same);
    const std::string_view other_rest = other.substr(same);
    if (one.size() < other.size()) return rest == other_rest.substr(1);
    if (rest.empty()) return false;
    if (rest.substr(1) == other_rest.substr(1)) return true;
    return rest.size() > 1 && rest[0] == other_rest[1] && rest[1] == other_rest[0] &&
           rest.substr(2) == other_rest.substr(2);
}

void NearWords::add(std::string_view letters, std::uint32_t number) {
    const auto word = static_cast<std::uint32_t>(words_.size());
    words_.push_back({std::string(letters), number});
    add_remainder(letters, word);
    for (std::size_t at = 0; at < letters.size(); ++at) add_remainder(without(letters, at), word);
}

void NearWords::add_remainder(std::string_view remainder, std::uint32_t word) {
    std::uint32_t& list = remainders_[remainder];
    if (list == 0) {
        lists_.emplace_back();
        list = static_cast<std::uint32_t>(lists_.size());
    }
    if (lists_[list - 1].empty() || lists_[list - 1].back() != word) lists_[list - 1].push_back(word);
}

std::vector<std::uint32_t> NearWords::find(std::string_view letters) const {
    std::vector<std::uint32_t> found;
    if (letters.size() + 1 < fewest_letters || letters.size() > most_letters + 1) return found;
    const auto take = [&](std::string_view remainder) {
        const std::uint32_t* list = remainders_.find(remainder);
        if (list == nullptr) return;
        for (const std::uint32_t word : lists_[*list - 1])
            if (is_one_letter_off(words_[word].letters, letters)) found.push_back(words_[word].number);
    };
    take(letters);
    for (std::size_t at = 0; at < letters.size(); ++at) take(without(letters, at));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace casekeeper
