// SPDX-License-Identifier: MIT
//
// Protected places: addresses, schools, placements, telephone numbers and e-mail addresses that somebody must
// not learn of. A place is protected where its record says `protected`, or names whom it is protected from;
// it stays so when it has ended, for others may live there. Which texts give one away is found by what
// policy/place_clues.h lists, in any spelling, and within longer runs such as the names of files and links:
//
//   a postcode with anything between its letters is found between edges of words: "S.W.1.A 1-A-A", not
//   "SW1A 1AAB"; one in a single run wherever it stands: "reportSW1A1AA2.pdf". O is 0, I and L are 1, though
//   a word without any figure ("called" is CA1 1ED) only as "SWIA IAA" or in capitals.
//   a telephone number's digits are found wherever they stand, whatever lies between; anything else between
//   edges of words, among which a change of case or from letters to digits counts.
//
// Texts are read as they are and once more without their escapes. In doubt a place is found rather than
// missed: whoever finds one asks a person. What no spelling says is not found: a map's co-ordinates, "two
// doors from the church", a picture.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/prefix_index.h"
#include "domain/record_format.h"
#include "policy/place_clues.h"
#include "policy/who_may_ask.h"

namespace casekeeper {

struct ProtectedPlace {
    std::string person;  // in whose record it stands
    std::string kind;    // address, postcode (nothing else is known), phone, email, place
    std::string key;     // "place:P2/address/0", "place:P2/contact/1": the how-manieth of the record
    std::vector<std::string> lines;  // of an address, as recorded but for the person's own name
    std::string postcode;
    std::string value;                        // of a contact
    std::vector<std::string> protected_from;  // people; empty: everybody else
    std::optional<Date> from, to;             // of an address, both included
};

// The protected places of a person's record, addresses before contacts. REQUIRES: a person.
std::vector<ProtectedPlace> protected_places_of(const Record& person);
// All its addresses and contacts, protected or not: what a reader's own record says of where they live.
std::vector<ProtectedPlace> places_of(const Record& person);

// Who would read the text or open the envelope.
struct PlaceReader {
    Capacity capacity = Capacity::other;
    std::vector<std::string> people;     // the ids of all records of this one human being
    std::vector<ProtectedPlace> places;  // places_of() each of them
};

// Only whoever lives there on the day, asking for themselves: in whose record it stands, or whose own record
// has the same address (house and street, not the postcode alone) begun by the day and not ended before it.
// A contact only for the person it is recorded of. No capacity but self: a parent who asks for the child may
// be whom the child was brought away from. `protected_from` never opens a place: that somebody is not listed
// does not say that they may know, and what they are told can be passed on; whom it lists does not see it even
// where their own record still has it. Anything else is for two people to decide.
bool may_be_shown_to(const ProtectedPlace& place, const PlaceReader& reader, Date day);

// Finds which of many places a text gives away, in one pass however many they are. Not changed once made: any
// number of threads may search.
class PlaceSearch {
public:
    explicit PlaceSearch(const std::vector<ProtectedPlace>& places);

    // Indexes of the places, ascending, each once. `text` should be UTF-8; what is none is searched too.
    std::vector<std::size_t> found_in(std::string_view text) const { return search(text).places; }

    struct Found {
        std::vector<std::size_t> places;
        std::size_t steps = 0;  // letters read and compared: grows with the text, hardly with the places
    };
    Found search(std::string_view text) const;

    // Places that are not found even in what is recorded of them (a lone town, a number of four digits),
    // ascending: a person must look for these.
    const std::vector<std::size_t>& beyond_search() const { return beyond_search_; }

private:
    class Reading;
    void set_beyond_search(const std::vector<ProtectedPlace>& places);
    using Owners = std::vector<std::vector<std::uint32_t>>;  // the places, for each of an index's words

    PrefixIndex words_{{}};
    Owners places_of_words_;
    PrefixIndex codes_{{}};
    Owners places_of_codes_;
    std::vector<std::size_t> outward_;  // as PlaceClues::Code says, for each of the codes
    std::vector<std::size_t> beyond_search_;
};

}  // namespace casekeeper
