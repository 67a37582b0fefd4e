// SPDX-License-Identifier: MIT
#include "base/json_read.h"

#include <simdjson.h>

#include <stdexcept>

namespace casekeeper {
namespace {

// Canonical objects of plain texts are read without a parser: retention reads a million of them.
bool read_plain_pairs(std::string_view json, std::vector<std::pair<std::string, std::string>>& pairs) {
    if (json.find('\\') != std::string_view::npos) return false;
    std::size_t at = 1;
    while (at < json.size() && json[at] == '"') {
        const std::size_t name_end = json.find('"', at + 1);
        if (name_end == std::string_view::npos || json.substr(name_end, 3) != "\":\"") return false;
        const std::size_t value_end = json.find('"', name_end + 3);
        if (value_end == std::string_view::npos) return false;
        pairs.emplace_back(json.substr(at + 1, name_end - at - 1),
                           json.substr(name_end + 3, value_end - name_end - 3));
        at = value_end + 1;
        if (at < json.size() && json[at] == ',') ++at;
    }
    return at + 1 == json.size() && json[at] == '}';
}

simdjson::dom::element parse(std::string_view json) {
    thread_local simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (parser.parse(json.data(), json.size(), true).get(root) != simdjson::SUCCESS)
        throw std::invalid_argument("a stored value is no JSON");
    return root;
}

std::string text_of(simdjson::dom::element element) {
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) throw std::invalid_argument("a stored value is no text");
    return std::string(text);
}

std::vector<std::string> texts_of(simdjson::dom::element element) {
    simdjson::dom::array list;
    if (element.get(list) != simdjson::SUCCESS) throw std::invalid_argument("a stored value is no list");
    std::vector<std::string> texts;
    for (const simdjson::dom::element item : list) texts.push_back(text_of(item));
    return texts;
}

void add_texts_within(simdjson::dom::element element, std::vector<std::string>& texts) {
    simdjson::dom::array list;
    simdjson::dom::object object;
    std::string_view text;
    if (element.get(text) == simdjson::SUCCESS)
        texts.emplace_back(text);
    else if (element.get(list) == simdjson::SUCCESS)
        for (const simdjson::dom::element item : list) add_texts_within(item, texts);
    else if (element.get(object) == simdjson::SUCCESS)
        for (const auto& field : object) add_texts_within(field.value, texts);
}

}  // namespace

std::vector<std::string> json_texts_within(std::string_view json) {
    std::vector<std::string> texts;
    add_texts_within(parse(json), texts);
    return texts;
}

std::vector<std::string> json_texts(std::string_view json) {
    return texts_of(parse(json));
}

std::vector<std::pair<std::string, std::string>> json_pairs(std::string_view json) {
    std::vector<std::pair<std::string, std::string>> pairs;
    if (read_plain_pairs(json, pairs)) return pairs;
    pairs.clear();
    simdjson::dom::object object;
    if (parse(json).get(object) != simdjson::SUCCESS)
        throw std::invalid_argument("a stored value is no object");
    for (const auto& field : object) pairs.emplace_back(std::string(field.key), text_of(field.value));
    return pairs;
}

std::vector<std::pair<std::string, long long>> json_numbers(std::string_view json) {
    simdjson::dom::object object;
    if (parse(json).get(object) != simdjson::SUCCESS)
        throw std::invalid_argument("a stored value is no object");
    std::vector<std::pair<std::string, long long>> numbers;
    for (const auto& field : object) {
        std::int64_t number = 0;
        if (field.value.get(number) != simdjson::SUCCESS)
            throw std::invalid_argument("a stored value is no number");
        numbers.emplace_back(std::string(field.key), number);
    }
    return numbers;
}

std::vector<std::string> json_texts_at(std::string_view json, std::string_view key) {
    simdjson::dom::element found;
    if (parse(json).at_key(key).get(found) != simdjson::SUCCESS) return {};
    return texts_of(found);
}

std::string json_text_at(std::string_view json, std::string_view key) {
    simdjson::dom::element found;
    if (parse(json).at_key(key).get(found) != simdjson::SUCCESS) return {};
    return text_of(found);
}

std::string json_value_at(std::string_view json, std::string_view key) {
    simdjson::dom::element found;
    if (parse(json).at_key(key).get(found) != simdjson::SUCCESS) return {};
    return simdjson::minify(found);
}

long long json_number_at(std::string_view json, std::string_view key) {
    simdjson::dom::element found;
    if (parse(json).at_key(key).get(found) != simdjson::SUCCESS) return 0;
    std::int64_t number = 0;
    if (found.get(number) != simdjson::SUCCESS) throw std::invalid_argument("a stored value is no number");
    return number;
}

std::vector<std::string> json_items_at(std::string_view json, std::string_view key) {
    simdjson::dom::element found;
    if (parse(json).at_key(key).get(found) != simdjson::SUCCESS) return {};
    simdjson::dom::array list;
    if (found.get(list) != simdjson::SUCCESS) throw std::invalid_argument("a stored value is no list");
    std::vector<std::string> items;
    for (const simdjson::dom::element item : list) items.push_back(simdjson::minify(item));
    return items;
}

}  // namespace casekeeper
