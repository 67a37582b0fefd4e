// SPDX-License-Identifier: MIT
//
// An account of what was done for one person's present request to delete, kept beside the product by whoever
// drives it: by it is judged whether what went was allowed to go. Moments are steps of the drive; 0 is never.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "policy/deletion_workflow.h"

namespace casekeeper::test {

struct DeletionAccount {
    std::string number;   // of the person, and in the ids of all that is theirs
    std::string request;  // empty: none is open
    int requests = 0;
    DeletionState state = DeletionState::received;
    int assessed = 0;
    int warned = 0;
    int confirmed = 0;
    int decided = 0;
    bool may_ask = true;    // by the latest finding
    bool outdated = false;  // the facts changed after the latest assessment
    Date decided_on{};
    std::set<std::string> to_delete;  // ids of involvements
    std::string hold;                 // in force; empty: none
    bool wants_to_see = false;        // an open access request
    bool has_statutory = false;
    int notes = 1;
    std::string trail;  // what was done, a line each, to be read where something went wrongly

    // What was warned of, confirmed and decided stands no more.
    void make_void() {
        warned = confirmed = decided = 0;
        to_delete.clear();
    }
    void assess(int step) {
        make_void();
        assessed = step;
        outdated = false;
    }
    // `what`: --delete, --keep or --refuse. `parts`: ids of involvements.
    void decide(const std::string& what, const std::set<std::string>& parts, int step, Date on) {
        if (what == "--refuse") to_delete.clear();
        for (const std::string& part : parts)
            if (what == "--delete")
                to_delete.insert(part);
            else
                to_delete.erase(part);
        decided = step;
        decided_on = on;
    }
    bool waits_to_go() const {
        return !to_delete.empty() && (state == DeletionState::granted || state == DeletionState::waiting ||
                                      state == DeletionState::partly_refused);
    }

    // A part went in the night of a day.
    void expect_rightly_gone(const std::string& part, Date night) const {
        const std::string told =
            part + " in the night of " + to_text(night) + ", request " + request + ", after\n" + trail;
        EXPECT_TRUE(to_delete.contains(part)) << told << ": nobody decided that it goes";
        EXPECT_GT(assessed, 0) << told << ": not assessed";
        EXPECT_GT(warned, assessed) << told << ": not warned of what was last assessed";
        EXPECT_GT(confirmed, warned) << told << ": not confirmed after the warning";
        EXPECT_GT(decided, confirmed) << told << ": not decided after the confirmation";
        EXPECT_GE((std::chrono::sys_days{night} - std::chrono::sys_days{decided_on}).count(), 7) << told;
        EXPECT_TRUE(may_ask) << told << ": it was found that they cannot decide it";
        EXPECT_FALSE(outdated) << told << ": the facts are others than those that were assessed";
        EXPECT_EQ(hold, "") << told << ": held";
        EXPECT_FALSE(wants_to_see) << told << ": an access request is open";
    }
};

// Is it one move of the table by somebody of the role, or none at all?
inline bool is_a_move(DeletionState from, DeletionState to, Role role) {
    const auto moves = deletion_transitions();
    return from == to || std::any_of(moves.begin(), moves.end(), [&](const DeletionTransition& move) {
               return move.from == from && move.to.value_or(to) == to &&
                      std::find(move.who.begin(), move.who.end(), role) != move.who.end();
           });
}

// Is it what nights may do of themselves, in a few moves of the table?
inline bool is_a_night(DeletionState from, DeletionState to, int moves_left = 4) {
    if (from == to) return true;
    const auto moves = deletion_transitions();
    return moves_left > 0 && std::any_of(moves.begin(), moves.end(), [&](const DeletionTransition& move) {
               return move.from == from && move.by_night && move.to &&
                      is_a_night(*move.to, to, moves_left - 1);
           });
}

}  // namespace casekeeper::test
