// SPDX-License-Identifier: MIT
#include <algorithm>

#include "policy/known_people_parts.h"
#include "policy/mention_context.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_initials = 4;
constexpr std::size_t longest_initials = 3;  // letters, written without dots
constexpr std::size_t widest_gap = 40;  // bytes between the words of one name: the end of an indented line
constexpr std::size_t few_people = 16;  // a short name is looked for misspelt beside a name of so few

// What may stand between the words of one name. A dot only behind an initial, or in a file's name.
bool is_gap_of_name(std::string_view gap, bool after_initial, bool comma) {
    if (gap.size() == 1 && gap[0] == ' ') return true;
    if (gap.size() > widest_gap) return false;
    if (gap == "." || gap == "\u00a0" || gap == "\u2010" || gap == "\u2011" || gap == "\u2013") return true;
    int lines = 0;
    for (std::size_t i = 0; i < gap.size(); ++i) {
        const char c = gap[i];
        if (c == '\n') ++lines;
        const bool between =
            c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '_' || c == '-' || c == '\'';
        const bool ends = i == 0 && ((c == '.' && after_initial) || (c == ',' && comma));
        if (!between && !ends) return false;
    }
    return lines < 2;
}

}  // namespace

// Names of one person beside each other are one name of theirs.
class KnownPeople::Reading {
public:
    Reading(const KnownPeople& people, const MentionWords& words, Spelling spelling, const Spots& spots)
        : people_(people), words_(words), spelling_(spelling), names_(spots.names()), alone_(people, words) {
        spoken_.reserve(names_.size() + spots.initials().size());
        for (const Initials& one : spots.initials())
            add(one.first, one.last, one.bearers, one.dotted ? 0.8F : 0.6F, "initials");
    }

    std::vector<Spoken> all() && {
        for (std::size_t i = 0; i < names_.size();) i = read_from(i);
        return std::move(spoken_);
    }

private:
    std::size_t read_from(std::size_t at) {
        const Spot& spot = names_[at];
        std::uint32_t first = spot.first;
        std::uint32_t last = spot.last;
        Bearers bearers = spot.called->bearers;
        bool with_initial = false;
        std::size_t next = at + 1;
        bool any_near = spot.is_near;
        bool only_pieces = spot.called->is_only(Role::piece);
        for (;;) {
            if (next < names_.size() && names_[next].first == last + 1 && may_go_on(names_[at], last + 1) &&
                narrow(bearers, names_[next].called->bearers)) {
                any_near = any_near || names_[next].is_near;
                only_pieces = only_pieces && names_[next].called->is_only(Role::piece);
                last = names_[next++].last;
            } else if (last + 1 < words_.size() && is_single_letter(words_, last + 1) &&
                       may_go_on(names_[at], last + 1) && narrow_by_letter(bearers, last + 1)) {
                with_initial = true;
                ++last;
            } else {
                break;
            }
        }
        if (spelling_ == Spelling::misspelt_too && bearers.size() <= few_people && last + 1 < words_.size())
            take_short_family(bearers, last, any_near);
        while (first > 0 && first + most_initials > spot.first && take_initials_before(first, bearers))
            with_initial = true;
        if (last == spot.last && !with_initial) {
            add_alone(spot);
        } else {
            const float surely = only_pieces ? 0.7F : 0.98F;
            add(first, last, bearers, any_near ? 0.85F : surely,
                with_initial ? "name with an initial"
                : any_near   ? "whole name, misspelt by a letter"
                             : "whole name");
        }
        return next;
    }

    // May a name that began with this spot go on at word i? Behind a family name with a comma: Roe, Jane.
    bool may_go_on(const Spot& begun, std::uint32_t i) const {
        const bool comma =
            begun.last + 1 == i && (begun.called->is(Role::family) || begun.called->is(Role::other));
        return is_gap_of_name(words_.before(i), is_single_letter(words_, i - 1), comma);
    }

    // The first who is this person or comes after, or the last of all. Halved without a branch, for no branch could
    // be foreseen. REQUIRES: not empty.
    static const Bearer& not_before(Bearers bearers, std::uint32_t person) {
        const Bearer* at = bearers.data();
        for (std::size_t size = bearers.size(); size > 1;) {
            const std::size_t half = size / 2;
            at += half * static_cast<std::size_t>(at[half - 1].person < person);
            size -= half;
        }
        return *at;
    }

    // Leaves those who bear both. False, and nothing changed, where nobody does.
    bool narrow(Bearers& bearers, Bearers others) {
        const Bearers fewer = bearers.size() < others.size() ? bearers : others;
        const Bearers more = bearers.size() < others.size() ? others : bearers;
        std::vector<Bearer>& both = kept_[use_];
        both.clear();
        for (const Bearer& one : fewer) {
            const Bearer& other = not_before(more, one.person);
            if (other.person == one.person) both.push_back({one.person, std::max(one.role, other.role)});
        }
        return keep(bearers);
    }

    bool narrow_by_letter(Bearers& bearers, std::uint32_t word) {
        std::vector<Bearer>& both = kept_[use_];
        both.clear();
        const std::string letter = words_.letters(word);
        for (const Bearer& bearer : bearers)
            if (people_.first_letters_[bearer.person].find(letter) != std::string::npos)
                both.push_back(bearer);
        return keep(bearers);
    }

    // Those just put aside are who may be meant, if there are any.
    bool keep(Bearers& bearers) {
        if (kept_[use_].empty()) return false;
        bearers = kept_[use_];
        use_ = 1 - use_;
        return true;
    }

    // J Roe, J.R. Roe, JR Roe.
    bool take_initials_before(std::uint32_t& first, Bearers& bearers) {
        const std::uint32_t at = first - 1;
        const MentionWord& word = words_[at];
        if (!is_gap_of_name(words_.before(first), true, false)) return false;
        if (is_single_letter(words_, at)) {
            if (!narrow_by_letter(bearers, at)) return false;
        } else if (word.is(MentionWord::capitals) && word.end - word.begin <= longest_initials &&
                   (context_of(words_, at) & Context::title) == 0) {
            std::vector<Bearer>& both = kept_[use_];
            both.clear();
            const std::string letters = words_.letters(at);
            for (const Bearer& bearer : bearers)
                if (letters.find_first_not_of(people_.first_letters_[bearer.person]) == std::string::npos)
                    both.push_back(bearer);
            if (!keep(bearers)) return false;
        } else {
            return false;
        }
        first = at;
        return true;
    }

    // Jane Reo: a family name too short to be found misspelt by itself.
    void take_short_family(Bearers bearers, std::uint32_t& last, bool& any_near) const {
        const MentionWord& word = words_[last + 1];
        if (!word.is(MentionWord::capital) || !is_gap_of_name(words_.before(last + 1), false, false)) return;
        const std::string letters = words_.letters(last + 1);
        for (const Bearer& bearer : bearers)
            for (const std::string& family : people_.family_[bearer.person])
                if (family.size() > 1 && letters.size() > 1 && is_one_letter_off(family, letters)) {
                    ++last;
                    any_near = true;
                    return;
                }
    }

    void add_alone(const Spot& spot) {
        const float confidence = alone_.confidence(spot);
        if (confidence <= 0) return;
        static constexpr const char* whys[] = {"given name",    "family name", "another name of theirs",
                                               "nickname",      "whole name",  "name of an account",
                                               "part of a name"};
        const char* const why = spot.is_near ? "name misspelt by a letter"
                                             : whys[static_cast<std::size_t>(spot.called->plainest())];
        spoken_.push_back({spot.first, spot.last, spot.called->person, spot.called->of, confidence, why});
    }

    void add(std::uint32_t first, std::uint32_t last, Bearers bearers, float confidence, const char* why) {
        Spoken one{first, last, several, MentionOf::unclear, confidence, why};
        set_meant(bearers, people_.parts_, one.person, one.of);
        spoken_.push_back(one);
    }

    const KnownPeople& people_;
    const MentionWords& words_;
    Spelling spelling_;
    const std::vector<Spot>& names_;
    Alone alone_;
    std::vector<Bearer> kept_[2];
    int use_ = 0;
    std::vector<Spoken> spoken_;
};

std::vector<KnownPeople::Spoken> KnownPeople::find(const MentionWords& words, Spelling spelling) const {
    Spots spots(*this, words, spelling);
    spots.find();
    return Reading(*this, words, spelling, spots).all();
}

}  // namespace casekeeper
