// SPDX-License-Identifier: MIT
#include "policy/place_clues.h"

#include <algorithm>

#include "base/folded_letters.h"
#include "policy/address_words.h"

namespace casekeeper {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t inward = 3;           // letters of a postcode's second half
constexpr std::size_t fewest_digits = 7;    // of a telephone number
constexpr std::size_t most_digits = 15;     // E.164
constexpr std::size_t longest_country = 3;  // digits of a country's code

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

// Do the words tell a street or a house from others? "12 Elm Road", "Park Road"; not "3 The Close", "Flat 2".
bool is_name(const Words& words) {
    std::size_t telling = 0;
    bool only_street = true;
    for (const std::string& word : words) {
        if (is_number(word) || is_part_of_building(word) || is_filler(word)) continue;
        ++telling;
        only_street = only_street && is_street_word(word);
    }
    return telling > 1 || (telling == 1 && !only_street);
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

// Of letters with figures: A9 9AA, A99 9AA, AA9 9AA, AA99 9AA, A9A 9AA, AA9A 9AA, GIR 0AA.
bool has_shape_of_postcode(const std::string& code) {
    if (code.size() < 5 || code.size() > 7) return false;
    if (std::any_of(code.begin(), code.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return false;
    const std::string outward = code.substr(0, code.size() - inward);
    return is_digit(code[code.size() - inward]) &&
           (is_digit(outward[1]) || (outward.size() > 2 && is_digit(outward[2])));
}

// Two in three are letters where letters must be: what is written in a line is one only where it looks so.
bool is_postcode_as_written(const std::string& letters) {
    return has_shape_of_postcode(with_figures(letters)) && !is_digit(letters[0]) &&
           is_digit(letters[letters.size() - inward]) && !is_digit(letters.back()) &&
           !is_digit(letters[letters.size() - 2]);
}

class Clues {
public:
    void add_postcode(const std::string& written) {
        const std::string letters = folded_letters(written).letters;
        const std::string code = with_figures(letters);
        if (has_shape_of_postcode(code))
            clues_.codes.push_back({code, code.size() - inward});
        else if (letters.size() > 4 && std::any_of(letters.begin(), letters.end(), is_digit) &&
                 !is_number(letters))
            add_words(letters);  // of another country, of the forces
    }

    // Every telephone number of a text.
    void add_phones(std::string_view text) {
        std::string run;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            const char c = i < text.size() ? text[i] : ';';
            const bool goes_on =
                static_cast<unsigned char>(c) < 0x80 &&
                (is_digit(c) || std::string_view("+ ()-.\t/").find(c) != std::string_view::npos);
            if (goes_on) {
                run += c;
                continue;
            }
            add_phone_run(run);
            run.clear();
        }
    }

    void add_email(std::string_view written) {
        const std::size_t at = written.find('@');
        const Words local = split(written.substr(0, at), ".");
        const Words domain = split(written.substr(at + 1), ".");
        if (local.empty() || domain.empty()) return;
        const auto said = [](const Words& labels, const char* between) {
            std::string all;
            for (const std::string& label : labels) {
                if (!all.empty()) all += between;
                all += folded_letters(label).letters;
            }
            return all;
        };
        add_words(said(local, "") + said(domain, ""));
        add_words(said(local, "") + "at" + said(domain, ""));
        add_words(said(local, "") + "at" + said(domain, "dot"));
        add_words(said(local, "dot") + "at" + said(domain, "dot"));
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
    // Several numbers may stand in one run with strokes between them.
    void add_phone_run(const std::string& run) {
        std::vector<std::string> numbers = split(run, "/");
        const auto digits_of = [](const std::string& text) {
            return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
        };
        if (!std::all_of(numbers.begin(), numbers.end(),
                         [&](const std::string& one) { return digits_of(one) >= fewest_digits; }))
            numbers = {run};
        for (const std::string& number : numbers) add_phone(number);
    }

    void add_phone(const std::string& written) {
        std::string digits;
        for (const char c : written)
            if (is_digit(c)) digits += c;
        if (digits.size() < fewest_digits) return;
        bool is_foreign = written.find('+') != std::string::npos && !digits.starts_with("44");
        if (digits.starts_with("0044")) {
            digits.erase(0, 4);
        } else if (digits.starts_with("00")) {
            digits.erase(0, 2);
            is_foreign = true;
        } else if (digits.starts_with("44") && digits.size() > 10) {
            digits.erase(0, 2);
        }
        if (is_foreign && digits.size() >= fewest_digits + longest_country) digits.erase(0, longest_country);
        if (digits.starts_with("0")) digits.erase(0, 1);
        // Two numbers with only a space between them.
        if (digits.size() > most_digits) {
            add_phone_digits(digits.substr(0, 10));
            digits.erase(0, digits.size() - 10);
        }
        add_phone_digits(digits);
    }

    void add_phone_digits(const std::string& digits) { clues_.codes.push_back({digits, 0}); }

    PlaceClues clues_;
};

// An address part by part, in the order written: what one line says between commas.
class Address {
public:
    explicit Address(Clues& clues) : clues_(clues) {}

    void take_lines(const std::vector<std::string>& lines) {
        for (const std::string& line : lines) {
            take_emails(line);
            clues_.add_phones(line);
            for (const std::string& part : split(line, ",;\r\n\t|")) take_part(part);
        }
        while (!parts_.empty() && is_county(parts_.back())) parts_.pop_back();
        join_numbers();
        own_ = parts_.empty() ? 0 : last_own() + 1;
    }

    const std::vector<Words>& parts() const { return parts_; }
    // How many of the parts are of the house and its street; the rest is the town.
    std::size_t own() const { return own_; }
    // Do these tell it from the other houses that share its postcode?
    bool is_one_house() const {
        return std::any_of(parts_.begin(), parts_.begin() + static_cast<long>(own_), [](const Words& part) {
            return is_numbered(part) || (is_house_word(part.back()) && !is_street(part));
        });
    }

    void add_clues() {
        for (std::size_t i = 0; i < own_; ++i) {
            add_numbered(parts_[i]);
            add_house_name(i);
            add_with_next(i);
        }
    }

private:
    // "12" and "Elm Road" on lines of their own.
    void join_numbers() {
        for (std::size_t i = 0; i + 1 < parts_.size(); ++i) {
            const auto is_alone = [](const std::string& word) { return is_number(word) || word.size() == 1; };
            if (!is_number(parts_[i].front()) || is_numbered(parts_[i + 1]) ||
                !std::all_of(parts_[i].begin(), parts_[i].end(), is_alone))
                continue;
            parts_[i + 1] = parts_[i] + parts_[i + 1];
            parts_.erase(parts_.begin() + static_cast<long>(i));
        }
    }

    void take_emails(const std::string& line) {
        for (const std::string& word : split(line, " \t,;<>()\"\r\n"))
            if (word.find('@') != std::string::npos) clues_.add_email(word);
    }

    // Postcodes within it are taken out: they are looked for by themselves.
    void take_part(const std::string& part) {
        std::vector<std::string> written = split(part, " ");
        for (std::size_t i = 0; i < written.size(); ++i)
            for (const std::size_t size : {2U, 1U}) {
                if (i + size > written.size()) continue;
                const std::string code = size == 2 ? written[i] + written[i + 1] : written[i];
                if (!is_postcode_as_written(folded_letters(code).letters)) continue;
                clues_.add_postcode(code);
                written.erase(written.begin() + static_cast<long>(i),
                              written.begin() + static_cast<long>(i + size));
                --i;
                break;
            }
        std::string left;
        for (const std::string& word : written) left += word + " ";
        const Words words = folded_letters(left).words();
        if (!words.empty() && !names_somebody(words)) parts_.push_back(words);
    }

    // Care of somebody: whom, not where.
    static bool names_somebody(const Words& words) {
        static const Words titles = {"mr", "mrs", "ms", "miss", "mx"};
        return (words.size() > 2 && words[0] == "c" && words[1] == "o") ||
               (words.size() > 2 && words[0] == "care" && words[1] == "of") ||
               (std::find(titles.begin(), titles.end(), words[0]) != titles.end() && words.size() > 1 &&
                !is_street_word(words.back()));
    }

    // A number that a name follows.
    static bool is_numbered(const Words& part) {
        const auto number = std::find_if(part.begin(), part.end(), is_number);
        if (number == part.end()) return false;
        const Words rest(number + 1, part.end());
        return is_name(rest) || std::any_of(rest.begin(), rest.end(), is_street_word);
    }

    static bool is_street(const Words& part) {
        static const Words sides = {"north", "south", "east", "west"};
        const bool has_side =
            part.size() > 2 && std::find(sides.begin(), sides.end(), part.back()) != sides.end();
        const std::string& last = has_side ? part[part.size() - 2] : part.back();
        return part.size() > 1 && is_street_word(last);
    }

    static bool is_within_building(const Words& part) {
        return std::none_of(part.begin(), part.end(), [](const std::string& word) {
            return !is_number(word) && !is_part_of_building(word) && word != "st" && word != "rd";
        });
    }

    // A numbered house or a street ends what is the place's own; before it stand the names of houses.
    std::size_t last_own() const {
        for (std::size_t i = 0; i < parts_.size(); ++i)
            if (is_numbered(parts_[i]) && !may_be_house(i)) return i;
        std::size_t last = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (is_street(parts_[i]) && !may_be_house(i)) return i;
            if (is_within_building(parts_[i]) || is_house_word(parts_[i].back()))
                last = i;
            else if (i > 0)
                return last;
        }
        return last;
    }

    // "Flat 2 Rose House", "Elm Court": where the street follows, or may.
    bool may_be_house(std::size_t i) const {
        if (!is_house_word(parts_[i].back())) return false;
        if (!is_street(parts_[i])) return is_part_of_building(parts_[i].front());
        return i + 1 < parts_.size() && (is_numbered(parts_[i + 1]) || is_street(parts_[i + 1]));
    }

    // "Flat 2 12 Elm Road" -> 2 12 Elm Road, 12 Elm Road; "12-14 Elm Road" -> 12 14, 14 and 12 Elm Road.
    void add_numbered(const Words& part) {
        for (std::size_t begin = 0; begin < part.size(); ++begin) {
            if (!is_number(part[begin])) continue;
            std::size_t end = begin;
            while (end < part.size() && (is_number(part[end]) || part[end].size() == 1 || part[end] == "to"))
                ++end;
            const bool within =
                begin > 0 && is_part_of_building(part[begin - 1]) && part[begin - 1].size() > 1;
            if (end == part.size()) {
                add_number_behind(part, begin);
            } else {
                add_numbers(slice(part, begin, end), slice(part, end, part.size()), within);
            }
            begin = end;
        }
    }

    void add_numbers(const Words& numbers, const Words& street, bool first_is_within) {
        if (!is_name(street) && !is_street_word(street.back())) return;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (!is_number(numbers[i])) continue;
            clues_.add_phrase(slice(numbers, i, numbers.size()) + street);
            const bool is_last =
                std::none_of(numbers.begin() + static_cast<long>(i) + 1, numbers.end(), is_number);
            if (!first_is_within || is_last) add_number(numbers[i], street);
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

    // The part without what says which flat.
    static Words house_name(const Words& part) {
        std::size_t begin = 0;
        while (begin < part.size() && (is_number(part[begin]) || (is_part_of_building(part[begin])))) ++begin;
        return slice(part, begin, part.size());
    }

    void add_house_name(std::size_t i) {
        const Words name = house_name(parts_[i]);
        if (name.size() < 2 || std::all_of(name.begin(), name.end(), is_anybodys_word)) return;
        const bool is_house = is_house_word(name.back()) && (!is_street(parts_[i]) || i + 1 < own_);
        const bool is_called_so = name.front() == "the" && i + 1 < own_ && !is_street(parts_[i]);
        if (is_house || is_called_so) clues_.add_phrase(name);
    }

    // The part, and its street without the number, with what follows.
    void add_with_next(std::size_t i) {
        if (i + 1 >= parts_.size()) return;
        const Words& part = parts_[i];
        const Words& next = parts_[i + 1];
        clues_.add_phrase(part + next);
        const Words name = house_name(part);
        if (!name.empty() && name.size() < part.size()) clues_.add_phrase(name + next);
        if (!name.empty() || i + 1 >= own_) return;
        // "Flat 2", "Rose House": also 2 Rose House.
        for (std::size_t at = part.size(); at-- > 0;)
            if (is_number(part[at])) {
                clues_.add_phrase(slice(part, at, part.size()) + next);
                break;
            }
    }

    Clues& clues_;
    std::vector<Words> parts_;
    std::size_t own_ = 0;
};

}  // namespace

std::string with_figures(std::string letters) {
    for (char& letter : letters) {
        if (letter == 'o') letter = '0';
        if (letter == 'i' || letter == 'l') letter = '1';
    }
    return letters;
}

PlaceClues clues_of_address(const std::vector<std::string>& lines, const std::string& postcode) {
    Clues clues;
    clues.add_postcode(postcode);
    Address address(clues);
    address.take_lines(lines);
    address.add_clues();
    return std::move(clues).done();
}

PlaceClues clues_of_contact(const std::string& value) {
    Clues clues;
    Address address(clues);
    address.take_lines({value});
    address.add_clues();
    if (address.parts().empty()) return std::move(clues).done();
    const Words& name = address.parts().front();
    if (!std::all_of(name.begin(), name.end(), is_anybodys_word)) {
        clues.add_phrase(name);
        const std::size_t article = name.front() == "the" ? 1 : 0;
        if (is_school_word(name.back()) && name.size() - article > 2)
            clues.add_phrase(slice(name, article, name.size() - 1));
    }
    return std::move(clues).done();
}

std::string house_of(const std::vector<std::string>& lines, const std::string& postcode) {
    Clues clues;
    Address address(clues);
    address.take_lines(lines);
    const std::string code = with_figures(folded_letters(postcode).letters);
    const std::size_t compared = has_shape_of_postcode(code) ? address.own() : address.parts().size();
    if (!address.is_one_house()) return {};
    std::string house;
    for (std::size_t i = 0; i < compared; ++i)
        for (const std::string& word : address.parts()[i])
            if (!is_filler(word)) house.append(written_out(word)).append(" ");
    return house + "/" + code;
}

ContactKind kind_of_contact(const std::string& kind, const std::string& value) {
    const auto is_any = [&](std::initializer_list<const char*> words) {
        const std::string letters = folded_letters(kind).letters;
        return std::any_of(words.begin(), words.end(),
                           [&](const char* word) { return letters.find(word) != std::string::npos; });
    };
    const auto digits = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), is_digit));
    const bool has_letters = !is_number(folded_letters(value).letters);
    if (is_any({"email"}) || (value.find('@') != std::string::npos && value.find('.') != std::string::npos))
        return ContactKind::email;
    if ((is_any({"phone", "mobile", "landline", "tel", "fax"}) && digits > 4) ||
        (digits >= fewest_digits && !has_letters))
        return ContactKind::phone;
    return ContactKind::place;
}

}  // namespace casekeeper
