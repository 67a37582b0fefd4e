// SPDX-License-Identifier: MIT
#include "policy/automatic_holds.h"

#include <gtest/gtest.h>

#include "support/case_world.h"

namespace casekeeper::test {
namespace {

TEST(AutomaticHolds, AreOfTheCataloguesGroups) {
    RetentionSchedule schedule;
    schedule.holds_after_answer = {1, 0, 0};
    const AutomaticHoldRules rules = automatic_hold_rules(schedule, shipped_catalogue());
    EXPECT_EQ(rules.after_answer, (Period{1, 0, 0}));
    EXPECT_EQ(rules.complaint_services, std::vector<std::string>{"complaint-ca89"});
    EXPECT_EQ(rules.claim_services, std::vector<std::string>{"legal-claim"});
}

TEST(AutomaticHolds, SayWhatTheyFollowFrom) {
    Hold hold;
    hold.id = "access_request:A:1";
    hold.kind = "access-request";
    EXPECT_EQ(reason_of_automatic(hold), "access request A:1 is open");
    EXPECT_EQ(authority_of_automatic(hold), "Data Protection Act 2018 s173");
    hold.released_on = parse_date("2026-11-23");
    EXPECT_EQ(reason_of_automatic(hold),
              "access request A:1 was settled and can be disputed until the day of release");
    for (const char* kind : {"deletion-request", "complaint", "litigation"}) {
        hold.kind = kind;
        EXPECT_NE(authority_of_automatic(hold), "");
    }
}

}  // namespace
}  // namespace casekeeper::test
