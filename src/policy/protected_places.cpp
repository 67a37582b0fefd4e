// SPDX-License-Identifier: MIT
#include "policy/protected_places.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/escaped_text.h"
#include "base/folded_letters.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "policy/address_words.h"
#include "policy/postcode.h"

namespace casekeeper {
namespace {

struct RecordedPlace {
    ProtectedPlace place;
    bool is_protected = false;
};

// The objects of a list that a field of a row holds.
std::vector<std::string> items_of(const Record& person, const char* field) {
    const std::optional<std::string>& list = person.value(field);
    return list ? json_items_at(JsonObject().raw_or_null("items", list).json(), "items")
                : std::vector<std::string>();
}

// Somebody's name as the first line of their address says nothing of where it is.
bool is_name_of(const Record& person, const std::string& line) {
    std::vector<std::string> names;
    for (const char* field : {"family_name", "given_names"})
        for (const std::string& word : folded_letters(person.value(field).value_or("")).words())
            names.push_back(word);
    const std::vector<std::string> words = folded_letters(line).words();
    return words.size() > 1 && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
               return std::find(names.begin(), names.end(), word) != names.end();
           });
}

RecordedPlace recorded_address(const Record& person, const std::string& json, std::size_t number) {
    RecordedPlace one;
    one.place.person = person.key();
    one.place.key = "place:" + person.key() + "/address/" + std::to_string(number);
    for (std::string& line : json_texts_at(json, "lines"))
        if (!is_name_of(person, line)) one.place.lines.push_back(std::move(line));
    one.place.postcode = json_text_at(json, "postcode");
    one.place.kind = one.place.lines.empty() ? "postcode" : "address";
    one.place.from = parse_date(json_text_at(json, "from"));
    one.place.to = parse_date(json_text_at(json, "to"));
    one.place.protected_from = json_texts_at(json, "protected_from");
    one.is_protected = json_value_at(json, "protected") == "true" || !one.place.protected_from.empty();
    return one;
}

RecordedPlace recorded_contact(const Record& person, const std::string& json, std::size_t number) {
    static constexpr const char* kinds[] = {"email", "phone", "place"};
    RecordedPlace one;
    one.place.person = person.key();
    one.place.key = "place:" + person.key() + "/contact/" + std::to_string(number);
    one.place.value = json_text_at(json, "value");
    const ContactKind kind = kind_of_contact(json_text_at(json, "kind"), one.place.value);
    one.place.kind = kinds[static_cast<std::size_t>(kind)];
    one.is_protected = json_value_at(json, "protected") == "true";
    return one;
}

std::vector<RecordedPlace> recorded_places(const Record& person) {
    std::vector<RecordedPlace> places;
    const std::vector<std::string> addresses = items_of(person, "addresses");
    for (std::size_t i = 0; i < addresses.size(); ++i)
        places.push_back(recorded_address(person, addresses[i], i));
    const std::vector<std::string> contacts = items_of(person, "contacts");
    for (std::size_t i = 0; i < contacts.size(); ++i)
        places.push_back(recorded_contact(person, contacts[i], i));
    return places;
}

std::string as_recorded(const ProtectedPlace& place) {
    std::string text = place.value;
    for (const std::string& line : place.lines) text += line + "\n";
    return text + place.postcode;
}

bool holds(const std::vector<std::string>& people, const std::string& person) {
    return std::find(people.begin(), people.end(), person) != people.end();
}

bool is_now(const ProtectedPlace& place, Date day) {
    return (!place.from || *place.from <= day) && (!place.to || *place.to >= day);
}

bool lives_at(const PlaceReader& reader, const ProtectedPlace& place, Date day) {
    const std::string house = house_of(place.lines, place.postcode);
    return !house.empty() &&
           std::any_of(reader.places.begin(), reader.places.end(), [&](const ProtectedPlace& own) {
               return is_now(own, day) && house_of(own.lines, own.postcode) == house;
           });
}

}  // namespace

std::vector<ProtectedPlace> protected_places_of(const Record& person) {
    std::vector<ProtectedPlace> places;
    for (RecordedPlace& one : recorded_places(person))
        if (one.is_protected) places.push_back(std::move(one.place));
    return places;
}

std::vector<ProtectedPlace> places_of(const Record& person) {
    std::vector<ProtectedPlace> places;
    for (RecordedPlace& one : recorded_places(person)) places.push_back(std::move(one.place));
    return places;
}

bool may_be_shown_to(const ProtectedPlace& place, const PlaceReader& reader, Date day) {
    if (reader.capacity != Capacity::self) return false;
    for (const std::string& person : reader.people)
        if (holds(place.protected_from, person)) return false;
    if (holds(reader.people, place.person)) return is_now(place, day);
    return lives_at(reader, place, day);
}

PlaceSearch::PlaceSearch(const std::vector<ProtectedPlace>& places) {
    std::map<std::string, std::vector<std::uint32_t>> words;
    std::map<std::string, std::vector<std::uint32_t>> codes;
    std::map<std::string, std::size_t> outward;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        const ProtectedPlace& place = places[i];
        const PlaceClues clues = place.value.empty() ? clues_of_address(place.lines, place.postcode)
                                                     : clues_of_contact(place.value);
        for (const std::string& word : clues.words) words[word].push_back(i);
        for (const PlaceClues::Code& code : clues.codes) {
            codes[code.letters].push_back(i);
            const auto [known, is_new] = outward.emplace(code.letters, code.outward);
            if (!is_new) known->second = std::min(known->second, code.outward);
        }
    }
    const auto index = [](auto& owners_of, Owners& owners) {
        std::vector<std::string> all;
        for (auto& [word, its] : owners_of) {
            all.push_back(word);
            owners.push_back(std::move(its));
        }
        return PrefixIndex(std::move(all));
    };
    words_ = index(words, places_of_words_);
    codes_ = index(codes, places_of_codes_);
    for (const auto& [code, size] : outward) outward_.push_back(size);
    set_beyond_search(places);
}

// Many may share one: a school's name is searched once.
void PlaceSearch::set_beyond_search(const std::vector<ProtectedPlace>& places) {
    std::map<std::string, std::vector<std::size_t>> recorded;
    for (std::size_t i = 0; i < places.size(); ++i) recorded[as_recorded(places[i])].push_back(i);
    for (const auto& [text, of] : recorded) {
        const std::vector<std::size_t> found = found_in(text);
        std::set_difference(of.begin(), of.end(), found.begin(), found.end(),
                            std::back_inserter(beyond_search_));
    }
    std::sort(beyond_search_.begin(), beyond_search_.end());
}

// One search: what was found so far.
class PlaceSearch::Reading {
public:
    explicit Reading(const PlaceSearch& search) : search_(search) {}

    void read(std::string_view text) {
        const FoldedLetters folded = folded_letters(text);
        steps_ += text.size();
        look_for_words(folded);
        look_for_words(written_out(folded));
        look_for_codes(folded);
    }

    Found found() && {
        Found all;
        for (const std::size_t word : words_) add(search_.places_of_words_[word], all);
        for (const std::size_t code : codes_) add(search_.places_of_codes_[code], all);
        std::sort(all.places.begin(), all.places.end());
        all.places.erase(std::unique(all.places.begin(), all.places.end()), all.places.end());
        all.steps += steps_;
        return all;
    }

private:
    static void add(const std::vector<std::uint32_t>& places, Found& all) {
        all.places.insert(all.places.end(), places.begin(), places.end());
        all.steps += places.size();
    }

    void look_for_words(const FoldedLetters& text) {
        const std::string_view letters = text.letters;
        for (std::size_t at = 0; at < letters.size(); ++at) {
            ++steps_;
            if (!text.is_edge(at)) continue;
            steps_ += search_.words_.each_beginning(letters.substr(at), [&](std::size_t word) {
                const std::size_t size = search_.words_.words()[word].size();
                if (text.is_edge(at + size) || size == PlaceClues::longest_words) words_.insert(word);
            });
        }
    }

    void look_for_codes(const FoldedLetters& text) {
        const std::string figures = with_figures(text.letters);
        const std::string_view letters = figures;
        for (std::size_t at = 0; at < letters.size(); ++at) {
            ++steps_;
            steps_ += search_.codes_.each_beginning(letters.substr(at), [&](std::size_t code) {
                const std::size_t size = search_.codes_.words()[code].size();
                steps_ += size;
                const std::size_t outward = search_.outward_[code];
                if (outward == 0 ? is_phone(text, at, size) : is_postcode(text, at, size, outward))
                    codes_.insert(code);
            });
        }
    }

    static std::size_t digits_in(const FoldedLetters& text, std::size_t at, std::size_t size) {
        const auto begin = text.letters.begin() + static_cast<long>(at);
        return static_cast<std::size_t>(std::count_if(begin, begin + static_cast<long>(size),
                                                      [](char c) { return c >= '0' && c <= '9'; }));
    }

    static bool is_phone(const FoldedLetters& text, std::size_t at, std::size_t size) {
        return digits_in(text, at, size) * 2 >= size;
    }

    static bool is_postcode(const FoldedLetters& text, std::size_t at, std::size_t size,
                            std::size_t outward) {
        std::size_t partings = 0;
        bool all_capital = true;
        for (std::size_t i = at; i < at + size; ++i) {
            if (i > at && (text.marks[i] & FoldedLetters::apart) != 0) ++partings;
            all_capital = all_capital && (text.marks[i] & FoldedLetters::capital) != 0;
        }
        const bool between_edges = text.is_edge(at) && text.is_edge(at + size);
        if (partings > 0 && !between_edges) return false;
        const std::size_t digits = digits_in(text, at, size);
        if (digits == size) return false;
        if (digits > 0) return true;
        const bool halved = partings == 1 && (text.marks[at + outward] & FoldedLetters::apart) != 0;
        return halved || (partings == 0 && between_edges && all_capital);
    }

    const PlaceSearch& search_;
    std::unordered_set<std::size_t> words_;
    std::unordered_set<std::size_t> codes_;
    std::size_t steps_ = 0;
};

PlaceSearch::Found PlaceSearch::search(std::string_view text) const {
    Reading reading(*this);
    reading.read(text);
    if (text.find_first_of("%=&\\<") != std::string_view::npos)
        if (const std::string plain = without_escapes(text); plain != text) reading.read(plain);
    return std::move(reading).found();
}

}  // namespace casekeeper
