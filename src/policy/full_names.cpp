// SPDX-License-Identifier: MIT
#include "policy/full_names.h"

#include <algorithm>

#include "base/name_words.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_words = 5;
constexpr std::string_view particles[] = {"van", "von", "de", "der", "den", "del", "della",
                                          "da",  "dos", "du", "la",  "le",  "bin", "bint",
                                          "ibn", "al",  "el", "ap",  "ter", "ten"};

using Words = std::vector<std::string>;

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

// What is written as one: a word, or several with an apostrophe or a hyphen between.
struct Piece {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string letters;
    bool is_capital = false;
    bool is_capitals = false;
};

bool is_particle(const Piece& piece) {
    return !piece.is_capital && is_name_particle(piece.letters);
}

std::vector<Piece> pieces_of(const MentionWords& words) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Piece piece{i, i, "", words[i].is(MentionWord::capital), words[i].is(MentionWord::capitals)};
        while (piece.last + 1 < words.size() && words[piece.last].is(MentionWord::joined)) {
            // Ben's is Ben.
            const bool is_genitive = words[piece.last].is(MentionWord::apostrophe) &&
                                     words[piece.last + 1].end - words[piece.last + 1].begin == 1;
            if (is_genitive) break;
            ++piece.last;
        }
        piece.letters = words.letters(piece.first, piece.last);
        i = piece.last;
        const bool leaves_genitive = i + 1 < words.size() && words[i].is(MentionWord::joined);
        pieces.push_back(std::move(piece));
        if (leaves_genitive) ++i;  // the s
    }
    return pieces;
}

class Runs {
public:
    explicit Runs(const MentionWords& words) : words_(words), pieces_(pieces_of(words)) {}

    std::vector<NameInText> all() && {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (!is_name(i)) continue;
            for (std::size_t last = end_of_run(i); last > i; --last)
                if (pieces_[last].is_capital) add(i, last);
            if (i + 1 < pieces_.size() && pieces_[i].is_capitals && pieces_[i + 1].is_capital &&
                words_.before(pieces_[i + 1].first) == ", ")
                found_.push_back({pieces_[i].first, pieces_[i + 1].last,
                                  pieces_[i + 1].letters + " " + pieces_[i].letters});
        }
        return std::move(found_);
    }

private:
    bool is_name(std::size_t i) const { return pieces_[i].is_capital && pieces_[i].letters.size() > 1; }

    bool follows(std::size_t i) const {
        const std::string_view gap = words_.before(pieces_[i].first);
        return !gap.empty() && gap.size() < 4 && gap.find_first_not_of(" \t\n\r") == std::string_view::npos;
    }

    std::size_t end_of_run(std::size_t first) const {
        std::size_t last = first;
        while (last + 1 < pieces_.size() && last + 1 - first < most_words && follows(last + 1) &&
               (is_name(last + 1) || is_particle(pieces_[last + 1])))
            ++last;
        return last;
    }

    void add(std::size_t first, std::size_t last) {
        NameInText name{pieces_[first].first, pieces_[last].last, pieces_[first].letters};
        for (std::size_t i = first + 1; i <= last; ++i) name.name += " " + pieces_[i].letters;
        found_.push_back(std::move(name));
    }

    const MentionWords& words_;
    const std::vector<Piece> pieces_;
    std::vector<NameInText> found_;
};

}  // namespace

bool is_name_particle(std::string_view letters) {
    return std::find(std::begin(particles), std::end(particles), letters) != std::end(particles);
}

std::vector<std::string> full_names_of(const PersonNames& person) {
    const Words family = name_words(person.family_name);
    const Words given = name_words(person.given_names);
    std::vector<std::string> names;
    const auto add = [&](Words first, const Words& last) {
        if (first.empty() || last.empty()) return;
        first.insert(first.end(), last.begin(), last.end());
        names.push_back(joined(first));
    };
    if (!given.empty()) add({given.front()}, family);
    add(given, family);
    for (const std::string& known : person.known_as) {
        const Words words = name_words(known);
        if (words.size() > 1) names.push_back(joined(words));
        add(words, family);
    }
    for (const std::string& former : person.former_names) {
        const Words words = name_words(former);
        if (words.size() > 1) names.push_back(joined(words));
        if (words.size() == 1 && !given.empty()) add({given.front()}, words);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::vector<NameInText> full_names_in(const MentionWords& words) {
    return Runs(words).all();
}

}  // namespace casekeeper
