// SPDX-License-Identifier: MIT
//
// E13 of domain/worked_cases.csv (the ICO on back-ups): a granted deletion and back-ups of 35 days: the live
// records go now, the person is told that the back-up will age out, and whatever a restore brings back goes
// again. By the commands.
#include <filesystem>

#include "support/deletion_world.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class DeletionBackUpWorkedCase : public DeletionWorld {
protected:
    void SetUp() override {
        DeletionWorld::SetUp();
        // 35 days are two months at most.
        configure("casekeeper.toml",
                  bytes_of(folder.path("config/casekeeper.toml")) + "[disposal]\nbackup_months = 2\n");
        folder.write("bundle/letter.txt", "a drawing of the club house");
        load({person("P-E13", "2006-05-04"),
              involvement("I-E13", "P-E13", "universal-youth-service", "2022-09-01", "2024-09-01"),
              note("E-E13", "I-E13", "2023-10-02", "played table tennis"),
              R"({"type":"document","id":"D-E13","entry":"E-E13","file":"letter.txt"})",
              person("P-other", "2006-06-06"),
              involvement("I-other", "P-other", "universal-youth-service", "2022-09-01", "2024-09-01")});
        open_and_assess("R1", "P-E13");
        warn_and_confirm("R1");
        decide("R1", {"--delete", "involvement:I-E13"});
        EXPECT_EQ(state_of("R1"), "granted");
        back_up();
        night(after_cooling_off);
        ASSERT_EQ(ids("involvement"), "I-other");
    }
    void back_up() const {
        fs::copy_file(url().location, folder.path("back-up.db"));
        fs::copy(folder.path("documents"), folder.path("back-up-documents"), fs::copy_options::recursive);
    }
    void restore() const {
        for (const char* more : {"-wal", "-shm"}) fs::remove(url().location + more);
        fs::copy_file(folder.path("back-up.db"), url().location, fs::copy_options::overwrite_existing);
        fs::copy(folder.path("back-up-documents"), folder.path("documents"),
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
        ASSERT_EQ(ids("involvement"), "I-E13 I-other");
    }
    long documents_kept() const {
        long files = 0;
        for (const auto& file : fs::recursive_directory_iterator(folder.path("documents")))
            if (file.is_regular_file()) ++files;
        return files;
    }
};
CASEKEEPER_ON_SQLITE(DeletionBackUpWorkedCase);

TEST_P(DeletionBackUpWorkedCase, E13ThePersonIsToldThatTheBackUpAgesOut) {
    done("dana", {"deletion", "notify", "R1", "--write"}, after_cooling_off);
    const std::string letter = said_in_letters();
    EXPECT_TRUE(has(letter, "back-up") || has(letter, "old copies")) << letter;
    EXPECT_TRUE(has(letter, "1 February 2027")) << "when the last of them is gone: " << letter;
}

TEST_P(DeletionBackUpWorkedCase, E13AfterARestoreItIsErasedAgain) {
    EXPECT_EQ(documents_kept(), 0);
    restore();
    EXPECT_EQ(run({"nightly"}, day("2026-12-02")).code, 78) << "the store is behind its register's mirror";
    const Said replayed = run({"register", "replay"}, day("2026-12-02"));
    EXPECT_LE(replayed.code, 1) << replayed;
    EXPECT_EQ(ids("involvement"), "I-other") << replayed;
    EXPECT_EQ(ids("entry"), "");
    EXPECT_EQ(ids("person"), "P-other");
    for (const char* told : {"2006-05-04", "I-E13", "E-E13", "table tennis", "marmalade"})
        EXPECT_FALSE(has(everything(), told)) << told;
    night(day("2026-12-03"));
    EXPECT_EQ(documents_kept(), 0);
    EXPECT_EQ(run({"register", "verify"}, day("2026-12-03")).code, 0);
}

// Until the replay nobody can work with what came back: it is beyond use.
TEST_P(DeletionBackUpWorkedCase, E13WhatCameBackIsBeyondUse) {
    restore();
    EXPECT_TRUE(is_no(as("petra", {"deletion", "withdraw", "R1", "--reason", "x"}), {78}));
    EXPECT_TRUE(
        is_no(as("dana", {"deletion", "extend", "R1", "--notice", "2026-11-23", "--reason", "x"}), {78}));
    const Said shown = as("ada", {"deletion", "show", "R1"});
    EXPECT_TRUE(has(shown.err, "behind its register's mirror")) << shown;
}

// A load from the source brings nothing back either.
TEST_P(DeletionBackUpWorkedCase, E13ALoadFromTheSourceBringsNothingBack) {
    const Said said = run({"import", "bundle", folder.path("bundle")}, after_cooling_off);
    EXPECT_TRUE(has(said.out + said.err, "destroyed")) << said;
    EXPECT_EQ(ids("involvement"), "I-other");
    EXPECT_EQ(ids("person"), "P-other");
}

}  // namespace
}  // namespace casekeeper::test
