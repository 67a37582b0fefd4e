// SPDX-License-Identifier: MIT
//
// Every decision by which something is kept back of a pack, under the number that the reader sees where it
// stands: one number a decision (a part, a rule, of whom), in the order of the pack. A number leads to who
// decided, when, and under which paragraph, so that each can be challenged by itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "policy/release_rules.h"
#include "policy/stand_ins.h"
#include "store/access_store.h"

namespace casekeeper {

struct LedgerLine {
    int number = 0;
    AccessItem item;        // withheld, in whole or in part
    std::string stand_in;   // what is read in its place; empty: all of the part is kept back
    std::string plain;      // why, as the reader is told it
    std::string paragraph;  // of the law, for the office
    // Lines that are told together: the same rule, the same stand-in. From 1, in the order of the pack.
    int group = 0;
};

class PackLedger {
public:
    // `order`: the parts of the pack. `people`: what is known of whom something is kept back about, by key; of
    // the others nothing but the key is.
    PackLedger(const std::vector<std::string>& order, const std::vector<AccessItem>& items,
               const ReleaseRules& rules, const std::map<std::string, KeptBack>& people,
               StandIns::Reader reader);

    const std::vector<LedgerLine>& lines() const { return lines_; }
    // Of one part; empty where nothing of it is kept back.
    std::vector<const LedgerLine*> of(const std::string& item) const;
    // By which all of a part is kept back; nullptr: none does.
    const LedgerLine* whole(const std::string& item) const;

    struct Group {
        int number = 0;
        std::string stand_in;  // empty: whole parts, or words that stand for nobody
        std::string rule;
        std::string plain;
        std::vector<int> numbers;  // ascending
    };
    const std::vector<Group>& groups() const { return groups_; }

private:
    std::vector<LedgerLine> lines_;
    std::map<std::string, std::vector<std::size_t>> by_item_;
    std::vector<Group> groups_;
};

// The words that a decision in part quotes; empty: it quotes none.
std::string passage_kept_back(const LedgerLine& line);

// {3, 7, 9, 10, 11} -> "3, 7, 9 to 11"
std::string numbers_in_words(const std::vector<int>& numbers);

}  // namespace casekeeper
