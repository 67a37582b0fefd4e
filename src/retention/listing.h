// SPDX-License-Identifier: MIT
//
// The one way a decision is shown: as stored where that still stands for the day asked, else decided anew in
// memory by the same evaluator (and not stored). List, explain, report and export all read decisions here or
// from what this would read, so they cannot differ.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "custody/schedule_in_force.h"
#include "custody/store_surroundings.h"
#include "store/decision_store.h"
#include "store/record_store.h"

namespace casekeeper {

// A decision as shown. Days are ISO text.
struct ShownDecision {
    StoredDecision decision;
    std::optional<std::string> action;  // the winning rule's
    Explanation explanation;            // only of explain()
    std::string reduced{};              // "2026-11-23, certificate 35", where it was; only of explain()
};

// The fields of command-line.md's `retention list`, without the braces' end when `open` (explain adds its
// own).
std::string to_json(const ShownDecision& shown, bool with_explanation = false);

class DecisionListing {
public:
    DecisionListing(Database& database, Date day);

    struct Filter {
        std::string outcome;  // empty: every one
        std::string person;   // empty: everybody
    };
    // In the order of involvement ids as bytes; people without any last, by person id.
    void list(const Filter& filter, const std::function<void(const ShownDecision&)>& take);
    // The decision on every involvement, in the order of their ids as bytes.
    void each_involvement(const std::function<void(const ListedInvolvement&, const ShownDecision&)>& take);
    // The decisions on the whole file of a person; InputError where there is no such person, and
    // std::invalid_argument where what is stored of them cannot be read.
    std::vector<ShownDecision> decide_person(const std::string& person) { return decide_file(person, false); }
    // The decisions on the whole file of a person, explained; InputError where there is no such person.
    std::vector<ShownDecision> explain_person(const std::string& person);
    // The decision on one involvement, explained; nullopt where there is none.
    std::optional<ShownDecision> explain_involvement(const std::string& involvement);

    // Is the rule of that id a ceiling (at-most)?
    bool is_ceiling(const std::string& rule) const;
    const ScheduleInForce& in_force() const { return in_force_; }

private:
    bool stands(const ListedInvolvement& listed) const;
    std::vector<Decision> decide(CaseFile& file, bool explain);
    ShownDecision show(const Decision& decision) const;
    ShownDecision show(StoredDecision decision) const;
    // Those of one human being; none where what is stored of them cannot be read.
    std::vector<ShownDecision> decide_again(const std::string& person);
    std::vector<ShownDecision> decide_file(const std::string& person, bool explain);
    void list_involvements(const Filter& filter, const std::function<void(const ShownDecision&)>& take);
    void list_person(const Filter& filter, const std::function<void(const ShownDecision&)>& take);

    Database& database_;
    const Date day_;
    const std::string day_text_;
    ScheduleInForce in_force_;
    FactStore facts_;
    StoreSurroundings surroundings_;
    RetentionEvaluator evaluator_;
    const HoldIndex holds_;
    bool decided_later_ = false;  // decisions were stored for a day after the one asked
};

}  // namespace casekeeper
