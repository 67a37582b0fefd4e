// SPDX-License-Identifier: MIT
#include "custody/people_known.h"

#include <algorithm>

#include "base/json_read.h"
#include "base/name_words.h"
#include "store/access_store.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

constexpr int records_a_page = 500;
constexpr std::string_view name_prefix = "name:";
constexpr std::string_view professional_prefix = "professional:";
constexpr const char* the_person = "self";
constexpr std::string_view one_of_several = " (one of several)";

bool is_kind_of_relationship(const std::string& word) {
    const RecordFormat& format = format_of(RecordType::relationship);
    const auto words = format.fields[static_cast<std::size_t>(format.position("kind"))].words;
    return std::find(words.begin(), words.end(), word) != words.end();
}

// As they are recorded: in full, what they are known as, and what they were called before.
std::vector<std::vector<std::string>> names_of(const Record& person) {
    std::vector<std::vector<std::string>> names{name_words(person.value("given_names").value_or("") + " " +
                                                           person.value("family_name").value_or(""))};
    for (const char* field : {"known_as", "former_names"})
        for (const std::string& name : json_texts(person.value(field).value_or("[]")))
            names.push_back(name_words(name));
    return names;
}

// Of two rows about one key. A key that is a name may be two people: then both must be known. A consent counts
// where nothing beside it says otherwise.
void join(ThirdParty& one, const ThirdParty& other) {
    const bool is_known_here = one.known_to_subject, is_known_there = other.known_to_subject;
    one.known_to_subject =
        one.key.starts_with(name_prefix) ? is_known_here && is_known_there : is_known_here || is_known_there;
    if (one.consent == "given" || other.consent == "refused") one.consent = other.consent;
}

}  // namespace

bool is_one_of_several(std::string_view key) {
    return key.ends_with(one_of_several);
}

std::string key_of_other(const Record& relationship) {
    const auto& other = relationship.value("other");
    return other ? "person:" + *other : std::string(name_prefix) + relationship.value("name").value_or("");
}

PeopleKnown::PeopleKnown(Database& database, RecordStore& records, const CaseFile& file,
                         const std::vector<AccessAsk>& asks)
    : records_(records) {
    for (const PersonFacts& person : file.people) own_.insert("person:" + person.id);
    for (const PersonFacts& person : file.people) {
        read(database, person.id);
        add_workers(database, person.id);
    }
    for (const AccessAsk& ask : asks)
        if (ask.kind == "consent" && ask.outcome) consents_[ask.whom] = ask;
}

ThirdParty PeopleKnown::of(const std::string& key, const std::string& relation) const {
    const auto known = relations_.find(key);
    ThirdParty one = known == relations_.end() ? ThirdParty{} : known->second;
    one.key = key;
    if (is_kind_of_relationship(relation)) one.relation = relation;
    if (const auto consent = consents_.find(key); consent != consents_.end())
        one.consent = *consent->second.outcome;
    if (key.starts_with(professional_prefix))
        if (const auto found =
                records_.find(RecordType::professional, key.substr(professional_prefix.size())))
            one.professional_kind = *found->value("kind");
    one.is_subject = own_.contains(key);
    return one;
}

ThirdParty PeopleKnown::called(const std::string& name, const std::string& relation) const {
    const Name words = name_words(name);
    const auto own = own_names_.find(words);
    const bool is_own = own != own_names_.end();
    if (relation == the_person && is_own) return of(own->second, "");
    if (relation == the_person && name.empty() && !own_.empty()) return of(*own_.begin(), "");
    const auto named = by_name_.find(words);
    const std::set<std::string> all = named == by_name_.end() ? std::set<std::string>{} : named->second;
    if (is_own && all.empty() && relation.empty()) return of(own->second, "");
    if (!is_own && all.empty()) {
        const auto workers = workers_.find(words);
        const bool is_worker =
            workers != workers_.end() && workers->second.size() == 1 && !is_kind_of_relationship(relation);
        return is_worker ? of(*workers->second.begin(), "") : of(std::string(name_prefix) + name, relation);
    }
    const bool is_told_apart = is_own || all.size() > 1 || is_kind_of_relationship(relation);
    const std::set<std::string> meant = is_told_apart ? those_called(words, relation) : all;
    if (meant.size() == 1) return of(*meant.begin(), relation);
    return of(std::string(name_prefix) + name + std::string(one_of_several), relation);
}

// What somebody is to that other says nothing of what they are to the person.
ThirdParty PeopleKnown::called_in_record_of(const std::string& owner, const PeopleKnown& theirs,
                                            const std::string& name, const std::string& relation) const {
    const ThirdParty meant = theirs.called(name, relation);
    if (meant.is_subject) return of("person:" + owner, "");
    const Name words = name_words(name);
    const bool is_by_name_alone =
        meant.key == std::string(name_prefix) + name || meant.key.starts_with(professional_prefix);
    const bool may_be_another = is_by_name_alone && (own_names_.contains(words) || by_name_.contains(words));
    return of(may_be_another ? std::string(name_prefix) + name + std::string(one_of_several) : meant.key, "");
}

// Of those who share a name, whoever is what the relation says.
std::set<std::string> PeopleKnown::those_called(const Name& name, const std::string& relation) const {
    std::set<std::string> meant;
    const auto named = by_name_.find(name);
    if (named == by_name_.end()) return meant;
    for (const std::string& key : named->second)
        if (const auto kinds = kinds_.find(key); kinds != kinds_.end() && kinds->second.contains(relation))
            meant.insert(key);
    return meant;
}

std::map<std::string, std::string> PeopleKnown::words_of_consent() const {
    std::map<std::string, std::string> words;
    for (const auto& [key, one] : relations_)
        if (!one.consent.empty()) words[key] = one.consent;
    for (const auto& [key, ask] : consents_) words[key] = *ask.outcome + " " + std::to_string(ask.number);
    return words;
}

void PeopleKnown::read(Database& database, const std::string& person) {
    if (const auto record = records_.find(RecordType::person, person))
        for (const Name& name : names_of(*record))
            if (!name.empty()) own_names_.emplace(name, "person:" + person);
    for (auto page = records_.page(RecordType::relationship, "", records_a_page, person); !page.empty();
         page = records_.page(RecordType::relationship, page.back().first, records_a_page, person))
        for (const auto& [key, record] : page) add(record, person);
    // Whom only their own record calls a relative may share a name too.
    for (const std::string& relative : FactStore(database).relatives_of(person))
        if (const auto record = records_.find(RecordType::person, relative))
            for (const Name& name : names_of(*record)) add_name(name, "person:" + relative);
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
            for (const Name& name : names_of(*record)) add_name(name, one.key);
    } else {
        add_name(name_words(relationship.value("name").value_or("")), one.key);
    }
    const auto [there, is_new] = relations_.emplace(one.key, one);
    if (!is_new) join(there->second, one);
    if (kinds_[one.key].insert(one.relation).second && !is_new) there->second.relation += ", " + one.relation;
    relationships_.push_back(relationship);
}

void PeopleKnown::add_workers(Database& database, const std::string& person) {
    for (const std::string& worker : AccessStore(database).workers_of(person))
        if (const auto record = records_.find(RecordType::professional, worker))
            if (const Name name = name_words(*record->value("name")); name.size() > 1)
                workers_[name].insert(std::string(professional_prefix) + worker);
}

// A name without letters is nobody's.
void PeopleKnown::add_name(const Name& name, const std::string& key) {
    if (!name.empty() && !own_.contains(key)) by_name_[name].insert(key);
}

}  // namespace casekeeper
