// SPDX-License-Identifier: MIT
//
// One list of findings, for a worker or a team, as a page and as CSV: how many there are and how that moved,
// then rule by rule what is to be mended, with the rule's source and what to do. Pure: values in, values out.
#pragma once

#include <string>
#include <vector>

#include "output/page.h"
#include "policy/recording_rules.h"
#include "reports/recording_trend.h"
#include "store/recording_store.h"

namespace casekeeper {

constexpr std::size_t listed_of_rule = 500;  // on a page; the CSV has all

struct RecordingList {
    std::string called;  // "Pat Practitioner (W01)", "team north"
    bool is_teams = false;
    std::vector<RecordingFinding> findings;
    std::vector<TrendPoint> trend;
};

Page page_of(const RecordingList& list, const RecordingRules& rules, const std::string& trust, Date day);
std::string csv_of(const RecordingList& list, const RecordingRules& rules);

}  // namespace casekeeper
