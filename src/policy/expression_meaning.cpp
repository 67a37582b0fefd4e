// SPDX-License-Identifier: MIT
#include "policy/expression_meaning.h"

#include <algorithm>
#include <set>
#include <vector>

namespace casekeeper {

namespace {

template <typename Part>
std::vector<std::string> keys_of(const std::vector<Part>& parts) {
    std::vector<std::string> keys;
    for (const Part& part : parts) keys.push_back(key_of(part));
    return keys;
}

std::string list(const std::string& name, const std::vector<std::string>& keys) {
    std::string text = name + "(";
    for (const std::string& key : keys) text += key + ";";
    return text + ")";
}

// For parts whose order and repetition say nothing.
std::string sorted_list(const std::string& name, std::vector<std::string> keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys.size() == 1 ? keys.front() : list(name, keys);
}

std::string key_of(const Trigger& trigger) {
    return trigger.name + "@" + trigger.role;
}

std::string key_of(const std::vector<int>& services) {
    std::string text;
    for (const int service : services) text += std::to_string(service) + ",";
    return text;
}

// 1y and 12m are one length to the calendar: years and months are added at once.
std::string key_of(const Period& period) {
    return std::to_string(std::int64_t{period.years} * 12 + period.months) + "m" +
           std::to_string(period.days) + "d";
}

// The parts of nested "and" in one row.
void flatten(const Condition& condition, std::vector<const Condition*>& parts) {
    if (condition.kind != Condition::Kind::all) return parts.push_back(&condition);
    for (const Condition& part : condition.parts) flatten(part, parts);
}

bool contradict(const Condition& a, const Condition& b) {
    if (a.kind == Condition::Kind::negation) return key_of(a.parts.front()) == key_of(b);
    const bool about_one = a.attribute == b.attribute && a.kind == Condition::Kind::equals;
    if (about_one && b.kind == Condition::Kind::equals) return a.word != b.word;
    return about_one && b.kind == Condition::Kind::differs && a.word == b.word;
}

}  // namespace

std::string key_of(const DateTerm& date) {
    switch (date.kind) {
        case DateTerm::Kind::trigger:
            return key_of(date.trigger);
        case DateTerm::Kind::fixed:
            return to_text(date.fixed);
        case DateTerm::Kind::sum:
            return list("plus " + key_of(date.period), keys_of(date.parts));
        case DateTerm::Kind::difference:
            return list("minus " + key_of(date.period), keys_of(date.parts));
        case DateTerm::Kind::later_of:
            return sorted_list("later-of", keys_of(date.parts));
        case DateTerm::Kind::earlier_of:
            return sorted_list("earlier-of", keys_of(date.parts));
        case DateTerm::Kind::end_of:
            return list("end-of " + std::to_string(static_cast<int>(date.year)), keys_of(date.parts));
    }
    return {};
}

std::string key_of(const Condition& condition) {
    switch (condition.kind) {
        case Condition::Kind::all:
            return sorted_list("and", keys_of(condition.parts));
        case Condition::Kind::any:
            return sorted_list("or", keys_of(condition.parts));
        case Condition::Kind::negation:
            return list("not", keys_of(condition.parts));
        case Condition::Kind::died:
            return "died";
        case Condition::Kind::died_before:
            return "died before " + key_of(condition.period);
        case Condition::Kind::recorded:
            return "recorded " + key_of(condition.trigger);
        case Condition::Kind::before:
            return list("before", keys_of(condition.dates));
        case Condition::Kind::after:
            return list("after", keys_of(condition.dates));
        case Condition::Kind::ever:
            return "ever " + key_of(condition.services);
        case Condition::Kind::open:
            return "open " + key_of(condition.services);
        case Condition::Kind::family_open:
            return "family-open " + key_of(condition.services);
        case Condition::Kind::equals:
            return condition.attribute + " = " + condition.word;
        case Condition::Kind::differs:
            return condition.attribute + " != " + condition.word;
    }
    return {};
}

bool never_holds(const Condition& condition) {
    if (condition.kind == Condition::Kind::died_before) return condition.period == Period{};
    if (condition.kind == Condition::Kind::any) {
        return std::all_of(condition.parts.begin(), condition.parts.end(), never_holds);
    }
    if (condition.kind != Condition::Kind::all) return false;
    std::vector<const Condition*> parts;
    flatten(condition, parts);
    for (const Condition* part : parts) {
        if (never_holds(*part)) return true;
        for (const Condition* other : parts) {
            if (part != other && contradict(*part, *other)) return true;
        }
    }
    return false;
}

}  // namespace casekeeper
