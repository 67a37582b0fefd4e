// SPDX-License-Identifier: MIT
#include "custody/part_texts.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/json_read.h"
#include "domain/remark.h"

namespace casekeeper {
namespace {

constexpr std::string_view name_prefix = "name:";
constexpr std::string_view person_prefix = "person:";
constexpr std::string_view professional_prefix = "professional:";

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts)
        if (!part.empty()) text += (text.empty() ? "" : between) + part;
    return text;
}

std::vector<std::string> items_of(const std::optional<std::string>& list) {
    return json_items_at("{\"list\":" + list.value_or("[]") + "}", "list");
}

// Where it is known to the day.
std::string day_in_words(const std::string& written) {
    const std::optional<Date> known = parse_date(written);
    return known ? to_words(*known) : written;
}

// nhs_number -> NHS number
std::string number_in_words(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    if (name == "upn") return "UPN";  // of a pupil
    return name.starts_with("nhs ") ? "NHS" + name.substr(3) : name;
}

}  // namespace

// One part's texts, as they are gathered.
class PartTexts::Gathered {
public:
    Gathered(const PartTexts& texts, const Record& record) : texts_(texts), record_(record) {}

    void words(std::string_view field) { add(field, record_.value(field).value_or("")); }
    void day(std::string_view field) { add(field, day_in_words(record_.value(field).value_or(""))); }
    void list(std::string_view field) {
        for (const std::string& text : json_texts(record_.value(field).value_or("[]"))) add(field, text);
    }
    // Names or ids of people.
    void people(std::string_view field) {
        for (const std::string& text : json_texts(record_.value(field).value_or("[]"))) person(field, text);
    }
    void person(std::string_view field, const std::string& written) {
        if (written.empty()) return;
        const std::string key = texts_.key_of(written);
        add(field, texts_.name_of(key), key);
    }
    void professional(std::string_view field, const std::string& note = {}) {
        if (const auto& id = record_.value(field))
            add(field, texts_.name_of(std::string(professional_prefix) + *id),
                std::string(professional_prefix) + *id, note);
    }
    // Somebody who is in the store, or words.
    void whoever(std::string_view field) {
        const std::string written = record_.value(field).value_or("");
        if (written.starts_with(person_prefix))
            person(field, written);
        else
            words(field);
    }
    // An id of a part says nothing to a reader, and may name somebody.
    void caveats(std::string_view field) {
        bool is_disputed = false;
        for (const std::string& caveat : json_texts(record_.value(field).value_or("[]"))) {
            const bool names_a_part = caveat.starts_with("entry:") || caveat.starts_with("document:") ||
                                      caveat.starts_with("involvement:");
            is_disputed = is_disputed || names_a_part;
            if (!names_a_part) add(field, caveat);
        }
        if (is_disputed) add(field, "Some of what was given is disputed.");
    }
    // When whoever was given it was told what.
    void told(std::string_view field) {
        for (const std::string& one : items_of(record_.value(field))) {
            const std::string how = json_text_at(one, "how");
            add(field, "of the " + json_text_at(one, "of") + " on " + day_in_words(json_text_at(one, "on")) +
                           (how.empty() ? "" : ", " + how));
        }
    }
    void remarks() {
        for (const Remark& remark : remarks_of(record_)) add("remarks", remark.text);
    }
    void add(std::string_view field, const std::string& text, const std::string& key = {},
             const std::string& note = {}) {
        if (!text.empty()) all_.push_back({std::string(field), text, key, note});
    }
    std::vector<PartText> all() && { return std::move(all_); }

private:
    const PartTexts& texts_;
    const Record& record_;
    std::vector<PartText> all_;
};

std::string PartTexts::key_of(const std::string& written) const {
    if (written.starts_with(person_prefix) || written.starts_with(professional_prefix)) return written;
    if (written.starts_with(name_prefix)) return people_.called(written.substr(name_prefix.size()), "").key;
    if (records_.has_professional(written)) return std::string(professional_prefix) + written;
    if (records_.has_person(written)) return std::string(person_prefix) + written;
    return people_.called(written, "").key;
}

std::string PartTexts::name_of(const std::string& key) const {
    if (key.starts_with(name_prefix)) return key.substr(name_prefix.size());
    if (key.starts_with(professional_prefix)) {
        const auto record = records_.find(RecordType::professional, key.substr(professional_prefix.size()));
        if (!record) return key;
        return joined({*record->value("name"), record->value("role").value_or(""),
                       record->value("organisation").value_or(""), record->value("team").value_or("")},
                      ", ");
    }
    if (!key.starts_with(person_prefix)) return key;
    const auto record = records_.find(RecordType::person, key.substr(person_prefix.size()));
    if (!record) return key;
    return joined({record->value("given_names").value_or(""), *record->value("family_name")}, " ");
}

std::vector<std::string> PartTexts::names_of(const std::string& key) const {
    if (key.starts_with(name_prefix)) {
        const std::string name = key.substr(name_prefix.size());
        return {is_one_of_several(key) ? name.substr(0, name.rfind(" (")) : name};
    }
    if (key.starts_with(professional_prefix)) {
        const auto record = records_.find(RecordType::professional, key.substr(professional_prefix.size()));
        return record ? std::vector<std::string>{*record->value("name")} : std::vector<std::string>{};
    }
    if (!key.starts_with(person_prefix)) return {};
    const auto record = records_.find(RecordType::person, key.substr(person_prefix.size()));
    if (!record) return {};
    std::vector<std::string> names = {name_of(key)};
    for (const char* field : {"known_as", "former_names"})
        for (std::string& name : json_texts(record->value(field).value_or("[]")))
            names.push_back(std::move(name));
    return names;
}

std::vector<PartText> PartTexts::of(const Record& record) {
    Gathered one(*this, record);
    const std::vector<std::string> notes = notes_on_addresses(record);
    switch (record.type) {
        case RecordType::person:
            for (const char* field : {"given_names", "family_name"}) one.words(field);
            for (const char* field : {"known_as", "former_names"}) one.list(field);
            for (const char* field : {"date_of_birth", "expected_date_of_birth", "date_of_death"})
                one.day(field);
            for (const auto& [name, value] : json_pairs(record.value("identifiers").value_or("{}")))
                one.add("identifiers", number_in_words(name) + ": " + value);
            for (std::size_t at = 0; const std::string& address : items_of(record.value("addresses"))) {
                std::vector<std::string> lines = json_texts_at(address, "lines");
                lines.push_back(json_text_at(address, "postcode"));
                const std::string from = json_text_at(address, "from");
                const std::string to = json_text_at(address, "to");
                if (!from.empty()) lines.push_back("from " + day_in_words(from));
                if (!to.empty()) lines.push_back("to " + day_in_words(to));
                one.add("addresses", joined(lines, ", "), "", at < notes.size() ? notes[at] : "");
                ++at;
            }
            for (const std::string& contact : items_of(record.value("contacts")))
                one.add("contacts", json_text_at(contact, "kind") + ": " + json_text_at(contact, "value"));
            one.words("communication_needs");
            break;
        case RecordType::relationship:
            one.add("kind", *record.value("kind"));
            one.person("name", key_of_other(record));
            break;
        case RecordType::involvement:
            one.words("closure_reason");
            one.professional("worker", note_on_worker(record));
            for (const char* field : {"team", "system", "file_reference"}) one.words(field);
            for (const auto& [name, word] : json_pairs(record.value("attributes").value_or("{}")))
                one.add("attributes", name + ": " + word);
            for (const auto& [role, person] : json_pairs(record.value("roles").value_or("{}")))
                one.person("roles", std::string(person_prefix) + person);
            one.remarks();
            break;
        case RecordType::entry:
            one.professional("author");
            for (const char* field : {"present", "addressed_to"}) one.people(field);
            one.words("account");
            one.words("subject_words");
            for (const char* field : {"decision", "reason"}) one.words(field);
            one.person("decided_by", record.value("decided_by").value_or(""));
            {
                const std::string provider = record.value("provided_by").value_or("{}");
                const std::string person = json_text_at(provider, "person");
                const std::string worker = json_text_at(provider, "professional");
                one.person("provided_by", !person.empty()   ? std::string(person_prefix) + person
                                          : !worker.empty() ? std::string(professional_prefix) + worker
                                                            : json_text_at(provider, "name"));
            }
            one.remarks();
            break;
        case RecordType::document:
            for (const char* field : {"title", "file"}) one.words(field);
            break;
        case RecordType::disclosure:
            one.whoever("recipient");
            for (const char* field :
                 {"information", "reasons", "risk_assessment", "authorised_by", "lawful_basis", "consent"})
                one.words(field);
            one.day("consent_on");
            for (const char* field : {"method", "conditions", "receipt", "override_reason"}) one.words(field);
            one.caveats("caveats");
            one.told("told");
            break;
        default:
            break;
    }
    return std::move(one).all();
}

void PartTexts::mark_what_is_old(
    const StalePeriods& periods, Date day,
    std::function<std::optional<Date>(const std::string& involvement)> last_entry_on) {
    marks_ = Marks{periods, day, std::move(last_entry_on)};
}

std::vector<std::string> PartTexts::notes_on_addresses(const Record& person) const {
    if (!marks_ || person.type != RecordType::person) return {};
    return words_on_addresses(person, marks_->periods, marks_->day);
}

std::string PartTexts::note_on_worker(const Record& involvement) const {
    if (!marks_) return "";
    return words_on_worker(involvement, marks_->last_entry_on(involvement.key()), marks_->periods,
                           marks_->day);
}

std::vector<PartText> PartTexts::of(const AccessMaterial& material) const {
    std::vector<PartText> all;
    if (!material.title.empty()) all.push_back({"title", material.title});
    if (!material.place.empty()) all.push_back({"place", material.place});
    return all;
}

}  // namespace casekeeper
