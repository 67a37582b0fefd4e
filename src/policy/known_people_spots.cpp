// SPDX-License-Identifier: MIT
#include <algorithm>

#include "policy/known_people_parts.h"
#include "policy/mention_context.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_joined = 4;  // words without a space between them that may be one: O'Brien-Smith
constexpr std::size_t most_initials = 4;
constexpr std::size_t longest_abbreviation = 3;  // letters

}  // namespace

bool is_single_letter(const MentionWords& words, std::size_t i) {
    return words[i].end - words[i].begin == 1 && words[i].is(MentionWord::capital);
}

bool is_among_capitals(const MentionWords& words, std::size_t i) {
    const auto is_capitals = [&](std::size_t at) {
        return words[at].is(MentionWord::capitals) && words[at].end - words[at].begin > longest_abbreviation;
    };
    return (i > 0 && is_capitals(i - 1)) || (i + 1 < words.size() && is_capitals(i + 1));
}

void KnownPeople::Spots::find() {
    const std::span<const MentionWord> all = words_.all();
    const bool exact = spelling_ == Spelling::exact;
    names_.reserve(all.size() / 8);
    for (std::uint32_t i = 0; i < all.size();) {
        // Most words are nothing, and are passed over by one look.
        const bool may_be =
            all[i].is(MentionWord::joined | MentionWord::brief) || people_.table_.may_hold(all[i]);
        i = may_be || !exact ? find_at(i) : i + 1;
    }
    // Who bears them is read below: fetched meanwhile.
    for (const Spot& spot : names_) __builtin_prefetch(spot.called->bearers.data());
}

// The word behind the name that stands at i, or behind i.
std::uint32_t KnownPeople::Spots::find_at(std::uint32_t i) {
    const std::uint32_t* number = people_.table_.find(words_, i);
    // In small letters "he" is nobody's family name.
    const bool is_little =
        number != nullptr && (*number & little) != 0 && !words_[i].is(MentionWord::capital);
    Spot spot{i, i, number == nullptr || is_little ? nullptr : &people_.called(*number)};
    if (words_[i].is(MentionWord::joined)) find_joined(spot);
    if (words_[i].is(MentionWord::brief)) find_initials(i);
    if (spot.called == nullptr && spelling_ == Spelling::misspelt_too) {
        if (const std::uint32_t* glued = people_.glued_.find(words_, i))
            spot.called = &people_.called(*glued);
        else
            find_misspelt(spot);
    }
    if (spot.called != nullptr) {
        __builtin_prefetch(spot.called);
        names_.push_back(spot);
    }
    return spot.last + 1;
}

std::uint32_t KnownPeople::Spots::last_joined(std::uint32_t first) const {
    std::uint32_t last = first;
    while (last + 1 < words_.size() && last + 1 < first + most_joined && words_[last].is(MentionWord::joined))
        ++last;
    return last;
}

void KnownPeople::Spots::find_joined(Spot& spot) const {
    for (std::uint32_t last = last_joined(spot.first); last > spot.first; --last) {
        const std::string letters = words_.letters(spot.first, last);
        if (letters.size() > people_.longest_) continue;
        const std::uint32_t* number = people_.table_.find(letters);
        if (number == nullptr) number = people_.glued_.find(letters);
        if (number == nullptr) continue;
        spot.called = &people_.called(*number);
        spot.last = last;
        return;
    }
}

// English words only with a capital, little words never: Then is no Theo.
void KnownPeople::Spots::find_misspelt(Spot& spot) {
    const MentionWord& word = words_[spot.first];
    const std::size_t bytes = word.end - word.begin;
    for (std::uint32_t last = last_joined(spot.first); last > spot.first && spot.called == nullptr; --last)
        find_near(spot, last, words_.letters(spot.first, last));
    if (spot.called != nullptr || word.is(MentionWord::digits) || bytes + 1 < NearWords::fewest_letters)
        return;
    const bool is_english = (people_.knowledge_.of(words_, spot.first) & NameKnowledge::word) != 0;
    if (is_english && !word.is(MentionWord::capital)) return;
    if ((context_of(words_, spot.first) & Context::function) != 0) return;
    find_near(spot, spot.first, words_.letters(spot.first));
}

void KnownPeople::Spots::find_near(Spot& spot, std::uint32_t last, const std::string& letters) {
    const std::vector<std::uint32_t> near = people_.near_.find(letters);
    if (near.empty()) return;
    spot.last = last;
    spot.is_near = true;
    spot.called = &people_.called(near.front());
    if (near.size() > 1) merge(near, spot);
}

// Of several names all are meant.
void KnownPeople::Spots::merge(const std::vector<std::uint32_t>& near, Spot& spot) {
    std::vector<Bearer>& all = merged_bearers_.emplace_back();
    Called merged = *spot.called;
    for (const std::uint32_t number : near) {
        const Called& one = people_.called(number);
        all.insert(all.end(), one.bearers.begin(), one.bearers.end());
        merged.roles |= one.roles;
    }
    const auto before = [](const Bearer& one, const Bearer& other) {
        return one.person != other.person ? one.person < other.person : one.role < other.role;
    };
    const auto same = [](const Bearer& one, const Bearer& other) { return one.person == other.person; };
    std::sort(all.begin(), all.end(), before);
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    merged.bearers = all;
    set_meant(all, people_.parts_, merged.person, merged.of);
    spot.called = &merged_.emplace_back(merged);
}

// J.R., J R, JR
void KnownPeople::Spots::find_initials(std::uint32_t first) {
    if (people_.initials_.empty()) return;
    if (words_[first].is(MentionWord::capitals)) return find_initials_in_one(first);
    if (!is_single_letter(words_, first) ||
        (first > 0 && is_single_letter(words_, first - 1) && is_between_letters(first)))
        return;
    std::uint32_t last = first;
    while (last + 1 < words_.size() && last + 1 < first + most_initials &&
           is_single_letter(words_, last + 1) && is_between_letters(last + 1))
        ++last;
    if (last == first) return;
    const auto found = people_.initials_.find(words_.letters(first, last));
    if (found == people_.initials_.end()) return;
    initials_.push_back({first, last, found->second, words_.after(first).starts_with(".")});
}

void KnownPeople::Spots::find_initials_in_one(std::uint32_t at) {
    const auto found = people_.initials_.find(words_.letters(at));
    if (found == people_.initials_.end() || found->second.size() > 1) return;
    const std::uint32_t knows = people_.knowledge_.of(words_, at);
    if ((knows & NameKnowledge::word) != 0 || (context_of(words_, at) & Context::abbreviation) != 0) return;
    if (is_among_capitals(words_, at)) return;
    initials_.push_back({at, at, found->second, false});
}

bool KnownPeople::Spots::is_between_letters(std::uint32_t i) const {
    const std::string_view gap = words_.before(i);
    return gap == "." || gap == ". " || gap == " ";
}

}  // namespace casekeeper
