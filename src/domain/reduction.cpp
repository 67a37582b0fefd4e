// SPDX-License-Identifier: MIT
#include "domain/reduction.h"

#include <algorithm>
#include <string_view>

#include "base/json_read.h"
#include "base/json_text.h"

namespace casekeeper {
namespace {

// Optional in the interchange format, and yet what a row is found or told by: its days, its content, the
// system that has it too.
constexpr std::string_view always_kept[] = {"closed", "system",  "recorded_at",
                                            "sha256", "also_in", "media_type"};
constexpr std::string_view by_name[] = {"events", "attributes", "roles"};
constexpr std::string_view mark_of_our_own = "[\"casekeeper\"]";

template <typename List>
bool contains(const List& list, std::string_view text) {
    return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

std::string whole_name(RecordType type) {
    switch (type) {
        case RecordType::entry:
            return "entries";
        case RecordType::document:
            return "documents";
        default:
            return {};
    }
}

// {"a":"x","b":"y"} with the pairs that stay.
std::optional<std::string> reduced_pairs(const std::string& json, std::string_view whole,
                                         const Reduction& reduction) {
    const bool all_named = contains(reduction.names, whole);
    std::string kept;
    for (const auto& [name, value] : json_pairs(json)) {
        const bool named = all_named || contains(reduction.names, name);
        if (named == reduction.names_what_goes && !contains(reduction.needed, name)) continue;
        kept += kept.empty() ? '{' : ',';
        append_json_string(kept, name);
        kept += ':';
        append_json_string(kept, value);
    }
    return kept.empty() ? std::nullopt : std::optional(kept + '}');
}

}  // namespace

bool Reduction::rows_stay(RecordType type) const {
    if (type == RecordType::document && !rows_stay(RecordType::entry)) return false;
    const bool named = names.contains(whole_name(type));
    if (names_what_goes) return !named;
    const auto fields = format_of(type).fields;
    return named || std::any_of(fields.begin(), fields.end(), [this](const FieldFormat& field) {
               return field.name != "id" && contains(names, field.name);
           });
}

void Reduction::apply_to(Record& record) const {
    const bool whole = !names_what_goes && names.contains(whole_name(record.type));
    if (whole) return;
    const RecordFormat& format = format_of(record.type);
    for (std::size_t i = 0; i < format.fields.size(); ++i) {
        std::optional<std::string>& value = record.values[i];
        const std::string_view name = format.fields[i].name;
        if (!value || format.fields[i].required || contains(always_kept, name)) continue;
        if (contains(by_name, name))
            value = reduced_pairs(*value, name, *this);
        else if (contains(names, name) == names_what_goes && *value != mark_of_our_own)
            value.reset();
    }
    // A path may say whose it is.
    if (record.type != RecordType::document || contains(names, "file") != names_what_goes) return;
    record.values[static_cast<std::size_t>(format.position("file"))] = record.value("sha256");
}

}  // namespace casekeeper
