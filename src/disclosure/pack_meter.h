// SPDX-License-Identifier: MIT
//
// How much of a person's own record is kept back from them, before anybody signs: the share of the text by
// rule, the sentences that are left without meaning, and how that stands beside other packs asked for in the
// same capacity. Keeping back too much feels safe to whoever does it and is what readers complain of most
// (ICO, 9 December 2025); a figure makes it seen.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "disclosure/pack_ledger.h"
#include "disclosure/redactor.h"

namespace casekeeper {

struct PackMeter {
    long long characters = 0;                  // of all texts
    std::map<std::string, long long> by_rule;  // kept back
    long long sentences = 0;
    long long sentences_lost = 0;

    long long kept_back() const;
    double share() const;       // 0 to 1
    double share_lost() const;  // of the sentences
};

PackMeter meter_of(const Redactor::Share& share, const PackLedger& ledger);

// As a pack's facts keep it, and read back: {"characters":…,"kept_back":{…},"sentences":…,"sentences_lost":…}.
std::string to_json(const PackMeter& meter);
PackMeter read_meter(const std::string& json);

struct MeterJudgement {
    bool is_much = false;
    // Much, and by more than chance: of a few sentences one that is lost is many, and they are read at a glance.
    bool is_to_be_seen = false;
    std::vector<std::string> sentences;  // what the meter says, for whoever signs
};
// `others`: meters of packs of the same capacity. Much: more than twice the middle of at least five others and
// more than a twentieth; or, whatever the others, one sentence in ten left without meaning.
MeterJudgement judged(const PackMeter& meter, const std::vector<PackMeter>& others);

}  // namespace casekeeper
