// SPDX-License-Identifier: MIT
#include "policy/mention_atoms.h"

#include <algorithm>
#include <optional>

#include "policy/mention_context.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_atoms = 5;  // of one name

// 's, 'm, 't: what stands behind an apostrophe and is no name's.
bool is_ending(const MentionWords& words, std::size_t i) {
    return words[i].end - words[i].begin <= 2 && !words[i].is(MentionWord::capital);
}

class RunReading {
public:
    RunReading(const MentionWords& words, const NameKnowledge& knowledge)
        : words_(words), knowledge_(knowledge) {}

    std::vector<NameRun> all() && {
        for (std::size_t i = 0; i < words_.size();) {
            const std::optional<NameAtom> atom = atom_at(i);
            if (!atom) {
                end_run();
                ++i;
                continue;
            }
            if (!run_.atoms.empty() && !goes_on(*atom)) end_run();
            if (run_.atoms.empty()) run_.begins_sentence = begins_sentence(words_, i);
            run_.atoms.push_back(*atom);
            i = atom->last + 1;
        }
        end_run();
        return std::move(runs_);
    }

private:
    // A word with a capital, or a listed given name in small letters that is no word.
    std::optional<NameAtom> atom_at(std::size_t i) const {
        const MentionWord& word = words_[i];
        if (word.is(MentionWord::digits)) return std::nullopt;
        NameAtom atom;
        atom.first = i;
        atom.last = last_of_atom(i);
        atom.is_capital = word.is(MentionWord::capital);
        if (!atom.is_capital && word.is(MentionWord::joined) && atom.last > i) return std::nullopt;
        if (!atom.is_capital) return small_atom(atom);
        atom.letters = words_.letters(i, atom.last);
        atom.knows = knowledge_.of(atom.letters);
        if (atom.last == i) {
            atom.says = context_of(words_, i);
        } else if (atom.knows == 0) {
            for (std::size_t at = i; at <= atom.last; ++at) atom.knows |= knowledge_.of(words_, at);
        }
        atom.is_initial = atom.letters.size() == 1;
        if (atom.is_initial && (atom.letters == "i" || atom.letters == "a") &&
            !words_.after(i).starts_with("."))
            return std::nullopt;
        return atom;
    }

    std::optional<NameAtom> small_atom(NameAtom atom) const {
        const std::uint32_t knows = knowledge_.of(words_, atom.first);
        const std::uint32_t says = context_of(words_, atom.first);
        const bool is_particle = (says & Context::particle) != 0 && !run_.atoms.empty();
        const bool is_name = (knows & NameKnowledge::given) != 0 && (knows & NameKnowledge::word) == 0 &&
                             (says & (Context::everyday | Context::function)) == 0;
        if (!is_particle && !is_name) return std::nullopt;
        atom.letters = words_.letters(atom.first);
        atom.knows = knows;
        atom.says = says;
        return atom;
    }

    // O'Brien, Mary-Ann, McDonald; not Jane's, not Well-known.
    std::size_t last_of_atom(std::size_t i) const {
        std::size_t last = i;
        while (last + 1 < words_.size() && last < i + 3 && words_[last].is(MentionWord::joined)) {
            const MentionWord& next = words_[last + 1];
            if (next.is(MentionWord::digits) || !next.is(MentionWord::capital) || is_ending(words_, last + 1))
                break;
            ++last;
        }
        return last;
    }

    bool goes_on(const NameAtom& atom) const {
        if (run_.atoms.size() >= most_atoms) return false;
        // The next line may begin with any word.
        const bool is_listed = atom.is_given() || atom.is_surname();
        if (words_.before(atom.first).find('\n') != std::string_view::npos && atom.is_english() && !is_listed)
            return false;
        const NameAtom& before = run_.atoms.back();
        const std::string_view gap = words_.before(atom.first);
        if (before.is_initial && (gap == ". " || gap == ".")) return true;
        if (atom.is_capital != run_.atoms.front().is_capital && (atom.says & Context::particle) == 0 &&
            (before.says & Context::particle) == 0)
            return false;
        return only_space_before(words_, atom.first) || gap == "_";
    }

    void end_run() {
        // A particle is between names only: Jane de.
        while (!run_.atoms.empty() && !run_.atoms.back().is_capital &&
               (run_.atoms.back().says & Context::particle) != 0)
            run_.atoms.pop_back();
        if (!run_.atoms.empty()) runs_.push_back(std::move(run_));
        run_ = NameRun();
    }

    const MentionWords& words_;
    const NameKnowledge& knowledge_;
    NameRun run_;
    std::vector<NameRun> runs_;
};

// Nobody is called so, wherever it stands in a run.
bool is_no_name(const NameAtom& atom) {
    if (atom.is_initial || !atom.is_capital) return false;
    constexpr std::uint32_t never = Context::function | Context::pronoun | Context::title;
    if ((atom.says & never) != 0 && (atom.says & Context::everyday) == 0) return true;
    const bool is_listed = atom.is_given() || atom.is_surname();
    return (atom.says & Context::calendar) != 0 && !is_listed;
}

// Dear, Mr, Visitor: a name follows.
bool tells_of_name(const NameAtom& atom) {
    constexpr std::uint32_t telling =
        Context::title | Context::kin | Context::role | Context::greeting | Context::naming;
    return !atom.is_initial && (atom.says & telling) != 0;
}

// An English word that is no listed name: Social, Poor.
bool is_mere_word(const NameAtom& atom) {
    return !atom.is_initial && atom.is_english() && !atom.is_given() && !atom.is_surname();
}

// Takes from a run the words before the name: Social Worker, Poor. Not Comfort of "Health Visitor Comfort Asante".
void take_leading_words(NameRun& run) {
    bool is_told = false;
    while (run.atoms.size() > 1) {
        const NameAtom& first = run.atoms.front();
        const bool tells = tells_of_name(first);
        if (!tells && (!is_mere_word(first) || (is_told && !is_mere_word(run.atoms[1])))) return;
        is_told = tells;
        run.atoms.erase(run.atoms.begin());
        run.begins_sentence = false;
    }
}

// Behind Jane Roe of "Jane Roe Team Manager"; Victoria Park School is one.
std::size_t end_of_name(const NameRun& run) {
    const std::size_t size = run.atoms.size();
    const bool is_sure = !run.atoms[0].is_english() || (size > 1 && !is_mere_word(run.atoms[1]));
    if (size < 4 || !run.atoms[0].is_given() || !is_sure) return size;
    for (std::size_t i = 2; i + 1 < size; ++i)
        if (is_mere_word(run.atoms[i])) return i;
    return size;
}

}  // namespace

std::string NameRun::letters() const {
    std::string all;
    for (const NameAtom& atom : atoms) all += atom.letters;
    return all;
}

std::vector<NameRun> name_runs(const MentionWords& words, const NameKnowledge& knowledge) {
    std::vector<NameRun> parts;
    const auto put = [&](NameRun run) {
        take_leading_words(run);
        while (run.atoms.size() > 1 && run.atoms.back().is_initial &&
               !words.after(run.last()).starts_with("."))
            run.atoms.pop_back();
        const bool only_initials = std::all_of(run.atoms.begin(), run.atoms.end(),
                                               [](const NameAtom& atom) { return atom.is_initial; });
        if (!only_initials) parts.push_back(std::move(run));
    };
    const auto put_name = [&](NameRun run) {
        const std::size_t end = end_of_name(run);
        NameRun rest;
        rest.atoms.assign(run.atoms.begin() + static_cast<long>(end), run.atoms.end());
        run.atoms.resize(end);
        put(std::move(run));
        if (!rest.atoms.empty()) put(std::move(rest));
    };
    for (NameRun& run : RunReading(words, knowledge).all()) {
        NameRun part;
        part.begins_sentence = run.begins_sentence;
        for (NameAtom& atom : run.atoms) {
            if (!is_no_name(atom)) {
                part.atoms.push_back(std::move(atom));
                continue;
            }
            if (!part.atoms.empty()) put_name(std::move(part));
            part = NameRun();
        }
        if (!part.atoms.empty()) put_name(std::move(part));
    }
    return parts;
}

}  // namespace casekeeper
