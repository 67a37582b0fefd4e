// SPDX-License-Identifier: MIT
//
// What becomes known between the decision to delete and the night that would do it: nothing goes, and the
// request waits, or is assessed anew and needs its warning, confirmation and decision again.
#include "support/deletion_world.h"

namespace casekeeper::test {
namespace {

class DeletionBetween : public DeletionWorld {
protected:
    void SetUp() override {
        DeletionWorld::SetUp();
        if (IsSkipped()) return;
        load({person("P1", "2005-05-04"), involvement("I1", "P1", "mentoring", "2022-09-01", "2024-09-01"),
              note("E1", "I1", "2023-10-02", "played table tennis")});
        open_and_assess("R1", "P1");
        warn_and_confirm("R1");
        decide("R1", {"--delete", "all-free"});
        EXPECT_EQ(state_of("R1"), "granted");
    }
    // Long after it has cooled off.
    void expect_to_stay_until(const char* last_night) const {
        for (const char* on : {"2026-12-01", "2026-12-02", last_night}) night(day(on));
        EXPECT_EQ(sql_value("select count(*) from entry where id = 'E1'"), "1");
        EXPECT_EQ(sql_value("select count(*) from person where id = 'P1'"), "1");
        EXPECT_EQ(json_value_at(shown("R1"), "certificates"), "[]");
    }
    void expect_to_go(const char* on) const {
        night(day(on));
        EXPECT_EQ(sql_value("select count(*) from entry where id = 'E1'"), "0");
        EXPECT_EQ(state_of("R1"), "executed");
    }
    // Assessed anew: it takes everything again.
    void expect_all_anew() const {
        EXPECT_EQ(state_of("R1"), "assessed");
        for (const std::string& one : json_items_at(shown("R1"), "items"))
            EXPECT_EQ(json_value_at(one, "decision"), "null") << "void: " << one;
        EXPECT_TRUE(is_no(as("petra", confirmation("R1"), day("2027-03-02")), {77}));
        EXPECT_TRUE(is_no(as("dana", decision("R1", {"--delete", "all-free"}), day("2027-03-02")), {77}));
    }
    void hold(const char* name, const Words& scope) const {
        done(name, with({"hold", "place", "--kind", "police", "--authority", "LP-1", "--reason", "enquiry"},
                        scope));
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DeletionBetween);

TEST_P(DeletionBetween, NothingButTimeLetsItGo) {
    night(still_cooling_off);
    EXPECT_EQ(ids("entry"), "E1");
    EXPECT_EQ(state_of("R1"), "waiting");
    expect_to_go("2026-12-01");
}

TEST_P(DeletionBetween, AHoldKeepsIt) {
    hold("oscar", {"--persons", "P1"});
    expect_to_stay_until("2027-03-01");
    const std::string state = state_of("R1");
    EXPECT_TRUE(state == "waiting" || state == "assessed") << state;
}

TEST_P(DeletionBetween, AHoldOnASingleInvolvementKeepsIt) {
    hold("oscar", {"--involvements", "I1"});
    expect_to_stay_until("2027-03-01");
}

TEST_P(DeletionBetween, AHoldByWordsKeepsIt) {
    hold("oscar", {"--words", "table tennis"});
    expect_to_stay_until("2027-03-01");
}

TEST_P(DeletionBetween, AHoldThatWasReleasedInTimeLetsItGo) {
    hold("oscar", {"--persons", "P1"});
    done("rita", {"hold", "release", "H1", "--reason", "ended"});
    expect_to_go("2026-12-01");
}

TEST_P(DeletionBetween, AnOpenAccessRequestComesFirst) {
    load({R"({"type":"access_request","id":"A1","person":"P1","received_at":"2026-11-23"})"});
    expect_to_stay_until("2027-03-01");
    EXPECT_EQ(state_of("R1"), "waiting");
}

TEST_P(DeletionBetween, AnAccessRequestOfTheSameHumanUnderAnotherRecordComesFirst) {
    load({person("P1-b", "2005-05-04"),
          R"({"type":"relationship","person":"P1","kind":"same-person","other":"P1-b"})",
          involvement("I1-b", "P1-b", "child-in-need", "2026-01-01"),
          R"({"type":"access_request","id":"A1","person":"P1-b","received_at":"2026-11-23"})"});
    night(day("2026-12-01"));
    night(day("2027-03-01"));
    EXPECT_TRUE(has(ids("entry"), "E1"));
}

TEST_P(DeletionBetween, AStatutoryServiceThatOpenedMeansAllAnew) {
    load({involvement("I2", "P1", "child-in-need", "2026-11-24")}, day("2026-11-24"));
    night(day("2026-12-01"));
    EXPECT_EQ(ids("involvement"), "I1 I2");
    expect_all_anew();
    EXPECT_EQ(verdict("R1", "involvement:I2"), "statutory");
}

TEST_P(DeletionBetween, ANoteThatCameInMeansAllAnew) {
    load({note("E1-new", "I1", "2024-08-01", "talked about football")}, day("2026-11-24"));
    night(day("2026-12-01"));
    EXPECT_EQ(ids("entry"), "E1 E1-new") << "nobody was warned of what this one takes away";
    expect_all_anew();
}

TEST_P(DeletionBetween, AnAllegationThatCameInMeansAllAnew) {
    load({note("E1-new", "I1", "2024-08-01", "said that she had been sexually assaulted")},
         day("2026-11-24"));
    expect_to_stay_until("2027-03-01");
    expect_all_anew();
}

TEST_P(DeletionBetween, ARestrictionKeepsIt) {
    done("petra",
         {"restrict", "place", "--items", "involvement:I1", "--ground", "accuracy", "--reason", "x"});
    expect_to_stay_until("2027-03-01");
}

TEST_P(DeletionBetween, AComplaintKeepsIt) {
    load({involvement("I9", "P1", "complaint-ca89", "2026-11-23")});
    expect_to_stay_until("2027-03-01");
}

TEST_P(DeletionBetween, AWithdrawalEndsIt) {
    done("petra", {"deletion", "withdraw", "R1", "--reason", "wants to keep it after all"});
    expect_to_stay_until("2027-03-01");
    EXPECT_EQ(state_of("R1"), "withdrawn");
}

TEST_P(DeletionBetween, ADoubtAboutWhoAsksStopsIt) {
    done("petra", {"deletion", "competence", "R1", "--competent", "no", "--impaired", "--assessor", "a",
                   "--basis", "a stay in hospital"});
    EXPECT_EQ(state_of("R1"), "received");
    expect_to_stay_until("2027-03-01");
}

// Warned that it is kept for a claim, a person was not warned of losing it.
TEST_P(DeletionBetween, WhatBecomesFreeAfterTheWarningMeansAllAnew) {
    load({person("P2", "2005-05-04"), involvement("I2", "P2", "mentoring", "2022-09-01", "2024-09-01"),
          involvement("I2-other", "P2", "holiday-activities", "2024-07-20", "2024-08-28"),
          note("E2", "I2", "2023-10-02", "played football")});
    hold("oscar", {"--involvements", "I2"});
    open_and_assess("R2", "P2");
    EXPECT_EQ(verdict("R2", "involvement:I2"), "claims");
    warn_and_confirm("R2");
    done("rita", {"hold", "release", "H1", "--reason", "ended"});
    const Said decided = as("dana", decision("R2", {"--delete", "all-free"}));
    night(day("2026-12-01"));
    night(day("2027-03-01"));
    EXPECT_EQ(sql_value("select count(*) from entry where id = 'E2'"), "1") << decided;
    EXPECT_EQ(state_of("R2"), "assessed");
}

// The other way round it may go on where nothing is left of what came between.
TEST_P(DeletionBetween, AHoldBetweenConfirmationAndDecisionIsSeenByTheDecision) {
    load({person("P2", "2005-05-04"), involvement("I2", "P2", "mentoring", "2022-09-01", "2024-09-01"),
          note("E2", "I2", "2023-10-02", "played football")});
    open_and_assess("R2", "P2");
    warn_and_confirm("R2");
    hold("oscar", {"--involvements", "I2"});
    EXPECT_TRUE(is_no(as("dana", decision("R2", {"--delete", "involvement:I2"})), {77}));
    EXPECT_NE(state_of("R2"), "granted");
}

// A doubt voids the decision too: what was decided before it is decided again, after another warning.
TEST_P(DeletionBetween, ADecisionFromBeforeADoubtIsVoid) {
    load({person("P2", "2005-05-04"), involvement("I2", "P2", "mentoring", "2022-09-01", "2024-09-01"),
          involvement("I2-club", "P2", "universal-youth-service", "2022-09-01", "2024-09-01"),
          note("E2", "I2", "2023-10-02", "played football")});
    open_and_assess("R2", "P2");
    warn_and_confirm("R2");
    decide("R2", {"--delete", "all-free"});
    find_competent("R2", "no", {"--impaired"});
    EXPECT_EQ(state_of("R2"), "received");
    find_competent("R2");
    assess("R2");
    EXPECT_EQ(json_value_at(item("R2", "involvement:I2"), "decision"), "null");
    warn_and_confirm("R2");
    decide("R2", {"--keep", "involvement:I2-club"});
    night(day("2026-12-01"));
    night(day("2027-03-01"));
    EXPECT_EQ(sql_value("select count(*) from entry where id = 'E2'"), "1")
        << "nobody has decided on it since";
}

// What is found while advice is sought, or a complaint looked into, is not forgotten when that ends.
TEST_P(DeletionBetween, ADoubtWhileAdviceIsSoughtStopsIt) {
    load({person("P2", "2005-05-04"), involvement("I2", "P2", "mentoring", "2022-09-01", "2024-09-01"),
          note("E2", "I2", "2023-10-02", "played football")});
    open_and_assess("R2", "P2");
    warn_and_confirm("R2");
    done("petra", {"deletion", "refer", "R2", "--to", "dpo", "--question", "may it go"});
    const Said found = as("petra", {"deletion", "competence", "R2", "--competent", "no", "--impaired",
                                    "--assessor", "a", "--basis", "a stay in hospital"});
    if (found.code != 0) {
        EXPECT_TRUE(is_no(found, {77})) << "it is not noted either";
        return;
    }
    EXPECT_TRUE(is_no(
        as("dana", {"deletion", "advice", "R2", "--from", "the guardian", "--advice", "it may go"}), {77}))
        << "it begins again with who may ask";
    const Said decided = as("dana", decision("R2", {"--delete", "all-free"}));
    night(day("2026-12-01"));
    night(day("2027-03-01"));
    EXPECT_EQ(sql_value("select count(*) from entry where id = 'E2'"), "1") << decided;
}

TEST_P(DeletionBetween, TheKillSwitchStopsIt) {
    configure("casekeeper.toml",
              bytes_of(folder.path("config/casekeeper.toml")) + "[disposal]\nenabled = false\n");
    expect_to_stay_until("2027-03-01");
}

TEST_P(DeletionBetween, ADryRunTakesNothing) {
    EXPECT_EQ(run({"nightly", "--dry-run"}, day("2026-12-01")).code, 0);
    EXPECT_EQ(ids("entry"), "E1");
    expect_to_go("2026-12-01");
}

TEST_P(DeletionBetween, NobodyElsesGoes) {
    load({person("P2", "2005-05-04"), involvement("I2", "P2", "mentoring", "2022-09-01", "2024-09-01")});
    expect_to_go("2026-12-01");
    EXPECT_EQ(ids("involvement"), "I2");
}

}  // namespace
}  // namespace casekeeper::test
