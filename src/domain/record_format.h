// SPDX-License-Identifier: MIT
//
// The shape of every record the model holds, as one table: the interchange format's types and fields. Readers
// check and canonicalise by it, the store keeps its values in its order, the exporter writes by it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

enum class RecordType {
    person,
    professional,
    relationship,
    involvement,
    entry,
    document,
    disclosure,
    hold,
    deletion_request,
    access_request,
};
inline constexpr int record_types = 10;

enum class FieldKind {
    id,                // 1 to 64 printable characters
    text,              // any text without NUL
    word,              // one of `words`
    date,              // YYYY-MM-DD
    partial_date,      // YYYY-MM-DD, YYYY-MM or YYYY
    moment,            // RFC 3339 with offset, or local time without one; a date alone too
    flag,              // true or false
    digest,            // SHA-256, 64 hexadecimal digits
    texts,             // list of text
    words_list,        // list of text made of word characters: flags, topics
    object,            // nested, by `fields`
    objects,           // list of nested, by `fields`
    dates_by_name,     // object: name -> date
    words_by_name,     // object: name -> text
    persons_by_name,   // object: name -> person id
    reference,         // the id of a record of type `refers_to`
    references,        // list of such ids
    typed_references,  // list of "involvement:I1", "entry:E7", "document:D2"
    services,          // list of catalogue ids or groups; the catalogue decides
};

struct FieldFormat {
    std::string_view name;
    FieldKind kind = FieldKind::text;
    bool required = false;
    std::span<const std::string_view> words = {};
    std::span<const FieldFormat> fields = {};
    RecordType refers_to = RecordType::person;
    // Set by the product itself once it works on the record (holds, requests): not imported over its own.
    bool state = false;
};

struct RecordFormat {
    RecordType type;
    std::string_view name;  // the value of "type"
    std::span<const FieldFormat>
        fields;  // in the order they are stored and written; `id` first where there is one

    // The position of a field; -1 where there is none of that name.
    int position(std::string_view field) const;
};

// In the order in which references can be satisfied: what a type refers to stands before it (but for people,
// who may refer to people, and persons in scopes).
std::span<const RecordFormat> record_formats();
const RecordFormat& format_of(RecordType type);
const RecordFormat* find_format(std::string_view name);

// One record: values in the order of format_of(type).fields; absent and null are nullopt. Scalars are their
// text
// ("true" for a flag); lists and objects are canonical JSON: no spaces, known keys in the table's order,
// names of free objects sorted as bytes, empty ones absent.
struct Record {
    RecordType type = RecordType::person;
    std::vector<std::optional<std::string>> values;

    const std::optional<std::string>& value(std::string_view field) const;
    // REQUIRES: a field of its format.
    void set(std::string_view field, std::optional<std::string> value);
    // The key an upsert goes by: the id; for a relationship person, kind and other or name.
    std::string key() const;
    bool operator==(const Record&) const = default;
};

}  // namespace casekeeper
