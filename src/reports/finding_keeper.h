// SPDX-License-Identifier: MIT
//
// Puts what was found of a page of people in the place of what was found before: the states that
// reports/recording_check.h draws. Counts what it did. REQUIRES of what writes: a unit of work of kind write.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reports/recorded_people.h"
#include "reports/recording_check.h"

namespace casekeeper {

class FindingKeeper {
public:
    // Keeps rules and result by reference.
    FindingKeeper(Database& database, const RecordingRules& rules, Date day, RecordingResult& result);

    // REQUIRES: each person of the page once; what was stored of them before is read after all earlier pages were
    // kept.
    void keep(const std::vector<HeldPeople>& page);

private:
    using Findings = std::map<std::string, const RecordingFinding*>;  // by id

    void keep(const HeldPeople& held, Findings& before);
    std::optional<RecordingFinding> take(Findings& before, const std::string& id);
    RecordingFinding as_new(const std::string& id, const Shortfall& shortfall);
    RecordingFinding as_again(const RecordingFinding& was, const Shortfall& shortfall);
    void open_what_moved(RecordingFinding& finding, const Shortfall& shortfall);
    RecordingFinding opened_again(RecordingFinding finding) const;
    void describe(RecordingFinding& finding, const Shortfall& shortfall);
    const std::string& team_of(const std::string& worker);
    void keep_own(const RecordingFinding& was, std::optional<std::string>& again);
    void close(RecordingFinding finding);
    void watch(const HeldPeople& held, const std::optional<std::string>& again);

    RecordingStore store_;
    const RecordingRules& rules_;
    const Date day_;
    const std::string today_;
    const bool had_findings_;  // before this run
    RecordingResult& result_;
    std::map<std::string, std::string> teams_;  // by worker, as they are asked for
};

}  // namespace casekeeper
