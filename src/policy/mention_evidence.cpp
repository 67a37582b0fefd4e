// SPDX-License-Identifier: MIT
#include "policy/mention_evidence.h"

#include <algorithm>
#include <string>

#include "policy/mention_context.h"

namespace casekeeper {
namespace {

// Tanzanian, Chinese, British.
bool is_people(std::string_view word) {
    return word.ends_with("ian") || word.ends_with("ean") || word.ends_with("ese") || word.ends_with("ish") ||
           word.ends_with("can");
}

// Cyberbullying, Resettlement: English words that no list has.
bool has_english_end(std::string_view word) {
    for (const std::string_view end :
         {"ing", "tion", "sion", "ness", "ment", "ity", "ship", "ism", "ists", "ions"})
        if (word.size() > end.size() + 3 && word.ends_with(end)) return true;
    return false;
}

bool has_name_gap(std::string_view gap) {
    return gap == ", " || gap == ",\n" || gap == " - " || gap == " \u2013 " || gap == " \u2014 ";
}

// What parts a form's field from what stands in it: "Name:    ".
bool is_field_gap(std::string_view gap) {
    return gap.starts_with(":") && gap.find_first_not_of(" \t\r\n", 1) == std::string_view::npos;
}

}  // namespace

std::uint32_t RunEvidence::says(std::size_t i) const {
    return context_of(words_, i);
}

double RunEvidence::around(const NameRun& run) const {
    const double after = behind(run);
    if (is_of_place_or_body(run) || after <= told_none) return told_none;
    return std::max(before(run) + after, told_none + 1);
}

double RunEvidence::by_itself(const NameRun& run, double around) const {
    const NameAtom& one = run.atoms.front();
    const NameAtom& last = run.atoms.back();
    const bool many = run.atoms.size() > 1;
    if (is_abbreviation(run)) return -3;
    double points = 0;
    if (one.is_initial)
        points += many ? 1.5 : 0;
    else if (one.is_given())
        points += one.is_english() || (one.says & Context::everyday) != 0 ? 0.8 : 2.5;
    else if (one.is_surname())
        points += one.is_english() ? -0.5 : 1;
    else if (one.is_english())
        points += is_also_name(run) ? 0.3 : around >= told_outright ? -1.5 : -2.5;
    else if ((one.knows & NameKnowledge::proper) != 0)
        points -= is_people(one.letters) && around < told_outright ? 2 : 0.5;
    else if (one.is_strange() && !one.is_initial)
        points += !run.begins_sentence ? 1 : has_english_end(one.letters) ? -1.5 : 0.3;
    if (many && (one.is_given() || one.is_initial))
        points += last.is_english() && !last.is_surname() ? 0.5 : 1.5;
    if (many && !one.is_given() && (last.is_surname() || last.is_given())) points += 1;
    if (many && !one.is_given() && !one.is_english() && !one.is_strange() && last.is_strange()) points += 1;
    if (many && one.is_strange() && last.is_strange()) points += is_line_of_its_own(run) ? 1.2 : 0.5;
    if (run.begins_sentence && one.is_english()) points -= 0.5;
    return points;
}

// Destiny, Comfort: words that people are called by.
bool RunEvidence::is_also_name(const NameRun& run) const {
    return (run.atoms.front().says & Context::everyday) != 0;
}

bool RunEvidence::is_abbreviation(const NameRun& run) const {
    if (run.atoms.size() > 1) return false;
    const NameAtom& one = run.atoms.front();
    if (!words_[one.first].is(MentionWord::capitals) || one.is_given() || one.is_surname()) return false;
    return one.letters.size() <= 5 || (one.says & Context::abbreviation) != 0;
}

bool RunEvidence::is_of_place_or_body(const NameRun& run) const {
    const NameAtom& last = run.atoms.back();
    constexpr std::uint32_t ends = Context::place | Context::body;
    if ((last.says & ends) == 0) return false;
    if (run.atoms.size() == 1) return !last.is_given() && !last.is_surname();
    const NameAtom& first = run.atoms.front();
    return !(run.atoms.size() == 2 && last.is_surname() && (first.is_given() || first.is_initial));
}

bool RunEvidence::is_line_of_its_own(const NameRun& run) const {
    const std::string_view gap = words_.before(run.first());
    const std::string_view after = words_.after(run.last());
    const auto is_line = [](std::string_view space) {
        return space.find('\n') != std::string_view::npos &&
               space.find_first_not_of(" \r\n\t>") == std::string_view::npos;
    };
    return (run.first() == 0 || is_line(gap)) && (run.last() + 1 == words_.size() || is_line(after));
}

// A name told of another: "spoke with Jane", "my sister, Jane", "Thank you, Jane".
double RunEvidence::before(const NameRun& run) const {
    const std::size_t i = run.first();
    if (i == 0) return 0;
    const std::string_view gap = words_.before(i);
    if (only_space_before(words_, i)) return before_without_sign(i);
    const std::uint32_t last = says(i - 1);
    if (gap == ". " && (last & Context::title) != 0) return 4;  // Mrs. Roe
    if (is_field_gap(gap)) return (last & (Context::kin | Context::role | Context::naming)) != 0 ? 3 : 0;
    if (!has_name_gap(gap)) return 0;
    if ((last & (Context::kin | Context::role | Context::greeting | Context::naming)) != 0) return 3;
    if (gap[0] != ',') return 0;
    // Leeds, Yorkshire.
    const bool is_word = (last & Context::function) != 0 && words_[i - 1].end - words_[i - 1].begin > 1;
    if (words_[i - 1].is(MentionWord::capital) && !is_word) return -0.5;
    if (is(i - 1, "you") && i > 1 && (says(i - 2) & Context::greeting) != 0) return 3;
    return ends_clause(run.last()) ? 2 : 0.3;
}

double RunEvidence::before_without_sign(std::size_t i) const {
    const std::uint32_t last = says(i - 1);
    const std::uint32_t second_last = i > 1 ? says(i - 2) : 0;
    if (i > 1 && is(i - 2, "i")) {
        if (is(i - 1, "m")) return 3.5;
        if (is(i - 1, "am")) return 3;
    }
    const bool names = is(i - 1, "is") || is(i - 1, "s") || is(i - 1, "was");
    if (names && (second_last & Context::naming) != 0) return 3.5;
    if (i > 1 && is(i - 1, "is") && is(i - 2, "this")) return 3;
    if (i > 1 && is(i - 1, "s") && is(i - 2, "it")) return 1;
    if ((last & Context::title) != 0) return 4;
    if (words_[i - 1].is(MentionWord::digits) && (second_last & Context::title) != 0)
        return 3;  // PC 4471 Roe
    if ((last & Context::naming) != 0) return 3;
    if ((last & Context::greeting) != 0 && !is(i - 1, "please")) return 3;
    if ((last & Context::kin) != 0) return 2.5;
    if ((last & Context::role) != 0) return 2;
    if (is(i - 1, "from") && i > 1 && is_message(i - 2)) return 1.5;
    for (const char* article : {"the", "a", "an", "this", "our"})
        if (is(i - 1, article)) return -2;
    if ((last & Context::whereabouts) != 0) return -2.5;
    // "…", says Jane.
    const bool is_quoted =
        i > 1 && words_.before(i - 1).find_first_of("\"'\x9d\x99") != std::string_view::npos;
    if ((last & Context::deed) != 0 && is_quoted) return 2.5;
    return (last & Context::towards) != 0 ? 1 : 0;
}

// A text, a call from Jane.
bool RunEvidence::is_message(std::size_t i) const {
    for (const char* word :
         {"text", "call", "letter", "email", "message", "referral", "report", "note", "voicemail", "visit",
          "heard", "advice", "contact", "information", "apologies", "update", "card"})
        if (is(i, word)) return true;
    return false;
}

// A comma, a stop, the end: "it will be all right, Jane."
bool RunEvidence::ends_clause(std::size_t last) const {
    const std::string_view gap = words_.after(last);
    if (gap.empty()) return last + 1 == words_.size();
    return std::string_view(",.?!;:").find(gap[0]) != std::string_view::npos;
}

double RunEvidence::behind(const NameRun& run) const {
    const std::size_t next = run.last() + 1;
    if (next >= words_.size()) return 0;
    const std::string_view gap = words_.before(next);
    if (words_[run.last()].is(MentionWord::apostrophe) && is(next, "s")) return behind_possessive(next);
    if (only_space_before(words_, next)) return behind_without_sign(run, next);
    // Jane: "I am here."
    if (gap.starts_with(":")) return run.begins_sentence && !run.atoms.front().is_english() ? 1.5 : 0;
    if (gap.starts_with(" (")) {
        const bool tells =
            words_[next].is(MentionWord::digits) || (says(next) & (Context::kin | Context::role)) != 0;
        return tells ? 1.5 : 0;
    }
    return gap.starts_with(",") ? behind_comma(run, next) : 0;
}

double RunEvidence::behind_possessive(std::size_t s) const {
    if (s + 1 >= words_.size()) return 0.5;
    // St Mary's Primary School.
    for (std::size_t i = s + 1; i < words_.size() && i < s + 4 && words_[i].is(MentionWord::capital); ++i)
        if ((says(i) & (Context::place | Context::body)) != 0) return told_none;
    const std::uint32_t of = says(s + 1);
    return (of & (Context::kin | Context::role)) != 0 ? 2 : 1;
}

double RunEvidence::behind_without_sign(const NameRun& run, std::size_t next) const {
    const std::uint32_t says_next = says(next);
    const bool is_small = !words_[next].is(MentionWord::capital);
    const bool is_place =
        (says_next & (Context::place | Context::body)) != 0 && (says_next & Context::function) == 0;
    if (is_small && is_place) return -3;
    if (is(next, "here") || is(next, "speaking")) return 2.5;
    for (const char* family : {"family", "household", "siblings", "brothers", "sisters", "children"})
        if (is(next, family)) return 4;
    if ((says_next & Context::deed) != 0) return 2;
    if (!run.begins_sentence || !is_small) return 0;
    const std::string word = words_.letters(next);
    return word == "from" || (word.size() > 4 && word.ends_with("ed")) ? 1.5 : 0;
}

double RunEvidence::behind_comma(const NameRun& run, std::size_t next) const {
    if (words_[next].is(MentionWord::digits)) return 1.5;
    if (is(next, "aged") || is(next, "who")) return 2;
    const bool is_word = (says(next) & (Context::function | Context::pronoun | Context::deed)) != 0;
    if (words_[next].is(MentionWord::capital) && !is_word) return -0.5;
    return run.begins_sentence && is_word ? 1.3 : 0;
}

}  // namespace casekeeper
