// SPDX-License-Identifier: MIT
#include "custody/part_facts_reader.h"

#include <algorithm>

#include "base/json_read.h"

namespace casekeeper {

void PartFactsReader::add(ThirdParty one, PartFacts& facts) {
    if (one.key.empty() || one.key == "name:") return;
    const auto there = std::find_if(facts.third_parties.begin(), facts.third_parties.end(),
                                    [&](const ThirdParty& other) { return other.key == one.key; });
    if (there == facts.third_parties.end())
        facts.third_parties.push_back(std::move(one));
    else
        there->is_source = there->is_source || one.is_source;
}

PartFacts PartFactsReader::of_person(const std::string& person) {
    PartFacts facts;
    facts.item = "person:" + person;
    facts.kind = "person";
    for (const Record& relationship : people_.relationships())
        if (relationship.value("person") == person)
            facts.third_parties.push_back(people_.of(key_of_other(relationship), ""));
    return facts;
}

PartFacts PartFactsReader::of_involvement(const Record& involvement) {
    PartFacts facts;
    facts.item = "involvement:" + involvement.key();
    facts.kind = "involvement";
    facts.service = *involvement.value("service");
    for (const auto& [role, person] : json_pairs(involvement.value("roles").value_or("{}")))
        add(people_.of("person:" + person, role), facts);
    if (const auto& worker = involvement.value("worker"))
        add(people_.of("professional:" + *worker, ""), facts);
    return facts;
}

PartFacts PartFactsReader::of_entry(const Record& entry, const std::string& service) {
    PartFacts facts;
    facts.item = "entry:" + entry.key();
    facts.kind = *entry.value("kind");
    facts.topic = entry.value("topic").value_or("");
    facts.service = service;
    facts.classification = entry.value("classification").value_or("");
    facts.flags = json_texts(entry.value("flags").value_or("[]"));
    facts.has_subject_words = !entry.value("subject_words").value_or("").empty();
    if (const auto& author = entry.value("author"))
        facts.author_kind = people_.of("professional:" + *author, "").professional_kind;
    read_provider(entry.value("provided_by").value_or("{}"), facts);
    read_third_parties(entry, facts);
    read_addressees(entry, facts);
    return facts;
}

void PartFactsReader::read_provider(const std::string& provider, PartFacts& facts) {
    facts.in_confidence = json_value_at(provider, "in_confidence") == "true";
    const std::string relation = json_text_at(provider, "relation");
    ThirdParty one;
    if (const std::string person = json_text_at(provider, "person"); !person.empty())
        one = known("person:" + person, relation);
    else if (const std::string worker = json_text_at(provider, "professional"); !worker.empty())
        one = known("professional:" + worker, relation);
    else
        one = called(json_text_at(provider, "name"), relation);
    one.is_source = true;
    facts.provided_by_subject = one.is_subject;
    facts.provider_kind = one.professional_kind;
    if (const std::string consent = json_text_at(provider, "consent"); one.consent.empty())
        one.consent = consent;
    add(std::move(one), facts);
}

void PartFactsReader::read_third_parties(const Record& entry, PartFacts& facts) {
    const std::string mentions = "{\"list\":" + entry.value("mentions").value_or("[]") + "}";
    for (const std::string& mention : json_items_at(mentions, "list")) {
        const std::string person = json_text_at(mention, "person");
        const std::string relation = json_text_at(mention, "relation");
        add(person.empty() ? called(json_text_at(mention, "name"), relation)
                           : known("person:" + person, relation),
            facts);
    }
    if (other_) add(people_.of("person:" + other_->person, ""), facts);
    if (const auto& author = entry.value("author")) add(people_.of("professional:" + *author, ""), facts);
    for (const std::string& present : json_texts(entry.value("present").value_or("[]")))
        add(whoever(present), facts);
}

// Art 15 withholds nothing that somebody has already: it was written to them.
void PartFactsReader::read_addressees(const Record& entry, PartFacts& facts) {
    for (const std::string& addressee : json_texts(entry.value("addressed_to").value_or("[]")))
        if (whoever(addressee).is_subject) {
            facts.known_to_subject = true;
            facts.known_because = "it was addressed to them";
        }
}

// Written as an id or as a name.
ThirdParty PartFactsReader::whoever(const std::string& text) {
    if (text.starts_with("person:") || text.starts_with("professional:")) return people_.of(text, "");
    if (records_.has_professional(text)) return people_.of("professional:" + text, "");
    if (records_.has_person(text)) return people_.of("person:" + text, "");
    return called(text, "");
}

ThirdParty PartFactsReader::known(const std::string& key, const std::string& relation) const {
    return people_.of(key, other_ ? "" : relation);
}

ThirdParty PartFactsReader::called(const std::string& name, const std::string& relation) const {
    return other_ ? people_.called_in_record_of(other_->person, other_->people, name, relation)
                  : people_.called(name, relation);
}

PartFacts PartFactsReader::of_document(const Record& document, PartFacts of_entry) {
    PartFacts facts = std::move(of_entry);
    facts.item = "document:" + document.key();
    facts.kind_of_entry = std::exchange(facts.kind, "document");
    facts.has_text = false;
    facts.known_to_subject = false;
    facts.known_because.clear();
    return facts;
}

PartFacts PartFactsReader::of_disclosure(const Record& disclosure) {
    PartFacts facts;
    facts.item = "disclosure:" + disclosure.key();
    facts.kind = "disclosure";
    if (const auto& involvement = disclosure.value("involvement"))
        if (const auto owner = records_.owner_of_involvement(*involvement)) facts.service = owner->service;
    for (const char* field : {"recipient", "authorised_by"})
        if (const auto& who = disclosure.value(field)) add(whoever(*who), facts);
    return facts;
}

PartFacts PartFactsReader::of_material(const std::string& item) {
    PartFacts facts;
    facts.item = item;
    facts.kind = "material";
    facts.has_text = false;
    return facts;
}

}  // namespace casekeeper
