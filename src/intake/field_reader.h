// SPDX-License-Identifier: MIT
//
// Reads JSON values by the table of fields: checks each against its kind and gives the text that the store
// keeps (record_format.h: scalars as their text, lists and objects as canonical JSON, empty ones absent).
// Stops at the first mistake and says where it is and what would be right, without a word of what the value
// says.
#pragma once

#include <simdjson.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/record_format.h"

namespace casekeeper {

// Where a value stands: the field, the item of its list (from 1; 0: no list), and what they lie in.
struct FieldPath {
    const FieldPath* outer = nullptr;
    std::string_view name;
    std::size_t item = 0;
};

class FieldReader {
public:
    using Fields = std::span<const FieldFormat>;
    using Values = std::vector<std::optional<std::string>>;

    // Begins a line. `escapes`: whether it holds any backslash; without one a text needs no second look.
    void begin(bool escapes);
    // The fields of an object, in the table's order; `outer` is null for a record's own (where `type` is
    // known too). False after a mistake.
    bool read_fields(Fields fields, simdjson::dom::object object, const FieldPath* outer, Values& values);

    // What is wrong: "closed is no date: write YYYY-MM-DD". Empty where all is well.
    const std::string& mistake() const { return mistake_; }
    // Paths of keys that no table knows; a key that is no plain word is not repeated.
    const std::vector<std::string>& unknown_keys() const { return unknown_keys_; }

private:
    using Value = std::optional<std::string>;
    using Element = simdjson::dom::element;

    Value read(const FieldFormat& field, Element element, const FieldPath& path);
    Value read_text(const FieldFormat& field, Element element, const FieldPath& path);
    Value read_flag(Element element, const FieldPath& path);
    Value read_list(const FieldFormat& field, Element element, const FieldPath& path);
    Value read_item(const FieldFormat& field, Element element, const FieldPath& path);
    Value read_object(const FieldFormat& field, Element element, const FieldPath& path);
    Value read_named(FieldKind kind, Element element, const FieldPath& path);
    std::optional<std::string_view> plain_text(Element element, const FieldPath& path);
    bool name_is_good(std::string_view name, const FieldPath& path);
    bool take_unknown(std::string_view key, const FieldPath* outer, Fields fields);
    bool all_required(Fields fields, const Values& values, const FieldPath* outer);
    std::nullopt_t fail(const FieldPath& path, std::string_view what);

    bool escapes_ = false;
    std::string mistake_;
    std::vector<std::string> unknown_keys_;
};

}  // namespace casekeeper
