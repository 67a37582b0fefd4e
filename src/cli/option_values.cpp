// SPDX-License-Identifier: MIT
#include "cli/option_values.h"

#include <algorithm>
#include <sstream>

#include "base/errors.h"

namespace casekeeper {
namespace {

constexpr std::size_t longest_list = 1000;

}  // namespace

std::optional<Date> day_given(const Invocation& invocation, const char* option) {
    if (!invocation.has(option)) return std::nullopt;
    const std::optional<Date> day = parse_date(invocation.value(option));
    if (!day)
        throw UsageError("--" + std::string(option) + " \"" + invocation.value(option) + "\" is no day",
                         "write it as 2026-11-30, in the years 1000 to 2999");
    return day;
}

std::string folder_given(const Invocation& invocation, const char* option) {
    std::string folder = invocation.value(option);
    if (invocation.has(option) && folder.empty())
        throw UsageError(std::string("--") + option + " names no folder",
                         std::string("--") + option + " letters");
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    return folder;
}

std::optional<bool> yes_or_no(const Invocation& invocation, const char* option) {
    if (!invocation.has(option)) return std::nullopt;
    const std::string value = invocation.value(option);
    if (value == "yes") return true;
    if (value == "no") return false;
    throw UsageError(std::string("--") + option + " \"" + value + "\" is neither yes nor no",
                     std::string("--") + option + " yes");
}

// An id may have commas: what follows a comma belongs to the one before, unless it says its own type.
std::vector<std::string> words_of(const Invocation& invocation, const char* option) {
    std::vector<std::string> words;
    for (const std::string& list : invocation.values(option)) {
        std::istringstream texts(list);
        for (std::string text; std::getline(texts, text, ',');)
            if (!text.empty()) words.push_back(text);
    }
    return words;
}

std::vector<std::string> items_of(const Invocation& invocation, const char* option) {
    static constexpr const char* types[] = {
        "involvement:", "entry:", "document:", "disclosure:", "person:", "material:"};
    const auto begins_one = [](const std::string& text) {
        return text == "all-free" || std::any_of(std::begin(types), std::end(types),
                                                 [&](const char* type) { return text.starts_with(type); });
    };
    std::vector<std::string> items;
    for (const std::string& given : invocation.values(option))
        for (std::size_t from = 0, first = items.size(); from <= given.size();) {
            const std::size_t to = std::min(given.find(',', from), given.size());
            const std::string part = given.substr(from, to - from);
            const std::size_t start = part.find_first_not_of(' ');
            from = to + 1;
            if (start == std::string::npos) continue;
            if (begins_one(part.substr(start)) || items.size() == first)
                items.push_back(part.substr(start));
            else
                items.back() += ',' + part;
        }
    if (items.size() > longest_list)
        throw UsageError(std::string("--") + option + " names " + std::to_string(items.size()) + " items",
                         "at most " + std::to_string(longest_list) + "; leave it out for everything");
    return items;
}

SignedAct signed_act(Invocation& invocation, const Actor& actor, Register& reg) {
    return {actor.to_text(), invocation.clock.now(), invocation.signing_day(), reg.pseudonyms()};
}

}  // namespace casekeeper
