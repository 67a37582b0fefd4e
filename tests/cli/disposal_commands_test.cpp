// SPDX-License-Identifier: MIT
//
// From what is due to its certificate, by the commands.
#include <filesystem>

#include "support/program_test.h"

namespace casekeeper::test {
namespace {

constexpr Date night_of_end{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};

class DisposalCommandsTest : public ProgramTest {
protected:
    using Words = std::vector<std::string>;

    void SetUp() override {
        ProgramTest::SetUp();
        if (IsSkipped()) return;
        configure("roles.toml", "allow_acting_as = true\n[accounts]\n\"" + this_account() +
                                    "\" = [\"records-officer\"]\n[acting]\nrita = [\"reviewer\"]\n"
                                    "rob = [\"reviewer\"]\nada = [\"auditor\"]\n");
        schedule();
        folder.write("bundle/letter.txt", "dear diary");
        ASSERT_EQ(run({"import", "bundle", bundle(records())}).code, 0);
        ASSERT_EQ(run({"nightly"}).code, 0);
    }
    void schedule() const {
        configure("retention_schedule.toml", R"toml([schedule]
title = "Small"
version = "1"
[[rule]]
id = "kept-elsewhere"
services = ["mentoring"]
until = "closed + 1y"
action = "archive"
authority = "local policy"
basis = "business"
[[rule]]
id = "rest"
services = ["*"]
default = true
until = "closed + 6y"
authority = "local policy"
basis = "business"
)toml");
    }
    static Words records() {
        Words lines;
        for (const char* name : {"A", "B", "C"}) {
            const std::string id = name;
            lines.push_back(R"({"type":"person","id":")" + id + R"(","family_name":"Haverford-)" + id +
                            R"(","date_of_birth":"2001-02-03"})");
            lines.push_back(R"({"type":"involvement","id":"I)" + id + R"(","person":")" + id +
                            R"(","service":"early-help","opened":"2012-01-01","closed":"2015-01-01"})");
        }
        lines.push_back(
            R"({"type":"entry","id":"EA","involvement":"IA","kind":"note","occurred_at":"2014-01-01"})");
        lines.push_back(R"({"type":"document","id":"DA","entry":"EA","file":"letter.txt"})");
        return lines;
    }
    void add_settings(const std::string& text) const {
        configure("casekeeper.toml", bytes_of(folder.path("config/casekeeper.toml")) + text);
    }
    Said as(const std::string& name, Words words, Date on = today) const {
        words.insert(words.begin(), {"--acting-as", name});
        return run(words, on);
    }
    std::string involvements() const {
        std::string ids;
        for (const std::string& id : sql("select id from involvement order by id")) ids += id + " ";
        return ids;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DisposalCommandsTest);

TEST_P(DisposalCommandsTest, FromProposalToCertificate) {
    EXPECT_EQ(lines_of(run({"disposal", "list"}).out).size(), 3U);
    EXPECT_EQ(as("rita", {"disposal", "approve", "1"}).code, 0);
    EXPECT_EQ(run({"nightly"}).code, 0);
    EXPECT_EQ(involvements(), "IA IB IC ");  // it has not cooled off
    const Said night = run({"nightly"}, night_of_end);
    EXPECT_EQ(night.code, 0) << night;
    EXPECT_NE(night.out.find("1 record was destroyed"), std::string::npos) << night;
    EXPECT_EQ(involvements(), "IB IC ");
    const Said list = run({"--format", "json", "disposal", "list", "--state", "executed"});
    const std::string number = sql_value("select cast(certificate as text) from proposal where number = 1");
    EXPECT_NE(list.out.find("\"certificate\":" + number), std::string::npos) << list;
    const Said page = run({"disposal", "certificate", number});
    EXPECT_NE(page.out.find("Certificate of destruction " + number), std::string::npos) << page;
    EXPECT_NE(page.out.find("rita (account " + this_account() + "), reviewer"), std::string::npos) << page;
    EXPECT_EQ(page.out.find("Haverford"), std::string::npos);
    EXPECT_EQ(run({"register", "verify"}).code, 0);
}

TEST_P(DisposalCommandsTest, TheDocumentsFileGoesToo) {
    const std::string digest = sql_value("select sha256 from document");
    as("rita", {"disposal", "approve", "1"});
    run({"nightly"}, night_of_end);
    EXPECT_EQ(sql_value("select cast(count(*) as text) from erasure_intention where digest <> 'engine'"),
              "0");
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path()))
        EXPECT_NE(file.path().filename().string(), digest);
}

TEST_P(DisposalCommandsTest, ADryRunShowsAndKeepsEverything) {
    as("rita", {"disposal", "approve", "1"});
    const Said dry = run({"nightly", "--dry-run"}, night_of_end);
    EXPECT_NE(dry.out.find("disposal: done, 1 handled"), std::string::npos) << dry;
    EXPECT_EQ(involvements(), "IA IB IC ");
}

TEST_P(DisposalCommandsTest, TheKillSwitchStopsItAll) {
    as("rita", {"disposal", "approve", "1"});
    add_settings("[disposal]\nenabled = false\n");
    const Said night = run({"nightly"}, night_of_end);
    EXPECT_EQ(night.code, 1) << night;
    EXPECT_EQ(involvements(), "IA IB IC ");
    EXPECT_NE(run({"report"}).out.find("Destruction is switched off"), std::string::npos);
    EXPECT_NE(run({"disposal", "overdue"}, night_of_end).out.find("switched-off"), std::string::npos);
}

TEST_P(DisposalCommandsTest, ANightEndsNoMoreThanItsCap) {
    add_settings("[disposal]\nmost_a_night = 1\n");
    as("rita", {"disposal", "approve", "1", "2", "3"});
    EXPECT_NE(run({"nightly"}, night_of_end).out.find("disposal: done, 1 handled, 2 refused"),
              std::string::npos);
    EXPECT_EQ(involvements(), "IB IC ");
    run({"nightly"}, night_of_end);
    EXPECT_EQ(involvements(), "IB IC ");  // nor does a second run of the day
    run({"nightly"}, day_after(night_of_end));
    EXPECT_EQ(involvements(), "IC ");
}

TEST_P(DisposalCommandsTest, OneRefusalStopsNoOther) {
    const Said said = as("rita", {"disposal", "approve", "1", "99", "x", "2"});
    EXPECT_EQ(said.code, 65) << said;
    EXPECT_EQ(lines_of(said.out).size(), 2U);
    EXPECT_EQ(lines_of(said.err).size(), 4U);
}

TEST_P(DisposalCommandsTest, EachTakesItsRole) {
    for (const Words& words : std::vector<Words>{{"disposal", "approve", "1"},
                                                 {"disposal", "decide", "1", "--destroy", "--reason", "r"},
                                                 {"disposal", "notice", "1", "--waive", "--reason", "r"}})
        EXPECT_EQ(run(words).code, 77) << words[1];
    for (const Words& words :
         std::vector<Words>{{"disposal", "approve", "1"},
                            {"disposal", "defer", "1", "--until", "2027-01-01", "--reason", "r"},
                            {"disposal", "receipt", "1"},
                            {"disposal", "confirm", "1"}})
        EXPECT_EQ(as("ada", words).code, 77) << words[1];
    for (const char* read : {"list", "overdue", "instructions"})
        EXPECT_EQ(as("ada", {"disposal", read}).code, 0);
}

TEST_P(DisposalCommandsTest, WhatCannotBeMeantIsUsage) {
    EXPECT_EQ(run({"disposal", "list", "--state", "gone"}).code, 64);
    EXPECT_EQ(as("rita", {"disposal", "decide", "1", "--reason", "r"}).code, 64);
    EXPECT_EQ(run({"disposal", "defer", "1", "--until", "soon", "--reason", "r"}).code, 64);
    EXPECT_TRUE(is_error(run({"disposal", "certificate", "4711"}), 65, "there is no certificate 4711",
                         "casekeeper disposal list --state executed"));
}

TEST_P(DisposalCommandsTest, AnArchiveReceivesItsBundleFirst) {
    ASSERT_EQ(
        run({"import", "bundle",
             bundle(
                 {R"({"type":"involvement","id":"J","person":"A","service":"mentoring","opened":"2019-01-01","closed":"2020-01-01"})",
                  R"({"type":"entry","id":"EJ","involvement":"J","kind":"note","occurred_at":"2019-06-01"})",
                  R"({"type":"document","id":"DJ","entry":"EJ","file":"letter.txt"})"})})
            .code,
        0);
    ASSERT_EQ(run({"nightly"}).code, 0);
    const std::string number = sql_value("select cast(number as text) from proposal where involvement = 'J'");
    ASSERT_EQ(as("rita", {"disposal", "approve", number}).code, 0);
    EXPECT_EQ(run({"disposal", "receipt", number}).code, 77);
    run({"nightly"}, night_of_end);
    EXPECT_EQ(sql_value("select state from proposal where involvement = 'J'"), "packed");
    const std::string packed = sql_value("select folder from handover");
    std::string found;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path()))
        if (file.path().filename() == packed) found = file.path();
    ASSERT_NE(found, "");
    EXPECT_NE(bytes_of(found + "/manifest.json").find("involvement.jsonl"), std::string::npos);
    EXPECT_EQ(mode_of(found), "700");
    run({"nightly"}, night_of_end);
    EXPECT_EQ(involvements(), "IA IB IC J ");
    EXPECT_EQ(run({"disposal", "receipt", number}, night_of_end).code, 0);
    run({"nightly"}, night_of_end);
    EXPECT_EQ(involvements(), "IA IB IC ");
    EXPECT_FALSE(std::filesystem::exists(found));
}

TEST_P(DisposalCommandsTest, ABundleThatIsNotToBeReceivedAnyMoreGoes) {
    ASSERT_EQ(
        run({"import", "bundle",
             bundle(
                 {R"({"type":"involvement","id":"J","person":"A","service":"mentoring","opened":"2019-01-01","closed":"2020-01-01"})"})})
            .code,
        0);
    run({"nightly"});
    const std::string number = sql_value("select cast(number as text) from proposal where involvement = 'J'");
    as("rita", {"disposal", "approve", number});
    run({"nightly"}, night_of_end);
    const std::string packed = sql_value("select folder from handover");
    ASSERT_EQ(run({"hold", "place", "--kind", "police", "--authority", "LP-1", "--reason", "enquiry",
                   "--persons", "A"},
                  night_of_end)
                  .code,
              0);
    run({"nightly"}, night_of_end);
    EXPECT_EQ(sql_value("select state || withdrawn_because from proposal where involvement = 'J'"),
              "withdrawnheld");
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path()))
        EXPECT_NE(file.path().filename().string(), packed);
}

TEST_P(DisposalCommandsTest, NothingGoesWhereTheMirrorCannotBeWritten) {
    as("rita", {"disposal", "approve", "1"});
    const std::string file = folder.path("elsewhere");
    folder.write("elsewhere", "no folder");
    add_settings("[register]\nmirror = \"" + file + "/mirror.jsonl\"\nkeys = \"" + folder.path("keys") +
                 "\"\n");
    EXPECT_NE(run({"nightly"}, night_of_end).code, 0);
    EXPECT_EQ(involvements(), "IA IB IC ");
}

}  // namespace
}  // namespace casekeeper::test
