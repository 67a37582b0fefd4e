// SPDX-License-Identifier: MIT
//
// The night ends the packs that have served, and leaves what a person, a hold or the kill switch keeps; what a crash
// or a restore has left comes right.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "support/pack_night_world.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class PacksEndTest : public PackNightWorld {};
CASEKEEPER_ON_BOTH_ENGINES(PacksEndTest);

TEST_P(PacksEndTest, OneThatWasSentEndsOnItsDayAndNotBefore) {
    decided_by("1");
    packs_night();
    sign("R1");
    announce("R1");
    dispatch("R1");
    EXPECT_EQ(pack("R1", "ends_on"), to_text(after(30)));
    EXPECT_EQ(handled(packs_night(after(29))), 0);
    EXPECT_TRUE(has(copy_of("R1"), "table tennis"));
    EXPECT_EQ(handled(packs_night(after(30))), 1) << "its own request keeps the record, not the pack";
    EXPECT_EQ(pack("R1", "state"), "ended");
    EXPECT_EQ(folders(), Words{});
    EXPECT_EQ(sql("select digest from erasure_intention"), Words{});
    EXPECT_EQ(handled(packs_night(after(31))), 0);
    expect_register_verifies();
}

TEST_P(PacksEndTest, TheRegisterHasItsDigestsAndNobody) {
    decided_by("1");
    packs_night();
    done("petra", {"access", "withdraw", "R1", "--reason", "x"});
    packs_night(after(30));
    const Words lines = lines_of_kind("access-pack-ended");
    ASSERT_EQ(lines.size(), 1U);
    const std::string facts = json_value_at(lines.front(), "facts");
    EXPECT_EQ(json_texts_at(facts, "files").size(), 2U) << "the reader's and the office's";
    EXPECT_FALSE(json_text_at(facts, "request").empty());
    for (const char* word : {"R1", "P1", "Marigold", "Haverford", "packs"})
        EXPECT_FALSE(has(facts, word)) << facts;
}

TEST_P(PacksEndTest, AnEndedPackSaysSoAndWhen) {
    decided_by("1");
    packs_night();
    done("petra", {"access", "withdraw", "R1", "--reason", "x"});
    packs_night(after(33));
    const Said said = done("dana", {"access", "pack", "R1"}, after(40));
    EXPECT_TRUE(has(said.out, "are gone since " + to_text(after(33)))) << said;
    EXPECT_TRUE(has(said.out, "rows of the file")) << "what was counted stays";
    const Said json = done("ada", {"access", "pack", "R1", "--format", "json"}, after(40));
    EXPECT_EQ(word_at(json.out, "state"), "ended");
    EXPECT_EQ(word_at(json.out, "ended_on"), to_text(after(33)));
}

TEST_P(PacksEndTest, OneThatIsStillToBeSentIsMadeAnewByTheSameNight) {
    decided_by("1");
    packs_night();
    const std::string before = pack("R1", "folder");
    EXPECT_EQ(handled(packs_night(after(30))), 2) << "ended, and made";
    EXPECT_EQ(pack("R1", "state"), "made");
    EXPECT_EQ(pack("R1", "ends_on"), to_text(after(60)));
    EXPECT_FALSE(fs::exists(before));
    EXPECT_TRUE(has(copy_of("R1"), "table tennis"));
    EXPECT_EQ(sql("select digest from erasure_intention"), Words{});
}

TEST_P(PacksEndTest, AHoldOnThePersonKeepsItAndIsReported) {
    decided_by("1");
    packs_night();
    done("petra", {"access", "withdraw", "R1", "--reason", "x"});
    place_hold();
    const std::string job = packs_night(after(30));
    EXPECT_EQ(handled(job), 0);
    EXPECT_EQ(refused(job), 1);
    EXPECT_TRUE(has(copy_of("R1"), "table tennis"));
    night(after(30));
    const std::string report = run({"report"}).out;
    EXPECT_TRUE(has(report, "a hold keeps the person's records")) << report;
    done("rita", {"hold", "release", "H1", "--reason", "settled"}, after(31));
    EXPECT_EQ(handled(packs_night(after(31))), 1);
}

TEST_P(PacksEndTest, WhatIsComplainedOfStaysAsItWasSent) {
    decided_by("1");
    packs_night();
    sign("R1");
    announce("R1");
    dispatch("R1");
    done("petra", {"access", "dispute", "R1", "--to", "trust", "--words", "I was told nothing"});
    EXPECT_EQ(refused(packs_night(after(30))), 1);
    done("dana", {"access", "dispute", "R1", "--answer", "stands", "--reason", "all is there"}, after(30));
    EXPECT_EQ(handled(packs_night(after(30))), 1);
}

TEST_P(PacksEndTest, TheKillSwitchKeepsPacksAndWhatIsLeftOver) {
    decided_by("1");
    packs_night();
    done("petra", {"access", "withdraw", "R1", "--reason", "x"});
    fs::create_directories(folder.path("packs/pack-0123456789abcdef0123"));
    switch_off();
    EXPECT_EQ(refused(packs_night(after(30))), 1);
    EXPECT_EQ(folders().size(), 2U);
    switch_on();
    EXPECT_EQ(handled(packs_night(after(30))), 1);
    EXPECT_EQ(folders(), Words{});
}

// ── What a crash or a restore leaves ──

TEST_P(PacksEndTest, WhatACrashLeftGoesAndNothingElse) {
    decided_by("1");
    packs_night();
    folder.write("packs/pack-0123456789abcdef0123.unfinished/persons-copy-1.txt", "half");
    folder.write("packs/pack-fedcba98765432100123/persons-copy-1.txt", "whole, and named by nothing");
    folder.write("packs/0123456789abcdef0123/a.txt", "a letter");
    folder.write("packs/pack-of-the-year/a.txt", "ours it is not");
    folder.write("packs/pack-0123456789abcdef0123.old/a.txt", "nor this");
    packs_night();
    Words left = folders();
    std::sort(left.begin(), left.end());
    EXPECT_EQ(left, (Words{"0123456789abcdef0123", "pack-0123456789abcdef0123.old",
                           fs::path(pack("R1", "folder")).filename().string(), "pack-of-the-year"}));
}

TEST_P(PacksEndTest, WhatIsBeingMadeAtThatMomentIsLeftAlone) {
    load(plain_record("1"));
    folder.write("packs/pack-0123456789abcdef0123.unfinished/persons-copy-1.txt", "half");
    const std::string path = folder.path("packs/pack-0123456789abcdef0123.unfinished");
    const int made = ::open(path.c_str(), O_RDONLY | O_DIRECTORY);
    ASSERT_EQ(::flock(made, LOCK_EX), 0);
    packs_night();
    EXPECT_EQ(folders().size(), 1U);
    ::close(made);
    packs_night();
    EXPECT_EQ(folders(), Words{});
}

// Nobody is told to do again what the next night does: it ends once more what has come back.
TEST_P(PacksEndTest, AfterARestoreWhatHadEndedEndsAgain) {
    if (on_postgresql()) GTEST_SKIP() << "the back-up of this test is a file";
    decided_by("1");
    packs_night();
    done("petra", {"access", "withdraw", "R1", "--reason", "x"});
    fs::copy(folder.path("packs"), folder.path("packs-backed-up"), fs::copy_options::recursive);
    fs::copy_file(url().location, folder.path("back-up.db"));
    packs_night(after(30));
    for (const char* more : {"-wal", "-shm"}) fs::remove(url().location + more);
    fs::copy_file(folder.path("back-up.db"), url().location, fs::copy_options::overwrite_existing);
    fs::remove_all(folder.path("packs"));
    fs::copy(folder.path("packs-backed-up"), folder.path("packs"), fs::copy_options::recursive);

    const Said replayed = run({"register", "replay"}, after(31));
    EXPECT_FALSE(has(replayed.out, "access-pack-ended")) << replayed;
    EXPECT_EQ(handled(packs_night(after(31))), 1);
    EXPECT_EQ(pack("R1", "state"), "ended");
    EXPECT_EQ(folders(), Words{});
    expect_register_verifies();
}

// The store says that it is there, and its files did not come back with it.
TEST_P(PacksEndTest, ARestoredRowWithoutFilesDoesNotCountAsAPack) {
    decided_by("1");
    packs_night();
    fs::remove_all(pack("R1", "folder"));
    EXPECT_EQ(handled(packs_night()), 1);
    fs::remove_all(pack("R1", "folder"));
    done("petra", {"access", "withdraw", "R1", "--reason", "x"});
    EXPECT_EQ(handled(packs_night(after(30))), 1) << "and it ends on its day";
    expect_register_verifies();
}

}  // namespace
}  // namespace casekeeper::test
