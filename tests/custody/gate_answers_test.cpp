// SPDX-License-Identifier: MIT
//
// What the gate refuses by the facts of the moment, and that a refusal or a dry run leaves everything as it
// was.
#include "custody/gate.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

class GateAnswersTest : public GateWorld {};
CASEKEEPER_ON_BOTH_ENGINES(GateAnswersTest);

TEST_P(GateAnswersTest, RefusedMeansThatNothingWasTouched) {
    load_due({due_child("Quill"), {hold("H1", R"({"persons":["Quill"]})")}});
    const Proposal proposal = propose("I-Quill");
    const std::string before = everything();
    EXPECT_EQ(outcome_of(proposal), "held H1");
    EXPECT_EQ(everything(), before);
}

TEST_P(GateAnswersTest, ADryRunSaysTheSameAndLeavesNothing) {
    folder.write("bundle/quill.txt", "quill");
    load_due(
        {due_child("Quill"), {R"({"type":"document","id":"D-Quill","entry":"E-Quill","file":"quill.txt"})"}});
    const Proposal proposal = propose("I-Quill");
    const std::string before = everything();
    const GateAnswer dry = execute_all({proposal}, today, true).front();
    EXPECT_EQ(said(dry), "done");
    EXPECT_EQ(everything(), before);
    const GateAnswer wet = execute(proposal);
    EXPECT_EQ(counts_json(dry.erased), counts_json(wet.erased));
    EXPECT_EQ(dry.erased.contents, wet.erased.contents);
}

TEST_P(GateAnswersTest, TheKillSwitchRefusesEverything) {
    rules.open = false;
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    const std::string before = everything();
    EXPECT_EQ(outcome_of(proposal), "switched-off");
    EXPECT_EQ(
        said(gate().end_again("involvement", "I-Quill", 1, today, "2026-11-23T03:00:00Z", "ruth", false)),
        "switched-off");
    EXPECT_EQ(everything(), before);
}

TEST_P(GateAnswersTest, WhatCannotBeReadIsLeftAlone) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    sql("update person set date_of_birth = 'spring'");
    const std::string before = everything();
    EXPECT_EQ(outcome_of(proposal), "unreadable");
    EXPECT_EQ(everything(), before);
}

TEST_P(GateAnswersTest, AChangedWordSinceTheApprovalRefuses) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    load({entry("E-Quill", "I-Quill", R"(,"account":"more was said")")});
    EXPECT_EQ(outcome_of(proposal), "changed");
    EXPECT_EQ(rows("entry"), "1");
}

TEST_P(GateAnswersTest, AnotherScheduleSinceTheApprovalRefuses) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    std::string text = sql_value("select schedule from adopted_schedule order by number desc limit 1");
    text.replace(text.find("version = \"7\""), 13, "version = \"8\"");
    adopt(text);
    renew();
    EXPECT_EQ(outcome_of(proposal), "changed");
}

TEST_P(GateAnswersTest, AReopenedRecordIsNotDue) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    sql("update involvement set closed = null");
    const std::string fingerprint = fingerprint_of(database(), "I-Quill");
    sql("update proposal set fingerprint = '" + fingerprint + "'");
    EXPECT_EQ(outcome_of(proposal), "not-due");
}

TEST_P(GateAnswersTest, AHoldThatIsStillToComeHoldsWhatItNames) {
    load_due({due_child("Quill"),
              {R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2026-12-24",)"
               R"("scope":{"involvements":["I-Quill"]},"released_on":"2027-01-01"})"}});
    const Proposal proposal = propose("I-Quill");
    EXPECT_EQ(outcome_of(proposal), "held H1");
    EXPECT_EQ(outcome_of(proposal, day("2026-12-31")), "held H1");
    EXPECT_EQ(outcome_of(proposal, day("2027-01-01")), "done");
}

// Somebody has asked for it to be kept: that it is to be kept from a later day on is no leave to end it
// before.
TEST_P(GateAnswersTest, AHoldThatIsStillToComeHoldsWhatItWillMatch) {
    const auto from_december = [](const std::string& id, const std::string& scope) {
        return R"({"type":"hold","id":")" + id + R"(","kind":"police","authority":"a","reason":"r",)" +
               R"("from":"2026-12-24","scope":)" + scope + R"(,"released_on":"2027-01-01"})";
    };
    load_due({due_child("Quill"),
              due_child("Wren"),
              due_child("Plume"),
              {involvement("J-Wren", "Wren", R"(,"opened":"2011-01-01","closed":"2016-01-01")"),
               from_december("H1", R"({"persons":["Quill"]})"),
               from_december("H2", R"({"services":["child-in-need"],"opened_to":"2011-12-31"})")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "held H1");
    EXPECT_EQ(outcome_of(propose("J-Wren")), "held H2");
    EXPECT_EQ(outcome_of(propose("I-Wren")), "done");
    EXPECT_EQ(outcome_of(propose("I-Plume")), "done");
}

}  // namespace
}  // namespace casekeeper::test
