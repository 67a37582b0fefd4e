// SPDX-License-Identifier: MIT
#include "policy/words_that_tell.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/folded_letters.h"
#include "base/json_read.h"

namespace casekeeper {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t least_letters = 2;          // of a word of a name
constexpr std::size_t least_letters_of_code = 5;  // of a number or a home

// Does it stand in the text as a whole, however either is parted and written?
bool stands_in(const FoldedLetters& text, const std::string& folded) {
    if (folded.empty()) return false;
    for (std::size_t at = text.letters.find(folded); at != std::string::npos;
         at = text.letters.find(folded, at + 1))
        if (text.is_edge(at) && text.is_edge(at + folded.size())) return true;
    return false;
}

// A day as people write it: ISO, 4/5/2012, 04.05.2012, 4 May 2012. Folded, what parts the numbers is gone.
Texts ways_to_write(Date day) {
    const std::string iso = to_text(day);
    const std::string year = iso.substr(0, 4);
    const std::string month = iso.substr(5, 2);
    const std::string of_month = iso.substr(8, 2);
    const auto short_form = [](const std::string& number) {
        return number.front() == '0' ? number.substr(1) : number;
    };
    return {iso,
            of_month + "/" + month + "/" + year,
            short_form(of_month) + "/" + short_form(month) + "/" + year,
            of_month + "/" + month + "/" + year.substr(2),
            short_form(of_month) + "/" + short_form(month) + "/" + year.substr(2),
            to_words(day)};
}

Texts names_of(const Record& person) {
    Texts names;
    for (const char* field : {"family_name", "given_names"})
        if (person.value(field)) names.push_back(*person.value(field));
    for (const char* field : {"known_as", "former_names"})
        for (std::string& name : json_texts_within(person.value(field).value_or("[]")))
            names.push_back(std::move(name));
    return names;
}

bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Numbers, the first line and the postcode of every address, telephones and mail.
Texts codes_of(const Record& person) {
    Texts codes;
    for (const char* field : {"identifiers", "contacts"})
        for (std::string& text : json_texts_within(person.value(field).value_or("[]")))
            if (has_digit(text) || text.find('@') != std::string::npos) codes.push_back(std::move(text));
    for (const std::string& address :
         json_items_at("{\"all\":" + person.value("addresses").value_or("[]") + "}", "all")) {
        const Texts lines = json_texts_at(address, "lines");
        if (!lines.empty()) codes.push_back(lines.front());
        codes.push_back(json_text_at(address, "postcode"));
    }
    return codes;
}

bool tells_of_one(const FoldedLetters& text, const Record& person) {
    for (const std::string& name : names_of(person))
        for (const std::string& word : folded_letters(name).words())
            if (word.size() >= least_letters && stands_in(text, word)) return true;
    for (const std::string& code : codes_of(person)) {
        const std::string folded = folded_letters(code).letters;
        if (folded.size() >= least_letters_of_code && stands_in(text, folded)) return true;
    }
    for (const char* field : {"date_of_birth", "expected_date_of_birth"})
        if (const std::optional<Date> born = parse_date(person.value(field).value_or("")))
            for (const std::string& written : ways_to_write(*born))
                if (stands_in(text, folded_letters(written).letters)) return true;
    return false;
}

}  // namespace

bool tells_of(std::string_view text, const std::vector<Record>& people) {
    const FoldedLetters folded = folded_letters(text);
    return std::any_of(people.begin(), people.end(),
                       [&](const Record& person) { return tells_of_one(folded, person); });
}

bool has_any_of(std::string_view text, const std::vector<std::string>& names) {
    const FoldedLetters folded = folded_letters(text);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        const std::string letters = folded_letters(name).letters;
        return letters.size() >= least_letters && stands_in(folded, letters);
    });
}

}  // namespace casekeeper
