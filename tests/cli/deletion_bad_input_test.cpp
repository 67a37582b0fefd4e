// SPDX-License-Identifier: MIT
//
// Requests to delete that cannot be, and steps by whoever may not take them: a refusal in two lines, with a
// hint that can be typed, and the store as it was.
#include "support/deletion_world.h"

namespace casekeeper::test {
namespace {

class DeletionBadInput : public DeletionWorld {
protected:
    void SetUp() override {
        DeletionWorld::SetUp();
        if (IsSkipped()) return;
        load({person("P1", "2005-05-04"), involvement("I1", "P1", "mentoring", "2022-09-01", "2024-09-01"),
              note("E1", "I1", "2023-10-02", "played table tennis"),
              involvement("I1-club", "P1", "universal-youth-service", "2022-09-01", "2024-09-01"),
              involvement("I1-cin", "P1", "child-in-need", "2022-09-01"), person("P2", "2005-06-06"),
              involvement("I2", "P2", "mentoring", "2022-09-01", "2024-09-01"),
              note("E2", "I2", "2023-10-02", "played football")});
    }
    // Refused with one of the codes, and not a byte of the store is another. What a hint says can be typed.
    // It need not tell a command where another value is all that is missing.
    void expect_no(const std::string& name, const Words& words, const std::set<int>& codes,
                   Date on = today) const {
        const std::string before = everything();
        EXPECT_TRUE(is_no(as(name, words, on), codes, false)) << name << ": " << joined(words);
        EXPECT_TRUE(everything() == before) << "the store was changed by: " << joined(words);
    }
    static Words opening(const Words& more) { return with({"deletion", "open"}, more); }
    void assessed(const std::string& request, const Words& scope = {}) const {
        open(request, "P1", scope);
        know(request);
        assess(request);
    }
};
CASEKEEPER_ON_SQLITE(DeletionBadInput);

TEST_P(DeletionBadInput, ForNobody) {
    expect_no("petra", opening({"--person", "P99"}), {65});
    EXPECT_TRUE(is_no(as("petra", opening({"--person", "P99"})), {65})) << "where to look for them";
    expect_no("petra", opening({"--person", ""}), {64, 65});
    expect_no("petra", {"deletion", "open"}, {64});
}

// A name is not taken for the person's own: whoever it is would be asked no authority.
TEST_P(DeletionBadInput, BySomebodyNamedOfWhomItIsNotSaidHowTheyMayAsk) {
    for (const char* group : {"deletion", "correction", "objection"}) {
        Words words = {group, "open", "--person", "P1", "--requester", "Bob Smith"};
        if (group != std::string("deletion"))
            words = with(words, {"--items", "entry:E1", "--statement", "I was on time"});
        expect_no("petra", words, {64});
        const Said said = as("petra", words);
        EXPECT_TRUE(has(said.err, "in which capacity")) << group << said;
        EXPECT_FALSE(has(said.err, "requester-person")) << "there is no such option: " << said;
        done("petra", with(words, {"--by", "parent"}));
    }
}

TEST_P(DeletionBadInput, ForAnotherPersonsRecord) {
    for (const char* item : {"involvement:I2", "entry:E2"})
        expect_no("petra", opening({"--person", "P1", "--scope", item}), {65});
    expect_no("petra", opening({"--person", "P1", "--scope", "involvement:I1,entry:E2"}), {65});
}

TEST_P(DeletionBadInput, WithAnUnknownItemInItsScope) {
    for (const char* item : {"involvement:I99", "entry:E99", "document:D99"})
        expect_no("petra", opening({"--person", "P1", "--scope", item}), {65});
    for (const char* item : {"I1", "chess:I1", "involvement:", ",", "person:P1"})
        expect_no("petra", opening({"--person", "P1", "--scope", item}), {64, 65});
}

TEST_P(DeletionBadInput, Twice) {
    open("R1", "P1");
    EXPECT_TRUE(is_no(as("petra", opening({"--person", "P1"})), {77})) << "where to see the other";
    expect_no("petra", opening({"--person", "P1"}), {77});
    expect_no("dana", opening({"--person", "P1", "--id", "R2"}), {77});
    expect_no("petra", opening({"--person", "P2", "--id", "R1"}), {65, 77});
    open("R2", "P2");
    done("petra", {"deletion", "withdraw", "R1", "--reason", "asked by mistake"});
    open("R3", "P1");
}

TEST_P(DeletionBadInput, TwiceOverTheSameItemsOnly) {
    open("R1", "P1", {"--scope", "involvement:I1"});
    expect_no("petra", opening({"--person", "P1", "--scope", "involvement:I1"}), {77});
    open("R2", "P1", {"--scope", "involvement:I1-club"});
}

TEST_P(DeletionBadInput, BeforeTheBirth) {
    expect_no("petra", opening({"--person", "P1", "--received", "2005-05-03"}), {65});
    expect_no("petra", opening({"--person", "P1", "--received", "1066-10-14"}), {65});
}

TEST_P(DeletionBadInput, InTheFuture) {
    expect_no("petra", opening({"--person", "P1", "--received", "2026-11-24"}), {65});
    expect_no("petra", opening({"--person", "P1", "--received", "2026-11-24T00:30:00"}), {65});
    expect_no("petra", opening({"--person", "P1", "--received", "2026-02-30"}), {64, 65});
    expect_no("petra", opening({"--person", "P1", "--received", "yesterday"}), {64, 65});
}

TEST_P(DeletionBadInput, ByACapacityThatIsNone) {
    expect_no("petra", opening({"--person", "P1", "--by", "mother"}), {64, 65});
}

TEST_P(DeletionBadInput, NobodyWorksOnARequestThatIsNot) {
    for (const Words& words :
         {Words{"show", "R9"}, Words{"assess", "R9"}, Words{"confirm", "R9", "--words", "x"},
          Words{"withdraw", "R9", "--reason", "x"}, Words{"verify-identity", "R9", "--known"},
          Words{"competence", "R9", "--competent", "yes", "--assessor", "a", "--basis", "b"},
          Words{"decide", "R9", "--refuse", "--reason", "x"}, Words{"notify", "R9", "--write"},
          Words{"extend", "R9", "--notice", "2026-11-23", "--reason", "x"},
          Words{"refer", "R9", "--to", "legal", "--question", "x"},
          Words{"advice", "R9", "--from", "a", "--advice", "x"},
          Words{"dispute", "R9", "--to", "ico", "--words", "x"}})
        expect_no("dana", with({"deletion"}, words), {65});
    expect_no("petra", warning("R9"), {65});
}

TEST_P(DeletionBadInput, AConfirmationBeforeAWarning) {
    open("R1", "P1");
    expect_no("petra", confirmation("R1"), {77});
    know("R1");
    expect_no("petra", confirmation("R1"), {77});
    assess("R1");
    const Said said = as("petra", confirmation("R1"));
    EXPECT_TRUE(has(said.err, "casekeeper deletion warn R1")) << said;
    expect_no("petra", confirmation("R1"), {77});
}

TEST_P(DeletionBadInput, ADecisionBeforeTheConfirmation) {
    assessed("R1");
    const Words grant = decision("R1", {"--delete", "all-free"});
    expect_no("dana", grant, {77});
    done("petra", warning("R1"));
    const Said said = as("dana", grant);
    EXPECT_TRUE(has(said.err, "casekeeper deletion confirm R1")) << said;
    expect_no("dana", grant, {77});
}

TEST_P(DeletionBadInput, ADecisionByWhoeverMayNot) {
    assessed("R1", {"--scope", "involvement:I1"});
    warn_and_confirm("R1");
    for (const char* name : {"petra", "rita", "oscar", "ada", "nobody"})
        for (const Words& what : {Words{"--delete", "all-free"}, Words{"--delete", "involvement:I1"},
                                  Words{"--keep", "involvement:I1"}, Words{"--refuse"}})
            expect_no(name, decision("R1", what), {77});
    const std::string before = everything();
    EXPECT_TRUE(is_no(run(decision("R1", {"--refuse"})), {77}, false)) << "the account of the night";
    give_roles("");
    EXPECT_TRUE(is_no(run(decision("R1", {"--refuse"})), {77}, false)) << "an account without a role";
    EXPECT_TRUE(everything() == before);
    EXPECT_EQ(state_of("R1"), "confirmed");
}

TEST_P(DeletionBadInput, EveryStepByWhoeverMayNot) {
    for (const char* name : {"rita", "oscar", "ada"}) expect_no(name, opening({"--person", "P1"}), {77});
    assessed("R1");
    const Words steps[] = {{"verify-identity", "R1", "--known"},
                           {"competence", "R1", "--competent", "yes", "--assessor", "a", "--basis", "b"},
                           {"assess", "R1"},
                           {"refer", "R1", "--to", "legal", "--question", "x"},
                           {"withdraw", "R1", "--reason", "x"}};
    for (const char* name : {"rita", "oscar", "ada"}) {
        for (const Words& step : steps) expect_no(name, with({"deletion"}, step), {77});
        expect_no(name, warning("R1"), {77});
    }
    for (const char* name : {"petra", "rita", "oscar", "ada"}) {
        expect_no(name, {"deletion", "extend", "R1", "--notice", "2026-11-23", "--reason", "x"}, {77});
        expect_no(name, {"deletion", "notify", "R1", "--sent", "2026-11-23"}, {77});
    }
    done("petra", warning("R1"));
    for (const char* name : {"rita", "oscar", "ada"}) expect_no(name, confirmation("R1"), {77});
}

TEST_P(DeletionBadInput, WhatStatuteKeepsIsNotDecidedAway) {
    assessed("R1");
    warn_and_confirm("R1");
    expect_no("dana", decision("R1", {"--delete", "involvement:I1-cin"}), {77});
    expect_no("dana", decision("R1", {"--delete", "involvement:I1,involvement:I1-cin"}), {77});
    EXPECT_EQ(json_value_at(item("R1", "involvement:I1"), "decision"), "null") << "all of it or nothing";
}

TEST_P(DeletionBadInput, WhatAClaimHoldsIsNotDecidedAway) {
    done("oscar", {"hold", "place", "--kind", "litigation", "--authority", "HS-4", "--reason", "a claim",
                   "--involvements", "I1"});
    assessed("R1");
    warn_and_confirm("R1");
    expect_no("dana", decision("R1", {"--delete", "involvement:I1"}), {77});
}

TEST_P(DeletionBadInput, DecisionsOnWhatIsNoPartOfIt) {
    assessed("R1", {"--scope", "involvement:I1"});
    warn_and_confirm("R1");
    for (const char* item :
         {"involvement:I1-club", "involvement:I2", "involvement:I99", "entry:E2", "I1", ""})
        for (const char* what : {"--delete", "--keep"})
            expect_no("dana", decision("R1", {what, item}), {64, 65});
    expect_no("dana", decision("R1", {"--delete", "involvement:I1", "--keep", "involvement:I1"}),
              {64, 65, 77});
    expect_no("dana", decision("R1", {"--delete", "all-free", "--refuse"}), {64, 65, 77});
    expect_no("dana", {"deletion", "decide", "R1", "--delete", "all-free"}, {64});
    expect_no("dana", {"deletion", "decide", "R1", "--reason", "x"}, {64});
}

TEST_P(DeletionBadInput, DaysThatCannotBe) {
    assessed("R1");
    expect_no("petra", warning("R1", day("2026-11-24")), {65});
    expect_no("petra", warning("R1", day("2026-11-22")), {65, 77});  // before the request
    done("petra", warning("R1"));
    expect_no("petra", with(confirmation("R1"), {"--on", "2026-11-24"}), {65});
    expect_no("petra", with(confirmation("R1"), {"--on", "2026-11-22"}), {65, 77});  // before the warning
    expect_no("petra", {"deletion", "withdraw", "R1", "--on", "2026-11-24", "--reason", "x"}, {65});
    expect_no("petra",
              {"deletion", "competence", "R1", "--competent", "no", "--assessor", "a", "--basis", "b", "--on",
               "2026-11-24"},
              {65});
}

// clocks.md 5: on or before the last day of the one-month period, no working day sought.
TEST_P(DeletionBadInput, AnExtensionThatIsTooLate) {
    assessed("R1");
    const auto notice = [](const char* on) {
        return Words{"deletion", "extend", "R1", "--notice", on, "--reason", "many records"};
    };
    const Said said = as("dana", notice("2026-12-24"), day("2026-12-24"));
    EXPECT_TRUE(has(said.err, "2026-12-23")) << "the last day for it: " << said;
    expect_no("dana", notice("2026-12-24"), {77}, day("2026-12-24"));
    expect_no("dana", notice("2026-12-24"), {65, 77}, day("2026-12-23"));  // in the future
    EXPECT_EQ(clock_of("R1", "due"), "2026-12-23");
    done("dana", notice("2026-12-23"), day("2026-12-23"));
    EXPECT_EQ(clock_of("R1", "due"), "2027-02-23");
}

TEST_P(DeletionBadInput, MarksOnWhatIsNotThere) {
    open("R1", "P1");
    know("R1");
    expect_no("petra", {"deletion", "assess", "R1", "--misfiled", "entry:E2", "--reason", "x"}, {65});
    expect_no("petra", {"deletion", "assess", "R1", "--unlawful", "entry:E99", "--reason", "x"}, {65});
    expect_no("petra", {"deletion", "assess", "R1", "--misfiled", "entry:E1"}, {64});
}

TEST_P(DeletionBadInput, AWarningThatSaysNothing) {
    assessed("R1");
    expect_no("petra", {"deletion", "warn", "R1"}, {64});
    expect_no("petra", {"deletion", "warn", "R1", "--given", "2026-11-23"}, {64});
    Words by_pigeon = warning("R1");
    by_pigeon[6] = "pigeon";
    expect_no("petra", by_pigeon, {64, 65});
    Words unheard = warning("R1");
    unheard.back() = "";
    expect_no("petra", unheard, {64, 65});
}

TEST_P(DeletionBadInput, RestrictionsOfNothing) {
    expect_no("petra", {"restrict", "place", "--person", "P99", "--ground", "accuracy", "--reason", "x"},
              {65});
    expect_no("petra", {"restrict", "place", "--items", "entry:E99", "--ground", "accuracy", "--reason", "x"},
              {65});
    expect_no("petra", {"restrict", "place", "--person", "P1", "--ground", "spite", "--reason", "x"},
              {64, 65});
    expect_no("petra", {"restrict", "place", "--ground", "accuracy", "--reason", "x"}, {64});
    expect_no("dana", {"restrict", "lift", "RS9", "--told", "2026-11-23", "--reason", "x"}, {65});
    for (const char* name : {"rita", "oscar", "ada"})
        expect_no(name, {"restrict", "place", "--person", "P1", "--ground", "accuracy", "--reason", "x"},
                  {77});
    done("petra",
         {"restrict", "place", "--person", "P1", "--ground", "accuracy", "--reason", "x", "--id", "RS1"});
    for (const char* name : {"petra", "rita", "oscar", "ada"})
        expect_no(name, {"restrict", "lift", "RS1", "--told", "2026-11-23", "--reason", "x"}, {77});
}

TEST_P(DeletionBadInput, CorrectionsOfNothing) {
    const auto opening_of = [](const char* group, const char* of, const char* item) {
        return Words{group, "open", "--person", of, "--items", item, "--statement", "I was on time"};
    };
    for (const char* group : {"correction", "objection"}) {
        expect_no("petra", opening_of(group, "P99", "entry:E1"), {65});
        expect_no("petra", opening_of(group, "P1", "entry:E2"), {65});
        expect_no("petra", opening_of(group, "P1", "entry:E99"), {65});
        expect_no("petra", {group, "open", "--person", "P1", "--items", "entry:E1"}, {64});
        for (const char* name : {"rita", "oscar", "ada"})
            expect_no(name, opening_of(group, "P1", "entry:E1"), {77});
        const std::string id = json_text_at(
            done("petra", with(opening_of(group, "P1", "entry:E1"), {"--format", "json"})).out, "request");
        const Words uphold = {group, "decide", id, "--uphold", "--reason", "x"};
        expect_no("dana", uphold, {77});  // nobody knows yet who asks
        for (const char* name : {"petra", "rita", "oscar", "ada"}) expect_no(name, uphold, {77});
        expect_no("dana", {"deletion", "decide", id, "--refuse", "--reason", "x"}, {65, 77});
    }
}

}  // namespace
}  // namespace casekeeper::test
