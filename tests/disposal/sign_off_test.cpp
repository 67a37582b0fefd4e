// SPDX-License-Identifier: MIT
#include "disposal/sign_off.h"

#include "support/review_world.h"

namespace casekeeper::test {
namespace {

class SignOffTest : public ReviewWorld {
protected:
    // The number of the one proposal there is of a child due for destruction.
    long long due() {
        load_due({due_child("Quill")});
        review();
        return number_of("I-Quill");
    }
    long long question() {
        load_due({in_the_way("review")});
        review();
        return number_of("C-Quill");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(SignOffTest);

TEST_P(SignOffTest, AnApprovalStartsTheCoolingOff) {
    const Proposal approved = approve("rita", due());
    EXPECT_EQ(approved.state, "approved");
    EXPECT_EQ(approved.executes_on, "2026-11-30");
    EXPECT_EQ(outcome_of(approved, day("2026-11-29")), "cooling-off");
    EXPECT_EQ(outcome_of(approved, day("2026-11-30")), "done");
}

TEST_P(SignOffTest, TwoApprovalsAreTwoPeoples) {
    load_due({in_the_way("notice")});
    review();
    const long long number = number_of("C-Quill");
    EXPECT_EQ(approve("rita", number).state, "proposed");
    EXPECT_EQ(refused_approval("rita", number), "77: rita has approved proposal 1 already");
    EXPECT_EQ(approve("rob", number).state, "approved");
    EXPECT_EQ(refused_approval("ruth", number),
              "77: proposal 1 is approved already, to be carried out on 2026-11-30");
}

TEST_P(SignOffTest, NobodyApprovesWhatTheyLoaded) {
    const long long number = due();
    const std::string loader = sql_value("select actor from load order by number desc");
    EXPECT_EQ(refused_approval(loader, number), "77: proposal 1 rests on records that " + loader + " loaded");
}

TEST_P(SignOffTest, NobodyApprovesWhatTheyWorkedOn) {
    load_due({{R"({"type":"professional","id":"W7","name":"Wilma Ward","kind":"social-work"})",
               person("Quill", R"(,"date_of_birth":"2001-02-03")"),
               involvement("I-Quill", "Quill", R"(,"closed":"2016-01-01","worker":"W7")"),
               entry("E1", "I-Quill")}});
    review();
    const auto approves = [&](SignOff& sign_off) { sign_off.approve(1); };
    const std::string said = "77: proposal 1 is about a record that ";
    EXPECT_EQ(refused("W7", approves), said + "W7 worked on");
    EXPECT_EQ(refused("Wilma Ward", approves), said + "Wilma Ward worked on");
    EXPECT_EQ(refused("wward", approves, today, "W7"), said + "wward worked on");
    EXPECT_EQ(approve("rita", 1).state, "approved");
}

TEST_P(SignOffTest, NobodyApprovesWhatIsHeldOrChangedOrGone) {
    const long long number = due();
    load({hold("H1", R"({"persons":["Quill"]})")});
    EXPECT_EQ(refused_approval("rita", number), "77: proposal 1 is held by H1");
    release("H1");
    load({entry("E2", "I-Quill", R"(,"occurred_at":"2015-07-01")")});
    EXPECT_EQ(refused_approval("rita", number), "77: proposal 1 is no longer as it was proposed (changed)");
    review();
    EXPECT_EQ(refused_approval("rita", number), "77: proposal 1 was withdrawn on 2026-11-23 (changed)");
    EXPECT_EQ(refused_approval("rita", 99), "65: there is no proposal 99");
}

TEST_P(SignOffTest, NobodyApprovesWhatWasCarriedOut) {
    const long long number = due();
    ASSERT_EQ(outcome_of(approve("rita", number), day("2026-11-30")), "done");
    EXPECT_EQ(refused_approval("rob", number), "77: proposal 1 was carried out on 2026-11-30");
}

TEST_P(SignOffTest, PuttingOffTakesApprovalsBack) {
    const long long number = due();
    approve("rita", number);
    const Proposal deferred = as("ruth", [&](SignOff& sign_off) {
        return sign_off.defer(number, day("2027-02-01"), "the family has asked");
    });
    EXPECT_EQ(deferred.state, "proposed");
    EXPECT_TRUE(proposals().approvals(number).empty());
    const Proposal again = approve("rita", number);
    EXPECT_EQ(again.executes_on, "2027-02-01");
    EXPECT_EQ(outcome_of(again, day("2027-01-31")), "deferred");
    EXPECT_EQ(outcome_of(again, day("2027-02-01")), "done");
}

TEST_P(SignOffTest, PuttingOffNeedsALaterDayAndAReason) {
    const long long number = due();
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.defer(number, today, "why"); }),
              "65: --until 2026-11-23 is not after 2026-11-23");
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.defer(number, day("2027-01-01"), " "); }),
              "64: a reason is needed");
}

TEST_P(SignOffTest, AQuestionWaitsForItsAnswer) {
    const long long number = question();
    EXPECT_EQ(refused_approval("rita", number), "77: proposal 1 is a question that waits for its answer");
    const Proposal answered =
        as("rita", [&](SignOff& s) { return s.destroy(number, "nothing speaks for it"); });
    EXPECT_EQ(answered.state, "approved");
    EXPECT_EQ(answered.answer, "destroy");
    EXPECT_EQ(outcome_of(answered, day("2026-11-30")), "done");
}

TEST_P(SignOffTest, OnlyAQuestionIsAnswered) {
    const long long number = due();
    EXPECT_EQ(refused("rita", [&](SignOff& s) { s.destroy(number, "why not"); }),
              "77: proposal 1 is no question: its rule says destroy");
}

TEST_P(SignOffTest, WhatIsKeptComesBackTheDayAfter) {
    const long long number = question();
    as("rita", [&](SignOff& s) { return s.keep(number, day("2027-03-01"), "siblings may still ask"); });
    EXPECT_EQ(all(), Texts{"C-Quill review looked-at 2017-01-01 withdrawn kept"});
    EXPECT_EQ(review(day("2027-03-01")).proposed, 0);
    EXPECT_EQ(sql_value("select outcome || ' ' || retain_until from decision"), "retain 2027-03-01");
    EXPECT_EQ(review(day("2027-03-02")).proposed, 1);
}

TEST_P(SignOffTest, TheNoticeIsSentBeforeAnythingGoes) {
    load_due({in_the_way("notice")});
    review();
    approve("rita", 1);
    const Proposal approved = approve("rob", 1);
    EXPECT_EQ(outcome_of(approved, day("2026-12-01")), "notice-owed");
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.record_notice_sent(1, today); }),
              "77: the letter of proposal 1 is not written yet");
    DestructionNotice notice = *proposals().notice("C-Quill");
    notice.letter = "a.html";
    proposals().set_notice(notice);
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.record_notice_sent(1, day("2026-11-24")); }),
              "65: --sent 2026-11-24 is in the future");
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.record_notice_sent(1, day("2026-11-22")); }).substr(0, 3),
              "65:");
    as("ruth", [&](SignOff& s) { s.record_notice_sent(1, today); });
    // The approvals outlive the time the person has, by the days after which approvals lapse.
    EXPECT_EQ(found(1).executes_on, "2027-05-23");
    EXPECT_EQ(outcome_of(found(1), day("2027-08-21")), "lapsed");
    EXPECT_EQ(outcome_of(found(1), day("2027-05-22")), "cooling-off");
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.record_notice_sent(1, today); }),
              "77: the notice of proposal 1 was settled already, on 2026-11-23");
}

TEST_P(SignOffTest, ALawfulReasonStandsForTheNotice) {
    load_due({in_the_way("notice")});
    review();
    approve("rita", 1);
    const Proposal approved = approve("rob", 1);
    EXPECT_EQ(refused("dana", [&](SignOff& s) { s.waive_notice(1, ""); }), "64: a reason is needed");
    as("dana", [&](SignOff& s) { s.waive_notice(1, "the person has died"); });
    EXPECT_EQ(outcome_of(approved, day("2026-12-01")), "done");
}

TEST_P(SignOffTest, ARuleWithoutNoticeOwesNone) {
    const long long number = due();
    EXPECT_EQ(refused("dana", [&](SignOff& s) { s.waive_notice(number, "why"); }),
              "77: proposal 1 owes nobody a notice: its rule has no notify_before");
}

TEST_P(SignOffTest, OnlyWhatIsPackedIsReceived) {
    load_due({in_the_way("archive")});
    review();
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.record_receipt(1); }),
              "77: proposal 1 has no bundle that waits for a receipt");
}

TEST_P(SignOffTest, TheRegisterNamesProposalsAndNoRecord) {
    const long long number = question();
    as("rita", [&](SignOff& s) { return s.destroy(number, "nothing speaks for Quill"); });
    const std::string line = sql_value("select line from register_line where kind = 'decided'");
    EXPECT_NE(line.find(R"("actor":"rita","facts":{"proposal":1,"answer":"destroy"})"), std::string::npos)
        << line;
    for (const std::string& one : sql("select line from register_line"))
        EXPECT_EQ(one.find("Quill"), std::string::npos) << one;
}

TEST_P(SignOffTest, NobodyApprovesWhatTheyEverLoadedAnythingOf) {
    load_due({due_child("Quill")});  // by ruth
    load_by("rita", {entry("E2-Quill", "I-Quill", R"(,"account":"added")")});
    load_by("rob", {person("Quill", R"(,"date_of_birth":"2001-02-03","given_names":"Quentin")")});
    load_by("ann", {person("Quill", R"(,"date_of_birth":"2001-02-03","given_names":"Quentin Q")")});
    review();
    for (const char* name : {"ruth", "rita", "rob", "ann"})
        EXPECT_EQ(refused_approval(name, 1),
                  std::string("77: proposal 1 rests on records that ") + name + " loaded");
    EXPECT_EQ(approve("ruby", 1).state, "approved");
}

TEST_P(SignOffTest, WhatCannotBeReadIsSaidSo) {
    const long long number = due();
    sql("update person set date_of_birth = '2001-02-30' returning id");
    EXPECT_EQ(refused_approval("rita", number).substr(0, 3), "65:");
}

}  // namespace
}  // namespace casekeeper::test
