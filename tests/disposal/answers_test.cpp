// SPDX-License-Identifier: MIT
//
// Questions that a rule asks a person, and what is recorded of notices, receivers and source systems.
#include "disposal/sign_off.h"

#include "support/review_world.h"

namespace casekeeper::test {
namespace {

class AnswersTest : public ReviewWorld {
protected:
    long long question(const std::string& way = "review") {
        load_due({in_the_way(way)});
        review();
        return number_of("C-Quill");
    }
    // As the rule `looked-at` stands, with two approvals.
    void ask_for_two() {
        std::string text = sql_value("select schedule from adopted_schedule order by number desc");
        text.replace(text.find("action = \"review\""), 17, "action = \"review\"\napprovals = 2");
        adopt(text);
        renew();
    }
    Proposal keep(long long number, const std::string& until, Date on = today) {
        return as(
            "rita", [&](SignOff& s) { return s.keep(number, day(until), "siblings may ask"); }, on);
    }
    Proposal destroy(const std::string& name, long long number) {
        return as(name, [&](SignOff& s) { return s.destroy(number, "nothing speaks for it"); });
    }
    long long packed() {
        load_due({in_the_way("archive")});
        review();
        Proposal proposal = approve("rita", 1);
        proposal.state = "packed";
        proposals().update(proposal);
        proposals().set_handover({1, "the archive", "for-proposal-1", "abc", "2026-11-30", {}, {}});
        return 1;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(AnswersTest);

TEST_P(AnswersTest, WhereTwoApproveTheAnswerIsTheFirst) {
    ask_for_two();
    const long long number = question();
    EXPECT_EQ(destroy("rita", number).state, "proposed");
    EXPECT_EQ(refused_approval("rita", number), "77: rita has approved proposal 1 already");
    EXPECT_EQ(approve("rob", number).state, "approved");
}

TEST_P(AnswersTest, AnAnswerMayBeTakenBackUntilItIsApproved) {
    ask_for_two();
    const long long number = question();
    destroy("rita", number);
    EXPECT_EQ(keep(number, "2027-03-01").state, "withdrawn");
    EXPECT_EQ(refused_approval("rob", number), "77: proposal 1 was withdrawn on 2026-11-23 (kept)");
}

TEST_P(AnswersTest, WhatIsApprovedIsPutOffBeforeItIsKept) {
    const long long number = question();
    destroy("rita", number);
    EXPECT_EQ(refused("rob", [&](SignOff& s) { s.keep(number, day("2027-03-01"), "why"); }),
              "77: proposal 1 was answered already: destroy");
    as("ruth", [&](SignOff& s) { return s.defer(number, day("2027-01-01"), "asked for"); });
    EXPECT_EQ(keep(number, "2027-03-01").state, "withdrawn");
}

TEST_P(AnswersTest, WhatIsKeptIsNotDestroyedByAnOlderApproval) {
    const long long number = question();
    const Proposal answered = destroy("rita", number);
    as("ruth", [&](SignOff& s) { return s.defer(number, day("2027-01-01"), "asked for"); });
    keep(number, "2027-03-01");
    EXPECT_EQ(outcome_of(answered, day("2027-01-02")), "gone");
    EXPECT_EQ(rows("involvement"), "1");
}

TEST_P(AnswersTest, KeptAgainItIsKeptUntilTheLaterDay) {
    keep(question(), "2027-03-01");
    review(day("2027-03-02"));
    keep(2, "2029-03-01", day("2027-03-02"));
    EXPECT_EQ(review(day("2029-03-01")).proposed, 0);
    EXPECT_EQ(review(day("2029-03-02")).proposed, 1);
}

TEST_P(AnswersTest, TheQuestionMayBeAskedOfADecisionToo) {
    const long long number = question("decide");
    EXPECT_EQ(all(), Texts{"C-Quill decide asked 2016-01-01 proposed"});
    EXPECT_EQ(refused_approval("rita", number), "77: proposal 1 is a question that waits for its answer");
}

TEST_P(AnswersTest, NobodyAnswersWhatTheyLoadedByDestroyingIt) {
    const long long number = question();
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.destroy(number, "why not"); }),
              "77: proposal 1 rests on records that ruth loaded");
}

TEST_P(AnswersTest, NeedADayToComeAndAReason) {
    const long long number = question();
    EXPECT_EQ(refused("rita", [&](SignOff& s) { s.keep(number, today, "why"); }),
              "65: --keep-until 2026-11-23 is not after 2026-11-23");
    EXPECT_EQ(refused("rita", [&](SignOff& s) { s.keep(number, day("2027-03-01"), "\t"); }),
              "64: a reason is needed");
    EXPECT_EQ(refused("rita", [&](SignOff& s) { s.destroy(number, ""); }), "64: a reason is needed");
}

TEST_P(AnswersTest, WhatIsNoQuestionIsNotKept) {
    load_due({due_child("Quill")});
    review();
    EXPECT_EQ(refused("rita", [&](SignOff& s) { s.keep(1, day("2027-03-01"), "why"); }),
              "77: proposal 1 is no question: its rule says destroy");
}

TEST_P(AnswersTest, AReceiptIsRecordedOnce) {
    const long long number = packed();
    as(
        "ruth", [&](SignOff& s) { s.record_receipt(number); }, day("2026-12-02"));
    EXPECT_EQ(proposals().handover(number)->received_on, "2026-12-02");
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.record_receipt(number); }),
              "77: the receipt of proposal 1 was recorded already, on 2026-12-02");
}

TEST_P(AnswersTest, AReceiptOfWhatWasPutOffIsNone) {
    const long long number = packed();
    as("ruth", [&](SignOff& s) { return s.defer(number, day("2027-01-01"), "asked for"); });
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.record_receipt(number); }),
              "77: proposal 1 has no bundle that waits for a receipt");
}

TEST_P(AnswersTest, WithoutAnInstructionNothingIsConfirmed) {
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.confirm_instruction(4711); }),
              "65: there is no certificate 4711");
}

TEST_P(AnswersTest, NothingIsRecordedOfAProposalThatIsWithdrawn) {
    load_due({in_the_way("notice")});
    review();
    load({hold("H1", R"({"persons":["Quill"]})")});
    review();
    const std::string said = "77: proposal 1 was withdrawn on 2026-11-23 (held)";
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.record_notice_sent(1, today); }), said);
    EXPECT_EQ(refused("dana", [&](SignOff& s) { s.waive_notice(1, "why"); }), said);
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.defer(1, day("2027-01-01"), "why"); }), said);
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.record_receipt(1); }), said);
}

TEST_P(AnswersTest, EachLeavesOneLineThatNamesNoRecord) {
    load_due({in_the_way("review"), in_the_way("notice", "Wren"), due_child("Ash")});
    review();
    const Texts before = line_kinds();
    approve("rita", number_of("I-Ash"));
    as("ruth", [&](SignOff& s) { return s.defer(number_of("I-Ash"), day("2027-01-01"), "Ash asked"); });
    as("dana", [&](SignOff& s) { s.waive_notice(number_of("C-Wren"), "Wren has died"); });
    as("rita", [&](SignOff& s) { return s.keep(number_of("C-Quill"), day("2027-01-01"), "Quill may ask"); });
    Texts after = before;
    for (const char* kind : {"approved", "deferred", "notice-waived", "decided"}) after.emplace_back(kind);
    EXPECT_EQ(line_kinds(), after);
    for (const std::string& line : sql("select line from register_line"))
        for (const char* word : {"Quill", "Wren", "Ash", "asked", "died"})
            EXPECT_EQ(line.find(word), std::string::npos) << line;
}

}  // namespace
}  // namespace casekeeper::test
