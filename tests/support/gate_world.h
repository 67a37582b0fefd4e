// SPDX-License-Identifier: MIT
//
// A store in which things are due, and a gate before it: what is proposed here is approved unless a test says
// otherwise.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/json_read.h"
#include "custody/erasure_sweeper.h"
#include "custody/gate.h"
#include "support/loaded_store.h"

namespace casekeeper::test {

class GateWorld : public LoadedStoreTest {
protected:
    void SetUp() override;

    // A child in need closed in 2016: due since 2023 by the rule `rest`.
    static std::vector<std::string> due_child(const std::string& name);
    // A youth club closed in 2016: due since 2022.
    static std::vector<std::string> club(const std::string& id, const std::string& of,
                                         const std::string& more = "");
    // One night after loading all of these.
    void load_due(const std::vector<std::vector<std::string>>& lists);
    // What the store says anywhere of something, by a word of its ids: rows of tables, as everything() shows
    // them.
    std::vector<std::string> rows_with(const std::string& word) const;
    // Proposes what is decided on an involvement now, approved by two others, cooled off. REQUIRES: night()
    // was run.
    Proposal propose(const std::string& involvement, const std::string& action = "destroy",
                     const std::string& rule = "rest");
    // One proposal with fields of its own: what `change` makes of it.
    template <typename Change>
    Proposal propose_with(const std::string& involvement, const Change& change) {
        Proposal proposal = propose(involvement);
        change(proposal);
        proposals().update(proposal);
        return proposal;
    }
    GateAnswer execute(const Proposal& proposal, Date on = today) {
        return execute_all({proposal}, on).front();
    }
    std::vector<GateAnswer> execute_all(const std::vector<Proposal>& ready, Date on = today,
                                        bool dry_run = false);
    // "done", or the code of the refusal with the holds it names.
    static std::string said(const GateAnswer& answer);
    // Executes one proposal and says what came of it.
    std::string outcome_of(const Proposal& proposal, Date on = today) { return said(execute(proposal, on)); }
    SweepResult sweep() { return sweep_erasures(database(), documents()); }

    DisposalStore proposals() { return DisposalStore(database()); }
    Gate& gate();
    Register& registered();
    // After another schedule was adopted, or the connection was closed: gate and register are made anew.
    void renew();
    // How many rows a table has.
    std::string rows(const std::string& table) const {
        return sql_value("select cast(count(*) as text) from " + table);
    }
    // A hold in force since 2020, by its scope as JSON.
    static std::string hold(const std::string& id, const std::string& scope, const std::string& more = "");
    // Tallies and record counts come out as they are kept.
    void expect_counts_agree() const;
    // The tallies as they are, and as they come out of the stored decisions.
    std::vector<std::string> tallies() const;
    std::vector<std::string> tallies_recomputed() const;
    // The record counts as they are kept, and as they are counted.
    std::vector<std::string> counts() const;
    std::vector<std::string> counts_recounted() const;
    RegisterPlaces places() const;

    GateRules rules;

private:
    std::unique_ptr<ScheduleInForce> in_force_;
    std::unique_ptr<Register> register_;
    std::unique_ptr<Gate> gate_;
};

}  // namespace casekeeper::test
