// SPDX-License-Identifier: MIT
#include "custody/pseudonym.h"

#include <algorithm>
#include <set>

#include "base/json_read.h"
#include "base/keyed_digest.h"
#include "base/name_words.h"
#include "custody/key_files.h"

namespace casekeeper {
namespace {

constexpr std::size_t digits = 32;
constexpr std::size_t full_date = 10;

std::string sorted_words(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    std::string text;
    for (const std::string& word : words) text += word + " ";
    return text;
}

// The words a name can be found by: all of it, and the first given name with the family name.
std::set<std::string> ways_to_say(const std::string& given_names, const std::string& family_name) {
    const std::vector<std::string> given = name_words(given_names);
    std::vector<std::string> all = name_words(family_name);
    std::vector<std::string> short_form = all;
    if (!given.empty()) short_form.push_back(given.front());
    all.insert(all.end(), given.begin(), given.end());
    return {sorted_words(all), sorted_words(short_form)};
}

}  // namespace

Pseudonyms::Pseudonyms(const std::string& key_folder) {
    const RegisterKey key = register_key(key_folder);
    key_ = key.key;
    salt_ = key.salt;
}

std::string Pseudonyms::digest(const std::string& text) const {
    return keyed_digest(key_, salt_ + text).substr(0, digits);
}

std::string Pseudonyms::of_record(const std::string& type, const std::string& id) const {
    return digest("|record|" + type + ":" + id);
}

std::vector<std::string> Pseudonyms::of_name(const std::string& given_names, const std::string& family_name,
                                             const std::string& date_of_birth) const {
    std::vector<std::string> digests;
    for (const std::string& words : ways_to_say(given_names, family_name)) {
        std::string text = "|person|";
        text.append(words).append("|").append(date_of_birth);
        digests.push_back(digest(text));
    }
    return digests;
}

std::vector<std::string> Pseudonyms::of_person(const Record& person) const {
    const std::string born = person.value("date_of_birth").value_or("");
    if (born.size() != full_date) return {};
    const std::string given = person.value("given_names").value_or("");
    std::set<std::string> digests;
    const auto add = [&](const std::string& given_names, const std::string& family_name) {
        for (std::string& one : of_name(given_names, family_name, born)) digests.insert(std::move(one));
    };
    add(given, *person.value("family_name"));
    // Former and other names are written whole, or as a family name only, or as a given one.
    for (const char* field : {"known_as", "former_names"})
        for (const std::string& name : json_texts(person.value(field).value_or("[]"))) {
            const std::vector<std::string> words = name_words(name);
            if (words.size() > 2) add(words.front(), words.back());
            add("", name);
            add(given, name);
            add(name, *person.value("family_name"));
        }
    return {digests.begin(), digests.end()};
}

}  // namespace casekeeper
