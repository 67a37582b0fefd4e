// SPDX-License-Identifier: MIT
//
// What is decided on a human being's file now, by the facts as they lie in the store at this moment. The gate
// asks it inside the transaction that destroys; it reads the same rows by the same evaluator as the night.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "custody/schedule_in_force.h"
#include "custody/store_surroundings.h"
#include "policy/retention_evaluator.h"
#include "store/decision_store.h"
#include "store/fact_store.h"
#include "store/hold_store.h"

namespace casekeeper {

// A decision as it is stored.
StoredDecision to_stored(const Decision& decision, const RetentionSchedule& schedule);
// Whose facts the decisions on one file read, sorted.
std::vector<std::string> people_read_by(const std::vector<Decision>& decisions);

class PresentDecisions {
public:
    // Reads the holds anew at every call of decide(): one may have come in between.
    PresentDecisions(Database& database, const ScheduleInForce& in_force);

    struct Decided {
        CaseFile file;
        std::vector<Decision> decisions;
        std::vector<Hold> holds;      // that can reach the file
        std::size_t holds_asked = 0;  // all that people have placed
        // Holds that begin later and what each matches then, its words apart: hold, involvement.
        std::set<std::pair<std::string, std::string>> to_come;

        // nullptr where there is none on that involvement.
        const Decision* on(const std::string& involvement) const;
        // Holds that are not released and name the involvement, whatever else their scope says, or match it
        // from a later day: nothing ends of which it is known that it is to be kept.
        std::vector<std::string> holds_naming(const std::string& involvement, Date day) const;
    };
    // Everything decided on the human being a person's record is of; empty where there is no such person, or
    // only a stub. std::invalid_argument where what is stored of them cannot be read.
    Decided decide(const std::string& person, Date day, bool explain = false);
    // The same as if some holds were not there.
    Decided decide_without(const std::function<bool(const Hold&)>& leave_out, const std::string& person,
                           Date day);
    // What was stored before of the human being a person's record is of.
    std::vector<StoredDecision> stored(const CaseFile& file) { return facts_.decisions_of(file); }
    // Stores what differs from `before`, keeps tallies and reads in step. REQUIRES: kind write.
    void store(const std::vector<StoredDecision>& before, const Decided& now, Date day);

private:
    Decided decide(const std::string& person, Date day, bool explain,
                   const std::function<bool(const Hold&)>& leave_out);

    Database& database_;
    const ScheduleInForce& in_force_;
    const AutomaticHoldRules hold_rules_;
    FactStore facts_;
    HoldStore hold_store_;
    StoreSurroundings surroundings_;
    RetentionEvaluator evaluator_;
};

}  // namespace casekeeper
