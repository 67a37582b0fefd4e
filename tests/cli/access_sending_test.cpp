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

TEST_P(AccessSending, SigningWhatOneDecidedASinglePartOf) {
    reviewed();
    done("david", withholding("R1", row("R1", "entry:L1", "legal-privilege")));
    finish("R1");
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

TEST_P(AccessSending, AWordBeforeThatIsNone) {
    decided();
    sign("R1");
    expect_no("dana", {"access", "announce", "R1"}, {64});
    expect_no("dana", {"access", "announce", "R1", "--sent", "2026-11-24", "--how", "x"}, {65});
    expect_no("dana", {"access", "announce", "R1", "--not-wanted"}, {64});
    expect_no("dana", with(announcing("R1"), {"--avoid", "Christmas"}), {64, 65});
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
