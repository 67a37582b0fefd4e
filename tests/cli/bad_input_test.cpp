// SPDX-License-Identifier: MIT
//
// What the program says to input that cannot be, and that the store is then as it was or has all the good
// rows.
#include <filesystem>

#include "support/program_test.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;
constexpr const char* ada = R"({"type":"person","id":"P1","family_name":"Rowe"})";
constexpr const char* help_of_ada =
    R"({"type":"involvement","id":"I1","person":"P1","service":"child-in-need","opened":"2020-01-01","closed":"2021-01-01"})";

class BadInputTest : public ProgramTest {
protected:
    void SetUp() override {
        ProgramTest::SetUp();
        if (IsSkipped()) return;
        EXPECT_EQ(run({"import", "bundle", bundle({ada, help_of_ada})}).code, 0);
    }
    std::string people() const { return sql_value("select count(*) from person"); }
    Said load(const std::string& bytes) const {
        folder.write("bad/records.jsonl", bytes);
        return run({"import", "bundle", folder.path("bad")});
    }
};
CASEKEEPER_ON_BOTH_ENGINES(BadInputTest);

class BadStoreTest : public ProgramTest {};
CASEKEEPER_ON_SQLITE(BadStoreTest);

TEST_P(BadInputTest, CutOffJsonIsAFindingAndTheGoodRowsAreThere) {
    const Said said = load(std::string(R"({"type":"person","id":"P2","family_name":"X"})") + "\n" +
                           R"({"type":"person","id":"P3","fam)");
    EXPECT_EQ(said.code, 1);
    EXPECT_NE(said.out.find("records.jsonl:2: error: not JSON"), std::string::npos) << said;
    EXPECT_EQ(people(), "2");
}

TEST_P(BadInputTest, ALineOfTwoMegabytesIsAFinding) {
    const Said said = load(R"({"type":"person","id":"P2","family_name":")" + std::string(2 << 20, 'x') +
                           "\"}\n" + R"({"type":"person","id":"P3","family_name":"X"})");
    EXPECT_EQ(said.code, 1);
    EXPECT_NE(said.out.find("records.jsonl:1: error: longer than 1048576 bytes"), std::string::npos) << said;
    EXPECT_EQ(people(), "2");
}

TEST_P(BadInputTest, AnotherEncodingLoadsNothing) {
    const std::string utf16("\xff\xfe{\0\"\0", 6);
    const std::string latin("{\"type\":\"person\",\"id\":\"P2\",\"family_name\":\"R\xf6we\"}\n");
    for (const std::string& bytes : {utf16, latin}) {
        const Said said = load(bytes);
        EXPECT_TRUE(is_error(said, 65, "records.jsonl", "UTF-8"));
        EXPECT_EQ(people(), "1");
    }
}

TEST_P(BadInputTest, AFolderWhereAFileShouldBeLoadsNothing) {
    fs::create_directories(folder.path("bad/records.jsonl"));
    EXPECT_TRUE(is_error(run({"import", "bundle", folder.path("bad")}), 65, "records.jsonl", ""));
    EXPECT_EQ(people(), "1");
}

TEST_P(BadInputTest, ASourceThatIsNotThereLoadsNothing) {
    EXPECT_TRUE(is_error(run({"import", "bundle", folder.path("nowhere")}), 65,
                         "there is no " + folder.path("nowhere"), "name the files or folders to load"));
}

TEST_P(BadInputTest, AnUnknownServiceIsAFinding) {
    const Said said =
        load(R"({"type":"involvement","id":"I2","person":"P1","service":"chess","opened":"2020-01-01"})");
    EXPECT_EQ(said.code, 1);
    EXPECT_NE(said.out.find(
                  "records.jsonl:1: error: involvement I2: service chess is not in the service catalogue"),
              std::string::npos)
        << said;
}

TEST_P(BadInputTest, WrongTomlIsSaidWithItsLine) {
    configure("casekeeper.toml", "store = \n");
    EXPECT_TRUE(
        is_error(run({"nightly"}), 78, "casekeeper.toml is in error: casekeeper.toml:1", "casekeeper check"));
    configure("casekeeper.toml", "shop = \"x\"\n");
    EXPECT_TRUE(is_error(run({"nightly"}), 78, "casekeeper.toml:1:1: error: ", "casekeeper check"));
}

TEST_P(BadInputTest, WrongRolesAreSaidWithTheirLine) {
    configure("roles.toml", "[accounts]\nroot = [\"king\"]\n");
    EXPECT_TRUE(is_error(run({"nightly"}), 78, "roles.toml:2", "casekeeper check"));
}

TEST_P(BadInputTest, AConfigurationThatIsAFolderOrMissingIsSaid) {
    fs::remove(folder.path("config/casekeeper.toml"));
    EXPECT_TRUE(
        is_error(run({"nightly"}), 78, "there is no " + folder.path("config/casekeeper.toml"), "--config"));
    fs::create_directories(folder.path("config/casekeeper.toml"));
    EXPECT_TRUE(
        is_error(run({"nightly"}), 78, "there is no " + folder.path("config/casekeeper.toml"), "--config"));
}

TEST_P(BadInputTest, CheckFindsEveryMistake) {
    configure("retention_schedule.toml",
              "[schedule]\ntitle = \"T\"\nversion = \"1\"\n[[rule]]\nid = \"a\"\nservices = "
              "[\"chess\"]\nuntil = \"closed + 6 years\"\n");
    const Said said = run({"check", "--format", "json"});
    EXPECT_TRUE(is_error(said, 78, "has ", "mend the lines listed"));
    EXPECT_EQ(keys_of(said.out), "findings");
    EXPECT_EQ(keys_at(said.out, "/findings/0"), "file line column severity message");
    EXPECT_NE(said.out.find("\"file\":\"retention_schedule.toml\",\"line\":6"), std::string::npos) << said;
}

TEST_P(BadInputTest, CheckFindsMistakesInTheRulesOfRelease) {
    const std::string rules = bytes_of(folder.path("config/release_rules.toml"));
    const std::string named = "\"child-protection\"";
    configure("release_rules.toml",
              std::string(rules).replace(rules.find(named), named.size(), "\"child-protectoin\""));
    const Said said = run({"check"});
    EXPECT_EQ(said.code, 78) << said;
    EXPECT_NE(said.out.find("error: unknown service or group \"child-protectoin\": did you mean "
                            "\"child-protection\"?"),
              std::string::npos)
        << said;
    fs::remove(folder.path("config/release_rules.toml"));
    EXPECT_TRUE(
        is_error(run({"check"}), 78, "there is no " + folder.path("config/release_rules.toml"), "--config"));
}

TEST_P(BadInputTest, CheckFindsMistakesInTheGlossary) {
    configure("glossary.toml", "[[term]]\nterm = \"IRO\"\nmeening = \"x\"\n");
    const Said said = run({"check"});
    EXPECT_EQ(said.code, 78) << said;
    EXPECT_NE(said.out.find("glossary.toml:3:1: error: unknown key \"meening\""), std::string::npos) << said;
    fs::remove(folder.path("config/glossary.toml"));
    EXPECT_TRUE(
        is_error(run({"check"}), 78, "there is no " + folder.path("config/glossary.toml"), "--config"));
}

TEST_P(BadInputTest, AMistakeInTheEditedScheduleLeavesTheAdoptedOneInForce) {
    configure("retention_schedule.toml", "[schedule\n");
    EXPECT_EQ(run({"retention", "list"}).code, 0);
    EXPECT_EQ(run({"schedule", "show"}).code, 0);
}

TEST_P(BadInputTest, AnArgumentThatNamesNothingIsSaid) {
    EXPECT_TRUE(is_error(run({"explain", "X9"}), 65, "nothing in the store is called X9", "involvement:I1"));
    EXPECT_TRUE(is_error(run({"retention", "list", "--person", "X9"}), 65, "there is no person X9",
                         "retention list"));
    EXPECT_TRUE(is_error(run({"report", "--run", "7"}), 65, "there is no run 7", "casekeeper report"));
}

TEST_P(BadInputTest, ALockedStoreIsToBeTriedAgain) {
    const std::unique_ptr<Database> other = another();
    const UnitOfWork writing(*other, UnitOfWork::Kind::write);
    EXPECT_TRUE(is_error(load(ada), 75, "the store stayed busy", "try again"));
}

TEST_P(BadInputTest, ANewerStoreIsLeftAsItIs) {
    sql("update store_property set value = '99' where name = 'schema'");
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"init"},
                                               {"nightly"},
                                               {"retention", "list"},
                                               {"import", "bundle", bundle({ada})},
                                               {"explain", "P1"}})
        EXPECT_TRUE(
            is_error(run(words), 78, "written by a newer casekeeper (schema 99", "use the newer casekeeper"));
}

TEST_P(BadInputTest, AnOlderStoreWantsInit) {
    sql("update store_property set value = '1' where name = 'schema'");
    EXPECT_TRUE(is_error(run({"nightly"}), 78, "the store has schema 1", " init"));
}

TEST_P(BadStoreTest, AStoreThatIsNoDatabaseIsLeftAsItIs) {
    folder.write("store/casekeeper.db", std::string(9000, 'x'));
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"init"}, {"nightly"}, {"import", "bundle", bundle({ada})}})
        EXPECT_TRUE(is_error(run(words), 78, "no store", "check --store"));
    EXPECT_EQ(bytes_of(url().location), std::string(9000, 'x'));
}

TEST_P(BadStoreTest, AFolderIsNoStore) {
    fs::create_directories(url().location);
    EXPECT_TRUE(is_error(run({"init"}), 78, "is a folder", "--store sqlite:"));
}

TEST_P(BadStoreTest, AMissingStoreIsMadeByInitAndNotByReading) {
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"nightly"}, {"retention", "list"}, {"explain", "P1"}, {"schedule", "show"}})
        EXPECT_TRUE(is_error(run(words), 78, "there is no store at ", "casekeeper --store "));
    EXPECT_FALSE(fs::exists(folder.path("store")));
    EXPECT_EQ(run({"init"}).code, 0);
}

TEST_P(BadStoreTest, AWrongPathLeavesNoStoreBehind) {
    EXPECT_EQ(run({"import", "bundle", folder.path("nowhere")}).code, 65);
    EXPECT_FALSE(fs::exists(url().location));
}

TEST_P(BadStoreTest, CheckingOnlyLeavesNoStoreBehind) {
    const Said said = run({"import", "bundle", bundle({ada}), "--check-only"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_FALSE(fs::exists(url().location));
}

TEST_P(BadStoreTest, AReadOnlyDiskIsSaid) {
    ASSERT_EQ(run({"import", "bundle", bundle({ada, help_of_ada})}).code, 0);
    const std::string before = bytes_of(url().location);
    const std::string mounted = "unshare --mount sh -c 'mount --bind " + folder.path("store") + " " +
                                folder.path("store") + " && mount -o remount,bind,ro " +
                                folder.path("store") + " && ";
    if (shell(mounted + "true'").code != 0) GTEST_SKIP() << "this account may not mount a read-only disk";
    const std::string program =
        CASEKEEPER_BINARY " --config " + folder.path("config") + " --store " + store() + " ";
    for (const std::string command : {"nightly", "init"})
        EXPECT_TRUE(is_error(shell(mounted + program + command + "'"), 73, "", "writable")) << command;
    EXPECT_EQ(bytes_of(url().location), before);
}

TEST_P(BadStoreTest, AFullDiskForTheResultsIsSaid) {
    ASSERT_EQ(run({"import", "bundle", bundle({ada, help_of_ada})}).code, 0);
    const Said said = shell("casekeeper retention list >/dev/full");
    EXPECT_TRUE(is_error(said, 73, "the results could not be written", ""));
}

}  // namespace
}  // namespace casekeeper::test
