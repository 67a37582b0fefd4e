// SPDX-License-Identifier: MIT
#include "intake/field_reader.h"

#include <algorithm>

#include "base/json_text.h"
#include "intake/value_checks.h"
#include "policy/did_you_mean.h"

namespace casekeeper {
namespace {

using K = FieldKind;
using Sv = std::string_view;

constexpr Sv of_provider[] = {"name", "person", "professional"};
constexpr Sv of_mention[] = {"person", "name"};

// The fields of a nested object of which at least one must be there.
std::span<const Sv> alternatives_of(Sv field) {
    if (field == "provided_by") return of_provider;
    if (field == "mentions") return of_mention;
    return {};
}

bool is_json(FieldKind kind) {
    switch (kind) {
        case K::flag:
        case K::texts:
        case K::words_list:
        case K::object:
        case K::objects:
        case K::dates_by_name:
        case K::words_by_name:
        case K::persons_by_name:
        case K::references:
        case K::typed_references:
        case K::services:
            return true;
        default:
            return false;
    }
}

// Keys mostly come in the table's order: looks first where the last one ended.
std::size_t position_of(FieldReader::Fields fields, Sv key, std::size_t expected) {
    for (std::size_t i = expected; i < fields.size(); ++i)
        if (fields[i].name == key) return i;
    for (std::size_t i = 0; i < expected; ++i)
        if (fields[i].name == key) return i;
    return fields.size();
}

std::string in_lower_case(Sv digits) {
    std::string text(digits);
    for (char& c : text)
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string text_of(const FieldPath& path) {
    std::string text = path.outer ? text_of(*path.outer) + ", " : "";
    text += path.name;
    if (path.item > 0) text += " item " + std::to_string(path.item);
    return text;
}

std::string canonical_object(FieldReader::Fields fields, const FieldReader::Values& values) {
    JsonObject object;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!values[i]) continue;
        if (is_json(fields[i].kind))
            object.raw(fields[i].name, *values[i]);
        else
            object.text(fields[i].name, *values[i]);
    }
    return object.json();
}

}  // namespace

void FieldReader::begin(bool escapes) {
    escapes_ = escapes;
    mistake_.clear();
    unknown_keys_.clear();
}

std::nullopt_t FieldReader::fail(const FieldPath& path, Sv what) {
    if (mistake_.empty()) mistake_.append(text_of(path)).append(" ").append(what);
    return std::nullopt;
}

bool FieldReader::read_fields(Fields fields, simdjson::dom::object object, const FieldPath* outer,
                              Values& values) {
    values.assign(fields.size(), std::nullopt);
    std::uint64_t seen = 0;  // one bit a field: no table has 64
    std::size_t expected = 0;
    std::vector<Sv> others;
    for (const auto [key, element] : object) {
        const std::size_t position = position_of(fields, key, expected);
        if (position == fields.size()) {
            if (std::find(others.begin(), others.end(), key) != others.end())
                fail({outer, is_plain_word(key) ? key : "an unknown key"}, "stands there twice");
            others.push_back(key);
            if (!take_unknown(key, outer, fields)) return false;
            continue;
        }
        const FieldPath path{outer, fields[position].name};
        if ((seen >> position) & 1U) fail(path, "stands there twice");
        seen |= std::uint64_t{1} << position;
        expected = position + 1;
        if (!element.is_null()) values[position] = read(fields[position], element, path);
        if (!mistake_.empty()) return false;
    }
    return all_required(fields, values, outer);
}

bool FieldReader::take_unknown(Sv key, const FieldPath* outer, Fields fields) {
    if (!mistake_.empty()) return false;
    if (!outer && key == "type") return true;
    if (!is_plain_word(key)) key = "a key that is no field's name";
    std::vector<std::string> names;
    for (const FieldFormat& field : fields) names.emplace_back(field.name);
    unknown_keys_.push_back(text_of({outer, key}) + did_you_mean(key, names));
    return true;
}

bool FieldReader::all_required(Fields fields, const Values& values, const FieldPath* outer) {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].required && !values[i]) fail({outer, fields[i].name}, "is missing or empty");
    return mistake_.empty();
}

std::optional<Sv> FieldReader::plain_text(Element element, const FieldPath& path) {
    Sv text;
    if (element.get(text) != simdjson::SUCCESS) return fail(path, "is no text: write it in quotation marks");
    if (!escapes_) return text;  // nothing below gets into a line of valid JSON but by an escape
    if (text.find('\0') != Sv::npos) return fail(path, "holds a NUL character (\\u0000): take it out");
    if (has_lone_surrogate(text))
        return fail(path, "holds half of a surrogate pair: write the character itself");
    return text;
}

FieldReader::Value FieldReader::read(const FieldFormat& field, Element element, const FieldPath& path) {
    switch (field.kind) {
        case K::flag:
            return read_flag(element, path);
        case K::object:
            return read_object(field, element, path);
        case K::dates_by_name:
        case K::words_by_name:
        case K::persons_by_name:
            return read_named(field.kind, element, path);
        case K::texts:
        case K::words_list:
        case K::objects:
        case K::references:
        case K::typed_references:
        case K::services:
            return read_list(field, element, path);
        default:
            return read_text(field, element, path);
    }
}

FieldReader::Value FieldReader::read_flag(Element element, const FieldPath& path) {
    bool flag = false;
    if (element.get(flag) != simdjson::SUCCESS)
        return fail(path, "is neither true nor false (without quotation marks)");
    return flag ? "true" : "false";
}

FieldReader::Value FieldReader::read_text(const FieldFormat& field, Element element, const FieldPath& path) {
    const std::optional<Sv> text = plain_text(element, path);
    if (!text) return std::nullopt;
    if (field.kind == K::text && text->empty()) return std::nullopt;
    if (const std::string wrong = wrong_with(field, *text); !wrong.empty()) return fail(path, wrong);
    if (field.kind == K::digest) return in_lower_case(*text);
    return std::string(*text);
}

// One item of a list, as JSON; nothing for an empty object.
FieldReader::Value FieldReader::read_item(const FieldFormat& field, Element element, const FieldPath& path) {
    if (field.kind == K::objects) return read_object(field, element, path);
    const std::optional<Sv> text = plain_text(element, path);
    if (!text) return std::nullopt;
    if (const std::string wrong = wrong_with(field, *text); !wrong.empty()) return fail(path, wrong);
    return json_string(*text);
}

FieldReader::Value FieldReader::read_list(const FieldFormat& field, Element element, const FieldPath& path) {
    simdjson::dom::array list;
    if (element.get(list) != simdjson::SUCCESS) return fail(path, "is no list: write [...]");
    std::string json = "[";
    std::size_t item = 0;
    for (const Element each : list) {
        const Value value = read_item(field, each, {path.outer, path.name, ++item});
        if (!mistake_.empty()) return std::nullopt;
        if (!value) continue;
        if (json.size() > 1) json += ',';
        json += *value;
    }
    if (json.size() == 1) return std::nullopt;
    return json + ']';
}

FieldReader::Value FieldReader::read_object(const FieldFormat& field, Element element,
                                            const FieldPath& path) {
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return fail(path, "is no object: write {...}");
    if (object.size() == 0) return std::nullopt;
    Values values;
    if (!read_fields(field.fields, object, &path, values)) return std::nullopt;
    const std::span<const Sv> alternatives = alternatives_of(field.name);
    const auto given = [&](Sv name) { return values[position_of(field.fields, name, 0)].has_value(); };
    if (!alternatives.empty() && std::none_of(alternatives.begin(), alternatives.end(), given))
        return fail(path,
                    "needs " + std::string(alternatives.front()) + " or " + std::string(alternatives[1]));
    std::string json = canonical_object(field.fields, values);
    if (json == "{}") return std::nullopt;
    return json;
}

bool FieldReader::name_is_good(Sv name, const FieldPath& path) {
    if (has_lone_surrogate(name) || !is_record_id(name))
        fail(path, "has a name that is not 1 to 64 printable characters");
    return mistake_.empty();
}

FieldReader::Value FieldReader::read_named(FieldKind kind, Element element, const FieldPath& path) {
    const FieldFormat format{path.name, kind == K::dates_by_name     ? K::date
                                        : kind == K::persons_by_name ? K::reference
                                                                     : K::text};
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS)
        return fail(path, "is no object: write {\"name\":\"value\"}");
    std::vector<std::pair<Sv, std::string>> named;
    std::vector<Sv> names;
    for (const auto [name, each] : object) {
        if (!name_is_good(name, path)) return std::nullopt;
        names.push_back(name);
        if (each.is_null()) continue;
        Value value = read_text(format, each, {&path, is_plain_word(name) ? name : "a name in it"});
        if (!mistake_.empty()) return std::nullopt;
        if (value) named.emplace_back(name, std::move(*value));
    }
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end())
        return fail(path, "holds one name twice");
    if (named.empty()) return std::nullopt;
    std::sort(named.begin(), named.end());
    std::string json;
    for (const auto& [name, value] : named) {
        json += json.empty() ? '{' : ',';
        append_json_string(json, name);
        json += ':';
        append_json_string(json, value);
    }
    return json + '}';
}

}  // namespace casekeeper
