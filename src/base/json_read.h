// SPDX-License-Identifier: MIT
//
// Reads back the small canonical JSON values that rows hold: lists of texts and objects of texts. Values the
// product wrote itself; anything else throws std::invalid_argument.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casekeeper {

// ["a","b"] -> {a, b}
std::vector<std::string> json_texts(std::string_view json);
// {"a":"x","b":"y"} -> {{a, x}, {b, y}}, in the order written
std::vector<std::pair<std::string, std::string>> json_pairs(std::string_view json);
// {"a":1,"b":2} -> {{a, 1}, {b, 2}}: whole numbers only
std::vector<std::pair<std::string, long long>> json_numbers(std::string_view json);
// The list of texts at a key of an object; empty where there is none.
std::vector<std::string> json_texts_at(std::string_view json, std::string_view key);
// The text at a key of an object; empty where there is none.
std::string json_text_at(std::string_view json, std::string_view key);

// Every text value at any depth, unescaped, in the order written.
std::vector<std::string> json_texts_within(std::string_view json);

// The value at a key of an object as JSON, without spaces; empty where there is none.
std::string json_value_at(std::string_view json, std::string_view key);
// The whole number at a key of an object; 0 where there is none.
long long json_number_at(std::string_view json, std::string_view key);
// The items of the list at a key of an object, each as JSON; empty where there is none.
std::vector<std::string> json_items_at(std::string_view json, std::string_view key);

}  // namespace casekeeper
