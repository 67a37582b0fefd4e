// SPDX-License-Identifier: MIT
#include "policy/place_clues.h"

#include <algorithm>

#include "base/folded_letters.h"
#include "policy/address_parts.h"
#include "policy/address_words.h"
#include "policy/phone_numbers.h"
#include "policy/postcode.h"

namespace casekeeper {
namespace {

using Words = AddressPart;

std::string joined(const Words& words) {
    std::string all;
    for (const std::string& word : words) all += word;
    return all;
}

Words slice(const Words& words, std::size_t from, std::size_t to) {
    return {words.begin() + static_cast<long>(from), words.begin() + static_cast<long>(to)};
}

Words operator+(Words one, const Words& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
        if (end > begin) parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

// What is looked for, as it is gathered.
class Clues {
public:
    void add_postcode(const std::string& figures) {
        clues_.codes.push_back({figures, figures.size() - inward_letters});
    }

    // What stands where a postcode should, also with something beside it; of another country, of the forces.
    void add_postcode_field(const std::string& written) {
        const std::string letters = folded_letters(written).letters;
        if (has_shape_of_postcode(with_figures(letters))) return add_postcode(with_figures(letters));
        const PostcodesTaken taken = take_postcodes(written);
        for (const std::string& figures : taken.postcodes) add_postcode(figures);
        const bool has_digit = std::any_of(letters.begin(), letters.end(), is_digit);
        if (taken.postcodes.empty() && letters.size() > 4 && has_digit && !is_number(letters))
            add_words(letters);
    }

    void add_phones(const std::string& text) {
        for (const std::string& digits : phone_numbers(text)) clues_.codes.push_back({digits, 0});
    }

    void add_emails(const std::string& text) {
        for (const std::string& word : split(text, " \t,;<>()\"\r\n")) {
            const std::size_t at = word.find('@');
            if (at != std::string::npos)
                add_email(split(word.substr(0, at), "."), split(word.substr(at + 1), "."));
        }
    }

    // A phrase as it stands, written out, and as short as it may be. One that is no name only as it stands:
    // without its "the", "3 The Close" is found in "3 close friends".
    void add_phrase(const Words& phrase) {
        add_words(joined(phrase));
        if (!is_name(phrase)) return;
        Words out;
        for (const std::string& word : phrase)
            if (!is_filler(word)) out.emplace_back(written_out(word));
        if (out.size() < 2 && phrase.size() > 1) return;
        add_words(joined(out));
        for (std::size_t i = 0; i + 1 < out.size(); ++i) out[i] = written_short(out[i]);
        add_words(joined(out));
        if (!out.empty()) out.back() = written_short(out.back());
        add_words(joined(out));
    }

    void add_words(std::string letters) {
        if (letters.size() > PlaceClues::longest_words) letters.resize(PlaceClues::longest_words);
        if (letters.size() > 1) clues_.words.push_back(std::move(letters));
    }

    PlaceClues done() && {
        std::sort(clues_.words.begin(), clues_.words.end());
        clues_.words.erase(std::unique(clues_.words.begin(), clues_.words.end()), clues_.words.end());
        return std::move(clues_);
    }

private:
    void add_email(const Words& local, const Words& domain) {
        if (local.empty() || domain.empty()) return;
        const auto said = [](const Words& labels, const char* between) {
            std::string all;
            for (const std::string& label : labels)
                all += (all.empty() ? "" : between) + folded_letters(label).letters;
            return all;
        };
        add_words(said(local, "") + said(domain, ""));
        add_words(said(local, "") + "at" + said(domain, ""));
        add_words(said(local, "") + "at" + said(domain, "dot"));
        add_words(said(local, "dot") + "at" + said(domain, "dot"));
    }

    PlaceClues clues_;
};

// What the parts of an address give away.
class AddressClues {
public:
    AddressClues(const AddressParts& address, Clues& clues) : address_(address), clues_(clues) {}

    void add() {
        for (const std::string& postcode : address_.postcodes) clues_.add_postcode(postcode);
        for (std::size_t i = 0; i < address_.own; ++i) {
            add_numbered(address_.parts[i]);
            add_house_name(i);
            add_with_next(i);
        }
    }

private:
    // "Flat 2 12 Elm Road" -> 2 12 Elm Road, 12 Elm Road; "12-14 Elm Road" -> 12 14, 14 and 12 Elm Road.
    void add_numbered(const Words& part) {
        for (std::size_t begin = 0; begin < part.size(); ++begin) {
            if (!is_number(part[begin])) continue;
            std::size_t end = begin;
            while (end < part.size() && (is_number(part[end]) || part[end].size() == 1 || part[end] == "to"))
                ++end;
            const bool of_flat =
                begin > 0 && is_part_of_building(part[begin - 1]) && part[begin - 1].size() > 1;
            if (end == part.size())
                add_number_behind(part, begin);
            else
                add_numbers(slice(part, begin, end), slice(part, end, part.size()), of_flat);
            begin = end;
        }
    }

    // The first of several numbers may be the flat's.
    void add_numbers(const Words& numbers, const Words& street, bool first_is_of_flat) {
        if (!is_name(street) && !is_street_word(street.back())) return;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (!is_number(numbers[i])) continue;
            clues_.add_phrase(slice(numbers, i, numbers.size()) + street);
            const bool is_last =
                std::none_of(numbers.begin() + static_cast<long>(i) + 1, numbers.end(), is_number);
            if (!first_is_of_flat || i > 0 || is_last) add_number(numbers[i], street);
        }
    }

    void add_number(const std::string& number, const Words& street) {
        clues_.add_phrase(Words{number} + street);
        const Words said = number_in_words(number);
        if (!said.empty()) clues_.add_phrase(said + street);
        if (!is_name(street)) return;
        Words turned;
        for (const std::string& word : street) turned.emplace_back(written_out(word));
        for (const Words& before : {Words{}, Words{"no"}, Words{"number"}})
            for (const Words& way : {street, turned}) clues_.add_words(joined(way + before + Words{number}));
    }

    // "Elm Road 12".
    void add_number_behind(const Words& part, std::size_t at) {
        const Words street = slice(part, 0, at);
        if (!street.empty() && is_street(street)) add_number(part[at], street);
    }

    bool is_last_own(std::size_t i) const { return i + 1 >= address_.own; }

    void add_house_name(std::size_t i) {
        const Words name = without_flat(address_.parts[i]);
        if (name.size() < 2 || std::all_of(name.begin(), name.end(), is_anybodys_word)) return;
        const bool is_road = is_street(address_.parts[i]);
        const bool is_house = is_house_word(name.back()) && (!is_road || !is_last_own(i));
        const bool is_called_so = name.front() == "the" && !is_road && !is_last_own(i);
        if (is_house || is_called_so) clues_.add_phrase(name);
    }

    // The part, and its street without the number, with what follows. A county tells nothing more of a town.
    void add_with_next(std::size_t i) {
        if (i + 1 >= address_.parts.size()) return;
        const Words& part = address_.parts[i];
        const Words& next = address_.parts[i + 1];
        const bool is_place = is_numbered(part) || is_street(part) || is_house_word(part.back());
        if (is_county(next) && !is_place) return;
        clues_.add_phrase(part + next);
        const Words name = without_flat(part);
        if (!name.empty() && name.size() < part.size()) clues_.add_phrase(name + next);
        if (!name.empty() || is_last_own(i)) return;
        // "Flat 2", "Rose House": also 2 Rose House.
        const auto number = std::find_if(part.rbegin(), part.rend(), is_number);
        if (number != part.rend()) clues_.add_phrase(Words(number.base() - 1, part.end()) + next);
    }

    const AddressParts& address_;
    Clues& clues_;
};

// The words of a contact that is a school, a placement, an account somewhere.
void add_name(const Words& name, Clues& clues) {
    if (is_county(name) || std::all_of(name.begin(), name.end(), is_anybodys_word)) return;
    clues.add_phrase(name);
    const std::size_t article = name.front() == "the" ? 1 : 0;
    if (is_school_word(name.back()) && name.size() - article > 2)
        clues.add_phrase(slice(name, article, name.size() - 1));
}

}  // namespace

PlaceClues clues_of_address(const std::vector<std::string>& lines, const std::string& postcode) {
    Clues clues;
    clues.add_postcode_field(postcode);
    for (const std::string& line : lines) {
        clues.add_emails(line);
        clues.add_phones(line);
    }
    const AddressParts address = address_parts(lines);
    AddressClues(address, clues).add();
    return std::move(clues).done();
}

PlaceClues clues_of_contact(const std::string& value) {
    Clues clues;
    clues.add_emails(value);
    clues.add_phones(value);
    const AddressParts address = address_parts({value});
    AddressClues(address, clues).add();
    if (!address.parts.empty()) add_name(address.parts.front(), clues);
    return std::move(clues).done();
}

std::string house_of(const std::vector<std::string>& lines, const std::string& postcode) {
    const AddressParts address = address_parts(lines);
    if (!address.is_one_house()) return {};
    const std::string code = with_figures(folded_letters(postcode).letters);
    const std::size_t compared = has_shape_of_postcode(code) ? address.own : address.parts.size();
    std::string house;
    for (std::size_t i = 0; i < compared; ++i)
        for (const std::string& word : address.parts[i])
            if (!is_filler(word)) house.append(written_out(word)).append(" ");
    return house + "/" + code;
}

ContactKind kind_of_contact(const std::string& kind, const std::string& value) {
    const std::string called = folded_letters(kind).letters;
    const auto is_called = [&](std::initializer_list<const char*> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const char* word) { return called.find(word) != std::string::npos; });
    };
    const bool has_at = value.find('@') != std::string::npos && value.find('.') != std::string::npos;
    if (has_at || is_called({"email"})) return ContactKind::email;
    const std::string letters = folded_letters(value).letters;
    const auto digits = std::count_if(letters.begin(), letters.end(), is_digit);
    const bool is_phone = is_called({"phone", "mobile", "landline", "tel", "fax"}) && digits > 4;
    return is_phone || (digits > 6 && is_number(letters)) ? ContactKind::phone : ContactKind::place;
}

}  // namespace casekeeper
