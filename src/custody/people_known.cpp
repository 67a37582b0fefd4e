// SPDX-License-Identifier: MIT
#include "custody/people_known.h"

#include <algorithm>

#include "base/json_read.h"
#include "base/name_words.h"

namespace casekeeper {
namespace {

constexpr int records_a_page = 500;
constexpr std::string_view name_prefix = "name:";
constexpr std::string_view professional_prefix = "professional:";

bool is_kind_of_relationship(const std::string& word) {
    const RecordFormat& format = format_of(RecordType::relationship);
    const auto words = format.fields[static_cast<std::size_t>(format.position("kind"))].words;
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> name_of(const Record& person) {
    return name_words(person.value("given_names").value_or("") + " " +
                      person.value("family_name").value_or(""));
}

// The words of a key that is a name.
std::vector<std::string> words_of_key(const std::string& key) {
    return name_words(std::string_view(key).substr(name_prefix.size()));
}

}  // namespace

std::string key_of_other(const Record& relationship) {
    const auto& other = relationship.value("other");
    return other ? "person:" + *other : "name:" + relationship.value("name").value_or("");
}

PeopleKnown::PeopleKnown(RecordStore& records, const CaseFile& file, const std::vector<AccessAsk>& asks)
    : records_(records) {
    for (const PersonFacts& person : file.people) read(person.id);
    for (const AccessAsk& ask : asks)
        if (ask.kind == "consent" && ask.outcome) consents_[ask.whom] = *ask.outcome;
}

ThirdParty PeopleKnown::of(const std::string& key, const std::string& relation) const {
    ThirdParty one = known(key);
    one.key = key;
    if (is_kind_of_relationship(relation)) one.relation = relation;
    if (const auto consent = consents_.find(key); consent != consents_.end()) one.consent = consent->second;
    if (key.starts_with(professional_prefix))
        if (const auto found =
                records_.find(RecordType::professional, key.substr(professional_prefix.size())))
            one.professional_kind = *found->value("kind");
    one.is_subject = is_subject(key);
    return one;
}

std::string PeopleKnown::key_of_name(const std::string& name) const {
    const auto found = by_name_.find(name_words(name));
    return found == by_name_.end() ? std::string(name_prefix) + name : found->second;
}

void PeopleKnown::read(const std::string& person) {
    own_.insert("person:" + person);
    if (const auto record = records_.find(RecordType::person, person)) {
        own_names_.insert(name_of(*record));
        for (const std::string& name : json_texts(record->value("known_as").value_or("[]")))
            own_names_.insert(name_words(name));
    }
    for (auto page = records_.page(RecordType::relationship, "", records_a_page, person); !page.empty();
         page = records_.page(RecordType::relationship, page.back().first, records_a_page, person))
        for (const auto& [key, record] : page) add(record, person);
}

void PeopleKnown::add(const Record& relationship, const std::string& person) {
    if (relationship.value("person") != person || relationship.value("kind") == "same-person") return;
    ThirdParty one;
    one.key = key_of_other(relationship);
    one.relation = *relationship.value("kind");
    one.known_to_subject = relationship.value("known_to_subject") == "true";
    one.consent = relationship.value("consent_to_disclose").value_or("");
    if (const auto& other = relationship.value("other")) {
        if (const auto record = records_.find(RecordType::person, *other))
            by_name_.emplace(name_of(*record), one.key);
    } else {
        by_name_.emplace(words_of_key(one.key), one.key);
    }
    relations_.emplace(one.key, one);
    relationships_.push_back(relationship);
}

ThirdParty PeopleKnown::known(const std::string& key) const {
    if (const auto found = relations_.find(key); found != relations_.end()) return found->second;
    if (!key.starts_with(name_prefix)) return {};
    const auto by_name = by_name_.find(words_of_key(key));
    const auto found = by_name == by_name_.end() ? relations_.end() : relations_.find(by_name->second);
    return found == relations_.end() ? ThirdParty{} : found->second;
}

// By id, or by one of the person's own names in whole.
bool PeopleKnown::is_subject(const std::string& key) const {
    return own_.contains(key) || (key.starts_with(name_prefix) && own_names_.contains(words_of_key(key)));
}

}  // namespace casekeeper
