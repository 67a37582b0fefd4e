// SPDX-License-Identifier: MIT
//
// Writes JSON: compact, in the order it is told, the same bytes for the same values. All the product's own
// output goes through here. Texts are UTF-8 and stay so; only what JSON demands is escaped. Names of keys are
// the program's own and need no escaping.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

// Appends the text in quotation marks, escaped.
void append_json_string(std::string& json, std::string_view text);
// The text in quotation marks, escaped.
std::string json_string(std::string_view text);
// ["a","b"]
std::string json_list(const std::vector<std::string>& texts);
// [{…},{…}]: each item is JSON already.
std::string json_list_of(const std::vector<std::string>& items);

// One object: JsonObject().text("id", id).flag("in_force", true).json() == {"id":"…","in_force":true}
class JsonObject {
public:
    JsonObject& text(std::string_view name, std::string_view value);
    // null where absent.
    JsonObject& text_or_null(std::string_view name, const std::optional<std::string>& value);
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) JsonObject& number(std::string_view name, Number value) {
        return raw(name, std::to_string(value));
    }
    // With so many decimal places (0 to 9), e.g. seconds; null for what is no finite number.
    JsonObject& decimal(std::string_view name, double value, int places);
    JsonObject& flag(std::string_view name, bool value);
    JsonObject& null(std::string_view name);
    JsonObject& texts(std::string_view name, const std::vector<std::string>& values);
    // REQUIRES: `json` is one JSON value.
    JsonObject& raw(std::string_view name, std::string_view json);
    // null where absent. REQUIRES: `json` is one JSON value.
    JsonObject& raw_or_null(std::string_view name, const std::optional<std::string>& json);

    // The object as written so far; more may follow.
    std::string json() const { return json_ + '}'; }
    // The same with the end of line that JSON Lines want.
    std::string line() const { return json_ + "}\n"; }

private:
    void begin(std::string_view name);

    std::string json_ = "{";
};

}  // namespace casekeeper
