// SPDX-License-Identifier: MIT
//
// What a destruction writes down: the register's line, the certificate, the digests by which the record is
// known again, the instruction for the system that has it too.
#include "custody/ended_records.h"
#include "custody/gate.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class GateRegisterTest : public GateWorld {
protected:
    std::string line(long long number) { return RegisterStore(database()).line(number)->line; }
    std::string facts(long long number) { return json_value_at(line(number), "facts"); }
    Certificate certificate(long long number) { return read_certificate(*proposals().certificate(number)); }
    long long ended(const std::string& type, const std::string& id) {
        return RegisterStore(database()).line_that_ended(registered().pseudonyms().of_record(type, id));
    }
    static Texts in_a_system() {
        return {person("Quill"),
                involvement("I-Quill", "Quill",
                            R"(,"closed":"2016-01-01","system":"Mosaic","file_reference":"M/77")")};
    }
};
CASEKEEPER_ON_BOTH_ENGINES(GateRegisterTest);

TEST_P(GateRegisterTest, TheLineSaysWhatWasDoneInCodesCountsAndDigests) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    const GateAnswer answer = execute(proposal);
    EXPECT_EQ(json_text_at(line(answer.certificate), "kind"), "destroyed");
    EXPECT_EQ(json_text_at(line(answer.certificate), "actor"), "night");
    const std::string said = facts(answer.certificate);
    EXPECT_EQ(json_number_at(said, "certificate"), answer.certificate);
    EXPECT_EQ(json_number_at(said, "proposal"), proposal.number);
    EXPECT_EQ(json_text_at(said, "rule"), "rest");
    EXPECT_EQ(json_number_at(said, "schedule"), 2);
    EXPECT_EQ(json_value_at(said, "counts"), counts_json(answer.erased));
    EXPECT_EQ(json_text_at(said, "record"), registered().pseudonyms().of_record("involvement", "I-Quill"));
    EXPECT_EQ(said.find("Quill"), std::string::npos);
}

TEST_P(GateRegisterTest, TheLineContinuesTheChain) {
    load_due({due_child("Quill"), due_child("Wren")});
    execute(propose("I-Quill"));
    execute(propose("I-Wren"));
    registered().bring_mirror_up_to_date();
    const Register::Verification verification = registered().verify();
    EXPECT_TRUE(verification.intact);
    EXPECT_EQ(verification.mirror, "even");
}

TEST_P(GateRegisterTest, ARefusalWritesNoLine) {
    load_due({due_child("Quill"), {hold("H1", R"({"persons":["Quill"]})")}});
    const long long before = RegisterStore(database()).head().number;
    EXPECT_EQ(outcome_of(propose("I-Quill")), "held H1");
    EXPECT_EQ(RegisterStore(database()).head().number, before);
}

TEST_P(GateRegisterTest, TheCertificateSaysRuleScheduleAndSpan) {
    load_due({due_child("Quill")});
    const Certificate said = certificate(execute(propose("I-Quill")).certificate);
    EXPECT_EQ(said.action + "|" + said.service + "|" + said.rule + "|" + said.rule_authority,
              "destroy|child-in-need|rest|local policy");
    EXPECT_EQ(said.schedule_version, "7");
    EXPECT_EQ(said.trigger, "closed + 6y");
    EXPECT_EQ(said.span_from + "-" + said.span_to, "2015-2016");
    EXPECT_EQ(said.backups_gone_on, "2027-11-23");
    EXPECT_EQ(said.executed_by, "night");
}

TEST_P(GateRegisterTest, TheCertificateSaysWhatWasCheckedAndWhoApproved) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {hold("H1", R"({"persons":["Wren"]})"), hold("H2", R"({"services":["youth-club"]})")}});
    const Certificate said = certificate(execute(propose("I-Quill")).certificate);
    EXPECT_EQ(said.holds_checked, 2);
    ASSERT_EQ(said.approvals.size(), 2U);
    EXPECT_EQ(said.approvals[0].by + said.approvals[0].role + said.approvals[0].on, "ritareviewer2026-11-05");
}

TEST_P(GateRegisterTest, TheCertificateCanBeMadeAgainFromTheLine) {
    load_due({in_a_system()});
    const GateAnswer answer = execute(propose("I-Quill"));
    EXPECT_EQ(to_json(certificate_in(line(answer.certificate))),
              *proposals().certificate(answer.certificate));
}

TEST_P(GateRegisterTest, TheFingerprintIsKeyed) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    const Certificate said = certificate(execute(proposal).certificate);
    EXPECT_NE(said.fingerprint, proposal.fingerprint);
    EXPECT_EQ(said.fingerprint, registered().pseudonyms().of_record("fingerprint", proposal.fingerprint));
}

TEST_P(GateRegisterTest, EveryRecordThatEndedIsKnownAgain) {
    folder.write("bundle/a.txt", "a");
    load_due({due_child("Quill"),
              {R"({"type":"document","id":"D1","entry":"E-Quill","file":"a.txt"})"},
              due_child("Wren")});
    const long long number = execute(propose("I-Quill")).certificate;
    EXPECT_EQ(ended("person", "Quill"), number);
    EXPECT_EQ(ended("involvement", "I-Quill"), number);
    EXPECT_EQ(ended("entry", "E-Quill"), number);
    EXPECT_EQ(ended("document", "D1"), number);
    EXPECT_EQ(ended("involvement", "I-Wren"), 0);
}

TEST_P(GateRegisterTest, WhatEndedCountsWhatLiesBeyondReach) {
    load_due(
        {due_child("Quill"),
         due_child("Wren"),
         {entry("M-Wren", "I-Wren", R"(,"mentions":[{"person":"Quill"}])"),
          R"({"type":"disclosure","id":"S1","person":"Quill","decided_on":"2015-07-01","outcome":"shared","involvement":"I-Quill"})",
          R"({"type":"disclosure","id":"S2","person":"Quill","decided_on":"2015-07-01","outcome":"not-shared","involvement":"I-Quill"})"}});
    const Certificate said = certificate(execute(propose("I-Quill")).certificate);
    EXPECT_EQ(said.entries_of_others, 1);
    EXPECT_EQ(said.disclosures_shared, 1);
}

TEST_P(GateRegisterTest, TheSourceSystemIsToldToDestroyItToo) {
    load_due({in_a_system()});
    const long long number = execute(propose("I-Quill")).certificate;
    const DisposalInstruction told = proposals().instruction(number).value();
    EXPECT_EQ(told.system + "|" + *told.reference + "|" + told.written_on, "Mosaic|M/77|2026-11-23");
    EXPECT_FALSE(told.confirmed_on);
    EXPECT_EQ(certificate(number).system, "Mosaic");
}

TEST_P(GateRegisterTest, WithoutASystemNobodyIsTold) {
    load_due({due_child("Quill")});
    EXPECT_FALSE(proposals().instruction(execute(propose("I-Quill")).certificate));
}

TEST_P(GateRegisterTest, WhatEndedIsSetAsideWhenItIsLoadedAgain) {
    load_due({due_child("Quill")});
    const long long number = execute(propose("I-Quill")).certificate;
    EndedRecords records(database(), places().key_folder);
    EXPECT_EQ(records.said_of("involvement", "I-Quill"),
              "destroyed on 2026-11-23, certificate " + std::to_string(number));
    EXPECT_FALSE(records.said_of("involvement", "I-Wren"));
}

// What is only reduced here is to stay in the system it came from.
TEST_P(GateRegisterTest, AReducedRecordsSystemIsToldNothing) {
    load_due({{person("Quill", R"(,"date_of_birth":"2001-02-03")"),
               involvement("I-Quill", "Quill",
                           R"(,"closed":"2024-01-01","system":"Mosaic","attributes":{"way":"minimise"},)"
                           R"("events":{"visited":"2023-01-01"})"),
               entry("E-Quill", "I-Quill")}});
    const GateAnswer answer = execute(propose("I-Quill", "minimise", "basic"));
    ASSERT_TRUE(answer.done) << answer.refused_because;
    EXPECT_EQ(rows("disposal_instruction"), "0");
    EXPECT_EQ(certificate(answer.certificate).system, "");
}

// A rule that counts from birth would tell the birth.
TEST_P(GateRegisterTest, WhatIsLeftOfTheProposalTellsNoDay) {
    load_due({due_child("Quill")});
    ASSERT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select coalesce(retain_until, '-') || fingerprint from proposal"), Texts{"-"});
}

}  // namespace
}  // namespace casekeeper::test
