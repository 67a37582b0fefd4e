// SPDX-License-Identifier: MIT
//
// The night makes the packs of what is decided: once, the most urgent first, whole or not at all.
#include <filesystem>

#include "support/pack_night_world.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class PacksJobTest : public PackNightWorld {};
CASEKEEPER_ON_BOTH_ENGINES(PacksJobTest);

TEST_P(PacksJobTest, WhatIsDecidedHasItsPackInTheMorningAndOnlyOnce) {
    decided_by("1");
    EXPECT_EQ(handled(packs_night()), 1);
    EXPECT_TRUE(has(copy_of("R1"), "played table tennis"));
    const std::string before = pack("R1", "folder");
    EXPECT_EQ(handled(packs_night()), 0) << "there is nothing new";
    EXPECT_EQ(pack("R1", "folder"), before);
    EXPECT_EQ(state_of("R1"), "decided") << "it is read and signed by people";
    expect_register_verifies();
}

TEST_P(PacksJobTest, TheWholeNightMakesItAfterWhatChangedWasReviewed) {
    decided_by("1");
    load({entry("N1", "I1", "rang about the move")});
    const Said said = night(today);
    EXPECT_EQ(state_of("R1"), "reviewed");
    EXPECT_EQ(folders(), Words{}) << "its decisions are to be made again: " << said;
    done("dana", finishing("R1"));
    night(today);
    EXPECT_TRUE(has(copy_of("R1"), "rang about the move"));
}

TEST_P(PacksJobTest, WhatIsNotDecidedOrIsAnsweredHasNone) {
    load(with(record_with_advice("1"), plain_record("2")));
    open_and_review("R1", "P1");
    decided("R2", "P2");
    done("petra", {"access", "withdraw", "R2", "--reason", "x"});
    EXPECT_EQ(handled(packs_night()), 0);
    EXPECT_EQ(folders(), Words{});
}

TEST_P(PacksJobTest, OtherDecisionsHaveAnotherPackAndTheEarlierIsGone) {
    load(record_with_advice("1"));
    decided("R1", "P1");
    packs_night();
    EXPECT_FALSE(has(copy_of("R1"), "order to be sought"));
    const std::string earlier = pack("R1", "folder");
    done("david", {"access", "sign", "R1", "--return", "--reason", "she has seen it"});
    show_item("R1", "entry:L1", "legal-privilege", {"--known", "she wrote it down herself"});
    countersign("R1");
    done("dana", finishing("R1"));
    EXPECT_EQ(handled(packs_night()), 1);
    EXPECT_TRUE(has(copy_of("R1"), "order to be sought"));
    EXPECT_FALSE(fs::exists(earlier));
    EXPECT_EQ(folders().size(), 1U);
}

TEST_P(PacksJobTest, FilesThatAreGoneAreMadeAgain) {
    decided_by("1");
    packs_night();
    fs::remove(pack("R1", "folder") + "/persons-copy-1.txt");
    EXPECT_EQ(handled(packs_night()), 1);
    EXPECT_TRUE(has(copy_of("R1"), "table tennis"));
    fs::resize_file(pack("R1", "folder") + "/persons-copy-1.txt", 3);
    EXPECT_EQ(handled(packs_night()), 1) << "half a file is none";
}

TEST_P(PacksJobTest, WhatFailsForOneStopsNoOtherAndIsNamed) {
    decided_and_impossible("1");
    decided_by("2");
    const std::string job = packs_night(today, 1);
    EXPECT_EQ(handled(job), 1);
    EXPECT_EQ(json_number_at(job, "failed"), 1);
    EXPECT_TRUE(has(copy_of("R2"), "table tennis"));
    EXPECT_EQ(sql("select request from access_pack"), Words{"R2"});
    EXPECT_EQ(folders().size(), 1U) << "nothing is kept of what failed";
    night(today);
    const std::string report = run({"report"}).out;
    EXPECT_TRUE(has(report, "1 pack could not be made.")) << report;
    EXPECT_TRUE(has(report, "casekeeper access sign R1 --return")) << report;
    EXPECT_FALSE(has(report, "nobody wrote")) << "no word of the record is in it";
}

TEST_P(PacksJobTest, WhatIsInTheWayIsNoFailureAndIsSaid) {
    load(record_with_advice("1"));
    open_and_review("R1", "P1", {"--wanted", "text"});
    withhold("R1", "entry:L1", "legal-privilege");
    done("dana", deciding("R1", R"({"item":"entry:E1","rule":"social-work-harm"})",
                          with({"--withhold"}, recorded_for("social-work-harm"))));
    finish("R1");
    const Words days = sql("select coalesce(look_again_on, '') from access_item where item = 'entry:E1'");
    ASSERT_EQ(days.size(), 1U);
    ASSERT_NE(days.front(), "") << "the rule wants a day to look at it again";
    const std::string job = packs_night(parse_date(days.front()).value());
    EXPECT_EQ(handled(job), 0);
    EXPECT_EQ(refused(job), 1);
    EXPECT_EQ(json_number_at(job, "failed"), 0);
    EXPECT_EQ(folders(), Words{});
}

TEST_P(PacksJobTest, TheMostUrgentIsMadeFirst) {
    load(with(plain_record("1"), plain_record("2")));
    decided("R1", "P1");
    open_and_review("R2", "P2", {"--wanted", "text", "--received", "2026-11-02"});
    finish("R2");
    packs_night();
    const std::string counts = sql_value("select counts from run_job where job = 'packs'");
    EXPECT_EQ(json_texts_at(counts, "made"), (Words{"R2", "R1"})) << counts;
}

TEST_P(PacksJobTest, ADryRunSaysWhatItWouldDoAndWritesNothing) {
    decided_by("1");
    decided_by("2");
    packs_night();
    decided_by("3");
    const std::string before = everything();
    const Words lay = folders();
    const std::string job = packs_night(after(30), 0, {"--dry-run"});
    EXPECT_EQ(json_texts_at(job, "would"),
              (Words{"end the files of the pack of access request R1",
                     "end the files of the pack of access request R2", "make the pack of access request R1",
                     "make the pack of access request R2", "make the pack of access request R3"}))
        << job;
    EXPECT_TRUE(everything() == before);
    EXPECT_EQ(folders(), lay);
}

TEST_P(PacksJobTest, ANightThatLooksAheadMakesAndEndsByTheDayThatItIs) {
    decided_by("1");
    decided_by("2");
    packs_night();
    decided_by("3");
    // No trial: --as-of moves no day on which something is done.
    configure("roles.toml", "[accounts]\n\"" + this_account() + "\" = [\"records-officer\"]\n");
    EXPECT_EQ(handled(packs_night(today, 0, {"--as-of", to_text(after(60))})), 1) << "of R3";
    EXPECT_EQ(pack("R3", "made_on"), to_text(today));
    EXPECT_EQ(pack("R1", "state"), "made");
}

}  // namespace
}  // namespace casekeeper::test
