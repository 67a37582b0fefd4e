// SPDX-License-Identifier: MIT
#include "disclosure/pack_meter.h"

#include <algorithm>
#include <cmath>

#include "base/json_read.h"
#include "base/json_text.h"

namespace casekeeper {
namespace {

constexpr std::size_t enough_others = 5;
constexpr double times_the_middle = 2;
constexpr double little = 0.05;
constexpr double many_lost = 0.1;
constexpr long long no_few_sentences = 50;

// "12.3 %"
std::string percent(double share) {
    const auto tenths = static_cast<long long>(std::llround(share * 1000));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

}  // namespace

long long PackMeter::kept_back() const {
    long long all = 0;
    for (const auto& [rule, kept] : by_rule) all += kept;
    return all;
}

double PackMeter::share() const {
    // Words under two rules count under each: never more than all.
    return characters == 0
               ? 0
               : std::min(1.0, static_cast<double>(kept_back()) / static_cast<double>(characters));
}

double PackMeter::share_lost() const {
    return sentences == 0 ? 0 : static_cast<double>(sentences_lost) / static_cast<double>(sentences);
}

PackMeter meter_of(const Redactor::Share& share, const PackLedger& ledger) {
    PackMeter meter;
    meter.characters = share.characters;
    meter.sentences = share.sentences;
    meter.sentences_lost = share.sentences_lost;
    for (const auto& [number, characters] : share.kept_back)
        meter.by_rule[ledger.lines()[static_cast<std::size_t>(number) - 1].item.rule] += characters;
    return meter;
}

std::string to_json(const PackMeter& meter) {
    JsonObject rules;
    for (const auto& [rule, characters] : meter.by_rule) rules.number(rule, characters);
    return JsonObject()
        .number("characters", meter.characters)
        .raw("kept_back", rules.json())
        .number("sentences", meter.sentences)
        .number("sentences_lost", meter.sentences_lost)
        .json();
}

PackMeter read_meter(const std::string& json) {
    PackMeter meter;
    meter.characters = json_number_at(json, "characters");
    meter.sentences = json_number_at(json, "sentences");
    meter.sentences_lost = json_number_at(json, "sentences_lost");
    if (const std::string rules = json_value_at(json, "kept_back"); !rules.empty())
        for (const auto& [rule, characters] : json_numbers(rules)) meter.by_rule[rule] = characters;
    return meter;
}

MeterJudgement judged(const PackMeter& meter, const std::vector<PackMeter>& others) {
    MeterJudgement judgement;
    std::string rules;
    for (const auto& [rule, characters] : meter.by_rule)
        rules +=
            (rules.empty() ? "" : ", ") + rule + " " +
            percent(static_cast<double>(characters) / static_cast<double>(std::max(1LL, meter.characters)));
    judgement.sentences.push_back(percent(meter.share()) + " of the text is kept back" +
                                  (rules.empty() ? "" : " (" + rules + ")"));
    judgement.sentences.push_back(std::to_string(meter.sentences_lost) + " of " +
                                  std::to_string(meter.sentences) + " sentences are left without meaning");
    if (meter.share_lost() > many_lost) {
        judgement.is_much = true;
        judgement.is_to_be_seen = meter.sentences >= no_few_sentences;
        judgement.sentences.push_back("more than one sentence in ten is lost: look at each again");
    }
    if (others.size() < enough_others) {
        judgement.sentences.push_back("there are too few packs of this kind to compare it with");
        return judgement;
    }
    std::vector<double> shares;
    for (const PackMeter& other : others) shares.push_back(other.share());
    std::sort(shares.begin(), shares.end());
    const double middle = shares[shares.size() / 2];
    judgement.sentences.push_back("of " + std::to_string(others.size()) +
                                  " other packs of this kind the middle one keeps back " + percent(middle));
    if (meter.share() > times_the_middle * middle && meter.share() > little) {
        judgement.is_much = true;
        judgement.is_to_be_seen = true;
        judgement.sentences.push_back("that is much less than here: look at each decision again");
    }
    return judgement;
}

}  // namespace casekeeper
