// SPDX-License-Identifier: MIT
#include "base/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace casekeeper {
namespace {

bool needs_escape(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void append_escaped(std::string& json, char c) {
    const std::size_t short_form = std::string_view("\"\\\b\f\n\r\t").find(c);
    if (short_form != std::string_view::npos) {
        json += '\\';
        json += "\"\\bfnrt"[short_form];
        return;
    }
    constexpr char digits[] = "0123456789abcdef";
    json += "\\u00";
    json += digits[static_cast<unsigned char>(c) >> 4];
    json += digits[static_cast<unsigned char>(c) & 15];
}

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
    json += '"';
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!needs_escape(text[at])) continue;
        json.append(text, begin, at - begin);
        append_escaped(json, text[at]);
        begin = at + 1;
    }
    json.append(text, begin);
    json += '"';
}

std::string json_string(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return json;
}

std::string json_list(const std::vector<std::string>& texts) {
    std::string json = "[";
    for (const std::string& text : texts) {
        if (json.size() > 1) json += ',';
        append_json_string(json, text);
    }
    return json + ']';
}

std::string json_list_of(const std::vector<std::string>& items) {
    std::string json = "[";
    for (const std::string& item : items) {
        if (json.size() > 1) json += ',';
        json += item;
    }
    return json + ']';
}

void JsonObject::begin(std::string_view name) {
    json_ += json_.size() > 1 ? ",\"" : "\"";
    json_ += name;
    json_ += "\":";
}

JsonObject& JsonObject::text(std::string_view name, std::string_view value) {
    begin(name);
    append_json_string(json_, value);
    return *this;
}

JsonObject& JsonObject::text_or_null(std::string_view name, const std::optional<std::string>& value) {
    return value ? text(name, *value) : null(name);
}

JsonObject& JsonObject::decimal(std::string_view name, double value, int places) {
    if (!std::isfinite(value)) return null(name);
    // Longest: DBL_MAX has 309 digits before the point. std::to_chars knows no locale.
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, places)
            .ptr;
    return raw(name, std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data())));
}

JsonObject& JsonObject::flag(std::string_view name, bool value) {
    return raw(name, value ? "true" : "false");
}

JsonObject& JsonObject::null(std::string_view name) {
    return raw(name, "null");
}

JsonObject& JsonObject::texts(std::string_view name, const std::vector<std::string>& values) {
    return raw(name, json_list(values));
}

JsonObject& JsonObject::raw(std::string_view name, std::string_view json) {
    begin(name);
    json_ += json;
    return *this;
}

JsonObject& JsonObject::raw_or_null(std::string_view name, const std::optional<std::string>& json) {
    return json ? raw(name, *json) : null(name);
}

}  // namespace casekeeper
