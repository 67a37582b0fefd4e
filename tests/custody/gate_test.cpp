// SPDX-License-Identifier: MIT
//
// What a destruction ends, and what it leaves: the record, nothing else, and counts that agree.
#include "custody/gate.h"

#include "store/hold_store.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class GateTest : public GateWorld {
protected:
    // Everything that can lie in a file, each answered, released or long past.
    static Texts all_kinds() {
        return {R"({"type":"document","id":"D-Quill","entry":"E-Quill","file":"quill.txt"})",
                R"({"type":"disclosure","id":"S-Quill","person":"Quill","decided_on":"2015-07-01",)"
                R"("outcome":"shared","involvement":"I-Quill"})",
                R"({"type":"disclosure","id":"T-Quill","person":"Quill","decided_on":"2015-07-01",)"
                R"("outcome":"not-shared"})",
                R"({"type":"relationship","person":"Quill","kind":"friend","name":"Robin"})",
                R"({"type":"access_request","id":"A-Quill","person":"Quill","received_at":"2025-01-01",)"
                R"("answered_on":"2025-02-01"})",
                R"({"type":"deletion_request","id":"R-Quill","person":"Quill","received_at":"2025-01-01",)"
                R"("scope":["involvement:I-Quill"],"answered_on":"2025-02-01"})",
                entry("F-Quill", "I-Quill", R"(,"mentions":[{"person":"Wren"}])"),
                hold("H-Quill", R"({"persons":["Quill"]})", R"(,"released_on":"2026-01-01")")};
    }
};
CASEKEEPER_ON_BOTH_ENGINES(GateTest);

TEST_P(GateTest, LeavesNothingOfTheRecordAndEverythingElseAsItWas) {
    load_due({due_child("Quill"), due_child("Wren")});
    const Texts before = rows_with("Wren");
    ASSERT_GE(before.size(), 4U);
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(rows_with("Quill"), Texts{});
    EXPECT_EQ(rows_with("Wren"), before);
}

TEST_P(GateTest, EndsEveryKindOfRecordInAFile) {
    folder.write("bundle/quill.txt", "quill");
    load_due({due_child("Wren")});
    const Texts before = rows_with("Wren");
    load_due({due_child("Quill"), all_kinds()});
    ASSERT_GE(rows_with("Quill").size(), 15U);
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(rows_with("Quill"), Texts{});
    EXPECT_EQ(rows_with("Wren"), before);
}

TEST_P(GateTest, CountsWhatWent) {
    folder.write("bundle/quill.txt", "quill");
    load_due({due_child("Wren"), due_child("Quill"), all_kinds()});
    const Erased erased = execute(propose("I-Quill")).erased;
    EXPECT_EQ(counts_json(erased),
              R"({"involvements":1,"entries":2,"documents":1,"disclosures":2,"people":1,"stubs":0})");
    EXPECT_EQ(erased.relationships, 1);
    EXPECT_EQ(erased.access_requests, 1);
    EXPECT_EQ(erased.deletion_requests, 1);
    EXPECT_EQ(erased.holds, 1);
}

TEST_P(GateTest, RecordCountsAndTalliesAgreeWithARecount) {
    folder.write("bundle/quill.txt", "quill");
    load_due({due_child("Wren"), due_child("Quill"), all_kinds(), club("C-Wren", "Wren")});
    expect_counts_agree();
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    expect_counts_agree();
    EXPECT_EQ(outcome_of(propose("C-Wren")), "done");
    expect_counts_agree();
}

TEST_P(GateTest, AnotherInvolvementKeepsThePerson) {
    load_due({due_child("Quill"), club("C-Quill", "Quill")});
    const Texts person_before = sql("select id || family_name || date_of_birth from person");
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select id || family_name || date_of_birth from person"), person_before);
    EXPECT_EQ(sql("select id from involvement"), Texts{"C-Quill"});
    EXPECT_EQ(sql("select involvement || ' ' || outcome from decision"), Texts{"C-Quill due"});
    EXPECT_EQ(rows("entry"), "0");
}

TEST_P(GateTest, WhatIsLeftIsDecidedOnAgainAtOnce) {
    load_due({due_child("Quill"), club("C-Quill", "Quill")});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    const Texts decisions = sql("select person || involvement || outcome || retain_until from decision");
    night();
    EXPECT_EQ(sql("select person || involvement || outcome || retain_until from decision"), decisions);
    expect_counts_agree();
}

TEST_P(GateTest, TheProposalIsExecutedAndNamesNobodyAnyMore) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose_with("I-Quill", [](Proposal& one) {
        one.deferral_reason = "her solicitor wrote";
        one.answer_reason = "as she asked";
    });
    const GateAnswer answer = execute(proposal);
    const Proposal now = *proposals().find(proposal.number);
    EXPECT_EQ(now.state, "executed");
    EXPECT_EQ(now.executed_at, "2026-11-23T03:00:00Z");
    EXPECT_EQ(now.certificate, answer.certificate);
    EXPECT_EQ(now.person + now.involvement, "");
    EXPECT_FALSE(now.deferral_reason || now.answer_reason);
}

TEST_P(GateTest, NothingIsDoneTwice) {
    load_due({due_child("Quill"), due_child("Wren")});
    const Proposal proposal = propose("I-Quill");
    EXPECT_EQ(outcome_of(proposal), "done");
    const std::string after = everything();
    EXPECT_EQ(outcome_of(proposal), "gone");
    EXPECT_EQ(everything(), after);
}

TEST_P(GateTest, TwoProposalsOfOnePersonEachHaveTheirLine) {
    load_due({due_child("Quill"), club("C-Quill", "Quill")});
    const std::vector<GateAnswer> answers = execute_all({propose("I-Quill"), propose("C-Quill")});
    EXPECT_EQ(said(answers[0]) + said(answers[1]), "donedone");
    EXPECT_EQ(answers[1].certificate, answers[0].certificate + 1);
    EXPECT_EQ(answers[0].erased.people, 0);
    EXPECT_EQ(answers[1].erased.people, 1);
    EXPECT_EQ(rows("person"), "0");
    EXPECT_EQ(rows("certificate"), "2");
    expect_counts_agree();
}

TEST_P(GateTest, OneIsRefusedAndTheOtherDone) {
    load_due({due_child("Quill"), club("C-Quill", "Quill"), {hold("H1", R"({"involvements":["C-Quill"]})")}});
    const std::vector<GateAnswer> answers = execute_all({propose("I-Quill"), propose("C-Quill")});
    EXPECT_EQ(said(answers[0]), "done");
    EXPECT_EQ(said(answers[1]), "held H1");
    EXPECT_EQ(sql("select id from involvement"), Texts{"C-Quill"});
    EXPECT_EQ(rows("certificate"), "1");
}

TEST_P(GateTest, TheSecondOfOneInvolvementIsGone) {
    load_due({{person("Quill"), involvement("I-Quill", "Quill",
                                            R"(,"closed":"2016-01-01","attributes":{"way":"minimise"},)"
                                            R"("events":{"visited":"2015-02-02"})")}});
    const std::vector<GateAnswer> answers =
        execute_all({propose("I-Quill"), propose("I-Quill", "minimise", "basic")});
    EXPECT_EQ(said(answers[0]), "done");
    EXPECT_EQ(said(answers[1]), "gone");
    EXPECT_EQ(sql("select state || ' ' || coalesce(withdrawn_because, '-') from proposal order by number"),
              (Texts{"executed -", "withdrawn ended"}));
}

TEST_P(GateTest, AHoldInForceKeepsTheIdsOfWhatItNames) {
    load_due({due_child("Quill"),
              club("C-Quill", "Quill"),
              due_child("Wren"),
              {hold("H1", R"({"involvements":["C-Quill","I-Wren"]})")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql_value("select scope from hold"), R"({"involvements":["C-Quill","I-Wren"]})");
}

TEST_P(GateTest, AReleasedHoldForgetsWhatHasEnded) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {hold("H1", R"({"persons":["Quill","Wren"]})", R"(,"released_on":"2026-01-01")"),
               hold("H2", R"({"involvements":["I-Quill","I-Wren"]})", R"(,"released_on":"2026-01-01")")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select scope from hold order by id"),
              (Texts{R"({"persons":["Wren"]})", R"({"involvements":["I-Wren"]})"}));
    EXPECT_EQ(rows_with("Quill"), Texts{});
    expect_counts_agree();
}

TEST_P(GateTest, AnAnsweredRequestForgetsWhatHasEnded) {
    load_due({due_child("Quill"),
              club("C-Quill", "Quill"),
              {R"({"type":"deletion_request","id":"R1","person":"Quill","received_at":"2025-01-01",)"
               R"("scope":["involvement:I-Quill","involvement:C-Quill"],"answered_on":"2025-02-01"})",
               R"({"type":"deletion_request","id":"R2","person":"Quill","received_at":"2025-01-01",)"
               R"("scope":["entry:E-Quill"],"answered_on":"2025-02-01"})"}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select id || scope from deletion_request"), Texts{R"(R1["involvement:C-Quill"])"});
    expect_counts_agree();
}

TEST_P(GateTest, AnExportIsRememberedWithoutThePerson) {
    load_due({due_child("Quill")});
    const std::string line = sql_value("select cast(max(number) as text) from register_line");
    sql("insert into export_log (register_line, person, reason) values (" + line +
        ", 'Quill', 'for her sister')");
    const GateAnswer answer = execute(propose("I-Quill"));
    EXPECT_EQ(sql("select coalesce(person, 'nobody') || reason from export_log"), Texts{""});
    EXPECT_EQ(read_certificate(*proposals().certificate(answer.certificate)).exports, 1);
}

}  // namespace
}  // namespace casekeeper::test
