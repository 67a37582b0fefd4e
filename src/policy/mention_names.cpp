// SPDX-License-Identifier: MIT
#include "policy/mention_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "policy/mention_atoms.h"
#include "policy/mention_evidence.h"

namespace casekeeper {
namespace {

// Points from which a run is a name here; from which one told elsewhere in the text is one here too.
constexpr double enough = 1.5;
constexpr double well_known = 3;
constexpr double least = -3;  // what one place may take from, and add to, the points of the whole text
constexpr double most = 4;

constexpr double surest = 0.9;  // confidence in what nobody told of
constexpr double beside_another = 0.55;
constexpr double perhaps = 0.35;  // a word of no list: a place, or a name

class NameReading {
public:
    NameReading(const MentionWords& words, const NameKnowledge& knowledge)
        : words_(words), runs_(name_runs(words, knowledge)), evidence_(words), verdicts_(runs_.size()) {}

    std::vector<UnknownName> all() && {
        std::vector<double> around;
        for (const NameRun& run : runs_) {
            around.push_back(evidence_.around(run));
            const double points = std::clamp(around.back(), least, most);
            points_[run.atoms.front().letters] += points;
            if (run.atoms.size() > 1) points_[run.atoms.back().letters] += points / 2;
        }
        for (std::size_t i = 0; i < runs_.size(); ++i) verdicts_[i] = verdict(runs_[i], around[i]);
        for (std::size_t i = 1; i < runs_.size(); ++i) take_from_neighbour(i, i - 1, around[i]);
        for (std::size_t i = runs_.size(); i > 1; --i) take_from_neighbour(i - 2, i - 1, around[i - 2]);
        std::vector<UnknownName> names;
        for (std::size_t i = 0; i < runs_.size(); ++i)
            if (verdicts_[i].confidence > 0)
                names.push_back(
                    {runs_[i].first(), runs_[i].last(), verdicts_[i].confidence, verdicts_[i].why});
        return names;
    }

private:
    struct Verdict {
        double confidence = 0;
        const char* why = "";
    };

    Verdict verdict(const NameRun& run, double around) const {
        if (around <= RunEvidence::told_none) return {};
        const NameAtom& one = run.atoms.front();
        const double by_itself = evidence_.by_itself(run, around);
        const double here = by_itself + around;
        const double all = by_itself + points_.at(one.letters);
        if (here >= enough && (all > -1 || around >= RunEvidence::told_outright))
            return sure(here, "looks like a name");
        // At the beginning of a sentence Hope may be the word, whoever is called so elsewhere.
        const bool may_be_word = run.begins_sentence && (one.is_english() || !one.is_capital) && around < 1;
        const char* const elsewhere = "called a name elsewhere in the text";
        if (all >= enough && here > -1 && !may_be_word) return sure((here + all) / 2, elsewhere);
        if (all >= well_known && here > least - 0.5 && !may_be_word) return sure(enough, elsewhere);
        const bool is_unlisted = one.is_strange() && one.is_capital && !run.begins_sentence;
        if (is_unlisted && here > -1 && !evidence_.is_abbreviation(run))
            return {perhaps, "no English word, perhaps a place"};
        return {};
    }

    static Verdict sure(double points, const char* why) {
        return {std::min(surest, 0.5 + 0.1 * std::max(0.0, points - enough)), why};
    }

    // Jane, Xaviera and Tom: one that stands in a row with names is one.
    void take_from_neighbour(std::size_t i, std::size_t neighbour, double around) {
        const NameAtom& one = runs_[i].atoms.front();
        // ROE, Jane
        const bool is_family_first = neighbour == i + 1 && words_[one.first].is(MentionWord::capitals) &&
                                     runs_[i].atoms.size() == 1 && runs_[neighbour].atoms.front().is_given();
        const double known = verdicts_[neighbour].confidence;
        if (verdicts_[i].confidence >= beside_another) return;
        if (is_family_first ? known < likely_mention : known <= beside_another) return;
        const bool is_word = one.is_english() && !(is_family_first && one.is_surname());
        if (around < -1 || !one.is_capital || is_word || evidence_.is_abbreviation(runs_[i])) return;
        if (are_in_a_row(std::min(i, neighbour))) verdicts_[i] = {beside_another, "beside another name"};
    }

    bool are_in_a_row(std::size_t i) const {
        const std::size_t last = runs_[i].last();
        const std::size_t next = runs_[i + 1].first();
        const std::string_view between =
            words_.text().substr(words_[last].end, words_[next].begin - words_[last].end);
        for (const std::string_view row : {", ", " and ", ", and ", " & ", " or ", "/", " / ", "; "})
            if (between == row) return true;
        return false;
    }

    const MentionWords& words_;
    std::vector<NameRun> runs_;
    RunEvidence evidence_;
    std::vector<Verdict> verdicts_;
    std::unordered_map<std::string, double> points_;  // by the first, and half as much by the last word
};

}  // namespace

std::vector<UnknownName> unknown_names(const MentionWords& words, const NameKnowledge& knowledge) {
    return NameReading(words, knowledge).all();
}

}  // namespace casekeeper
