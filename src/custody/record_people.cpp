// SPDX-License-Identifier: MIT
#include "custody/record_people.h"

#include <set>

#include "base/json_read.h"
#include "custody/person_names.h"
#include "store/fact_store.h"
#include "store/people_beside_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr std::string_view person_prefix = "person:";
constexpr std::string_view name_prefix = "name:";

class Gathering {
public:
    Gathering(Database& database, const std::vector<std::string>& people)
        : records_(database), beside_(database), people_(people) {}

    RecordPeople run(std::set<std::string> known) {
        result_.known_ids = std::move(known);
        result_.own_ids = people_;
        for (const std::string& person : people_) read_own(person);
        for (const std::string& written : written_) take(written);
        for (const std::string& own : people_) result_.known_ids.erase(own);
        for (const std::string& id : result_.known_ids)
            if (const auto record = records_.find(RecordType::person, id))
                result_.known.push_back(names_of(*record));
        return std::move(result_);
    }

private:
    void read_own(const std::string& person) {
        if (const auto record = records_.find(RecordType::person, person))
            result_.own.push_back(names_of(*record));
        for (std::string& name : beside_.names(person)) result_.known_names.push_back(std::move(name));
        for (const PeopleBesideStore::InEntry& entry : beside_.in_entries(person)) {
            for (const std::string* list : {&entry.present, &entry.addressed_to})
                for (std::string& one : json_texts(list->empty() ? "[]" : *list)) write(std::move(one));
            write(entry.decided_by);
            if (!entry.provided_by.empty()) say(entry.provided_by);
            if (!entry.mentions.empty())
                for (const std::string& mention : json_items_at("{\"all\":" + entry.mentions + "}", "all"))
                    say(mention);
        }
    }

    void write(std::string one) {
        if (!one.empty()) written_.insert(std::move(one));
    }
    void say(const std::string& object) {
        if (const std::string id = json_text_at(object, "person"); !id.empty()) result_.known_ids.insert(id);
        write(json_text_at(object, "name"));
    }

    // A person by id, else a name.
    void take(std::string_view written) {
        if (written.starts_with(person_prefix)) written.remove_prefix(person_prefix.size());
        if (written.starts_with(name_prefix)) written.remove_prefix(name_prefix.size());
        std::string one(written);
        if (records_.has_person(one))
            result_.known_ids.insert(std::move(one));
        else
            result_.known_names.push_back(std::move(one));
    }

    RecordStore records_;
    PeopleBesideStore beside_;
    const std::vector<std::string>& people_;
    std::set<std::string> written_;
    RecordPeople result_;
};

}  // namespace

std::set<std::string> people_beside(Database& database, const std::vector<std::string>& people) {
    FactStore facts(database);
    PeopleBesideStore beside(database);
    std::set<std::string> known;
    const auto add = [&](const std::vector<std::string>& more) { known.insert(more.begin(), more.end()); };
    for (const std::string& person : people) {
        add(beside.people(person));
        for (const std::string& one : facts.adoption_links_of(person)) {
            add({one});
            add(beside.people(one));
        }
    }
    for (const std::string& one : std::set(known)) add(facts.adoption_links_of(one));
    for (const std::string& one : std::set(known)) add(facts.records_of(one));
    return known;
}

RecordPeople people_of_record(Database& database, const std::vector<std::string>& people) {
    return Gathering(database, people).run(people_beside(database, people));
}

}  // namespace casekeeper
