// SPDX-License-Identifier: MIT
#include "policy/stand_ins.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace casekeeper {
namespace {

struct Name {
    std::string_view word;
    std::string_view label;
};

// Of the reader's own people: "your …".
constexpr Name relatives[] = {
    {"mother", "mother"},
    {"father", "father"},
    {"parent", "parent"},
    {"child", "child"},
    {"sibling", "brother or sister"},
    {"half-sibling", "half-brother or half-sister"},
    {"step-parent", "step-parent"},
    {"step-sibling", "stepbrother or stepsister"},
    {"grandparent", "grandparent"},
    {"grandchild", "grandchild"},
    {"aunt-or-uncle", "aunt or uncle"},
    {"niece-or-nephew", "niece or nephew"},
    {"cousin", "cousin"},
    {"partner", "partner"},
    {"guardian", "guardian"},
};

// Others. Who is not here is a person: a referrer, somebody who is said to have hurt the child.
constexpr Name others[] = {
    {"foster-carer", "foster carer"}, {"adoptive-parent", "adoptive parent"}, {"friend", "friend"},
    {"neighbour", "neighbour"},       {"supported-child", "child"},
};

constexpr Name professionals[] = {
    {"social-work", "social worker"}, {"health", "health worker"},
    {"education", "school worker"},   {"youth-justice", "youth justice worker"},
    {"court", "court officer"},       {"legal", "lawyer"},
    {"police", "police officer"},     {"other", "worker"},
};

// What no person is called: by the type of the key.
constexpr Name things[] = {
    {"place", "a place that must stay secret"},
    {"phone", "a phone number"},
    {"email", "an e-mail address"},
    {"postcode", "a postcode"},
    {"address", "an address"},
    {"birth", "a date of birth"},
    {"number", "a number that says who somebody is"},
    {"plate", "the number plate of a car"},
};

template <std::size_t size>
std::string_view label_of(const Name (&names)[size], std::string_view word) {
    const auto found =
        std::find_if(std::begin(names), std::end(names), [&](const Name& name) { return name.word == word; });
    return found == std::end(names) ? std::string_view() : found->label;
}

std::string_view whose(StandIns::Reader reader) {
    switch (reader) {
        case StandIns::Reader::the_person:
            return "your ";
        case StandIns::Reader::of_a_child:
            return "the child's ";
        case StandIns::Reader::of_an_adult:
            break;
    }
    return "the person's ";
}

std::string base_of(const KeptBack& one, bool is_source, StandIns::Reader reader) {
    if (const std::string_view thing = label_of(things, one.key.substr(0, one.key.find(':'))); !thing.empty())
        return std::string(thing);
    if (is_source) return "person";
    if (const std::string_view work = label_of(professionals, one.professional_kind); !work.empty())
        return std::string(work);
    if (const std::string_view relative = label_of(relatives, one.relation); !relative.empty())
        return std::string(whose(reader)) + std::string(relative);
    if (const std::string_view other = label_of(others, one.relation); !other.empty())
        return std::string(other);
    return "person";
}

// "a phone number" needs no number to tell it from another: nobody follows one through a pack.
bool is_thing(const std::string& key) {
    return !label_of(things, key.substr(0, key.find(':'))).empty();
}

}  // namespace

StandIns::StandIns(const std::vector<KeptBack>& in_order, Reader reader) {
    std::map<std::string, bool> sources;
    for (const KeptBack& one : in_order) sources[one.key] = sources[one.key] || one.is_source;
    std::map<std::string, std::vector<std::string>> by_base;
    for (const KeptBack& one : in_order) {
        const std::string base = base_of(one, sources[one.key], reader);
        if (labels_.emplace(one.key, base).second) by_base[base].push_back(one.key);
    }
    for (const auto& [base, keys] : by_base) {
        // "person" alone reads like nobody: it always has its number.
        if (is_thing(keys.front()) || (keys.size() == 1 && base.starts_with(whose(reader)))) continue;
        for (std::size_t i = 0; i < keys.size(); ++i) labels_[keys[i]] = base + " " + std::to_string(i + 1);
    }
}

const std::string& StandIns::of(const std::string& key) const {
    return labels_.at(key);
}

}  // namespace casekeeper
