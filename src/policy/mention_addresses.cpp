// SPDX-License-Identifier: MIT
#include "policy/mention_addresses.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "policy/address_words.h"
#include "policy/mention_checks.h"
#include "policy/mention_context.h"
#include "policy/mention_runs.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_street_words = 4;
constexpr std::size_t most_number_digits = 4;
constexpr std::size_t most_town_words = 9;  // from a street to its postcode

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> these) {
    return std::find(these.begin(), these.end(), word) != these.end();
}

// Words that hardly mean anything but a street.
bool is_surely_street(const std::string& word) {
    return is_one_of(written_out(word),
                     {"road", "street", "avenue", "lane", "crescent", "terrace", "close", "drive", "grove",
                      "gardens", "mews", "court", "boulevard", "square"});
}

bool is_number_word(const std::string& word) {
    return is_one_of(word, {"one",     "two",     "three",     "four",     "five",     "six",      "seven",
                            "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
                            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"});
}

class AddressReading {
public:
    explicit AddressReading(const MentionWords& words) : words_(words) {}

    std::vector<Mention> all() && {
        for (std::size_t i = 0; i < words_.size();) i = read(i);
        return std::move(found_);
    }

private:
    std::size_t read(std::size_t i) {
        if (may_be_number(i))
            if (const std::optional<std::size_t> last = numbered_street(i))
                return add(from_flat(i), *last, 0.9, "house and street");
        if (is_capital(i)) {
            if (const std::optional<std::size_t> last = named_house(i))
                return add(from_flat(i), *last, 0.85, "house and street");
            if (const std::optional<std::size_t> last = street(i, true)) {
                const bool is_there = is_surely_street(words_.letters(*last)) && *last > i;
                if (is_there) return add(i, *last, 0.4, "street");
            }
        }
        return i + 1;
    }

    bool is_capital(std::size_t i) const {
        return words_[i].is(MentionWord::capital) && !words_[i].is(MentionWord::digits);
    }

    bool may_be_number(std::size_t i) const {
        const MentionWord& word = words_[i];
        if (word.is(MentionWord::digits))
            return word.end - word.begin <= most_number_digits && begins_run(words_, i) && !is_of_section(i);
        return word.end - word.begin < 10 && is_number_word(words_.letters(i)) && i + 1 < words_.size() &&
               is_capital(i + 1);
    }

    bool is_of_section(std::size_t i) const {
        if (i == 0 || words_.before(i).size() > 2) return false;
        return is_one_of(
            words_.letters(i - 1),
            {"section", "article", "reg",   "regulation", "para",     "paragraph", "part", "chapter", "page",
             "figure",  "table",   "item",  "appendix",   "schedule", "version",   "step", "rule",    "grade",
             "year",    "week",    "day",   "month",      "class",    "age",       "aged", "stage",   "level",
             "phase",   "band",    "order", "form",       "group",    "act"});
    }

    // "12", "12a", "12-14", "12/3": the word behind it.
    std::size_t behind_number(std::size_t i) const {
        std::size_t at = i + 1;
        while (at < words_.size() && at < i + 4) {
            const std::string_view gap = words_.before(at);
            const bool letter = gap.empty() && words_[at].end - words_[at].begin == 1;
            const bool range =
                words_[at].is(MentionWord::digits) && (gap == "-" || gap == "/" || gap == "\u2013");
            if (!letter && !range) break;
            ++at;
        }
        return at;
    }

    std::optional<std::size_t> numbered_street(std::size_t i) const {
        const std::size_t at = behind_number(i);
        if (at >= words_.size()) return std::nullopt;
        const std::string_view gap = words_.before(at);
        if (gap.empty() || gap.size() > 3 || gap.find_first_not_of(" ,\n\u00a0") != std::string_view::npos)
            return std::nullopt;
        if (is_capital(at)) return street(at, false);
        return words_[at].is(MentionWord::digits) ? std::nullopt : small_street(at);
    }

    // Up to four words with capitals, the last of them a street's: Elm Road, St Mary's Close, The Broadway.
    std::optional<std::size_t> street(std::size_t first, bool alone) const {
        std::size_t names = 0;
        std::optional<std::size_t> last;
        for (std::size_t at = first; at < words_.size() && at < first + most_street_words + 2; ++at) {
            if (at > first && !is_street_gap(at)) break;
            const std::string word = words_.letters(at);
            const bool small = is_filler(word) || word == "s";
            if (!is_capital(at) && !small) break;
            if (names > 0 && is_street_word(word) && is_capital(at)) last = at;
            if (!small || is_capital(at)) ++names;
        }
        // 4 Broadway, 12 Highfield: one word that is both.
        if (last && is_called_so(first, *last)) return std::nullopt;
        if (!last || alone) return last;
        if (is_surely_street(words_.letters(*last)) || *last + 1 >= words_.size()) return last;
        // Park, Way, View: not where the name goes on in small letters: "3 Park View residents".
        const bool goes_on = words_.after(*last) == " " && !is_capital(*last + 1) &&
                             !words_[*last + 1].is(MentionWord::digits) &&
                             (context_of(words_, *last + 1) & (Context::function | Context::deed)) == 0;
        return goes_on ? std::nullopt : last;
    }

    bool is_street_gap(std::size_t i) const {
        const std::string_view gap = words_.before(i);
        return gap == " " || gap == "-" || gap == "'" || gap == "\u2019" || gap == ". " || gap == "\u00a0";
    }

    // High Court, Family Court, Close Protection.
    bool is_called_so(std::size_t first, std::size_t last) const {
        const std::string word = words_.letters(last);
        const std::string before = words_.letters(last - 1);
        const bool of_magistrates =
            before == "s" && last > 1 && is_one_of(words_.letters(last - 2), {"magistrates", "magistrate"});
        const bool of_kind =
            last == first + 1 && is_one_of(before, {"high", "crown", "county", "family", "magistrates",
                                                    "supreme", "youth", "appeal"});
        if (word == "court" && (of_kind || of_magistrates)) return true;
        return last == first + 1 && is_one_of(before, {"the", "a", "this", "my", "our"}) &&
               !is_one_of(word, {"close", "mews", "green", "grove", "avenue"});
    }

    // 12 elm road: only words that can be nothing else.
    std::optional<std::size_t> small_street(std::size_t first) const {
        for (std::size_t at = first + 1; at < words_.size() && at <= first + 2 && words_.before(at) == " ";
             ++at) {
            const std::string word = words_.letters(at);
            if (!is_one_of(word, {"road", "rd", "street", "avenue", "ave", "crescent", "terrace", "lane",
                                  "drive", "close"}))
                continue;
            const std::string name = words_.letters(first);
            const std::uint32_t says = context_of(words_, first);
            const bool measure = is_one_of(
                name, {"minute", "minutes", "hour", "mile", "miles", "metre", "way", "lane", "main", "busy",
                       "people", "children", "times", "more", "different", "day", "week", "quiet", "new"});
            if (measure || (says & (Context::function | Context::kin | Context::role)) != 0)
                return std::nullopt;
            if (is_one_of(word, {"close", "drive", "lane"}) && at + 1 < words_.size() &&
                words_.after(at) == " ")
                return std::nullopt;
            return at;
        }
        return std::nullopt;
    }

    // Rose Cottage, Elm Lane; The Old Rectory, Church Road.
    std::optional<std::size_t> named_house(std::size_t first) const {
        std::size_t at = first;
        while (at + 1 < words_.size() && at < first + 3 && is_capital(at + 1) && words_.before(at + 1) == " ")
            ++at;
        if (at == first || !is_house_word(words_.letters(at)) || at + 1 >= words_.size()) return std::nullopt;
        if (is_school_word(words_.letters(at))) return std::nullopt;
        const std::string_view gap = words_.before(at + 1);
        if (gap != ", " && gap != "\n" && gap != ",\n" && gap != ",") return std::nullopt;
        if (words_[at + 1].is(MentionWord::digits)) return numbered_street(at + 1);
        return is_capital(at + 1) ? street(at + 1, false) : std::nullopt;
    }

    // Flat 2, 12 Elm Road: from the flat on.
    std::size_t from_flat(std::size_t first) const {
        std::size_t at = first;
        for (int parts = 0; parts < 2 && at >= 2; ++parts) {
            const bool near = words_.before(at).size() <= 2 && words_.before(at - 1).size() == 1;
            const bool number = words_[at - 1].end - words_[at - 1].begin <= 3;
            const std::string word = words_.letters(at - 2);
            if (!near || !number || !is_part_of_building(word) || word.size() == 1) break;
            at -= 2;
        }
        return at;
    }

    // Over the town to the postcode, where one follows soon.
    std::size_t with_postcode(std::size_t last) const {
        for (std::size_t at = last + 1; at < words_.size() && at <= last + most_town_words; ++at) {
            const std::string_view gap = words_.before(at);
            if (gap.size() > 4 || gap.find_first_not_of(" ,\r\n-'.") != std::string_view::npos) break;
            for (const MentionRun& run : runs_from(words_, at, 7, ""))
                if (run.gaps <= 1 && is_postcode(run.letters) && ends_run(words_, run.last)) return run.last;
            if (!is_capital(at) && !is_filler(words_.letters(at)) && words_.letters(at) != "upon") break;
            if (gap.find(". ") != std::string_view::npos) break;
        }
        return last;
    }

    std::size_t add(std::size_t first, std::size_t last, double confidence, const char* why) {
        const std::size_t end = with_postcode(last);
        if (end > last) confidence = 0.95;
        found_.push_back({words_[first].begin,
                          words_[end].end,
                          MentionKind::address,
                          confidence,
                          why,
                          {},
                          MentionOf::unclear});
        return end + 1;
    }

    const MentionWords& words_;
    std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> addresses_in(const MentionWords& words) {
    return AddressReading(words).all();
}

}  // namespace casekeeper
