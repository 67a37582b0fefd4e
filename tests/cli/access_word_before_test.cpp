// SPDX-License-Identifier: MIT
//
// The word before a record arrives: the day that its reader was told is the day that counts, nothing of it makes
// the answer late unless somebody says why, and a day on which it is not to arrive stays one.
#include <filesystem>

#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessWordBefore : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        load(record_with_advice("1"));
    }
    // It came in on 23 November 2026: an answer is due by 23 December.
    void signed_off(Date on = today) const {
        open_and_review("R1", "P1");
        finish("R1");
        sign("R1", on);
    }
    static Words announcement(const Words& more) { return with({"access", "announce", "R1"}, more); }
    Words writing(const Words& more) const {
        return announcement(with(more, {"--write", folder.path("written")}));
    }
};
CASEKEEPER_ON_SQLITE(AccessWordBefore);

// ── The day they are told ──

TEST_P(AccessWordBefore, OnceItIsWrittenSaysWhatIsTypedWhenItIsSent) {
    signed_off();
    EXPECT_TRUE(
        has(done("dana", writing({})).err, "casekeeper access announce R1 --sent DATE --arrives 2026-11-30"))
        << "a week from the letter, however late it is sent";
    std::filesystem::remove_all(folder.path("written"));
    const Said said = done("dana", writing({"--how", "by post", "--arrives", "2026-12-07", "--avoid",
                                            "2026-12-24,2026-12-25", "--support", "Petra Lane"}));
    EXPECT_TRUE(has(said.err,
                    "casekeeper access announce R1 --sent DATE --arrives 2026-12-07 --how TEXT --avoid "
                    "2026-12-24,2026-12-25 --support TEXT"))
        << said;
}

TEST_P(AccessWordBefore, NobodyWritesAWordThatIsNotWanted) {
    signed_off();
    expect_no("dana", writing({"--not-wanted", "--reason", "she wants no call"}), {64});
    expect_no("dana", announcement({"--not-wanted", "--reason", "x", "--arrives", "2026-12-07"}), {64});
}

// ── Not later than the law says, unless somebody says why (UK GDPR Art 12(3)) ──

TEST_P(AccessWordBefore, AWeekThatMakesItLateIsNotTakenSilently) {
    const Date late = day("2026-12-18");
    signed_off(late);
    for (const Words& words : {announcement({"--sent", "2026-12-18"}), writing({}),
                               announcement({"--sent", "2026-12-18", "--reason", "as always"}),
                               announcement({"--sent", "2026-12-18", "--arrives", "2026-12-28"}),
                               writing({"--arrives", "2026-12-28", "--reason", " "})}) {
        const Said said = expect_no("dana", words, {77}, late, true);
        EXPECT_TRUE(has(said.err, "2026-12-23")) << "the day an answer is due: " << said;
        EXPECT_TRUE(has(said.err, "--arrives DAY")) << said;
    }
    done("dana", announcement({"--sent", "2026-12-18", "--arrives", "2026-12-23"}), late);
    const Said said = done("dana",
                           announcement({"--sent", "2026-12-18", "--arrives", "2026-12-28", "--reason",
                                         "she is away until then"}),
                           late);
    EXPECT_TRUE(has(said.out, "after 2026-12-23")) << said;
    EXPECT_TRUE(has(json_value_at(shown("R1", late), "history"), "she is away until then"));
    done("dana", writing({"--arrives", "2026-12-28", "--reason", "she is away until then"}), late);
}

TEST_P(AccessWordBefore, WithinTheTimeAWeekIsTheDefault) {
    signed_off(day("2026-12-16"));
    done("dana", announcement({"--sent", "2026-12-16"}), day("2026-12-16"));
    expect_no("dana", dispatching("R1"), {77}, day("2026-12-22"));
    dispatch("R1", day("2026-12-23"));
}

// ── What holds of several words ──

TEST_P(AccessWordBefore, CannotHaveBeenSentBeforeItWasSigned) {
    signed_off(day("2026-11-25"));
    const Said said = expect_no("dana", announcement({"--sent", "2026-11-24"}), {65}, day("2026-11-25"));
    EXPECT_TRUE(has(said.err, "2026-11-25")) << said;
    done("dana", announcement({"--sent", "2026-11-25"}), day("2026-11-25"));
}

TEST_P(AccessWordBefore, AfterAReturnCountsFromTheLaterSignature) {
    signed_off();
    done("david", {"access", "sign", "R1", "--return", "--reason", "once more"}, day("2026-11-24"));
    finish("R1", day("2026-11-26"));
    sign("R1", day("2026-11-26"));
    expect_no("dana", announcement({"--sent", "2026-11-24"}), {65}, day("2026-11-26"));
}

TEST_P(AccessWordBefore, WhoeverWantsNoneAnyMoreNeedNotWaitForItsDay) {
    signed_off();
    done("dana", announcement({"--sent", "2026-11-23", "--arrives", "2026-12-07"}));
    expect_no("dana", dispatching("R1"), {77}, day("2026-11-24"));
    done("dana", announcement({"--not-wanted", "--reason", "she wants it now"}), day("2026-11-24"));
    dispatch("R1", day("2026-11-24"));
}

// They asked once to be spared a day: another answer to the same request does not come on it either.
TEST_P(AccessWordBefore, ADayThatWasBadStaysBad) {
    signed_off();
    done("dana", with(announcing("R1"), {"--avoid", "2026-11-30"}));
    dispatch("R1");
    done("dana", {"access", "dispute", "R1", "--to", "trust", "--words", "x"});
    done("dana", {"access", "dispute", "R1", "--answer", "reopen", "--reason", "x"});
    search("R1");
    review("R1");
    finish("R1");
    sign("R1");
    EXPECT_TRUE(has(bytes_of(word_at(done("dana", with(writing({}), {"--format", "json"})).out, "letter")),
                    "30 November 2026"));
    announce("R1");
    expect_no("dana", dispatching("R1"), {77}, day("2026-11-30"));
    dispatch("R1", day("2026-12-01"));
}

}  // namespace
}  // namespace casekeeper::test
