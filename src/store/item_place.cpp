// SPDX-License-Identifier: MIT
#include "store/item_place.h"

namespace casekeeper {
namespace {

const RecordFormat* format_of_item(const std::string& item) {
    const std::size_t colon = item.find(':');
    if (colon == std::string::npos || colon + 1 == item.size()) return nullptr;
    const RecordFormat* format = find_format(item.substr(0, colon));
    if (!format) return nullptr;
    const RecordType type = format->type;
    return type == RecordType::involvement || type == RecordType::entry || type == RecordType::document
               ? format
               : nullptr;
}

}  // namespace

bool is_typed_item(const std::string& item) {
    return format_of_item(item) != nullptr;
}

std::optional<ItemPlace> place_of_item(RecordStore& records, const std::string& item) {
    const RecordFormat* format = format_of_item(item);
    if (!format) return std::nullopt;
    ItemPlace place{format->type, item.substr(item.find(':') + 1), {}, {}, {}};
    if (place.type == RecordType::document) {
        const std::optional<std::string> entry = records.entry_of_document(place.id);
        if (!entry) return std::nullopt;
        place.entry = *entry;
    } else if (place.type == RecordType::entry) {
        place.entry = place.id;
    }
    place.involvement =
        place.entry.empty() ? place.id : records.involvement_of_entry(place.entry).value_or("");
    const auto owner = records.owner_of_involvement(place.involvement);
    if (!owner) return std::nullopt;
    place.person = owner->person;
    return place;
}

}  // namespace casekeeper
