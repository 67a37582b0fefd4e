// SPDX-License-Identifier: MIT
#include "disclosure/pack_ledger.h"

#include <algorithm>

#include "base/json_read.h"

namespace casekeeper {
namespace {

// What stands for words that are nobody's name: a passage.
constexpr const char* some_words = "some words";

bool is_whole(const AccessItem& item) {
    return item.decision == "withhold" && item.about.empty();
}

KeptBack known(const AccessItem& item, const std::map<std::string, KeptBack>& people) {
    KeptBack one;
    if (const auto found = people.find(item.about); found != people.end()) one = found->second;
    one.key = item.about;
    return one;
}

std::string stand_in_of(const AccessItem& item, const StandIns& names) {
    if (item.about.empty()) return some_words;
    const std::string whom = names.of(item.about);
    return item.decision == "part" ? std::string(some_words) + " about " + whom : whom;
}

}  // namespace

PackLedger::PackLedger(const std::vector<std::string>& order, const std::vector<AccessItem>& items,
                       const ReleaseRules& rules, const std::map<std::string, KeptBack>& people,
                       StandIns::Reader reader) {
    std::map<std::string, std::vector<const AccessItem*>> withheld;
    for (const AccessItem& item : items)
        if (item.is_withheld()) withheld[item.item].push_back(&item);
    std::vector<KeptBack> kept_back;
    for (const std::string& part : order)
        for (const AccessItem* item : withheld[part])
            if (!item->about.empty()) kept_back.push_back(known(*item, people));
    const StandIns names(kept_back, reader);

    std::map<std::pair<std::string, std::string>, int> group_of;
    for (const std::string& part : order)
        for (const AccessItem* item : withheld[part]) {
            LedgerLine line;
            line.number = static_cast<int>(lines_.size()) + 1;
            line.item = *item;
            if (!is_whole(*item)) line.stand_in = stand_in_of(*item, names);
            if (const ReleaseRule* rule = rules.find(item->rule)) {
                line.plain = rule->plain;
                line.paragraph = rule->paragraph;
            }
            const auto [found, is_new] =
                group_of.emplace(std::pair(item->rule, line.stand_in), static_cast<int>(groups_.size()) + 1);
            if (is_new) groups_.push_back({found->second, line.stand_in, item->rule, line.plain, {}});
            line.group = found->second;
            groups_[static_cast<std::size_t>(line.group) - 1].numbers.push_back(line.number);
            by_item_[part].push_back(lines_.size());
            lines_.push_back(std::move(line));
        }
}

std::vector<const LedgerLine*> PackLedger::of(const std::string& item) const {
    std::vector<const LedgerLine*> found;
    if (const auto at = by_item_.find(item); at != by_item_.end())
        for (const std::size_t line : at->second) found.push_back(&lines_[line]);
    return found;
}

const LedgerLine* PackLedger::whole(const std::string& item) const {
    for (const LedgerLine* line : of(item))
        if (is_whole(line->item)) return line;
    return nullptr;
}

std::string passage_kept_back(const LedgerLine& line) {
    return line.item.decision == "part" ? json_text_at(line.item.facts, "part") : std::string();
}

std::string numbers_in_words(const std::vector<int>& numbers) {
    std::string text;
    for (std::size_t first = 0; first < numbers.size();) {
        std::size_t last = first;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        if (!text.empty()) text += ", ";
        text += std::to_string(numbers[first]);
        if (last == first + 1) text += ", " + std::to_string(numbers[last]);
        if (last > first + 1) text += " to " + std::to_string(numbers[last]);
        first = last + 1;
    }
    return text;
}

}  // namespace casekeeper
