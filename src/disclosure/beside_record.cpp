// SPDX-License-Identifier: MIT
#include "disclosure/beside_record.h"

#include <algorithm>

namespace casekeeper {
namespace {

constexpr const char* stands_instead = "[words we cannot pass on]";

}  // namespace

BesideRecord::BesideRecord(const PackLedger& ledger, const std::vector<AccessItem>& items, NameSearch names,
                           PackProof::PlacesGivenAway places, PlaceFinder where_places,
                           std::function<std::string(const std::string&)> key_of)
    : ledger_(ledger),
      items_(items),
      names_(std::move(names)),
      places_(std::move(places)),
      where_places_(std::move(where_places)),
      key_of_(std::move(key_of)) {}

bool BesideRecord::is_kept_back(const std::string& key) const {
    return std::any_of(ledger_.lines().begin(), ledger_.lines().end(), [&](const LedgerLine& line) {
        return line.item.about == key && keeps_back_the_name(line, names_);
    });
}

// Of the record's own people and workers it was asked whether anything is to be kept back.
bool BesideRecord::is_undecided(const std::string& key) const {
    if (key.starts_with("person:") || key.starts_with("professional:")) return false;
    return std::none_of(items_.begin(), items_.end(),
                        [&](const AccessItem& item) { return item.about == key && item.decision == "show"; });
}

bool BesideRecord::may_be_told(std::string_view name) const {
    if (!places_(name).empty() || is_kept_back(key_of_(std::string(name)))) return false;
    for (const LedgerLine& line : ledger_.lines()) {
        const std::string passage = passage_kept_back(line);
        if (!where_quoted(name, passage).empty() || !where_quoted(passage, std::string(name)).empty())
            return false;
    }
    for (const NamedSpan& one : names_(name))
        if (std::any_of(one.whom.begin(), one.whom.end(),
                        [&](const std::string& key) { return is_kept_back(key); }))
            return false;
    return true;
}

std::string BesideRecord::told(std::string_view text) const {
    std::vector<Cut> cuts;
    const auto cut = [&](const TextSpan& span) {
        require_within(text, span);
        cuts.push_back({span, 1, stands_instead});
    };
    for (const NamedSpan& one : names_(text))
        if (std::any_of(one.whom.begin(), one.whom.end(),
                        [&](const std::string& key) { return is_kept_back(key) || is_undecided(key); }))
            cut(one.span);
    if (const std::vector<std::string> places = places_(text); !places.empty())
        for (const TextSpan& span : where_places_(text, places)) cut(span);
    for (const LedgerLine& line : ledger_.lines())
        if (const std::string passage = passage_kept_back(line); !passage.empty())
            for (const TextSpan& span : where_quoted(text, passage)) cut(span);
    std::string told;
    for (const ShownPiece& piece : without_cuts(text, std::move(cuts))) told += piece.text;
    return told;
}

}  // namespace casekeeper
