// SPDX-License-Identifier: MIT
#include "custody/name_search.h"

#include <algorithm>

#include "base/folded_letters.h"
#include "base/name_words.h"
#include "base/plain_words.h"
#include "custody/person_names.h"
#include "policy/phone_numbers.h"
#include "policy/protected_places.h"

namespace casekeeper {
namespace {

// A name without a record, in one text: its last word is taken for the family's.
void set_name(PersonNames& names, const std::string& written) {
    const std::string name = written.substr(0, written.find(" ("));  // "(one of several)"
    const std::size_t space = name.find_last_of(' ');
    names.family_name = space == std::string::npos ? name : name.substr(space + 1);
    if (space != std::string::npos) names.given_names = name.substr(0, space);
}

PersonNames names_and_contacts_of(const Record& person) {
    PersonNames names = names_of(person);
    for (const ProtectedPlace& place : places_of(person)) {
        if (place.kind == "phone") names.phones.push_back(place.value);
        if (place.kind == "email") names.emails.push_back(place.value);
    }
    return names;
}

std::string key_of_thing(const Mention& mention, std::string_view text) {
    const std::string letters = folded_letters(text).letters;
    switch (mention.kind) {
        case MentionKind::phone: {
            const std::vector<std::string> numbers = phone_numbers(text);
            return "phone:" + (numbers.empty() ? letters : numbers.front());
        }
        case MentionKind::email:
            return "email:" + in_a_line(text);
        case MentionKind::postcode:
            return "postcode:" + letters;
        case MentionKind::address:
            return "address:" + in_a_line(text);
        case MentionKind::date_of_birth:
            return "birth:" + in_a_line(text);
        case MentionKind::number_plate:
            return "plate:" + letters;
        default:
            return "number:" + letters;
    }
}

}  // namespace

bool is_thing(std::string_view key) {
    return !key.starts_with("person:") && !key.starts_with("professional:") && !key.starts_with("name:");
}

NamesInFile::Called NamesInFile::gathered(RecordStore& records, const CaseFile& file,
                                          const PeopleKnown& people,
                                          const std::vector<std::string>& workers) {
    Called called;
    std::set<std::string> taken;
    const auto add = [&](PersonNames names) {
        if (!taken.insert(names.key).second) return;
        for (const std::vector<std::string>& list :
             {std::vector<std::string>{names.given_names, names.family_name}, names.known_as,
              names.former_names})
            for (const std::string& name : list)
                for (const std::string& word : name_words(name)) called.by_word[word].insert(names.key);
        called.people.push_back(std::move(names));
    };
    for (const PersonFacts& person : file.people)
        if (const auto record = records.find(RecordType::person, person.id)) {
            PersonNames names = names_and_contacts_of(*record);
            names.part = CasePart::subject;
            for (const std::string& word : name_words(names.family_name)) called.own_family[word] = names.key;
            add(std::move(names));
        }
    for (const Record& relationship : people.relationships()) {
        const auto& other = relationship.value("other");
        const auto record = other ? records.find(RecordType::person, *other) : std::nullopt;
        PersonNames names = record ? names_and_contacts_of(*record) : PersonNames{};
        names.key = key_of_other(relationship);
        names.relation = *relationship.value("kind");
        if (!record) set_name(names, relationship.value("name").value_or(""));
        if (!names.family_name.empty()) add(std::move(names));
    }
    for (const std::string& worker : workers)
        if (const auto record = records.find(RecordType::professional, worker)) {
            PersonNames names;
            names.key = "professional:" + worker;
            names.part = CasePart::staff;
            set_name(names, *record->value("name"));
            add(std::move(names));
        }
    return called;
}

NamesInFile::NamesInFile(RecordStore& records, const CaseFile& file, const PeopleKnown& people,
                         const std::vector<std::string>& workers, const NameKnowledge& knowledge)
    : NamesInFile(gathered(records, file, people, workers), knowledge) {}

NamesInFile::NamesInFile(Called called, const NameKnowledge& knowledge)
    : by_word_(std::move(called.by_word)),
      own_family_(std::move(called.own_family)),
      finder_(std::move(called.people), knowledge) {}

std::vector<std::string> NamesInFile::keys_of(const Mention& mention, std::string_view words) const {
    if (!mention.whom.empty()) return {mention.whom};
    if (mention.kind != MentionKind::name) return {key_of_thing(mention, words)};
    const std::vector<std::string> name = name_words(words);
    // The family name alone is the reader's own, whoever else has it.
    if (!name.empty() && std::all_of(name.begin(), name.end(),
                                     [&](const std::string& word) { return own_family_.contains(word); }))
        return {own_family_.at(name.front())};
    // Of several who may be meant it is all of them: kept back where any of them is.
    std::set<std::string> keys;
    for (const std::string& word : name)
        if (const auto bearers = by_word_.find(word); bearers != by_word_.end())
            keys.insert(bearers->second.begin(), bearers->second.end());
    if (keys.empty()) keys.insert("name:" + in_a_line(words));
    return {keys.begin(), keys.end()};
}

std::vector<NamedSpan> NamesInFile::in(std::string_view text) const {
    std::vector<NamedSpan> spans;
    for (const Mention& mention : finder_.find(text)) {
        if (mention.confidence < likely_mention) continue;
        spans.push_back({{mention.begin, mention.end},
                         keys_of(mention, text.substr(mention.begin, mention.end - mention.begin))});
    }
    return spans;
}

}  // namespace casekeeper
