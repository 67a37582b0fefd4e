// SPDX-License-Identifier: MIT
#include "custody/stored_places.h"

#include <algorithm>

#include "store/record_store.h"

namespace casekeeper {

PlaceReader reader_at_home(Database& database, Capacity capacity, const std::vector<std::string>& people) {
    PlaceReader reader{capacity, people, {}};
    RecordStore records(database);
    for (const std::string& person : people)
        if (const auto record = records.find(RecordType::person, person))
            for (ProtectedPlace& place : places_of(*record)) reader.places.push_back(std::move(place));
    return reader;
}

StoredPlaces::StoredPlaces(Database& database) {
    for (const Record& person : RecordStore(database).people_with_protected_places()) add(person);
    search_ = std::make_unique<PlaceSearch>(places_);
}

void StoredPlaces::add(const Record& person) {
    try {
        for (ProtectedPlace& place : protected_places_of(person)) places_.push_back(std::move(place));
    } catch (const std::invalid_argument&) {  // what it says may be somebody's words
        throw UnreadablePlaces(person.key());
    }
}

std::vector<const ProtectedPlace*> StoredPlaces::found_in(std::string_view text, const PlaceReader& reader,
                                                          Date day) const {
    std::vector<const ProtectedPlace*> found;
    for (const std::size_t place : search_->found_in(text))
        if (!may_be_shown_to(places_[place], reader, day)) found.push_back(&places_[place]);
    return found;
}

std::vector<std::string> StoredPlaces::given_away(std::string_view text, const PlaceReader& reader,
                                                  Date day) const {
    std::vector<std::string> keys;
    for (const ProtectedPlace* place : found_in(text, reader, day)) keys.push_back(place->key);
    return keys;
}

std::vector<TextSpan> StoredPlaces::where(std::string_view text, const std::vector<std::string>& keys) const {
    std::vector<std::size_t> wanted;
    for (std::size_t place = 0; place < places_.size(); ++place)
        if (std::find(keys.begin(), keys.end(), places_[place].key) != keys.end()) wanted.push_back(place);
    return where_given_away(text, *search_, wanted);
}

std::vector<std::string> StoredPlaces::beyond_search(const std::set<std::string>& people) const {
    std::vector<std::string> keys;
    for (const std::size_t place : search_->beyond_search())
        if (people.contains(places_[place].person)) keys.push_back(places_[place].key);
    return keys;
}

}  // namespace casekeeper
