// SPDX-License-Identifier: MIT
#include "intake/reference_check.h"

#include <simdjson.h>

#include "base/json_read.h"
#include "policy/did_you_mean.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_remembered = 50000;

bool has_references(const FieldFormat& field) {
    switch (field.kind) {
        case FieldKind::reference:
        case FieldKind::references:
        case FieldKind::typed_references:
        case FieldKind::persons_by_name:
            return true;
        case FieldKind::object:
        case FieldKind::objects:
            for (const FieldFormat& nested : field.fields)
                if (has_references(nested)) return true;
            return false;
        default:
            return false;
    }
}

class Collector {
public:
    explicit Collector(std::vector<Reference>& references) : references_(references) {}

    void take(const FieldFormat& field, const std::string& value, const std::string& path) {
        switch (field.kind) {
            case FieldKind::reference:
                add(field.refers_to, value, path);
                break;
            case FieldKind::references:
                for (const std::string& id : json_texts(value)) add(field.refers_to, id, path);
                break;
            case FieldKind::typed_references:
                for (const std::string& typed : json_texts(value)) add_typed(typed, path);
                break;
            case FieldKind::persons_by_name:
                for (const auto& [role, person] : json_pairs(value))
                    add(RecordType::person, person, std::string(path).append(".").append(role));
                break;
            case FieldKind::object:
            case FieldKind::objects:
                take_nested(field, value, path);
                break;
            default:
                break;
        }
    }

private:
    void add(RecordType type, const std::string& id, const std::string& path) {
        references_.push_back({type, id, path});
    }

    void add_typed(const std::string& typed, const std::string& path) {
        const auto colon = typed.find(':');
        const RecordFormat* format = find_format(typed.substr(0, colon));
        if (format && colon != std::string::npos) add(format->type, typed.substr(colon + 1), path);
    }

    void take_nested(const FieldFormat& field, const std::string& value, const std::string& path) {
        simdjson::dom::element root = parser_.parse(value);
        if (simdjson::dom::array list; root.get(list) == simdjson::SUCCESS) {
            for (const simdjson::dom::element item : list) take_object(field, item, path);
        } else {
            take_object(field, root, path);
        }
    }

    void take_object(const FieldFormat& field, simdjson::dom::element object, const std::string& path) {
        for (const FieldFormat& nested : field.fields) {
            simdjson::dom::element value;
            if (!has_references(nested) || object.at_key(nested.name).get(value) != simdjson::SUCCESS)
                continue;
            std::string_view text;
            const bool is_text = value.get(text) == simdjson::SUCCESS;
            take(nested, is_text ? std::string(text) : std::string(simdjson::minify(value)),
                 path + "." + std::string(nested.name));
        }
    }

    std::vector<Reference>& references_;
    simdjson::dom::parser parser_;
};

}  // namespace

std::vector<Reference> references_of(const Record& record) {
    std::vector<Reference> references;
    const RecordFormat& format = format_of(record.type);
    for (std::size_t i = 0; i < format.fields.size(); ++i) {
        if (!record.values[i] || !has_references(format.fields[i])) continue;
        const FieldFormat& field = format.fields[i];
        if (field.kind == FieldKind::reference)
            references.push_back({field.refers_to, *record.values[i], std::string(field.name)});
        else
            Collector(references).take(field, *record.values[i], std::string(field.name));
    }
    return references;
}

std::vector<std::string> people_named_within(const Record& record) {
    std::vector<std::string> people;
    for (Reference& reference : references_of(record)) {
        const bool own_column =
            format_of(record.type).position(reference.field) >= 0 &&
            format_of(record.type)
                    .fields[static_cast<std::size_t>(format_of(record.type).position(reference.field))]
                    .kind == FieldKind::reference;
        if (reference.type == RecordType::person && !own_column) people.push_back(std::move(reference.id));
    }
    return people;
}

std::optional<RecordStore::Owner> ReferenceCheck::owner(const std::string& involvement) {
    if (const auto known = owners_.find(involvement); known != owners_.end()) return known->second;
    std::optional<RecordStore::Owner> owner = records_.owner_of_involvement(involvement);
    if (owners_.size() >= most_remembered) owners_.clear();
    if (owner) owners_.emplace(involvement, *owner);
    return owner;
}

bool ReferenceCheck::exists(const Reference& reference) {
    if (reference.type == RecordType::involvement) return owner(reference.id).has_value();
    const std::string key = std::to_string(static_cast<int>(reference.type)) + ":" + reference.id;
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    bool found = false;
    switch (reference.type) {
        case RecordType::person:
            found = records_.has_person(reference.id);
            break;
        case RecordType::professional:
            found = records_.has_professional(reference.id);
            break;
        case RecordType::entry:
            found = records_.involvement_of_entry(reference.id).has_value();
            break;
        case RecordType::document:
            found = records_.has_document(reference.id);
            break;
        default:
            found = records_.find(reference.type, reference.id).has_value();
            break;
    }
    if (known_.size() >= most_remembered) known_.clear();
    known_.emplace(key, found);
    return found;
}

void ReferenceCheck::forget() {
    known_.clear();
    owners_.clear();
}

std::optional<std::string> ReferenceCheck::problem(const Record& record) {
    for (const Reference& reference : references_of(record))
        if (!exists(reference))
            return std::string(format_of(reference.type).name) + " " + reference.id + ", named in " +
                   reference.field + ", is neither in the source nor in the store";
    if (record.type == RecordType::involvement && !catalogue_.find(*record.value("service")))
        return "service " + *record.value("service") + " is not in the service catalogue" +
               did_you_mean(*record.value("service"), catalogue_.names());
    const std::optional<std::string>* scope =
        record.type == RecordType::hold || record.type == RecordType::access_request ? &record.value("scope")
                                                                                     : nullptr;
    if (scope && *scope)
        for (const std::string& service : json_texts_at(**scope, "services"))
            if (catalogue_.matching(service).empty())
                return "service " + service + ", named in scope.services, is not in the service catalogue" +
                       did_you_mean(service, catalogue_.names());
    return std::nullopt;
}

}  // namespace casekeeper
