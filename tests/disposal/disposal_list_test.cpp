// SPDX-License-Identifier: MIT
#include "disposal/disposal_list.h"

#include "base/json_read.h"
#include "store/review_store.h"
#include "support/review_world.h"

namespace casekeeper::test {
namespace {

class DisposalListTest : public ReviewWorld {
protected:
    // "I-Quill held", …
    Texts undestroyed(Date on = today, bool enabled = true) {
        Texts lines;
        const ScheduleInForce in_force = schedule_in_force(database());
        for (const StoredDecision& decision : ReviewStore(database()).at_their_end("", 99)) {
            EXPECT_TRUE(is_at_its_end(decision));
            const Undestroyed one = casekeeper::undestroyed(database(), in_force, decision, on, enabled);
            lines.push_back(one.decision.involvement + " " + one.reason);
            EXPECT_NE(reason_in_words(one), one.reason) << "a code without words";
        }
        return lines;
    }
    Texts listed(const std::string& state = "") {
        Texts lines;
        list_proposals(database(), state, [&](const ListedProposal& one) { lines.push_back(to_json(one)); });
        return lines;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DisposalListTest);

TEST_P(DisposalListTest, WhatIsDueAndStillThereHasItsReason) {
    load_due({due_child("A"),
              due_child("B"),
              due_child("C"),
              due_child("D"),
              in_the_way("review", "E"),
              in_the_way("notice", "F"),
              {hold("H1", R"({"persons":["B"]})")}});
    review();
    approve("rita", number_of("I-C"));
    as("ruth", [&](SignOff& s) { return s.defer(number_of("I-D"), day("2027-01-01"), "why"); });
    approve("rita", number_of("C-F"));
    approve("rob", number_of("C-F"));
    EXPECT_EQ(undestroyed(), (Texts{"C-E waiting-answer", "C-F notice-owed", "I-A waiting-approval",
                                    "I-B held", "I-C cooling-off", "I-D deferred"}));
    EXPECT_EQ(undestroyed(day("2026-12-01")).at(4), "I-C next-night");
    EXPECT_EQ(undestroyed(day("2026-12-01"), false).at(4), "I-C switched-off");
}

TEST_P(DisposalListTest, WhatIsNotProposedYetSaysSo) {
    load_due({due_child("A")});
    EXPECT_EQ(undestroyed(), Texts{"I-A not-proposed"});
}

TEST_P(DisposalListTest, WhatIsGoneIsOnNoList) {
    load_due({due_child("A")});
    review();
    ASSERT_EQ(outcome_of(approve("rita", 1), day("2026-11-30")), "done");
    EXPECT_EQ(undestroyed(), Texts{});
}

TEST_P(DisposalListTest, ListsProposalsWithTheirApprovals) {
    load_due({due_child("A")});
    review();
    approve("rita", 1);
    EXPECT_EQ(
        listed(),
        Texts{
            R"({"proposal":1,"involvement":"I-A","service":"child-in-need","state":"approved","action":"destroy","rule":"rest","retain_until":"2022-01-01","proposed_on":"2026-11-23","approvals_needed":1,"approvals":[{"by":"rita","on":"2026-11-23"}],"executes_on":"2026-11-30","deferred_until":null,"answer":null,"withdrawn_on":null,"withdrawn_because":null,"executed_at":null,"certificate":null})"});
}

TEST_P(DisposalListTest, AnExecutedOneNamesItsCertificateAndNoRecord) {
    load_due({due_child("A")});
    review();
    const GateAnswer answer = execute(approve("rita", 1), day("2026-11-30"));
    const std::string line = listed("executed").at(0);
    EXPECT_EQ(json_value_at(line, "involvement"), "null");
    EXPECT_EQ(json_number_at(line, "certificate"), answer.certificate);
}

TEST_P(DisposalListTest, WithdrawnOnesOnlyWhereAskedFor) {
    load_due({due_child("A")});
    review();
    load({hold("H1", R"({"persons":["A"]})")});
    review();
    EXPECT_EQ(listed(), Texts{});
    EXPECT_EQ(listed("withdrawn").size(), 1U);
}

}  // namespace
}  // namespace casekeeper::test
