// SPDX-License-Identifier: MIT
//
// Every action the gate carries out: what stays of each, and what it asks for besides approval.
#include <filesystem>

#include "custody/gate.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;
namespace fs = std::filesystem;

class GateActionsTest : public GateWorld {
protected:
    Texts club_with(const std::string& way) const {
        return {person("Quill", R"(,"date_of_birth":"2001-02-03")"),
                involvement(
                    "I-Quill", "Quill",
                    R"(,"service":"youth-club","closed":"2016-01-01","attributes":{"way":")" + way + "\"}"),
                entry("E-Quill", "I-Quill")};
    }
    // A child in need whose record is to be reduced; it ends seven years after it closed.
    static Texts to_minimise() {
        return {person("Quill"),
                involvement(
                    "I-Quill", "Quill",
                    R"(,"opened":"2024-01-01","closed":"2025-01-01","closure_reason":"moved","team":"north",)"
                    R"("attributes":{"placement":"home","hobby":"chess","way":"minimise"},)"
                    R"("events":{"praised":"2024-03-03","visited":"2024-02-02"})"),
                entry("E-Quill", "I-Quill",
                      R"(,"occurred_at":"2024-06-01","topic":"health","account":"what was said")")};
    }
    Texts to_transfer() const {
        return {person("Quill"), involvement("I-Quill", "Quill",
                                             R"(,"opened":"2024-01-01","closed":"2025-01-01",)"
                                             R"("attributes":{"way":"transfer"})")};
    }
    // Packs what a proposal covers for its receiver; with a day, its receipt is recorded.
    void pack(Proposal& proposal, const char* received_on) {
        proposal.state = "packed";
        proposals().update(proposal);
        folder.write("bundles/B1/manifest.json", "{}");
        proposals().set_handover({proposal.number, "the county archive", "B1", "00", "2026-11-12",
                                  received_on ? std::optional<std::string>(received_on) : std::nullopt,
                                  "ruth"});
    }
    std::string kind_of_last_line() const {
        return sql_value("select kind from register_line order by number desc limit 1");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(GateActionsTest);

TEST_P(GateActionsTest, AnonymisingLeavesOneLineForStatistics) {
    load_due({club_with("anonymise")});
    const GateAnswer answer = execute(propose("I-Quill", "anonymise", "counted"));
    EXPECT_EQ(said(answer), "done");
    EXPECT_EQ(sql("select service || '|' || opened_year || '|' || closed_year || '|' || age_band || '|' || "
                  "cast(entries as text) from anonymous_statistic"),
              Texts{"youth-club|2015|2016|10 to 15|1"});
    EXPECT_EQ(rows_with("Quill"), Texts{});
    EXPECT_EQ(kind_of_last_line(), "anonymised");
}

TEST_P(GateActionsTest, AReviewAnsweredDestroyIsDestroyed) {
    load_due({club_with("review")});
    Proposal proposal = propose("I-Quill", "review", "looked-at");
    EXPECT_EQ(outcome_of(proposal), "not-approved");
    proposal.answer = "destroy";
    proposals().update(proposal);
    EXPECT_EQ(outcome_of(proposal), "done");
    EXPECT_EQ(rows("person"), "0");
    EXPECT_EQ(kind_of_last_line(), "destroyed");
}

TEST_P(GateActionsTest, WhatAPersonDecidesOnIsDestroyedOnTheirAnswer) {
    load_due({club_with("decide")});
    Proposal proposal = propose("I-Quill", "decide", "asked");
    proposal.answer = "destroy";
    proposals().update(proposal);
    EXPECT_EQ(outcome_of(proposal), "done");
    EXPECT_EQ(kind_of_last_line(), "destroyed");
}

TEST_P(GateActionsTest, ArchivingWaitsForTheReceipt) {
    load_due({club_with("archive")});
    Proposal proposal = propose("I-Quill", "archive", "kept-elsewhere");
    EXPECT_EQ(outcome_of(proposal), "not-received");
    pack(proposal, nullptr);
    EXPECT_EQ(outcome_of(proposal), "not-received");
    pack(proposal, "2026-11-22");
    EXPECT_EQ(outcome_of(proposal), "done");
    EXPECT_EQ(kind_of_last_line(), "archived");
    EXPECT_EQ(rows("person"), "0");
}

TEST_P(GateActionsTest, TheReceiversBundleGoesWithTheRecord) {
    rules.bundles_folder = folder.path("bundles");
    load_due({club_with("archive")});
    Proposal proposal = propose("I-Quill", "archive", "kept-elsewhere");
    pack(proposal, "2026-11-22");
    EXPECT_EQ(outcome_of(proposal), "done");
    EXPECT_TRUE(fs::exists(folder.path("bundles/B1")));
    sweep();
    EXPECT_FALSE(fs::exists(folder.path("bundles/B1")));
    EXPECT_TRUE(fs::exists(folder.path("bundles")));
}

TEST_P(GateActionsTest, ATransferredRecordEndsHereOnceItIsReceived) {
    load_due({to_transfer()});
    Proposal proposal = propose("I-Quill", "transfer", "moved");
    EXPECT_EQ(outcome_of(proposal), "not-received");
    pack(proposal, "2026-11-22");
    EXPECT_EQ(outcome_of(proposal), "done");
    EXPECT_EQ(kind_of_last_line(), "transferred");
    EXPECT_EQ(rows_with("Quill"), Texts{});
    expect_counts_agree();
}

TEST_P(GateActionsTest, MinimisingKeepsTheBasicSetAndWhatTheScheduleReads) {
    load_due({to_minimise()});
    EXPECT_EQ(outcome_of(propose("I-Quill", "minimise", "basic")), "done");
    EXPECT_EQ(sql("select closure_reason || '|' || coalesce(team, '-') || '|' || attributes || '|' || events "
                  "from involvement"),
              Texts{R"(moved|-|{"placement":"home","way":"minimise"}|{"visited":"2024-02-02"})"});
    EXPECT_EQ(sql("select topic || '|' || coalesce(account, '-') from entry"), Texts{"health|-"});
    EXPECT_EQ(kind_of_last_line(), "minimised");
}

// What somebody said of the record is free text about them: this rule does not name it.
TEST_P(GateActionsTest, MinimisingTakesWhatStandsBesideTheRecord) {
    load_due({to_minimise()});
    for (const char* table : {"involvement", "entry"})
        sql(std::string("update ") + table +
            " set remarks = '[{\"kind\":\"statement\",\"on\":\"2025-02-01\",\"text\":\"no\"}]' returning id");
    EXPECT_EQ(outcome_of(propose("I-Quill", "minimise", "basic")), "done");
    EXPECT_EQ(sql("select coalesce(remarks, 'none') from entry union all "
                  "select coalesce(remarks, 'none') from involvement"),
              (Texts{"none", "none"}));
}

TEST_P(GateActionsTest, MinimisingMovesNoDay) {
    load_due({to_minimise()});
    const Texts decided = sql("select outcome || rule || retain_until || minimise_on from decision");
    EXPECT_EQ(decided, Texts{"retainrest2031-01-012026-01-01"});
    EXPECT_EQ(outcome_of(propose("I-Quill", "minimise", "basic")), "done");
    EXPECT_EQ(sql("select outcome || rule || retain_until || minimise_on from decision"), decided);
    sql("insert into stale_person (person) values ('Quill')");
    night();
    EXPECT_EQ(sql("select outcome || rule || retain_until || minimise_on from decision"), decided);
    expect_counts_agree();
}

TEST_P(GateActionsTest, MinimisingIsDoneOnce) {
    load_due({to_minimise()});
    EXPECT_EQ(outcome_of(propose("I-Quill", "minimise", "basic")), "done");
    EXPECT_TRUE(proposals().done("I-Quill", "minimise", "basic"));
    EXPECT_EQ(outcome_of(propose("I-Quill", "minimise", "basic")), "not-due");
}

TEST_P(GateActionsTest, MinimisingWaitsForItsDay) {
    load_due({to_minimise()});
    const Proposal proposal = propose_with("I-Quill", [](Proposal& one) {
        one.action = "minimise";
        one.rule = "basic";
        one.retain_until = "2026-01-01";
        one.executes_on = "2026-01-01";
    });
    sql("update approval set approved_on = '2025-12-01'");
    EXPECT_EQ(outcome_of(proposal, day("2026-01-01")), "not-due");
    EXPECT_EQ(outcome_of(proposal, day("2026-01-02")), "done");
}

TEST_P(GateActionsTest, AMinimisedRecordIsStillNamedByItsProposal) {
    load_due({to_minimise()});
    const Proposal proposal = propose("I-Quill", "minimise", "basic");
    EXPECT_EQ(outcome_of(proposal), "done");
    EXPECT_EQ(proposals().find(proposal.number)->involvement, "I-Quill");
    EXPECT_EQ(proposals().find(proposal.number)->state, "executed");
    EXPECT_EQ(rows("ended_record"), "0");
}

TEST_P(GateActionsTest, ANoticeIsOwedAndItsLetterGoesToo) {
    rules.notices_folder = folder.path("notices");
    load_due({club_with("notice")});
    folder.write("notices/N1.html", "Dear Quill");
    const Proposal proposal = propose("I-Quill", "destroy", "told");
    EXPECT_EQ(outcome_of(proposal), "notice-owed");
    DestructionNotice notice{"I-Quill", "2026-01-01", "N1.html", "2026-05-24", "ruth", {}, {}, {}};
    proposals().set_notice(notice);
    EXPECT_EQ(outcome_of(proposal), "notice-owed");
    EXPECT_EQ(outcome_of(proposal, day("2026-11-24")), "done");
    EXPECT_EQ(rows("destruction_notice"), "0");
    sweep();
    EXPECT_FALSE(fs::exists(folder.path("notices/N1.html")));
}

TEST_P(GateActionsTest, ARuleMayAskForTwoApprovals) {
    load_due({club_with("notice")});
    proposals().set_notice(
        {"I-Quill", "2026-01-01", {}, {}, {}, "2026-11-01", "rita", "no address is known"});
    const Proposal proposal = propose("I-Quill", "destroy", "told");
    sql("delete from approval where approved_by = 'rob'");
    EXPECT_EQ(outcome_of(proposal), "not-approved");
    proposals().approve(proposal.number, {"rob", "reviewer", "2026-11-05", "2027-05-05"});
    EXPECT_EQ(outcome_of(proposal), "done");
}

TEST_P(GateActionsTest, WordThatHasGrownOldIsGivenAnew) {
    load_due({club_with("notice")});
    const Proposal proposal = propose("I-Quill", "destroy", "told");
    proposals().set_notice({"I-Quill", "2025-05-01", {}, "2025-05-24", "ruth", {}, {}, {}});
    EXPECT_EQ(outcome_of(proposal, day("2026-11-24")), "notice-owed") << "six months, and a year";
    proposals().set_notice({"I-Quill", "2025-05-01", {}, {}, {}, "2025-05-24", "rita", "no address"});
    EXPECT_EQ(outcome_of(proposal, day("2026-11-24")), "notice-owed");
    proposals().set_notice({"I-Quill", "2025-05-01", {}, {}, {}, "2025-05-25", "rita", "no address"});
    EXPECT_EQ(outcome_of(proposal, day("2026-11-24")), "done");
}

// Written, but a crash came before the store knew.
TEST_P(GateActionsTest, ALetterOfWhichNoNoticeSaysSoGoesToo) {
    rules.notices_folder = folder.path("notices");
    load_due({club_with("notice")});
    folder.write("notices/" + letter_file_of("I-Quill"), "Dear Quill");
    const Proposal proposal = propose("I-Quill", "destroy", "told");
    proposals().set_notice({"I-Quill", "2026-01-01", {}, {}, {}, "2026-11-01", "rita", "no address"});
    EXPECT_EQ(outcome_of(proposal), "done");
    sweep();
    EXPECT_TRUE(fs::is_empty(folder.path("notices")));
}

TEST_P(GateActionsTest, ALaterLoadDoesNotFillWhatWasReduced) {
    load_due({to_minimise()});
    execute(propose("I-Quill", "minimise", "basic"));
    const auto rows_now = [&] {
        return sql(
            "select coalesce(team, '-') || coalesce(closure_reason, '-') || coalesce(attributes, '-') || "
            "coalesce(events, '-') from involvement union all "
            "select coalesce(topic, '-') || coalesce(account, '-') from entry order by 1");
    };
    const Texts before = rows_now();
    const ImportResult again = load(to_minimise());
    EXPECT_EQ(rows_now(), before);
    EXPECT_EQ(again.stored, 0);
    int said = 0;
    for (const std::string& text : texts_of(again))
        said += text.find("reduced here on 2026-11-23") != std::string::npos;
    EXPECT_EQ(said, 2) << "the involvement and its entry";
}

TEST_P(GateActionsTest, OpenedAgainAReducedRecordIsLoadedWhole) {
    load_due({to_minimise()});
    execute(propose("I-Quill", "minimise", "basic"));
    Texts lines = to_minimise();
    for (std::string& line : lines)
        if (const auto at = line.find(R"("closed":")"); at != std::string::npos)
            line.replace(at, 21, R"("file_reference":"F9")");
    EXPECT_EQ(load(lines).rejected, 0);
    EXPECT_EQ(sql("select coalesce(closed, 'open') || ' ' || team from involvement"), Texts{"open north"});
    EXPECT_NE(sql_value("select account from entry"), "-");
}

}  // namespace
}  // namespace casekeeper::test
