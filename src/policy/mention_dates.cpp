// SPDX-License-Identifier: MIT
#include "policy/mention_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "policy/mention_runs.h"

namespace casekeeper {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr std::size_t told_within = 45;  // bytes in which the text says that a day of birth follows
constexpr std::size_t told_behind = 12;

int number_of(const std::string& digits) {
    int number = -1;
    if (digits.size() <= 8) std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// 0: no name of a month.
unsigned month_called(const std::string& word) {
    static constexpr std::array<std::string_view, 12> months = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") return 9;
    for (unsigned i = 0; i < months.size(); ++i)
        if (word.size() >= 3 && (word == months[i] || word == months[i].substr(0, 3))) return i + 1;
    return 0;
}

// What a date may mean. Without a year: the day and the month are told.
struct Written {
    std::size_t last = 0;    // word
    std::vector<Date> days;  // each it may be: 01/02/10 is of 2010 or 1910, and elsewhere of January
    bool has_year = true;
};

class DateReading {
public:
    explicit DateReading(const MentionWords& words) : words_(words) {}

    // The longest date that begins at word i.
    std::optional<Written> at(std::size_t i) const {
        if (i > 0 && words_.before(i).empty()) return std::nullopt;
        if (words_[i].is(MentionWord::digits)) {
            if (std::optional<Written> date = with_month_called(i)) return date;
            if (std::optional<Written> date = in_figures(i)) return date;
            return in_one_run(i);
        }
        return month_first(i);
    }

private:
    int number(std::size_t i) const {
        return i < words_.size() && words_[i].is(MentionWord::digits) ? number_of(words_.letters(i)) : -1;
    }
    std::size_t digits(std::size_t i) const { return words_[i].end - words_[i].begin; }

    bool is_gap(std::size_t i, std::string_view signs) const {
        const std::string_view gap = words_.before(i);
        return !gap.empty() && gap.size() < 4 && gap.find_first_not_of(signs) == std::string_view::npos;
    }

    static void put(Written& written, int years, int months, int days, std::size_t year_digits) {
        if (days < 1 || days > 31 || months < 1 || months > 12) return;
        const auto add = [&](int of) {
            const Date date =
                year(of) / month(static_cast<unsigned>(months)) / day(static_cast<unsigned>(days));
            if (date.ok()) written.days.push_back(date);
        };
        if (year_digits == 4 && years >= 1850 && years <= 2150) add(years);
        if (year_digits == 2) {
            add(2000 + years);
            add(1900 + years);
        }
    }

    std::optional<Written> if_any(Written written) const {
        if (written.days.empty()) return std::nullopt;
        if (written.last + 1 < words_.size() && words_.after(written.last).empty()) return std::nullopt;
        return written;
    }

    // 12/03/2010, 12.3.10, 2010-03-12, 12 3 2010
    std::optional<Written> in_figures(std::size_t i) const {
        if (i + 2 >= words_.size() || !is_gap(i + 1, "/-. ") || !is_gap(i + 2, "/-. ")) return std::nullopt;
        const int first = number(i);
        const int second = number(i + 1);
        const int third = number(i + 2);
        if (first < 0 || second < 0 || third < 0 || digits(i + 1) > 2) return std::nullopt;
        Written written{i + 2, {}, true};
        if (digits(i) == 4 && digits(i + 2) <= 2) {
            put(written, first, second, third, 4);
        } else if (digits(i) <= 2) {
            put(written, third, second, first, digits(i + 2));
            put(written, third, first, second, digits(i + 2));
        }
        return if_any(std::move(written));
    }

    // 12032010, 20100312
    std::optional<Written> in_one_run(std::size_t i) const {
        if (digits(i) != 8) return std::nullopt;
        const int all = number(i);
        Written written{i, {}, true};
        put(written, all % 10000, all / 10000 % 100, all / 1000000, 4);
        put(written, all / 10000, all / 100 % 100, all % 100, 4);
        return if_any(std::move(written));
    }

    // 12 March 2010, 12th of March, 12-Mar-10
    std::optional<Written> with_month_called(std::size_t i) const {
        const int days = number(i);
        std::size_t at = i + 1;
        if (days < 1 || days > 31 || at >= words_.size()) return std::nullopt;
        static constexpr std::string_view ordinals = " st nd rd th ";
        if (words_.before(at).empty() &&
            ordinals.find(" " + words_.letters(at) + " ") != std::string_view::npos)
            ++at;
        if (at < words_.size() && words_.equals(words_[at], "of")) ++at;
        if (at >= words_.size()) return std::nullopt;
        const unsigned months = month_called(words_.letters(at));
        if (months == 0 || words_.before(at).size() > 3) return std::nullopt;
        return with_year(at, static_cast<int>(months), days);
    }

    // March 12th, 2010
    std::optional<Written> month_first(std::size_t i) const {
        if (digits(i) < 3 || digits(i) > 9 || i + 1 >= words_.size() ||
            !words_[i + 1].is(MentionWord::digits))
            return std::nullopt;
        const unsigned months = month_called(words_.letters(i));
        const int days = number(i + 1);
        if (months == 0 || days < 1 || days > 31 || !is_gap(i + 1, " .-/\n")) return std::nullopt;
        std::size_t last = i + 1;
        if (last + 1 < words_.size() && words_.after(last).empty()) ++last;  // 12th
        return with_year(last, static_cast<int>(months), days);
    }

    std::optional<Written> with_year(std::size_t last, int months, int days) const {
        Written written{last, {}, true};
        if (last + 1 < words_.size() && is_gap(last + 1, " ,.-/'\n") && number(last + 1) >= 0) {
            written.last = last + 1;
            put(written, number(last + 1), months, days, digits(last + 1));
            if (!written.days.empty()) return written;
        }
        written = {last, {}, false};
        put(written, 2000, months, days, 4);
        if (written.days.empty()) return std::nullopt;
        return written;
    }

    const MentionWords& words_;
};

}  // namespace

class MentionDates::Reading {
public:
    Reading(const MentionDates& dates, const MentionWords& words) : dates_(dates), words_(words) {}

    std::vector<Mention> all() && {
        const DateReading reading(words_);
        for (std::size_t i = 0; i < words_.size();) {
            const bool may_begin = words_[i].is(MentionWord::digits) ||
                                   (i + 1 < words_.size() && words_[i + 1].is(MentionWord::digits));
            const std::optional<Written> date = may_begin ? reading.at(i) : std::nullopt;
            if (date) add(i, *date);
            i = date ? date->last + 1 : i + 1;
        }
        return std::move(found_);
    }

private:
    void add(std::size_t first, const Written& date) {
        Mention mention{words_[first].begin, words_[date.last].end, MentionKind::date_of_birth, 0, "", {},
                        MentionOf::unclear};
        const bool told = is_told(first) || is_told_behind(date.last);
        if (date.has_year && is_known(date, mention)) {
            mention.confidence = 0.95;
            mention.why = "day of birth of a person of the case";
        } else if (told) {
            mention.confidence = date.has_year ? 0.95 : 0.75;
            mention.why = "called a day of birth";
        } else {
            return;
        }
        found_.push_back(std::move(mention));
    }

    bool is_known(const Written& date, Mention& mention) const {
        std::vector<std::size_t> people;
        for (const Date day : date.days)
            for (auto [at, end] = dates_.born_on_.equal_range(day); at != end; ++at)
                people.push_back(at->second);
        if (people.empty()) return false;
        mention.of = static_cast<MentionOf>(dates_.parts_[people.front()]);
        const bool one =
            std::all_of(people.begin(), people.end(), [&](auto p) { return p == people.front(); });
        if (one) mention.whom = dates_.keys_[people.front()];
        for (const std::size_t person : people)
            if (dates_.parts_[person] != dates_.parts_[people.front()]) mention.of = MentionOf::unclear;
        return true;
    }

    bool is_told(std::size_t i) const {
        if (is_said_before(words_, i, told_within, {"born", "dob", "birthday", "birthdate", "birthdays"}))
            return true;
        if (is_said_before(words_, i, told_within, {"birth"}))
            return is_said_before(words_, i, told_within, {"date", "day", "gave"}) && !is_of_certificate(i);
        // d.o.b. in its letters
        for (std::size_t at = i; at >= 3 && words_[at - 1].begin + told_within > words_[i].begin; --at)
            if (words_.equals(words_[at - 1], "b") && words_.equals(words_[at - 2], "o") &&
                words_.equals(words_[at - 3], "d"))
                return true;
        return i > 0 && words_.equals(words_[i - 1], "b") && words_.before(i).size() <= 2 &&
               words_.before(i - 1).ends_with("(");
    }
    // birth mother, birth family, birth certificate
    bool is_of_certificate(std::size_t i) const {
        return is_said_before(words_, i, told_within,
                              {"mother", "father", "family", "parents", "certificate", "parent"});
    }
    bool is_told_behind(std::size_t i) const {
        return is_said_behind(words_, i, told_behind, {"dob", "birthday"}) ||
               (i + 3 < words_.size() && words_.letters(i + 1, i + 3) == "dob");
    }

    const MentionDates& dates_;
    const MentionWords& words_;
    std::vector<Mention> found_;
};

MentionDates::MentionDates(const std::vector<PersonNames>& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
        keys_.push_back(people[i].key);
        parts_.push_back(people[i].part);
        if (people[i].dob) born_on_.emplace(*people[i].dob, i);
    }
}

std::vector<Mention> MentionDates::find(const MentionWords& words) const {
    return Reading(*this, words).all();
}

}  // namespace casekeeper
