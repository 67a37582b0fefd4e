// SPDX-License-Identifier: MIT
//
// What a person asked to be deleted goes through the gate: asked again in the transaction that deletes, with
// certificate and register line, and only the parts that people decided.
#include "support/request_world.h"

namespace casekeeper::test {
namespace {

class GateRequestTest : public RequestWorld {};
CASEKEEPER_ON_BOTH_ENGINES(GateRequestTest);

TEST_P(GateRequestTest, DeletesWhatWasDecidedAndKeepsTheRequestToAMinimalLine) {
    load_due({quill(true)});
    const std::string request = confirmed({"involvement:C1"});
    EXPECT_EQ(decide(request, {"involvement:C1"}).state, "granted");
    EXPECT_EQ(carry_out(request, today), "cooling-off");
    const RequestAnswer answer = execute(request, cooled_off);
    ASSERT_TRUE(answer.done) << answer.refused_because;
    EXPECT_EQ(answer.certificates.size(), 1U);
    EXPECT_EQ(there(), "N1");
    EXPECT_EQ(rows("deletion_request"), "0");
    EXPECT_EQ(rows("deletion_item"), "0");
    const DeletionCase left = DeletionStore(database()).find(request).value();
    EXPECT_EQ(left.state + " " + left.person + "|" + *left.executed_on, "executed |2026-12-01");
    for (const CaseEvent& event : DeletionStore(database()).events(request))
        EXPECT_EQ(event.facts, "{}") << event.event;
    expect_counts_agree();
}

TEST_P(GateRequestTest, TheLastRecordTakesThePersonAndTheRequestWithIt) {
    load_due({quill()});
    const std::string request = confirmed();
    decide(request, {"involvement:C1"});
    EXPECT_EQ(carry_out(request, cooled_off), "done");
    EXPECT_EQ(rows("person"), "0");
    EXPECT_EQ(rows_with("Quill"), Texts{});
    EXPECT_EQ(DeletionStore(database()).find(request)->state, "executed") << "its days stay";
    expect_counts_agree();
    const std::vector<std::string> findings = findings_of(quill());
    EXPECT_NE(findings.at(0).find("destroyed on 2026-12-01, certificate"), std::string::npos)
        << findings.at(0);
}

TEST_P(GateRequestTest, APartThatIsKeptKeepsItsInvolvement) {
    load_due(
        {quill(), {entry("E3", "C1", R"(,"occurred_at":"2020-01-01","account":"spoke of abuse at home")")}});
    const std::string request = open();
    known(request);
    EXPECT_EQ(verdicts(assess(request)), "entry:E3 person-decides, involvement:C1 person-decides");
    warn(request);
    confirm(request);
    EXPECT_EQ(decide(request, {"involvement:C1"}, {"entry:E3"}).state, "partly-refused");
    EXPECT_EQ(carry_out(request, cooled_off), "done");
    EXPECT_EQ(there(), "C1 E3");
    EXPECT_EQ(rows("deletion_request"), "1") << "what was refused may yet be disputed";
    const std::string line = sql_value("select line from register_line where kind = 'destroyed'");
    EXPECT_NE(line.find("\"parts\":["), std::string::npos) << line;
    EXPECT_EQ(line.find("E1"), std::string::npos) << line;
    expect_counts_agree();
}

TEST_P(GateRequestTest, AHoldOrAnAccessRequestMakesItWait) {
    load_due({quill()});
    const std::string request = confirmed();
    decide(request, {"involvement:C1"});
    load({R"({"type":"access_request","id":"A1","person":"Quill","received_at":"2026-11-30"})"});
    EXPECT_EQ(carry_out(request, cooled_off), "access-first");
    load(
        {R"({"type":"access_request","id":"A2","person":"Quill","received_at":"2026-11-30","answered_on":"2026-11-30"})"});
    EXPECT_EQ(carry_out(request, cooled_off), "access-first") << "A1 is still open";
    sql("update access_request set answered_on = '2026-11-30' where id = 'A1'");
    load({hold("H1", R"({"words":["chess"]})")});
    EXPECT_EQ(carry_out(request, cooled_off), "held H1");
    EXPECT_EQ(there(), "C1 E1 E2");
    sql("update hold set released_on = '2026-11-30' where id = 'H1'");
    sql("update store_property set value = '99' where name = 'holds_stamp'");
    renew();
    EXPECT_EQ(carry_out(request, cooled_off), "done");
}

TEST_P(GateRequestTest, NothingGoesThatBecameStatutoryOrChangedSince) {
    load_due({quill()});
    const std::string request = confirmed();
    decide(request, {"involvement:C1"});
    load({entry("E9", "C1", R"(,"occurred_at":"2019-06-01","account":"came late")")});
    EXPECT_EQ(carry_out(request, cooled_off), "changed");
    load({involvement("C1", "Quill", R"(,"service":"child-in-need","opened":"2017-01-01")")});
    EXPECT_EQ(carry_out(request, cooled_off), "statutory");
    EXPECT_EQ(there(), "C1 E1 E2 E9");
}

TEST_P(GateRequestTest, WithoutWarningConfirmationOrDecisionNothingGoes) {
    load_due({quill()});
    const std::string request = confirmed();
    EXPECT_EQ(carry_out(request, cooled_off), "not-decided");
    decide(request, {"involvement:C1"});
    const auto without = [&](const std::string& event) {
        const std::string kept = sql_value("select facts from deletion_event where event = '" + event + "'");
        sql("update deletion_event set event = 'lost' where event = '" + event + "'");
        const std::string code = carry_out(request, cooled_off);
        sql("update deletion_event set event = '" + event + "' where event = 'lost'");
        return code;
    };
    EXPECT_EQ(without("warn"), "not-warned");
    EXPECT_EQ(without("confirm"), "not-confirmed");
    EXPECT_EQ(without("grant"), "not-decided");
    rules.open = false;
    renew();
    EXPECT_EQ(carry_out(request, cooled_off), "switched-off");
    rules.open = true;
    renew();
    EXPECT_EQ(carry_out(request, cooled_off), "done");
    EXPECT_EQ(carry_out(request, cooled_off), "gone") << "never twice";
}

TEST_P(GateRequestTest, ADryRunChangesNothing) {
    load_due({quill()});
    const std::string request = confirmed();
    decide(request, {"involvement:C1"});
    const std::string before = everything();
    EXPECT_EQ(carry_out(request, cooled_off, true), "done");
    EXPECT_EQ(everything(), before);
}

TEST_P(GateRequestTest, ASharedDocumentStaysForTheOthers) {
    folder.write("bundle/plan.txt", "a plan of two");
    load_due({quill(),
              {person("Rook"), involvement("C2", "Rook", R"(,"service":"youth-club")"),
               R"({"type":"document","id":"D1","entry":"E1","file":"plan.txt","also_in":["C2"]})"}});
    const std::string request = open();
    known(request);
    EXPECT_EQ(verdicts(assess(request)), "document:D1 person-decides, involvement:C1 free");
    warn(request);
    confirm(request);
    decide(request, {"involvement:C1", "document:D1"});
    EXPECT_EQ(carry_out(request, cooled_off), "done");
    EXPECT_NE(there().find("C2 D1"), std::string::npos) << there();
    expect_counts_agree();
}

}  // namespace
}  // namespace casekeeper::test
