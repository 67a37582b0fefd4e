// SPDX-License-Identifier: MIT
#include "domain/bundle_line.h"

#include "base/json_text.h"

namespace casekeeper {
namespace {

bool is_json(FieldKind kind) {
    switch (kind) {
        case FieldKind::flag:
        case FieldKind::texts:
        case FieldKind::words_list:
        case FieldKind::object:
        case FieldKind::objects:
        case FieldKind::dates_by_name:
        case FieldKind::words_by_name:
        case FieldKind::persons_by_name:
        case FieldKind::references:
        case FieldKind::typed_references:
        case FieldKind::services:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::string to_bundle_line(const Record& record) {
    const RecordFormat& format = format_of(record.type);
    std::string line = "{\"type\":\"" + std::string(format.name) + "\"";
    for (std::size_t i = 0; i < format.fields.size(); ++i) {
        if (!record.values[i]) continue;
        line += ",\"";
        line += format.fields[i].name;
        line += "\":";
        if (is_json(format.fields[i].kind))
            line += *record.values[i];
        else
            append_json_string(line, *record.values[i]);
    }
    return line + "}";
}

}  // namespace casekeeper
