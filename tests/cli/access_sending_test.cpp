// SPDX-License-Identifier: MIT
//
// What stands in the way of signing decisions, of sending what was decided, and of closing: a refusal in two
// lines that says what is missing, and the store as it was; then it is done.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessSending : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        load(record_with_advice("1"));
    }
    void reviewed() const { open_and_review("R1", "P1"); }
    void decided() const {
        reviewed();
        finish("R1");
    }
};
CASEKEEPER_ON_SQLITE(AccessSending);

TEST_P(AccessSending, SigningOnesOwnDecisions) {
    decided();
    const Said said = expect_no("dana", {"access", "sign", "R1"}, {77});
    EXPECT_TRUE(has(said.err, "another") || has(said.err, "decided")) << said;
    for (const char* name : {"petra", "rita", "oscar", "ada", "nobody"})
        expect_no(name, {"access", "sign", "R1"}, {77});
    sign("R1");
}

// Whoever looks the second time reads all that the first wrote down.
TEST_P(AccessSending, SigningWhatOneHasRead) {
    reviewed();
    const std::string advice = R"({"item":"entry:L1","rule":"social-work-harm"})";
    done("dana",
         deciding("R1", advice,
                  with({"--part", "the second sentence"},
                       with(recorded_for("social-work-harm"), {"--record", "harm=she would look for him"}))));
    done("delia", second_signature("R1", advice));
    const Said said = done("david", {"access", "show", "R1"});
    for (const char* words : {"decided: part (dana", ", 2026-11-23)", "reason: weighed with the worker",
                              "withheld of it: the second sentence", "recorded, harm: she would look for him",
                              "to be looked at again: 2027-11-01", "signed too: delia"})
        EXPECT_TRUE(has(said.out, words)) << words << said;
    EXPECT_TRUE(has(row("R1", "entry:L1", "social-work-harm"), R"("countersigned_on":"2026-11-23")"));
}

TEST_P(AccessSending, SigningWhatOneDecidedASinglePartOf) {
    reviewed();
    done("david", withholding("R1", row("R1", "entry:L1", "legal-privilege")));
    finish("R1");
    done("dana", assembling("R1"));
    expect_no("david", {"access", "sign", "R1"}, {77});
    done("delia", {"access", "sign", "R1"});
    EXPECT_EQ(state_of("R1"), "signed");
}

TEST_P(AccessSending, SendingBeforeTheSecondLook) {
    open("R1", "P1");
    expect_no("dana", dispatching("R1"), {77}, today, true);
    know("R1");
    search("R1");
    review("R1");
    expect_no("dana", dispatching("R1"), {77}, today, true);
    finish("R1");
    const Said said = expect_no("dana", dispatching("R1"), {77}, today, true);
    EXPECT_TRUE(has(said.err, "casekeeper access sign R1")) << said;
    sign("R1");
    const Said unannounced = expect_no("dana", dispatching("R1"), {77}, today, true);
    EXPECT_TRUE(has(unannounced.err, "casekeeper access announce R1")) << unannounced;
    announce("R1");
    expect_no("dana", {"access", "dispatch", "R1"}, {64});
    expect_no("dana", dispatching("R1", {"--sent", "2026-11-24"}), {65});
    expect_no("dana", dispatching("R1", {"--sent", "2026-11-20"}), {65, 77});
    for (const char* name : {"petra", "rita", "oscar", "ada", "nobody"})
        expect_no(name, dispatching("R1"), {77});
    dispatch("R1");
    expect_no("dana", dispatching("R1"), {77});
}

TEST_P(AccessSending, SendingWhatIsNotTheRecordAnyMore) {
    decided();
    sign("R1");
    announce("R1");
    load({entry("E1-2", "I1", "came back and said more")});
    expect_no("dana", dispatching("R1"), {77}, today, true);
    review("R1");
    EXPECT_EQ(state_of("R1"), "reviewed");
    complete("R1");
}

TEST_P(AccessSending, SendingOnADayTheyDoNotWant) {
    const Date birthday = day("2027-05-04");
    decided();
    sign("R1");
    done("dana", with(announcing("R1"), {"--avoid", "2026-11-30,2026-12-01"}));
    expect_no("dana", dispatching("R1"), {77}, day("2026-11-30"));
    expect_no("dana", dispatching("R1"), {77}, day("2026-12-01"));
    expect_no("dana", dispatching("R1"), {77}, birthday);
    done("dana", dispatching("R1", {"--agreed", "she wants it on her birthday"}), birthday);
}

TEST_P(AccessSending, AnotherWordTakesNoDayAway) {
    decided();
    sign("R1");
    done("dana", with(announcing("R1"), {"--avoid", "2026-11-30"}));
    done("dana", with(announcing("R1"), {"--avoid", "2026-12-01"}));
    expect_no("dana", dispatching("R1"), {77}, day("2026-11-30"));
    expect_no("dana", dispatching("R1"), {77}, day("2026-12-01"));
    done("dana", dispatching("R1"), day("2026-12-02"));
}

// Whoever waits for their record hears of it while they can still say that they would like to wait.
TEST_P(AccessSending, SendingBeforeTheDayTheyWereTold) {
    decided();
    sign("R1");
    done("dana", {"access", "announce", "R1", "--sent", "2026-11-23", "--how", "by post"});
    const Said said = expect_no("dana", dispatching("R1"), {77}, day("2026-11-29"), true);
    EXPECT_TRUE(has(said.err, "2026-11-30")) << "a week, where no day is named: " << said;
    EXPECT_TRUE(has(said.err, "casekeeper access announce R1 --sent DATE --arrives DATE")) << said;
    expect_no("dana", dispatching("R1", {"--agreed", "fine"}), {77}, day("2026-11-29"));
    done("dana",
         {"access", "announce", "R1", "--sent", "2026-11-24", "--arrives", "2026-12-07", "--reason",
          "she asked to wait"},
         day("2026-11-24"));
    expect_no("dana", dispatching("R1"), {77}, day("2026-12-04"));
    done("dana", dispatching("R1"), day("2026-12-07"));
}

// The word says that it is ready.
TEST_P(AccessSending, AWordBeforeItIsReady) {
    decided();
    const Said said = expect_no("dana", announcing("R1"), {77}, today, true);
    EXPECT_TRUE(has(said.err, "casekeeper access sign R1")) << said;
    expect_no("petra", announcing("R1"), {77});
    done("petra", {"access", "announce", "R1", "--not-wanted", "--reason", "she wants no call"});
    sign("R1");
    dispatch("R1");
}

TEST_P(AccessSending, ToAnAddressThatIsKeptWithTheRequestAlone) {
    decided();
    sign("R1");
    announce("R1");
    expect_no("dana", dispatching("R1", {"--to", ""}), {64});
    expect_no("dana", dispatching("R1", {"--to", "  "}), {64});
    done("dana", dispatching("R1", {"--to", "9 Marigold Close, Anytown"}));
    EXPECT_TRUE(has(json_value_at(shown("R1"), "history"), "9 Marigold Close, Anytown"));
    EXPECT_TRUE(has(done("ada", {"access", "show", "R1"}).out, "9 Marigold Close, Anytown"));
    EXPECT_EQ(joined(sql("select line from register_line where line like '%Marigold%'")), "");
}

// Its answer came when it was sent: a dispute that changes nothing makes it no later.
TEST_P(AccessSending, AnAnswerThatStandsIsAsOldAsItWas) {
    const auto answered = [&] {
        return joined(sql("select answered_on from access_request where id = 'R1'"));
    };
    decided();
    sign("R1");
    announce("R1");
    dispatch("R1");
    close_request("R1", day("2026-11-30"));
    done("dana", {"access", "dispute", "R1", "--to", "ico", "--words", "x"}, day("2026-12-03"));
    EXPECT_EQ(answered(), "-") << "a disputed one is not";
    done("dana", {"access", "dispute", "R1", "--answer", "stands", "--reason", "x"}, day("2027-01-04"));
    EXPECT_EQ(answered(), "2026-11-23");
}

TEST_P(AccessSending, ARefusalThatStandsIsAsOldAsItsLetter) {
    open("R1", "P1");
    done("dana", refusing("R1"));
    done("dana", {"access", "close", "R1", "--sent", "2026-11-25"}, day("2026-11-30"));
    done("dana", {"access", "dispute", "R1", "--to", "ico", "--words", "x"}, day("2026-12-03"));
    done("dana", {"access", "dispute", "R1", "--answer", "stands", "--reason", "x"}, day("2027-01-04"));
    EXPECT_EQ(joined(sql("select answered_on from access_request where id = 'R1'")), "2026-11-25");
}

// What was answered elsewhere, before it came here by a load.
TEST_P(AccessSending, AnAnswerThatWasLoadedAndStandsIsAsOldAsItWas) {
    load({R"({"type":"access_request","id":"R1","person":"P1","received_at":"2026-09-02",)"
          R"("answered_on":"2026-09-30"})"});
    const auto answered = [&] {
        return joined(sql("select answered_on from access_request where id = 'R1'"));
    };
    const Words dispute = {"access", "dispute", "R1"};
    const Words stands = with(dispute, {"--answer", "stands", "--reason", "all is there"});
    for (const char* first_and_again : {"2026-11-24", "2026-12-24"}) {
        done("petra", with(dispute, {"--to", "trust", "--words", "x"}), day(first_and_again));
        EXPECT_EQ(answered(), "-") << "a disputed one is not";
        done("dana", stands, day(first_and_again));
        EXPECT_EQ(answered(), "2026-09-30");
    }
    done("petra", with(dispute, {"--to", "trust", "--words", "x"}), day("2027-01-04"));
    done("dana", with(dispute, {"--answer", "reopen", "--reason", "a box was found"}), day("2027-01-04"));
    EXPECT_EQ(answered(), "-") << "another answer is owed";
}

TEST_P(AccessSending, ALetterLiesWhereItIsSaidToLie) {
    open("R1", "P1");
    const std::string written = folder.path("written");
    const Said said = done("petra", {"access", "acknowledge", "R1", "--write", written + "//"});
    EXPECT_TRUE(has(said.out, written + "/acknowledgement.html")) << said;
    expect_no("petra", {"access", "acknowledge", "R1", "--write", ""}, {64});
}

TEST_P(AccessSending, AWordBeforeThatIsNone) {
    decided();
    sign("R1");
    expect_no("dana", {"access", "announce", "R1"}, {64});
    expect_no("dana", {"access", "announce", "R1", "--sent", "2026-11-24", "--how", "x"}, {65});
    expect_no("dana", {"access", "announce", "R1", "--not-wanted"}, {64});
    expect_no("dana", with(announcing("R1"), {"--avoid", "Christmas"}), {64, 65});
    expect_no("dana", {"access", "announce", "R1", "--sent", "2026-11-23", "--arrives", "soon"}, {64});
    expect_no("dana", {"access", "announce", "R1", "--sent", "2026-11-23", "--arrives", "2026-11-22"}, {65});
    done("dana", {"access", "announce", "R1", "--not-wanted", "--reason", "she wants no call"});
    dispatch("R1");
}

TEST_P(AccessSending, ClosingBeforeTheLetterWent) {
    open("R1", "P1");
    done("dana", refusing("R1"));
    expect_no("dana", {"access", "close", "R1"}, {64, 77});
    expect_no("dana", {"access", "close", "R1", "--sent", "2026-11-24"}, {65});
    done("dana", {"access", "close", "R1", "--sent", "2026-11-23"});
    EXPECT_EQ(state_of("R1"), "closed");
}

}  // namespace
}  // namespace casekeeper::test
