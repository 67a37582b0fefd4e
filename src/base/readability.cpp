// SPDX-License-Identifier: MIT
#include "base/readability.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace casekeeper {
namespace {

using Sv = std::string_view;

constexpr Sv spaces = " \t\r\n\f\v";
constexpr Sv digits = "0123456789";
constexpr Sv capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr Sv small_letters = "abcdefghijklmnopqrstuvwxyz";
constexpr Sv vowels = "aeiouy";
// Spoken letter by letter up to this length: NHS, GDPR.
constexpr std::size_t longest_initials = 5;
// A stop behind these ends no sentence.
constexpr Sv stop_words[] = {"mr", "mrs", "ms",  "dr",   "prof", "rev",    "st",  "no",
                             "vs", "tel", "ref", "para", "art",  "approx", "i.e", "e.g"};

bool is_in(char c, Sv set) {
    return set.find(c) != Sv::npos;
}
bool any_in(Sv text, Sv set) {
    return text.find_first_of(set) != Sv::npos;
}
bool is_letter(char c) {
    return is_in(c, small_letters) || is_in(c, capitals);
}
bool is_word_part(char c) {
    return is_letter(c) || is_in(c, digits);
}
bool ends_in_any(Sv text, std::initializer_list<Sv> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](Sv ending) { return text.ends_with(ending); });
}
bool starts_with_any(Sv text, std::initializer_list<Sv> starts) {
    return std::any_of(starts.begin(), starts.end(), [&](Sv start) { return text.starts_with(start); });
}
std::string in_small_letters(Sv text) {
    std::string result(text);
    for (char& c : result)
        if (is_in(c, capitals)) c = static_cast<char>(c + ('a' - 'A'));
    return result;
}

// Takes the text up to one of `ends` off its front, and what of them follows.
Sv taken(Sv& text, Sv ends) {
    const Sv piece = text.substr(0, text.find_first_of(ends));
    text.remove_prefix(piece.size());
    text.remove_prefix(std::min(text.find_first_not_of(ends), text.size()));
    return piece;
}

Sv trimmed(Sv text, Sv before, Sv after) {
    text.remove_prefix(std::min(text.find_first_not_of(before), text.size()));
    return text.substr(0, text.find_last_not_of(after) + 1);
}

// ---- Syllables: vowels in a row are one, but for what English spells otherwise

// Common words that the rules below miss; with an s behind them too.
int irregular(Sv word) {
    static const std::map<Sv, int> known = {
        {"anyone", 3},   {"aren", 1},       {"weren", 1},    {"area", 3},         {"argue", 2},
        {"business", 2}, {"conscience", 2}, {"does", 1},     {"element", 3},      {"evening", 2},
        {"every", 2},    {"everyone", 3},   {"genuine", 3},  {"idea", 3},         {"mr", 2},
        {"dr", 2},       {"etc", 4},        {"moreover", 3}, {"nevertheless", 4}, {"parliament", 3},
        {"people", 2},   {"science", 2},    {"someone", 2},  {"suicide", 3},      {"wednesday", 2}};
    auto found = known.find(word);
    if (found == known.end() && word.ends_with('s')) found = known.find(word.substr(0, word.size() - 1));
    return found == known.end() ? 0 : found->second;
}

// Words with a silent e that others begin with: some-thing, case-worker.
Sv silent_beginning(Sv word) {
    for (const Sv first : {"base", "before", "care",  "case",  "else", "every", "file",  "frame",
                           "gate", "home",   "hope",  "house", "life", "like",  "name",  "nine",
                           "safe", "some",   "there", "time",  "use",  "where", "while", "whole"}) {
        const Sv rest = word.substr(std::min(first.size(), word.size()));
        if (word.starts_with(first) && any_in(rest, vowels) && !is_in(rest.front(), vowels) && rest != "ver")
            return first;
    }
    return {};
}

// A run that begins with i, between what stands before and after it, of two syllables? An i that softens the
// letter before it has no sound of its own: spe-cial, op-tion.
bool splits_after_i(Sv run, char letter, Sv before, Sv after) {
    const bool soft = is_in(letter, "tcs");
    const bool later = any_in(before, vowels);
    if (run == "ia" && soft)
        return !after.empty() && (after.starts_with("lit") || !starts_with_any(after, {"l", "n"}));
    if (run == "ia" && letter == 'l' && later)
        return !starts_with_any(after, {"n", "r"}) || after.starts_with("nc");
    if (run == "ia") return !after.starts_with("ge");
    if (run == "io") return !(after.starts_with('n') && is_in(letter, "tcsgxnl"));
    if (run == "iou") return !is_in(letter, "tcsgx") && !after.starts_with('r');
    if (run == "iu" || run == "ii") return true;
    if (run != "ie") return false;
    if (starts_with_any(after, {"nc", "nt"})) return !soft;
    return after.starts_with('t') || (later && (after == "r" || after == "rs" || after.starts_with("st")));
}

bool splits(Sv run, Sv before, Sv after) {
    const char letter = before.empty() ? ' ' : before.back();
    if (run.size() < 2) return false;
    if (run.ends_with('i') && after.starts_with("ng")) return true;  // be-ing, car-ry-ing
    const std::size_t y = run.find('y', 1);
    if (y < run.size() - 1) return after != "d" && run != "eye";  // roy-al
    if (run.front() == 'i') return splits_after_i(run, letter, before, after);
    if (run == "ua") return !is_in(letter, "qg");
    if (run == "ue") return letter != 'q' && starts_with_any(after, {"nt", "nc", "l"});
    if (run == "ui") return after.starts_with("ty") || (after.starts_with("ti") && letter == 't');
    if (run == "eo" || run == "eou") return letter != 'g';
    if (run == "ea")
        return (before.ends_with("cr") && starts_with_any(after, {"te", "ti", "to"})) ||
               (before == "r" && starts_with_any(after, {"ct", "ss"}));
    if (run == "oo") return before == "c" && starts_with_any(after, {"per", "rd"});  // co-op-e-rate
    if (run == "oe") return starts_with_any(after, {"m", "t"});
    return run == "uou" || run == "uie" || run == "ao";
}

// Is the e of this ending, -e, -es or -ed, silent?
bool is_silent(Sv stem, char last) {
    const char letter = stem.empty() ? ' ' : stem.back();
    const char before = stem.size() < 2 ? ' ' : stem[stem.size() - 2];
    if (is_in(letter, vowels)) return last == 'e' && letter == 'u' && is_in(before, "gq");  // u-nique
    if (letter == 'l' && !is_in(before, vowels) && !is_in(before, "lrw")) return false;     // ta-ble
    if (letter == 'r' && !is_in(before, vowels) && before != 'r') return false;             // cen-tre
    if (last == 'd') return !is_in(letter, "td");
    return last == 'e' || !(is_in(letter, "sxzcg") || ends_in_any(stem, {"ch", "sh"}));
}

// A silent e before an ending: state-ment, like-ly.
bool has_silent_middle(Sv word) {
    for (const Sv ending : {"ments", "ment", "ly", "fully", "ful", "less", "ness"}) {
        if (!word.ends_with(ending)) continue;
        const Sv stem = word.substr(0, word.size() - ending.size());
        if (stem.size() < 3 || stem.back() != 'e' || is_in(stem[stem.size() - 2], vowels)) return false;
        return any_in(stem.substr(0, stem.size() - 2), vowels) &&
               is_silent(stem.substr(0, stem.size() - 1), 'e');
    }
    return false;
}

int spelled_syllables(Sv word) {
    if (const int known = irregular(word)) return known;
    int count = 0;
    for (std::size_t at = word.find_first_of(vowels); at != Sv::npos; at = word.find_first_of(vowels, at)) {
        const std::size_t end = std::min(word.find_first_not_of(vowels, at), word.size());
        count += splits(word.substr(at, end - at), word.substr(0, at), word.substr(end)) ? 2 : 1;
        at = end;
    }
    if (ends_in_any(word, {"ism", "isms", "thm"})) ++count;
    if (has_silent_middle(word)) --count;
    const std::size_t ending = ends_in_any(word, {"es", "ed"}) ? 2 : word.ends_with('e') ? 1 : 0;
    if (ending != 0 && is_silent(word.substr(0, word.size() - ending), word.back())) --count;
    return std::max(count, 1);
}

// What the letters behind an apostrophe add: did-n't, church's, that'll.
int added_syllables(Sv word, Sv behind) {
    if (behind == "t" && word.ends_with('n')) return word.size() > 1 && is_in(word[word.size() - 2], "dst");
    if (behind == "s") return ends_in_any(word, {"s", "x", "z", "ch", "sh", "ce", "ge", "se"}) ? 1 : 0;
    if (behind == "ll" || behind == "ve") return ends_in_any(word, {"d", "t"}) ? 1 : 0;
    return behind.size() == 1 || behind == "re" ? 0 : spelled_syllables(behind);
}

// ---- Texts

// ASCII stands for the text: letters without their accents, plain quotes, dashes between spaces. Any other
// letter is an x.
void append_plain(std::string& plain, utf8proc_int32_t point) {
    const utf8proc_category_t category = utf8proc_category(point);
    if (point < 0x80)
        plain += static_cast<char>(point);
    else if (point == U'\u2018' || point == U'\u2019')
        plain += '\'';
    else if (point == U'\u2022')
        plain += '*';
    else if (category == UTF8PROC_CATEGORY_PI || category == UTF8PROC_CATEGORY_PF)
        plain += '"';
    else if (category == UTF8PROC_CATEGORY_PD)
        plain += point == U'\u2010' ? "-" : " - ";
    else if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO)
        plain += 'x';
}

// What is no UTF-8 is passed over.
std::string in_ascii(Sv text) {
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                        UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    std::string plain;
    for (utf8proc_ssize_t at = 0; at < size;) {
        utf8proc_int32_t point = -1;
        const utf8proc_ssize_t length = utf8proc_iterate(bytes + at, size - at, &point);
        at += std::max<utf8proc_ssize_t>(length, 1);
        if (length <= 0) continue;
        std::array<utf8proc_int32_t, 32> parts{};
        int boundary = 0;
        const auto most = static_cast<utf8proc_ssize_t>(parts.size());
        const auto count = utf8proc_decompose_char(point, parts.data(), most, options, &boundary);
        for (utf8proc_ssize_t i = 0; i < std::min(count, most); ++i)
            append_plain(plain, parts[static_cast<std::size_t>(i)]);
    }
    return plain;
}

// What stands between two spaces: no, one or several words.
void count_token(Sv token, bool capitals_only, Readability& result) {
    const bool address =
        token.find('@') != Sv::npos || token.find("://") != Sv::npos || token.starts_with("www.");
    const bool figures = any_in(token, digits);
    if (address || figures) {
        ++result.words;
        ++result.syllables;
    }
    if (address) return;
    std::string spaced(token);
    for (char& c : spaced)
        if (!is_letter(c) && (figures || !is_in(c, "'.-"))) c = ' ';
    for (Sv rest = spaced; !rest.empty();) {
        const Sv word = trimmed(taken(rest, spaces), "'.-", "'.-");
        // Beside figures: 10-year-old, but not 75th or 3.30pm.
        if (word.size() < (figures ? 3 : 1)) continue;
        if (!figures) ++result.words;
        for (Sv parts = word; !parts.empty();) {
            const Sv part = taken(parts, "-.");
            const bool letter_by_letter =
                !any_in(part, small_letters) && !capitals_only && part.size() <= longest_initials;
            result.syllables += letter_by_letter ? static_cast<long>(part.size()) : syllables_of(part);
        }
    }
}

// Does a sentence end with this token, the next one being `next`?
bool ends_sentence(Sv token, Sv next) {
    token = trimmed(token, "(\"'", ")]\"'");
    next = trimmed(next, "([\"'", "");
    if (token.empty() || !is_in(token.back(), ".!?") || next.empty() || is_in(next.front(), small_letters))
        return false;
    if (token.back() != '.') return true;
    token.remove_suffix(1);
    const std::string name = in_small_letters(token);
    const bool initial = name.size() == 1 && is_letter(name.front());
    return !initial && std::find(std::begin(stop_words), std::end(stop_words), name) == std::end(stop_words);
}

// A paragraph, a heading or a list item.
void count_block(std::string& block, Readability& result) {
    const bool capitals_only = !any_in(block, small_letters);
    long counted = result.words;
    for (Sv rest = trimmed(block, spaces, spaces); !rest.empty();) {
        const Sv token = taken(rest, spaces);
        count_token(token, capitals_only, result);
        if (result.words == counted || !(rest.empty() || ends_sentence(token, rest))) continue;
        ++result.sentences;
        counted = result.words;
    }
    block.clear();
}

// The marker of a list item or a heading, to be passed over: "-", "12.", "(a)", "##".
std::size_t marker_size(Sv line) {
    const std::size_t size = std::min(line.find_first_of(spaces), line.size());
    const Sv marker = line.substr(0, size);
    if (marker == "-" || marker == "*" || marker == "+" || marker.find_first_not_of('#') == Sv::npos)
        return size;
    const Sv name = trimmed(marker, "(", ".)");
    if (name.empty() || name.size() == size) return 0;
    const bool number = name.find_first_not_of(digits) == Sv::npos && name.size() <= 2;
    return number || (name.size() == 1 && marker.back() == ')') ? size : 0;
}

}  // namespace

int syllables_of(std::string_view word) {
    const std::string letters = in_small_letters(word);
    Sv rest = trimmed(letters, "'", "'");
    Sv piece = taken(rest, "'");
    const Sv first = silent_beginning(piece);
    int count = first.empty() ? 0 : spelled_syllables(first);
    count += spelled_syllables(piece.substr(first.size()));
    while (!rest.empty()) {
        const Sv behind = taken(rest, "'");
        count += added_syllables(piece, behind);
        piece = behind;
    }
    return count;
}

Readability readability_of(std::string_view text) {
    const std::string plain = in_ascii(text);
    Readability result;
    std::string block;
    for (Sv rest = plain; !rest.empty();) {
        Sv line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        line = trimmed(line, spaces, spaces);
        const std::size_t marker = marker_size(line);
        if (marker != 0 || !std::any_of(line.begin(), line.end(), is_word_part)) count_block(block, result);
        block.append(line.substr(marker)) += ' ';
        if (line.starts_with('#')) count_block(block, result);
    }
    count_block(block, result);
    return result;
}

double Readability::grade() const {
    if (words == 0) return 0;
    const auto count = static_cast<double>(words);
    return 0.39 * count / static_cast<double>(sentences) + 11.8 * static_cast<double>(syllables) / count -
           15.59;
}

double Readability::reading_age() const {
    return words == 0 ? 0 : grade() + 5;
}

}  // namespace casekeeper
