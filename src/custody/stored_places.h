// SPDX-License-Identifier: MIT
//
// Every protected place in the store, ready to be looked for in what is about to leave. In doubt whose place a
// text gives away, it is found: somebody else's row may be the only one that says the address is secret.
#pragma once

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "policy/protected_places.h"
#include "policy/redaction.h"
#include "store/database.h"

namespace casekeeper {

// A protected place that cannot be read: nothing can be searched for it, so nothing can be reviewed.
struct UnreadablePlaces : std::invalid_argument {
    explicit UnreadablePlaces(const std::string& of)
        : std::invalid_argument("person " + of + ": their addresses and contacts cannot be read"),
          person(of) {}
    std::string person;  // in whose record
};

// Whoever reads, with every place that their own records say they live at. `people`: the ids of all records of
// this one human being; empty: somebody who is not in the store.
PlaceReader reader_at_home(Database& database, Capacity capacity, const std::vector<std::string>& people);

class StoredPlaces {
public:
    // UnreadablePlaces.
    explicit StoredPlaces(Database& database);

    // Those that a text gives away to a reader who may not learn them, in the order of the store.
    std::vector<const ProtectedPlace*> found_in(std::string_view text, const PlaceReader& reader,
                                                Date day) const;
    // Their keys.
    std::vector<std::string> given_away(std::string_view text, const PlaceReader& reader, Date day) const;
    // Where a text gives away the places of these keys.
    std::vector<TextSpan> where(std::string_view text, const std::vector<std::string>& keys) const;
    // Keys of those of some people for which nothing can be searched.
    std::vector<std::string> beyond_search(const std::set<std::string>& people) const;

private:
    void add(const Record& person);

    std::vector<ProtectedPlace> places_;
    std::unique_ptr<PlaceSearch> search_;
};

}  // namespace casekeeper
