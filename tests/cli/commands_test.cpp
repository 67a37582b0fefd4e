// SPDX-License-Identifier: MIT
//
// The command line as people and programs use it: help, options, roles, JSON, exit codes.
#include <filesystem>

#include "cli/commands.h"
#include "jobs/nightly.h"
#include "store/run_lock.h"
#include "support/program_test.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;
constexpr const char* decision_keys =
    "involvement person service outcome action retain_until rule minimise_on transfer_on conflict "
    "reconsider_on holds";

class CommandsTest : public ProgramTest {
protected:
    static std::vector<CommandRow> all() {
        std::vector<CommandRow> commands = people_commands();
        for (CommandRow& row : night_commands()) commands.push_back(std::move(row));
        return commands;
    }
    static Words words_of(const std::string& name) {
        Words words;
        std::size_t start = 0;
        for (std::size_t end = 0; end != std::string::npos; start = end + 1) {
            end = name.find(' ', start);
            words.push_back(name.substr(start, end - start));
        }
        return words;
    }
    void load_a_case() const {
        const Said said = run(
            {"import", "bundle",
             bundle(
                 {R"({"type":"person","id":"P1","family_name":"Rowe","date_of_birth":"2001-02-03"})",
                  R"({"type":"involvement","id":"I1","person":"P1","service":"looked-after","opened":"2015-01-01","closed":"2019-02-03"})",
                  R"({"type":"person","id":"P2","family_name":"Haile"})"})});
        EXPECT_EQ(said.code, 0) << said;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(CommandsTest);

class HelpTest : public CommandsTest {};
CASEKEEPER_ON_SQLITE(HelpTest);

TEST_P(HelpTest, ShowsAnExampleForEveryCommand) {
    for (const CommandRow& row : all()) {
        Words words = words_of(row.name);
        words.push_back("--help");
        const Said said = run_bare(words);
        EXPECT_EQ(said.code, 0) << row.name;
        EXPECT_EQ(said.err, "") << row.name;
        EXPECT_NE(said.out.find("Example:\n  casekeeper "), std::string::npos) << row.name;
        EXPECT_NE(said.out.find(row.summary), std::string::npos) << row.name;
        for (const OptionRow& option : row.options)
            EXPECT_NE(said.out.find("--" + option.name), std::string::npos) << row.name;
    }
}

TEST_P(HelpTest, ShowsAnExampleAtEveryLevel) {
    for (const Words& words : std::vector<Words>{{"--help"}, {"retention", "--help"}, {"export", "--help"}}) {
        const Said said = run_bare(words);
        EXPECT_EQ(said.code, 0);
        EXPECT_NE(said.out.find("Example:\n  casekeeper " + (words.size() > 1 ? words[0] : "")),
                  std::string::npos)
            << said;
    }
}

TEST_P(HelpTest, HasExamplesThatAreUnderstood) {
    for (const CommandRow& row : all()) {
        ASSERT_TRUE(row.example.starts_with("casekeeper ")) << row.name;
        EXPECT_NE(row.example.find(row.name), std::string::npos) << row.name;
    }
}

TEST_P(HelpTest, SaysWhatWasTypedWrongly) {
    EXPECT_TRUE(
        is_error(run({"retent", "list"}), 64, "there is no command \"retent list\"", "casekeeper --help"));
    EXPECT_TRUE(is_error(run({"retention", "lits"}), 64, "there is no command \"retention lits\"",
                         "casekeeper retention --help"));
    EXPECT_TRUE(is_error(run({"retention", "list", "--colour", "red"}), 64, "colour", "--help"));
    EXPECT_TRUE(is_error(run({"retention", "list", "--outcome"}), 64, "outcome", "--help"));
    EXPECT_TRUE(
        is_error(run({"retention", "list", "--outcome", "dead"}), 64, "\"dead\" is no outcome", "say live"));
    EXPECT_TRUE(is_error(run({"explain"}), 64, "explain needs ID", "casekeeper explain --help"));
    EXPECT_TRUE(
        is_error(run({"explain", "I1", "I2"}), 64, "\"I2\" is one argument too many", "explain --help"));
    EXPECT_TRUE(is_error(run({"export", "bundle", "/tmp/x"}), 64, "needs --reason", "export bundle --help"));
    EXPECT_TRUE(is_error(run({"explain", "I1", "--as-of", "2026-02-30"}), 64, "\"2026-02-30\" is no day",
                         "2026-11-30"));
    EXPECT_TRUE(
        is_error(run({"explain", "I1", "--format", "xml"}), 64, "\"xml\" is no format", "--format json"));
    EXPECT_TRUE(
        is_error(run({"import", "excel", "x"}), 64, "there is no reader for \"excel\"", "import bundle"));
    EXPECT_TRUE(
        is_error(run({"explain", "I1", "--quiet", "--quiet"}), 64, "--quiet was given more than once", ""));
    EXPECT_TRUE(is_error(run({}), 64, "no command was given", "casekeeper --help"));
    EXPECT_TRUE(is_error(run_bare({"--store", "mysql://x", "--config", folder.path("config"), "init"}), 64,
                         "\"mysql://x\" is no store", "say sqlite:PATH"));
}

TEST_P(HelpTest, TellsNothingTypedFromSomethingWrong) {
    const Said said = run_bare({});
    EXPECT_EQ(said.code, 64);
    EXPECT_NE(said.out.find("usage: casekeeper COMMAND"), std::string::npos);
}

TEST_P(HelpTest, FindsItsConfigurationByTheEnvironment) {
    const Said said = shell("CASEKEEPER_CONFIG=" + folder.path("config") + " " CASEKEEPER_BINARY " check");
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(shell(CASEKEEPER_BINARY " --help").code, 0);
}

TEST_P(HelpTest, ActsForANameOnlyWhereTheConfigurationLetsIt) {
    ASSERT_EQ(run({"init"}).code, 0);
    EXPECT_EQ(run({"--acting-as", "Ada Auditor", "retention", "list"}).code, 0);
    EXPECT_TRUE(is_error(run({"--acting-as", "Ada Auditor", "nightly"}), 77,
                         "Ada Auditor (account " + this_account() + ") may not run the night",
                         "records-officer"));
    EXPECT_TRUE(is_error(run({"--acting-as", "Nobody", "retention", "list"}), 77, "Nobody", ""));
    configure("roles.toml", "[accounts]\n\"" + this_account() + "\" = [\"auditor\"]\n");
    EXPECT_TRUE(is_error(run({"--acting-as", "Ada Auditor", "retention", "list"}), 77,
                         "--acting-as is not allowed here", "roles.toml"));
}

TEST_P(CommandsTest, RefusesWhatARoleMayNot) {
    load_a_case();
    roles("\"auditor\"");
    for (const Words& words : std::vector<Words>{{"init"},
                                                 {"nightly"},
                                                 {"import", "bundle", bundle({})},
                                                 {"export", "bundle", folder.path("out"), "--reason", "x"}})
        EXPECT_TRUE(is_error(run(words), 77, this_account() + " may not ", "records-officer")) << words[0];
    for (const Words& words :
         std::vector<Words>{{"retention", "list"}, {"explain", "I1"}, {"schedule", "show"}})
        EXPECT_EQ(run(words).code, 0) << words[0];
    roles("");
    for (const Words& words : std::vector<Words>{{"retention", "list"}, {"explain", "I1"}, {"report"}})
        EXPECT_TRUE(is_error(run(words), 77, this_account() + " may not read", "auditor")) << words[0];
}

TEST_P(CommandsTest, InitIsSafeToRepeat) {
    for (int i = 0; i < 2; ++i) {
        const Said said = run({"init"});
        EXPECT_EQ(said.code, 0) << said;
        EXPECT_EQ(said.out, "");
        EXPECT_NE(said.err.find("the store is ready"), std::string::npos);
    }
    EXPECT_EQ(sql_value("select count(*) from adopted_schedule"), "1");
    EXPECT_EQ(run({"init", "--quiet"}).err, "");
}

TEST_P(CommandsTest, ImportSaysWhatItDidInJson) {
    const Said said =
        run({"import", "bundle", bundle({R"({"type":"person","id":"P1","family_name":"X"})", "{"}),
             "--format", "json"});
    EXPECT_EQ(said.code, 1);
    EXPECT_EQ(keys_of(said.out), "read stored unchanged rejected findings");
    EXPECT_EQ(keys_at(said.out, "/findings/0"), "file line severity message");
    EXPECT_EQ(said.out.substr(0, 46), R"({"read":2,"stored":1,"unchanged":0,"rejected":)");
    EXPECT_EQ(lines_of(said.out).size(), 1U);
}

TEST_P(CommandsTest, ImportOfWarningsOnlyIsDone) {
    const Said said = run({"import", "bundle", bundle({R"({"type":"person","id":"P1","family_name":"X"})"})});
    EXPECT_EQ(said.code, 0);
    EXPECT_NE(said.out.find("warning: person P1: a person without an involvement"), std::string::npos)
        << said;
    EXPECT_EQ(said.out.find("Rowe"), std::string::npos);
}

TEST_P(CommandsTest, RetentionListIsJsonLines) {
    load_a_case();
    const std::vector<std::string> lines = lines_of(run({"retention", "list", "--format", "json"}).out);
    ASSERT_EQ(lines.size(), 2U);
    for (const std::string& line : lines) EXPECT_EQ(keys_of(line), decision_keys);
    EXPECT_NE(lines[0].find(R"("outcome":"retain","action":"destroy","retain_until":"2076-02-03")"),
              std::string::npos);
    EXPECT_EQ(lines_of(run({"retention", "list", "--format", "json", "--outcome", "due"}).out).size(), 0U);
}

TEST_P(CommandsTest, RetentionListGoesByTheDayAsked) {
    load_a_case();
    EXPECT_NE(run({"retention", "list", "--as-of", "2076-02-03", "--person", "P1"}).out.find("retain until"),
              std::string::npos);
    EXPECT_NE(
        run({"retention", "list", "--as-of", "2076-02-04", "--person", "P1"}).out.find("due to end since"),
        std::string::npos);
}

TEST_P(CommandsTest, ExplainIsOneDocument) {
    load_a_case();
    for (const char* id : {"I1", "person:P1", "involvement:I1"}) {
        const Said said = run({"explain", id, "--format", "json"});
        EXPECT_EQ(keys_of(said.out), "id kind decisions");
        EXPECT_EQ(keys_at(said.out, "/decisions/0"), std::string(decision_keys) + " steps lost unknown");
    }
    EXPECT_NE(run({"explain", "I1"}).out.find("3 February 2076"), std::string::npos);
}

TEST_P(CommandsTest, CheckFindsTheShippedConfigurationInOrder) {
    const Said said = run({"check", "--format", "json"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(keys_of(said.out), "findings");
}

TEST_P(CommandsTest, NightlySaysWhatItDidInJson) {
    load_a_case();
    const Said said = run({"nightly", "--format", "json"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(keys_of(said.out), "run as_of jobs");
    EXPECT_EQ(keys_at(said.out, "/jobs/0"), "job outcome handled refused failed seconds");
    EXPECT_EQ(
        said.out.substr(0, 98),
        R"({"run":1,"as_of":"2026-11-23","jobs":[{"job":"retention","outcome":"done","handled":2,"refused":0,)");
    EXPECT_EQ(run({"nightly", "--format", "json", "--as-of", "2026-11-24"}).out.substr(0, 33),
              R"({"run":2,"as_of":"2026-11-24","jo)");
}

TEST_P(CommandsTest, NightlyPrintsTheMorningSummary) {
    load_a_case();
    const Said said = run({"nightly"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(said.out.substr(0, 23), "night 1 for 2026-11-23\n");
    const Said report = run({"report"});
    EXPECT_EQ(report.code, 0) << report;
    EXPECT_EQ(keys_of(run({"report", "--format", "json"}).out), "run html text");
}

TEST_P(CommandsTest, NightlyOnADryRunWritesNothing) {
    load_a_case();
    const Said said = run({"nightly", "--dry-run", "--format", "json"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(said.out.substr(0, 12), R"({"run":null,)");
    EXPECT_EQ(sql_value("select count(*) from decision"), "0");
    EXPECT_EQ(sql_value("select count(*) from run"), "0");
    EXPECT_FALSE(fs::exists(folder.path("reports")));
    EXPECT_FALSE(fs::exists(folder.path("store/reports")));
}

TEST_P(CommandsTest, NightlyRunsOnlyTheJobsNamed) {
    load_a_case();
    const Said said = run({"nightly", "--only", "retention", "--format", "json"});
    EXPECT_EQ(said.out.find("\"job\":\"report\""), std::string::npos);
    EXPECT_TRUE(
        is_error(run({"nightly", "--only", "laundry"}), 64, "there is no job \"laundry\"", "nightly --help"));
}

TEST_P(CommandsTest, NightlyNamesWhomItCouldNotDecideOnAndGoesOn) {
    load_a_case();
    sql("update involvement set events = '{'");
    for (int i = 0; i < 2; ++i) {
        const Said said = run({"nightly"});
        EXPECT_EQ(said.code, 1) << said;
        EXPECT_NE(said.out.find("1 failed"), std::string::npos) << said;
        EXPECT_NE(said.out.find("    failed: P1\n"), std::string::npos) << said;
    }
}

TEST_P(CommandsTest, RefusesASecondRun) {
    load_a_case();
    const std::unique_ptr<Database> other = another();
    const RunLock lock(*other, "nightly");
    for (const Words& words : std::vector<Words>{{"nightly"}, {"import", "bundle", bundle({})}, {"init"}})
        EXPECT_TRUE(is_error(run(words), 75, "another run holds the store", "try again")) << words[0];
    EXPECT_EQ(run({"retention", "list"}).code, 0);
}

TEST_P(CommandsTest, ExportWritesABundleThatCanBeLoaded) {
    load_a_case();
    const Said said =
        run({"export", "bundle", folder.path("out"), "--reason", "hand-over", "--format", "json"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(keys_of(said.out), "records documents");
    const Said again = run({"import", "bundle", folder.path("out"), "--format", "json"});
    EXPECT_EQ(again.out.substr(0, 36), R"({"read":3,"stored":0,"unchanged":3,")");
    EXPECT_TRUE(is_error(run({"export", "bundle", folder.path("out"), "--reason", "x"}), 73,
                         "is there already", "name a folder"));
    EXPECT_TRUE(is_error(run({"export", "bundle", folder.path("o"), "--reason", "x", "--person", "P9"}), 65,
                         "there is no person P9", "retention list"));
}

TEST_P(CommandsTest, SaysNoNamesInFindingsAndErrors) {
    const Said said =
        run({"import", "bundle",
             bundle({R"({"type":"person","id":"P1","family_name":"Secretname","date_of_birth":"soon"})",
                     R"({"type":"person","id":"P2","family_name":"Secretname","shoe":"Secretname"})"})});
    EXPECT_EQ(said.code, 1);
    EXPECT_EQ((said.out + said.err).find("Secretname"), std::string::npos) << said;
    EXPECT_EQ(sql_value("select count(*) from load_finding where message like '%Secretname%'"), "0");
}

TEST_P(CommandsTest, ScheduleShowPrintsWhatIsInForce) {
    load_a_case();
    EXPECT_NE(run({"schedule", "show"}).out.find("[[rule]]"), std::string::npos);
    EXPECT_NE(keys_of(run({"schedule", "show", "--format", "json"}).out), "no JSON");
}

}  // namespace
}  // namespace casekeeper::test
