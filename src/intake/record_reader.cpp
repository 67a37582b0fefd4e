// SPDX-License-Identifier: MIT
#include "intake/record_reader.h"

#include <simdjson.h>

#include "intake/field_reader.h"
#include "intake/value_checks.h"
#include "policy/did_you_mean.h"

namespace casekeeper {
namespace {

using simdjson::SUCCESS;

std::string not_json(simdjson::error_code error) {
    switch (error) {
        case simdjson::UTF8_ERROR:
            return "not UTF-8: save the file as UTF-8";
        case simdjson::UNCLOSED_STRING:
            return "not JSON: a text is not closed (is the line cut off?)";
        case simdjson::UNESCAPED_CHARS:
            return "not JSON: a control character in a text (write \\n, \\t or \\u00XX)";
        case simdjson::STRING_ERROR:
            return "not JSON: a wrong escape in a text, or half of a surrogate pair";
        case simdjson::NUMBER_ERROR:
            return "not JSON: a number that is malformed or too large";
        case simdjson::DEPTH_ERROR:
            return "not JSON that can be read: nested too deeply, or cut off";
        default:
            return "not JSON: is the line cut off, or two lines joined?";
    }
}

std::string type_names() {
    std::string text;
    for (const RecordFormat& format : record_formats()) {
        if (!text.empty()) text += ", ";
        text += format.name;
    }
    return text;
}

// Exactly one of `other` and `name` says whom a relationship is with.
std::string wrong_in_relationship(const Record& record) {
    if (record.type != RecordType::relationship) return "";
    const bool other = record.value("other").has_value();
    if (other != record.value("name").has_value()) return "";
    return other ? "has both other and name: write one of them" : "needs other (a person's id) or name";
}

// Names the record by its id, where that can be read.
std::string name_of(const RecordFormat& format, simdjson::dom::object object) {
    const bool relationship = format.type == RecordType::relationship;
    std::string name(format.name);
    std::string_view id;
    if (object.at_key(relationship ? "person" : "id").get(id) == SUCCESS && !has_lone_surrogate(id) &&
        is_record_id(id))
        name.append(relationship ? " of person " : " ").append(id);
    return name;
}

std::string warning_of(const std::vector<std::string>& unknown_keys) {
    constexpr std::size_t most = 5;
    std::string text = unknown_keys.size() == 1 ? "unknown key " : "unknown keys ";
    for (std::size_t i = 0; i < unknown_keys.size() && i < most; ++i) {
        if (i > 0) text += "; ";
        text += unknown_keys[i];
    }
    if (unknown_keys.size() > most) text += "; and " + std::to_string(unknown_keys.size() - most) + " more";
    return text;
}

}  // namespace

struct RecordReader::Parser {
    simdjson::dom::parser json;
    FieldReader fields;

    // The object of a line and its type, or what is wrong.
    struct Opened {
        simdjson::dom::object object;
        const RecordFormat* format = nullptr;
        std::string mistake;
        bool is_utf8 = true;
    };

    Opened open(std::string_view line) {
        Opened opened;
        simdjson::dom::element root;
        const simdjson::error_code error = json.parse(line.data(), line.size()).get(root);
        if (error == simdjson::MEMALLOC) throw std::bad_alloc();
        if (error != SUCCESS) {
            opened.is_utf8 = simdjson::validate_utf8(line.data(), line.size());
            opened.mistake = not_json(opened.is_utf8 ? error : simdjson::UTF8_ERROR);
            return opened;
        }
        if (root.get(opened.object) != SUCCESS) {
            opened.mistake = "no JSON object: a line is {\"type\":\"person\",...}";
            return opened;
        }
        std::string_view type;
        if (opened.object.at_key("type").get(type) != SUCCESS)
            opened.mistake = "type is missing or no text: write one of " + type_names();
        else if (opened.format = find_format(type); !opened.format)
            opened.mistake = "type is none of " + type_names();
        return opened;
    }

    std::optional<Record> record_of(const Opened& opened, std::string_view line) {
        fields.begin(line.find('\\') != std::string_view::npos);
        Record record;
        record.type = opened.format->type;
        if (!fields.read_fields(opened.format->fields, opened.object, nullptr, record.values))
            return std::nullopt;
        return record;
    }
};

RecordReader::RecordReader() : parser_(std::make_unique<Parser>()) {}
RecordReader::~RecordReader() = default;

ReadLine RecordReader::read(std::string_view line) {
    ReadLine result;
    Parser::Opened opened = parser_->open(line);
    result.is_utf8 = opened.is_utf8;
    result.mistake = std::move(opened.mistake);
    if (!result.mistake.empty()) return result;
    result.record = parser_->record_of(opened, line);
    std::string wrong = result.record ? wrong_in_relationship(*result.record) : parser_->fields.mistake();
    if (!wrong.empty()) {
        result.record.reset();
        result.mistake = name_of(*opened.format, opened.object) + ": " + wrong;
    } else if (!parser_->fields.unknown_keys().empty()) {
        result.warning =
            name_of(*opened.format, opened.object) + ": " + warning_of(parser_->fields.unknown_keys());
    }
    return result;
}

std::optional<Record> RecordReader::read_if(RecordType type, std::string_view line) {
    const Parser::Opened opened = parser_->open(line);
    if (!opened.mistake.empty() || opened.format->type != type) return std::nullopt;
    std::optional<Record> record = parser_->record_of(opened, line);
    if (record && !wrong_in_relationship(*record).empty()) record.reset();
    return record;
}

std::string name_for_message(const Record& record) {
    std::string name(format_of(record.type).name);
    if (record.type == RecordType::relationship) name += " of person";
    return name + " " + record.values.at(0).value_or("");
}

}  // namespace casekeeper
