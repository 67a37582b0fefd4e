// SPDX-License-Identifier: MIT
#include "policy/mention_contacts.h"

#include <algorithm>
#include <optional>

#include "base/folded_letters.h"
#include "policy/mention_runs.h"
#include "policy/phone_numbers.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_digits = 15;  // ITU-T E.164
constexpr std::size_t most_local_digits = 8;
constexpr std::size_t local_digits = 6;  // the fewest of a number without its area's code
constexpr std::size_t told_within = 35;  // bytes in which the text says that a telephone's number follows
constexpr std::size_t widest_gap = 3;
constexpr std::size_t longest_local_part = 64;  // of an e-mail address (RFC 5321)
constexpr std::size_t longest_domain = 255;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_gap_of_phone(std::string_view gap) {
    return gap.size() <= widest_gap && gap.find_first_not_of(" ()-./") == std::string_view::npos &&
           gap.find("//") == std::string_view::npos;
}

// Figures in groups, from the first on.
struct Number {
    std::size_t last = 0;  // word
    std::string digits;
    std::vector<std::size_t> groups;  // figures of each
    std::string gaps;                 // first character of what parts them; x: nothing
};

// 01/02/2003 04, 1.2.3.4: groups that are a date's, a section's, a version's.
bool is_date_or_section(const Number& number) {
    if (number.groups.size() < 3) return false;
    const char sign = number.gaps[0];
    const bool alike = number.gaps[1] == sign && (sign == '/' || sign == '.' || sign == '-');
    if (!alike) return false;
    const auto& groups = number.groups;
    const bool is_date = groups[0] <= 2 && groups[1] <= 2 && (groups[2] == 4 || groups[2] == 2);
    return is_date || (groups[0] == 4 && groups[1] == 2 && groups[2] == 2);
}

// 0 and ten figures; nine for some old areas and services (Ofcom, National Telephone Numbering Plan).
bool is_national(const std::string& digits) {
    if (digits.size() < 10 || digits.size() > 11 || digits[0] != '0') return false;
    if (std::string_view("1235789").find(digits[1]) == std::string_view::npos) return false;
    return digits.size() == 11 || digits[1] == '1' || digits.starts_with("0800") ||
           digits.starts_with("0500");
}

// For anybody: a helpline, a service.
bool is_of_service(const std::string& digits) {
    return digits.starts_with("080") || digits.starts_with("084") || digits.starts_with("087") ||
           digits.starts_with("03") || digits.starts_with("09") || digits.starts_with("0500");
}

}  // namespace

class MentionContacts::Reading {
public:
    Reading(const MentionContacts& contacts, const MentionWords& words)
        : contacts_(contacts), words_(words) {}

    std::vector<Mention> all() && {
        for (std::size_t i = 0; i < words_.size();)
            i = words_[i].is(MentionWord::digits) ? read_number(i) : i + 1;
        const std::string_view text = words_.text();
        for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1))
            read_email(at);
        for (std::size_t i = 3; i < words_.size(); ++i)
            if (words_.equals(words_[i - 1], "dot")) read_spelt_out(i);
        return std::move(found_);
    }

private:
    // ── Telephone numbers ──

    std::size_t read_number(std::size_t first) {
        if (first > 0 && words_.before(first).empty()) return first + 1;
        std::vector<Number> ways;
        Number number;
        for (std::size_t i = first; i < words_.size() && words_[i].is(MentionWord::digits); ++i) {
            const std::string_view gap = words_.before(i);
            if (i > first && !is_gap_of_phone(gap)) break;
            if (i > first)
                number.gaps += gap.empty() ? 'x' : gap.find('/') != std::string_view::npos ? '/' : gap[0];
            number.digits += words_.letters(i);
            if (number.digits.size() > most_digits + 2) break;
            number.groups.push_back(words_[i].end - words_[i].begin);
            number.last = i;
            ways.push_back(number);
        }
        if (ways.empty() || ways.back().digits.size() < local_digits) return first + 1;
        const bool is_date = is_date_or_section(ways.back());
        told_ = is_told(first);
        is_other_ = !told_ && (is_business_number(words_, first) || is_money(first));
        for (auto way = ways.rbegin(); way != ways.rend(); ++way) {
            if (way->digits.size() < local_digits) break;
            if (way->last + 1 < words_.size() && words_.after(way->last).empty() &&
                words_.letters(way->last + 1) != "x" && words_.letters(way->last + 1) != "ext")
                continue;
            std::optional<Mention> mention = phone(first, *way, is_date);
            if (!mention) continue;
            found_.push_back(std::move(*mention));
            return way->last + 1;
        }
        return first + 1;
    }

    std::optional<Mention> phone(std::size_t first, const Number& number, bool is_date) const {
        std::size_t begin = words_[first].begin;
        const std::string_view before = words_.before(first);
        const bool plus = before.ends_with("+") || before.ends_with("+(") || before.ends_with("(+");
        if (plus)
            begin -= before.ends_with("+") ? 1 : 2;
        else if (before.ends_with("("))
            begin -= 1;
        Mention mention{begin, words_[number.last].end, MentionKind::phone, 0, "telephone number",
                        {},    MentionOf::unclear};
        if (const Owners* owners = owners_of(number.digits, plus)) {
            mention.confidence = 0.98;
            mention.why = "telephone number of a person of the case";
            contacts_.set_owner(mention, *owners);
            return mention;
        }
        if (is_date) return std::nullopt;
        mention.confidence = plus ? confidence_of_foreign(number) : confidence_of(first, number);
        if (mention.confidence <= 0) return std::nullopt;
        return mention;
    }

    static double confidence_of_foreign(const Number& number) {
        return number.digits.size() >= 8 && number.digits.size() <= most_digits ? 0.95 : 0;
    }

    double confidence_of(std::size_t first, const Number& number) const {
        const std::string& digits = number.digits;
        const bool told = told_;
        if (is_other_) return 0;
        if (is_national(digits)) {
            if (number.groups.size() > 5) return told ? 0.8 : 0;
            return is_of_service(digits) ? 0.7 : 0.95;
        }
        if (digits.starts_with("00") && digits.size() >= 11 && digits.size() <= most_digits + 2)
            return digits.starts_with("0044") || told ? 0.9 : 0.5;
        if (digits.starts_with("447") && digits.size() == 12) return 0.7;
        if (digits.starts_with("7") && digits.size() == 10 && number.groups.size() == 2 &&
            number.groups[0] == 4)
            return 0.6;
        if (told && digits.size() >= local_digits && digits.size() <= 12) return 0.6;
        // (678) 777-1600, as North America writes them.
        const bool american = number.groups == std::vector<std::size_t>{3, 3, 4} && digits[0] > '1' &&
                              words_.before(first).ends_with("(") && number.gaps[0] == ')';
        return american ? 0.55 : 0;
    }

    bool is_told(std::size_t i) const {
        return is_said_before(
            words_, i, told_within,
            {"tel",      "telephone", "phone",  "phones", "mobile",  "mob",     "cell",     "call", "calls",
             "called",   "ring",      "rang",   "text",   "texted",  "contact", "fax",      "dial", "ext",
             "landline", "whatsapp",  "phoned", "reach",  "reached", "calling", "voicemail"});
    }

    bool is_money(std::size_t i) const {
        const std::string_view before = words_.before(i);
        return before.ends_with("\u00a3") || before.ends_with("$") || before.ends_with("\u20ac") ||
               before.ends_with("#");
    }

    // Whose it is, with the code of the area or without it.
    const Owners* owners_of(const std::string& digits, bool plus) const {
        if (contacts_.owners_of_phones_.empty() || digits.size() < local_digits) return nullptr;
        for (const std::string& one : phone_numbers((plus ? "+" : "") + digits)) {
            const auto found = contacts_.owners_of_phones_.find(one);
            if (found != contacts_.owners_of_phones_.end()) return &found->second;
        }
        if (digits.size() > most_local_digits || digits[0] == '0') return nullptr;
        const auto found = contacts_.owners_of_endings_.find(digits);
        return found == contacts_.owners_of_endings_.end() ? nullptr : &found->second;
    }

    // ── E-mail addresses ──

    static bool is_of_local_part(char c) {
        return is_letter(c) || is_digit(c) ||
               std::string_view("._%+-'&/=!#$*?^`{|}~").find(c) != std::string_view::npos;
    }

    void read_email(std::size_t at) {
        const std::string_view text = words_.text();
        std::size_t begin = at;
        while (begin > 0 && at - begin < longest_local_part && is_of_local_part(text[begin - 1])) --begin;
        while (begin < at && !is_letter(text[begin]) && !is_digit(text[begin])) ++begin;
        std::size_t end = at + 1;
        while (end < text.size() && end - at < longest_domain &&
               (is_letter(text[end]) || is_digit(text[end]) || text[end] == '.' || text[end] == '-'))
            ++end;
        while (end > at && !is_letter(text[end - 1]) && !is_digit(text[end - 1])) --end;
        const std::size_t dot_within = text.substr(at, end - at).rfind('.');
        const std::size_t dot = dot_within == std::string_view::npos ? dot_within : at + dot_within;
        const bool has_domain =
            dot != std::string_view::npos && dot > at + 1 && end - dot > 2 && is_letter(text[dot + 1]);
        if (begin == at || !has_domain) return;
        Mention mention{begin, end, MentionKind::email, 0.98, "e-mail address", {}, MentionOf::unclear};
        add_email(std::move(mention), folded_letters(text.substr(begin, end - begin)).letters);
    }

    // jane dot roe at example dot org
    void read_spelt_out(std::size_t last) {
        static constexpr std::string_view ends = " com org net uk co info eu ie ";
        const bool is_usual = ends.find(" " + words_.letters(last) + " ") != std::string_view::npos;
        std::size_t at = last - 2;
        while (at > 0 && last - at < 8 && !words_.equals(words_[at], "at")) --at;
        if (at == 0 || !words_.equals(words_[at], "at")) return;
        std::size_t first = at - 1;
        while (first > 1 && at - first < 8 && words_.equals(words_[first - 1], "dot")) first -= 2;
        std::string letters;
        for (std::size_t i = first; i <= last; ++i)
            if (i != at && !words_.equals(words_[i], "dot")) letters += words_.letters(i);
        // One that is known is one, wherever it ends.
        if (!is_usual && !contacts_.owners_of_emails_.contains(letters)) return;
        Mention mention{
            words_[first].begin, words_[last].end, MentionKind::email, 0.8, "e-mail address spelt out", {},
            MentionOf::unclear};
        add_email(std::move(mention), letters);
    }

    void add_email(Mention mention, const std::string& letters) {
        const auto found = contacts_.owners_of_emails_.find(letters);
        if (found != contacts_.owners_of_emails_.end()) {
            mention.why = "e-mail address of a person of the case";
            contacts_.set_owner(mention, found->second);
        }
        found_.push_back(std::move(mention));
    }

    const MentionContacts& contacts_;
    const MentionWords& words_;
    bool told_ = false;      // does the text say that the number being read is a telephone's
    bool is_other_ = false;  // is it an order's, a sum
    std::vector<Mention> found_;
};

MentionContacts::MentionContacts(const std::vector<PersonNames>& people) {
    const auto put = [](Owners& owners, std::size_t person) {
        if (owners.empty() || owners.back() != person) owners.push_back(person);
    };
    for (std::size_t i = 0; i < people.size(); ++i) {
        keys_.push_back(people[i].key);
        parts_.push_back(people[i].part);
        for (const std::string& phone : people[i].phones)
            for (const std::string& digits : phone_numbers(phone)) {
                put(owners_of_phones_[digits], i);
                for (std::size_t size = local_digits; size <= most_local_digits && size < digits.size();
                     ++size)
                    put(owners_of_endings_[digits.substr(digits.size() - size)], i);
            }
        for (const std::string& email : people[i].emails)
            put(owners_of_emails_[folded_letters(email).letters], i);
    }
}

void MentionContacts::set_owner(Mention& mention, const Owners& owners) const {
    mention.of = static_cast<MentionOf>(parts_[owners.front()]);
    if (owners.size() == 1) mention.whom = keys_[owners.front()];
    for (const std::size_t owner : owners)
        if (parts_[owner] != parts_[owners.front()]) mention.of = MentionOf::unclear;
}

std::vector<Mention> MentionContacts::find(const MentionWords& words) const {
    return Reading(*this, words).all();
}

}  // namespace casekeeper
