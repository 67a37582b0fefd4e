// SPDX-License-Identifier: MIT
#include "store/disposal_store.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class DisposalStoreTest : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        add({R"({"type":"person","id":"P1","family_name":"X"})",
             R"({"type":"involvement","id":"I1","person":"P1","service":"club","opened":"2012-01-01"})"});
    }
    DisposalStore store() { return DisposalStore(database()); }
    // With something in every field that an open proposal can have.
    static Proposal proposal(const std::string& involvement = "I1", const std::string& person = "P1") {
        Proposal one;
        one.person = person;
        one.involvement = involvement;
        one.service = "club";
        one.action = "review";
        one.rule = "rest";
        one.retain_until = "2022-01-01";
        one.schedule = 3;
        one.fingerprint = "ab";
        one.state = "approved";
        one.proposed_on = "2026-11-01";
        one.approvals_needed = 2;
        one.executes_on = "2026-11-12";
        one.deferred_until = "2026-11-20";
        one.deferred_by = "rita";
        one.deferral_reason = "she asked";
        one.answer = "destroy";
        one.answer_reason = "no need";
        return one;
    }
    static std::string text(const Proposal& one) {
        std::string all = std::to_string(one.number) + "|" + std::to_string(one.schedule) + "|" +
                          std::to_string(one.approvals_needed) + "|" + std::to_string(one.certificate);
        for (const std::optional<std::string>& part :
             {std::optional(one.person), std::optional(one.involvement), std::optional(one.service),
              std::optional(one.action), std::optional(one.rule), one.retain_until,
              std::optional(one.fingerprint), std::optional(one.state), std::optional(one.proposed_on),
              one.executes_on, one.deferred_until, one.deferred_by, one.deferral_reason, one.answer,
              one.answer_reason, one.withdrawn_on, one.withdrawn_because, one.executed_at})
            all += "|" + part.value_or("-");
        return all;
    }
    Texts ready(const std::string& on, const std::string& after, int people) {
        Texts found;
        for (const Proposal& one : store().ready(on, after, people))
            found.push_back(one.person + " " + std::to_string(one.number));
        return found;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DisposalStoreTest);

TEST_P(DisposalStoreTest, ReadsBackAProposalAsItWasWritten) {
    Proposal one = proposal();
    one.number = store().add(one);
    EXPECT_EQ(one.number, 1);
    EXPECT_EQ(text(store().find(1).value()), text(one));
    EXPECT_EQ(text(store().open_of("I1", "review").value()), text(one));
    EXPECT_FALSE(store().find(2));
}

TEST_P(DisposalStoreTest, UpdatesEverythingButItsNumber) {
    Proposal one = proposal();
    one.number = store().add(one);
    one.state = "executed";
    one.executed_at = "2026-11-23T03:00:00Z";
    one.certificate = 9;
    one.withdrawn_on = "2026-11-23";
    one.withdrawn_because = "held";
    one.deferred_until.reset();
    store().update(one);
    EXPECT_EQ(text(store().find(1).value()), text(one));
    EXPECT_FALSE(store().open_of("I1", "review"));
}

TEST_P(DisposalStoreTest, AnInvolvementHasOneOpenProposalOfAnAction) {
    Proposal one = proposal();
    one.number = store().add(one);
    EXPECT_NE(error_of([&] { store().add(proposal()); }), "done");
    Proposal other = proposal();
    other.action = "minimise";
    EXPECT_EQ(error_of([&] { store().add(other); }), "done");
    one.state = "withdrawn";
    store().update(one);
    EXPECT_EQ(error_of([&] { store().add(proposal()); }), "done");
}

TEST_P(DisposalStoreTest, ForgetsWhoseRecordHasEnded) {
    store().add(proposal());
    store().add(proposal("I2"));
    store().forget("I1");
    const Proposal gone = store().find(1).value();
    EXPECT_EQ(gone.person + gone.involvement, "");
    EXPECT_FALSE(gone.deferral_reason || gone.answer_reason);
    EXPECT_EQ(gone.answer, "destroy");
    EXPECT_EQ(store().find(2)->involvement, "I2");
    EXPECT_TRUE(store().of_involvement("I1").empty());
}

TEST_P(DisposalStoreTest, IsReadyFromItsDayWhereApprovedOrPacked) {
    Proposal one = proposal();
    store().add(one);
    for (const char* state : {"proposed", "packed", "withdrawn", "executed"}) {
        one.state = state;
        one.involvement = std::string("I-") + state;
        store().add(one);
    }
    EXPECT_EQ(ready("2026-11-11", "", 9), Texts{});
    EXPECT_EQ(ready("2026-11-12", "", 9), (Texts{"P1 1", "P1 3"}));
}

TEST_P(DisposalStoreTest, IsReadyByWholePeople) {
    for (const auto& [involvement, person] : std::vector<std::pair<const char*, const char*>>{
             {"I3", "P2"}, {"I1", "P1"}, {"I2", "P1"}, {"I4", "P3"}})
        store().add(proposal(involvement, person));
    EXPECT_EQ(ready("2026-11-12", "", 2), (Texts{"P1 2", "P1 3", "P2 1"}));
    EXPECT_EQ(ready("2026-11-12", "P2", 2), Texts{"P3 4"});
}

TEST_P(DisposalStoreTest, PagesByNumberAndState) {
    for (int i = 1; i <= 4; ++i) {
        Proposal one = proposal("I" + std::to_string(i));
        if (i % 2 == 0) one.state = "withdrawn";
        store().add(one);
    }
    EXPECT_EQ(store().page(0, 9, "").size(), 4U);
    EXPECT_EQ(store().page(1, 2, "").back().number, 3);
    EXPECT_EQ(store().page(2, 9, "withdrawn").at(0).number, 4);
}

TEST_P(DisposalStoreTest, KeepsOneApprovalOfEachPerson) {
    store().add(proposal());
    store().approve(1, {"rob", "dpo", "2026-11-06", "2027-05-06"});
    store().approve(1, {"rita", "reviewer", "2026-11-05", "2027-05-05"});
    store().approve(1, {"rob", "reviewer", "2026-11-07", "2027-05-07"});
    const std::vector<Approval> approvals = store().approvals(1);
    ASSERT_EQ(approvals.size(), 2U);
    EXPECT_EQ(approvals[0], (Approval{"rita", "reviewer", "2026-11-05", "2027-05-05"}));
    EXPECT_EQ(approvals[1], (Approval{"rob", "reviewer", "2026-11-07", "2027-05-07"}));
    store().withdraw_approvals(1);
    EXPECT_TRUE(store().approvals(1).empty());
}

TEST_P(DisposalStoreTest, KeepsAnInvolvementUntilADay) {
    store().keep({"I1", "2030-01-01", "inquest", "rita", "2026-11-23"});
    store().keep({"I1", "2031-01-01", "appeal", "rob", "2026-11-24"});
    const KeptByDecision kept = store().kept("I1").value();
    EXPECT_EQ(kept.keep_until + kept.reason + kept.decided_by + kept.decided_on,
              "2031-01-01appealrob2026-11-24");
    EXPECT_EQ(sql_value("select kept_until from involvement"), "2031-01-01");
    EXPECT_FALSE(store().kept("I2"));
}

TEST_P(DisposalStoreTest, KeepsTheLatestOfANotice) {
    store().set_notice({"I1", "2026-01-01", "N1.html", {}, {}, {}, {}, {}});
    store().set_notice(
        {"I1", "2026-01-01", "N1.html", "2026-02-01", "ruth", "2026-03-01", "rita", "no address"});
    const DestructionNotice notice = store().notice("I1").value();
    EXPECT_EQ(notice.written_on + *notice.letter + *notice.sent_on + *notice.sent_by,
              "2026-01-01N1.html2026-02-01ruth");
    EXPECT_EQ(*notice.waived_on + *notice.waived_by + *notice.waiver_reason, "2026-03-01ritano address");
    EXPECT_FALSE(store().notice("I2"));
}

TEST_P(DisposalStoreTest, RemembersWhatWasDoneOnTheWay) {
    EXPECT_FALSE(store().done("I1", "minimise", "basic"));
    store().add_done("I1", "minimise", "basic", "2026-11-23", 4);
    store().add_done("I1", "minimise", "basic", "2026-11-24", 5);
    EXPECT_EQ(store().done("I1", "minimise", "basic")->certificate, 5);
    EXPECT_EQ(store().done("I1", "minimise", "", "2026-11-24")->on, "2026-11-24");
    EXPECT_FALSE(store().done("I1", "minimise", "basic", "2026-11-25"));
    EXPECT_FALSE(store().done("I1", "transfer", "basic"));
    EXPECT_EQ(sql("select done_on from done_on_the_way"), Texts{"2026-11-24"});
}

TEST_P(DisposalStoreTest, ForgetsAConfirmedInstructionsReference) {
    sql("insert into register_line (number, kind, line, digest) values (4, 'destroyed', '{}', '00')");
    store().add_certificate(4, "2026-11-23T03:00:00Z", "{}");
    EXPECT_EQ(store().certificate(4), "{}");
    EXPECT_FALSE(store().certificate(5));
    store().add_instruction({4, "Mosaic", "M/77", "2026-11-23", {}, {}});
    ASSERT_EQ(store().instructions_waiting(9).size(), 1U);
    EXPECT_EQ(store().instructions_waiting(9)[0].reference, "M/77");
    store().confirm_instruction(4, "2026-12-01", "ruth");
    EXPECT_TRUE(store().instructions_waiting(9).empty());
    const DisposalInstruction told = store().instruction(4).value();
    EXPECT_FALSE(told.reference);
    EXPECT_EQ(*told.confirmed_on + *told.confirmed_by, "2026-12-01ruth");
}

TEST_P(DisposalStoreTest, KeepsTheLatestOfAHandover) {
    store().add(proposal());
    store().set_handover({1, "the archive", "B1", "aa", "2026-11-12", {}, {}});
    store().set_handover({1, "the archive", "B2", "bb", "2026-11-13", "2026-11-20", "ruth"});
    const ReceiverBundle bundle = store().handover(1).value();
    EXPECT_EQ(bundle.receiver + bundle.folder + bundle.manifest + bundle.packed_on,
              "the archiveB2bb2026-11-13");
    EXPECT_EQ(*bundle.received_on + *bundle.recorded_by, "2026-11-20ruth");
    EXPECT_FALSE(store().handover(2));
}

}  // namespace
}  // namespace casekeeper::test
