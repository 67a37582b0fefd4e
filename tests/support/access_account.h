// SPDX-License-Identifier: MIT
//
// An account of what was done for one person's present request to see their record, kept beside the product
// by whoever drives it: by it is judged whether what went was allowed to go. Moments are steps of the drive;
// 0 is never.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/calendar.h"

namespace casekeeper::test {

struct AccessAccount {
    std::string number;   // of the person, and in the ids of all that is theirs
    std::string request;  // empty: none is open
    int requests = 0;
    std::string state = "received";
    int notes = 1;
    bool may_ask = true;     // by the latest finding
    bool announced = false;  // a word was sent before, or they want none
    int advice = 0;          // entries for each of which a withholding is to be proposed
    int searched = 0;
    int reviewed = 0;
    int changed = 0;   // the facts of the record
    int decided = 0;   // the latest decision on an item
    int finished = 0;  // the deciding was said to be done
    int assembled = 0;
    std::string assembled_of;  // the notes and decisions that stood then
    int signed_at = 0;
    int sealed = 0;
    std::string signed_by;
    std::map<std::string, std::string> deciders;  // whoever decided an item last, by item
    std::string trail;  // what was done, a line each, to be read where something went wrongly

    void start_request() {
        announced = false;
        may_ask = true;
        searched = reviewed = changed = decided = finished = assembled = signed_at = sealed = 0;
        assembled_of.clear();
        signed_by.clear();
        deciders.clear();
        state = "received";
    }
    // It went on its way. `undecided`: how many proposals have no decision; `proposed`: how many entries of
    // advice were proposed to be withheld; `decided_items`: the items on which a decision stands; `stands`: the
    // notes and decisions that stand.
    void expect_rightly_gone(Date on, int undecided, int proposed, const std::set<std::string>& decided_items,
                             const std::string& stands) const {
        const std::string told = request + " went on " + to_text(on) + ", after\n" + trail;
        EXPECT_TRUE(may_ask) << told << ": it was found that they may not ask";
        EXPECT_GT(searched, 0) << told << ": no search is recorded";
        EXPECT_GT(reviewed, 0) << told << ": nothing was proposed";
        EXPECT_GT(reviewed, changed) << told << ": the record is another than was looked at";
        EXPECT_EQ(proposed, advice) << told << ": nobody looked at all of it";
        EXPECT_EQ(undecided, 0) << told << ": proposals without a decision";
        EXPECT_GT(finished, reviewed) << told << ": the deciding was not done";
        EXPECT_GT(finished, decided) << told << ": decided on after the deciding was done";
        EXPECT_GT(signed_at, finished) << told << ": no second look since";
        EXPECT_EQ(assembled_of, stands) << told << ": no pack of what was decided";
        EXPECT_GT(sealed, assembled) << told << ": what went was not sealed";
        EXPECT_NE(signed_by, "") << told;
        for (const auto& [item, name] : deciders)
            EXPECT_FALSE(name == signed_by && decided_items.contains(item))
                << told << ": " << name << " signed what they decided on " << item;
        EXPECT_TRUE(announced) << told << ": no word before it";
    }
};

// The moves there are, whoever makes them: from a state to those it may be in after one command.
inline bool is_an_access_move(const std::string& from, const std::string& to) {
    static const std::map<std::string, std::set<std::string>> moves = {
        {"received", {"entitled", "refused", "withdrawn"}},
        {"entitled", {"received", "reviewed", "refused", "withdrawn", "referred"}},
        {"reviewed", {"received", "decided", "refused", "withdrawn", "referred"}},
        {"decided", {"received", "reviewed", "signed", "refused", "withdrawn", "referred"}},
        {"signed", {"received", "reviewed", "dispatched", "refused", "withdrawn", "referred"}},
        {"dispatched", {"closed", "disputed"}},
        {"refused", {"closed", "disputed", "withdrawn", "received"}},
        {"closed", {"disputed"}},
        {"withdrawn", {}},
        {"referred", {"entitled", "reviewed", "decided", "signed", "received", "withdrawn"}},
        {"disputed", {"received", "entitled", "refused", "dispatched", "closed", "withdrawn"}},
    };
    const auto here = moves.find(from);
    return here != moves.end() && (from == to || here->second.contains(to));
}

}  // namespace casekeeper::test
