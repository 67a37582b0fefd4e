// SPDX-License-Identifier: MIT
#include "intake/refiling_findings.h"

#include <gmock/gmock.h>

#include "policy/recording_own_rules.h"
#include "reports/recording_waiver.h"
#include "support/refiling_world.h"

namespace casekeeper::test {
namespace {

using ::testing::HasSubstr;

class RefilingFindingsTest : public RefilingWorld {
protected:
    void give_away() {
        load_two({request("access_request", "A1", "P1")});
        send("A1", {{"entry:E7", "shown"}});
    }
    RecordingFinding waive(const Actor& who) {
        return waive_finding(database(),
                             {id_of_finding(handed_out_rule, "entry:E7"), "no risk: it came back unread", {}},
                             who, act_of(who));
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RefilingFindingsTest);

TEST_P(RefilingFindingsTest, ABreachIsWeighedByADataProtectionOfficerAndThenStaysSo) {
    give_away();
    move(rita);
    EXPECT_THAT(error_of([&] { waive(rita); }),
                HasSubstr("is a breach: a data protection officer weighs it"));
    EXPECT_EQ(waive(dana).state, "waived");
    move(rhea, "");
    EXPECT_EQ(state_of_finding(handed_out_rule), "waived");
    EXPECT_EQ(sql_value("select person from recording_finding"), "P2");
}

TEST_P(RefilingFindingsTest, ABreachIsNoneWhereTheEntryStaysWhereItWas) {
    give_away();
    move(rita);
    take_back_move(database(), "entry:E7", rhea, act_of(rhea));
    EXPECT_EQ(state_of_finding(handed_out_rule), "lapsed");
    move(rita);
    EXPECT_EQ(state_of_finding(handed_out_rule), "open");
    EXPECT_EQ(sql_value("select cast(reopened as text) from recording_finding"), "1");
}

TEST_P(RefilingFindingsTest, WhatWasFoundOfTheEntryGoesWithIt) {
    load_two();
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    for (const auto& [rule, thing] : {std::pair{"contact", "entry:E7"}, {"silent", "involvement:I1"}}) {
        RecordingFinding finding;
        finding.rule = rule;
        finding.thing = thing;
        finding.id = id_of_finding(rule, thing);
        finding.person = "P1";
        finding.involvement = "I1";
        finding.lacks = "[]";
        finding.first_seen_on = finding.opened_on = "2026-11-01";
        RecordingStore(database()).put(finding);
    }
    work.commit();
    move_by_two();
    EXPECT_EQ(sql("select rule || ' ' || person || ' ' || involvement from recording_finding order by rule"),
              (Texts{"contact P2 I9", "silent P1 I1"}));
}

}  // namespace
}  // namespace casekeeper::test
