// SPDX-License-Identifier: MIT
#include <filesystem>

#include "support/program_test.h"

namespace casekeeper::test {
namespace {

using Words = std::vector<std::string>;

class RegisterCommandsTest : public ProgramTest {
protected:
    void load() const {
        run({"import", "bundle",
             bundle({R"({"type":"person","id":"P1","family_name":"Quill","date_of_birth":"2001-02-03"})"})});
    }
    std::string mirror() const { return url().location + ".register.jsonl"; }
};
CASEKEEPER_ON_SQLITE(RegisterCommandsTest);

TEST_P(RegisterCommandsTest, VerifySaysHowManyLinesAreIntact) {
    load();
    const Said said = run({"register", "verify"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(lines_of(said.out).at(0), "2 lines, intact; the mirror is even");
    EXPECT_EQ(keys_of(run({"--format", "json", "register", "verify"}).out), "lines head intact mirror");
}

TEST_P(RegisterCommandsTest, ABrokenRegisterNeedsAPerson) {
    load();
    sql("update register_line set line = replace(line, 'load', 'lode') where number = 2 returning 1");
    const Said said = run({"register", "verify"});
    EXPECT_EQ(said.code, 1) << said;
    EXPECT_NE(said.out.find("register line 2: is not what was written: its digest differs"),
              std::string::npos)
        << said;
    EXPECT_NE(run({"--format", "json", "register", "verify"}).out.find(R"("intact":false)"),
              std::string::npos);
}

TEST_P(RegisterCommandsTest, ListPrintsTheLinesAsTheyAre) {
    load();
    const std::vector<std::string> lines = lines_of(run({"--format", "json", "register", "list"}).out);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(keys_of(lines[1]), "line digest");
}

TEST_P(RegisterCommandsTest, AStoreBehindItsMirrorDoesNothingUntilItIsReplayed) {
    load();
    run({"register", "checkpoint"});
    sql("delete from register_line where number = 3 returning 1");
    sql("update register_state set mirrored = 2 returning 1");
    for (const std::vector<std::string>& words : {std::vector<std::string>{"nightly"},
                                                  {"import", "bundle", folder.path("bundle")},
                                                  {"register", "checkpoint"}})
        EXPECT_TRUE(
            is_error(run(words), 78,
                     "the store is behind its register's mirror " + mirror() + ": it has been restored",
                     "see what is missing with: casekeeper register replay --dry-run"));
    EXPECT_EQ(run({"retention", "list"}).code, 0);  // reading is no harm
    EXPECT_NE(run({"register", "replay", "--dry-run"}).out.find("1 lines would be taken back"),
              std::string::npos);
    EXPECT_EQ(run({"register", "replay"}).code, 0);
    EXPECT_EQ(run({"nightly"}).code, 0);
    EXPECT_EQ(run({"register", "verify"}).code, 0);
}

TEST_P(RegisterCommandsTest, FindWantsNameAndBirth) {
    load();
    EXPECT_EQ(run({"register", "find", "--family-name", "Quill", "--born", "yesterday"}).code, 64);
    const Said said =
        run({"register", "find", "--given-names", "", "--family-name", "Quill", "--born", "2001-02-03"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(said.out, "");
    EXPECT_NE(said.err.find("no line of the register"), std::string::npos);
}

TEST_P(RegisterCommandsTest, WhoMayOnlyReadMaySignButNotReplay) {
    load();
    roles("\"auditor\"");
    EXPECT_EQ(run({"register", "verify"}).code, 0);
    EXPECT_EQ(run({"register", "list"}).code, 0);
    EXPECT_EQ(run({"register", "checkpoint"}).code, 0);
    EXPECT_EQ(run({"register", "replay"}).code, 77);
    EXPECT_EQ(run({"register", "mirror"}).code, 77);
}

TEST_P(RegisterCommandsTest, EveryCommandThatWritesLeavesTheMirrorEven) {
    load();
    for (const Words& words : {Words{"nightly"}, Words{"register", "checkpoint"},
                               Words{"export", "bundle", folder.path("out"), "--reason", "why"}}) {
        EXPECT_EQ(run(words).code & ~1, 0) << words[0];
        EXPECT_NE(run({"register", "verify"}).out.find("the mirror is even"), std::string::npos) << words[0];
    }
}

TEST_P(RegisterCommandsTest, AMirrorThatWasCutIsWrittenAgainByHand) {
    load();
    const std::string whole = bytes_of(mirror());
    std::filesystem::resize_file(mirror(), whole.find('\n') + 1);
    EXPECT_TRUE(is_error(run({"nightly"}), 78, "lacks lines that it had", "casekeeper register mirror"));
    EXPECT_EQ(run({"register", "verify"}).code, 1);
    EXPECT_EQ(run({"register", "mirror"}).code, 0);
    EXPECT_EQ(bytes_of(mirror()).substr(0, whole.size()), whole);
    EXPECT_EQ(run({"register", "verify"}).code, 0);
}

TEST_P(RegisterCommandsTest, AMirrorThatDiffersIsRefused) {
    load();
    std::string other = bytes_of(mirror());
    other[other.rfind("load")] = 'L';
    folder.write("store/casekeeper.db.register.jsonl", other);
    EXPECT_EQ(run({"register", "verify"}).code, 1);
    EXPECT_NE(run({"register", "verify"}).out.find("mirror line 2: "), std::string::npos);
}

TEST_P(RegisterCommandsTest, MirrorAndKeysLieWhereTheConfigurationSays) {
    configure("casekeeper.toml", "store = \"" + store() + "\"\n[register]\nmirror = \"" +
                                     folder.path("apart/mirror.jsonl") + "\"\nkeys = \"" +
                                     folder.path("keys") + "\"\n");
    load();
    run({"register", "checkpoint"});
    EXPECT_EQ(lines_of(bytes_of(folder.path("apart/mirror.jsonl"))).size(), 3U);
    EXPECT_NE(bytes_of(folder.path("keys/signing.pub")), "");
    EXPECT_EQ(bytes_of(mirror()), "");
}

// A mirror that the configuration names is of a store that may have to be restored.
TEST_P(RegisterCommandsTest, NoNewStoreIsMadeBesideAnOldStoresMirror) {
    const std::string apart = folder.path("apart/mirror.jsonl");
    configure("casekeeper.toml", "store = \"" + store() + "\"\n[register]\nmirror = \"" + apart + "\"\n");
    load();
    for (const char* more : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(url().location + more);
    EXPECT_TRUE(is_error(run({"init"}), 78,
                         "the register's mirror " + apart + " is of a store that is not there",
                         "restore the store from its back-up"));
    EXPECT_FALSE(std::filesystem::exists(url().location));
}

TEST_P(RegisterCommandsTest, AMirrorOfAStoreThatIsGoneIsSetAside) {
    load();
    for (const char* more : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(url().location + more);
    const Said said = run({"init"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_NE(bytes_of(mirror() + ".earlier-1"), "");
}

class RegisterOfAServerTest : public ProgramTest {};
INSTANTIATE_TEST_SUITE_P(OnServer, RegisterOfAServerTest, testing::Values(Engine::postgresql),
                         name_of_engine);

TEST_P(RegisterOfAServerTest, IsNeverMirroredWhereTheCommandHappensToRun) {
    configure("casekeeper.toml", "store = \"" + store() + "\"\n");
    EXPECT_TRUE(is_error(run({"init"}), 78, "no folder for the files of a store on a server is configured",
                         "casekeeper.toml"));
}

TEST_P(RegisterOfAServerTest, LiesBesideTheReportsUnderTheStoresOwnName) {
    run({"init"});
    EXPECT_EQ(run({"register", "checkpoint"}).code, 0);
    EXPECT_NE(contents_of(folder.path()).find(".register.jsonl: {\"line\":"), std::string::npos);
}

TEST_P(RegisterCommandsTest, AskedForAKindThatIsNoneSaysSo) {
    run({"init"});
    EXPECT_TRUE(is_error(run({"register", "list", "--kind", "destroy"}), 65, "did you mean \"destroyed\"?",
                         "casekeeper register list"));
    for (const char* kind : {"destroyed", "disclosure-told", "access-decide-items", "access-seal",
                             "deletion-grant-part", "correction-open", "objection-refuse"})
        EXPECT_EQ(run({"register", "list", "--kind", kind}).code, 0) << kind;
    for (const std::string& kind : sql("select distinct kind from register_line"))
        EXPECT_EQ(run({"register", "list", "--kind", kind}).code, 0) << kind;
}

// Half a name would find nobody, and be taken for an answer.
TEST_P(RegisterCommandsTest, NobodyIsLookedForByHalfAName) {
    run({"init"});
    EXPECT_EQ(run({"register", "find", "--family-name", "Penn", "--born", "1950-03-14"}).code, 64);
    EXPECT_EQ(
        run({"register", "find", "--given-names", "A", "--family-name", " ", "--born", "1950-03-14"}).code,
        64);
    EXPECT_EQ(
        run({"register", "find", "--given-names", "", "--family-name", "Penn", "--born", "1950-03-14"}).code,
        0);
}

}  // namespace
}  // namespace casekeeper::test
