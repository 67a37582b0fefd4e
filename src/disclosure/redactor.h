// SPDX-License-Identifier: MIT
//
// What a reader sees of the words of a part, by the decisions on it: words that are kept back are replaced by
// their stand-in with its number, everything else stays as it was written. Whoever is named is found by the
// search that was used when the proposals were made, so that a name is kept back in every spelling. What the
// search cannot answer is not shown: it throws, and no pack is made.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "custody/part_texts.h"
#include "disclosure/pack_ledger.h"
#include "output/book.h"
#include "policy/redaction.h"

namespace casekeeper {

// Words that give away the places of some keys.
using PlaceFinder =
    std::function<std::vector<TextSpan>(std::string_view text, const std::vector<std::string>& keys)>;

// Is whoever a decision is about kept back by every name, wherever the part has it? Not where only a passage is
// kept back that does not name them: what it says is to stay secret, not who it is about.
bool keeps_back_the_name(const LedgerLine& line, const NameSearch& names);

enum class Copy {
    persons,  // what whoever asked receives
    office    // the same, with what was kept back, its number and the paragraph of the law
};

class Redactor {
public:
    Redactor(const PackLedger& ledger, NameSearch names, PlaceFinder places);

    // The words of one text of a part; never empty where the text is not.
    // REQUIRES: not all of the part is kept back.
    Runs treated(const std::string& item, const PartText& text, Copy copy);

    // The same, counted nowhere: for what is told a second time.
    Runs glimpse(const std::string& item, const PartText& text, Copy copy);
    // A part that is kept back in whole.
    void count_whole(const LedgerLine& line, const std::vector<PartText>& texts);

    // "[your brother or sister, note 3]"
    static Run stand_in(const LedgerLine& line);

    // Parts of which passages were to be kept back that stood in none of their texts so far: their numbers.
    // Asked when all was treated: anything here, and the pack is not what people decided.
    std::vector<int> not_found() const;

    // What was counted of the person's copy, in characters.
    struct Share {
        long long characters = 0;            // of all texts
        std::map<int, long long> kept_back;  // by number
        long long sentences = 0;
        long long sentences_lost = 0;  // with more kept back than said
    };
    const Share& share() const { return share_; }

private:
    std::vector<Cut> cuts(const std::string& item, const PartText& text);
    Runs runs_of(const PartText& text, const std::vector<Cut>& cuts, Copy copy) const;
    void count(const PartText& text, const std::vector<Cut>& cuts);

    const PackLedger& ledger_;
    const NameSearch names_;
    const PlaceFinder places_;
    std::set<int> passages_;       // that are still to be found
    std::set<int> keep_the_name_;  // lines that do
    Share share_;
};

}  // namespace casekeeper
