// SPDX-License-Identifier: MIT
#include "policy/address_parts.h"

#include <algorithm>

#include "base/folded_letters.h"
#include "policy/address_words.h"
#include "policy/postcode.h"

namespace casekeeper {
namespace {

using Words = AddressPart;

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// "1st", one word.
bool is_ordinal(const std::string& word) {
    return word.size() > 2 && is_number(word.substr(0, word.size() - 2)) &&
           is_one_of(word.substr(word.size() - 2), {"st", "nd", "rd", "th"});
}

// Figures and letters are words of their own, "1st" is not two: "12 St Johns Road" is no "12st".
Words words_of(const std::string& text) {
    Words words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const FoldedLetters folded = folded_letters(text.substr(begin, end - begin));
        if (is_ordinal(folded.letters))
            words.push_back(folded.letters);
        else
            for (std::string& word : folded.words()) words.push_back(std::move(word));
        begin = end + 1;
    }
    return words;
}

bool says_which_flat(const std::string& word) {
    return is_number(word) || is_part_of_building(word) || is_ordinal(word);
}

bool is_within_building(const Words& part) {
    return std::all_of(part.begin(), part.end(), says_which_flat);
}

// Care of somebody: whom is left out, where stays.
Words without_people(Words words) {
    const bool is_care = words.size() > 2 &&
                         ((words[0] == "c" && words[1] == "o") || (words[0] == "care" && words[1] == "of"));
    const bool is_titled = words.size() > 1 && is_one_of(words[0], {"mr", "mrs", "ms", "miss", "mx"});
    if (!is_care && !is_titled) return words;
    const auto number = std::find_if(words.begin(), words.end(), is_number);
    if (number != words.end()) return {number, words.end()};
    if (!is_house_word(words.back()) && !is_street_word(words.back())) return {};
    if (is_care) words.erase(words.begin(), words.begin() + 2);
    return words;
}

std::vector<std::string> between_commas(const std::string& line) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = std::min(line.find_first_of(",;\r\n\t|", begin), line.size());
        parts.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

// "12" and "Elm Road" on lines of their own.
void join_numbers(std::vector<Words>& parts) {
    const auto is_alone = [](const std::string& word) { return is_number(word) || word.size() == 1; };
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        if (!is_number(parts[i].front()) || is_numbered(parts[i + 1]) ||
            !std::all_of(parts[i].begin(), parts[i].end(), is_alone))
            continue;
        parts[i].insert(parts[i].end(), parts[i + 1].begin(), parts[i + 1].end());
        parts.erase(parts.begin() + static_cast<long>(i) + 1);
    }
}

// "Flat 2 Rose House", "Elm Court": where the street follows, or may.
bool may_be_house(const std::vector<Words>& parts, std::size_t i) {
    if (!is_house_word(parts[i].back())) return false;
    if (!is_street(parts[i])) return says_which_flat(parts[i].front()) && !is_number(parts[i].front());
    return i + 1 < parts.size() && (is_numbered(parts[i + 1]) || is_street(parts[i + 1]));
}

// A numbered house or a street ends what is the place's own; before it stand the names of houses.
std::size_t last_own(const std::vector<Words>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (is_numbered(parts[i]) && !may_be_house(parts, i)) return i;
    std::size_t last = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (is_street(parts[i]) && !may_be_house(parts, i)) return i;
        if (is_within_building(parts[i]) || is_house_word(parts[i].back()))
            last = i;
        else if (i > 0)
            return last;
    }
    return last;
}

}  // namespace

AddressParts address_parts(const std::vector<std::string>& lines) {
    AddressParts address;
    for (const std::string& line : lines)
        for (const std::string& part : between_commas(line)) {
            PostcodesTaken taken = take_postcodes(part);
            std::move(taken.postcodes.begin(), taken.postcodes.end(), std::back_inserter(address.postcodes));
            if (Words words = without_people(words_of(taken.rest)); !words.empty())
                address.parts.push_back(std::move(words));
        }
    join_numbers(address.parts);
    if (!address.parts.empty()) address.own = last_own(address.parts) + 1;
    return address;
}

bool AddressParts::is_one_house() const {
    return std::any_of(parts.begin(), parts.begin() + static_cast<long>(own), [](const AddressPart& part) {
        return is_numbered(part) || (is_house_word(part.back()) && !is_street(part));
    });
}

bool is_name(const AddressPart& words) {
    std::size_t telling = 0;
    bool only_street = true;
    for (const std::string& word : words) {
        if (is_number(word) || is_part_of_building(word) || is_filler(word)) continue;
        ++telling;
        only_street = only_street && is_street_word(word);
    }
    return telling > 1 || (telling == 1 && !only_street);
}

bool is_numbered(const AddressPart& part) {
    const auto number = std::find_if(part.begin(), part.end(), is_number);
    if (number == part.end()) return false;
    const Words rest(number + 1, part.end());
    return is_name(rest) || std::any_of(rest.begin(), rest.end(), is_street_word);
}

bool is_street(const AddressPart& part) {
    const bool has_side = part.size() > 2 && is_one_of(part.back(), {"north", "south", "east", "west"});
    return part.size() > 1 && is_street_word(has_side ? part[part.size() - 2] : part.back());
}

AddressPart without_flat(const AddressPart& part) {
    auto begin = part.begin();
    while (begin != part.end() &&
           (is_number(*begin) || is_part_of_building(*begin) ||
            (is_ordinal(*begin) && begin + 1 != part.end() && is_part_of_building(begin[1]))))
        ++begin;
    return {begin, part.end()};
}

}  // namespace casekeeper
