// SPDX-License-Identifier: MIT
//
// A trust whose store comes back from a back-up made before a destruction, as its people live through it: by
// the command line alone.
#include <filesystem>
#include <fstream>

#include "support/program_test.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* services = R"([[service]]
id = "child-in-need"
title = "Child in need"
class = "statutory"
authority = "Children Act 1989 s17"
file = "social-care"
)";
constexpr const char* schedule = R"([schedule]
title = "A small schedule"
version = "1"
[[rule]]
id = "rest"
services = ["*"]
default = true
until = "closed + 6y"
authority = "local policy"
basis = "business"
)";

class AfterARestore : public ProgramTest {
protected:
    void SetUp() override {
        ProgramTest::SetUp();
        configure("service_catalogue.toml", services);
        configure("retention_schedule.toml", schedule);
        configure("roles.toml", "allow_acting_as = true\n[accounts]\n\"" + this_account() +
                                    "\" = [\"records-officer\", \"dpo\", \"auditor\"]\n[acting]\n"
                                    "\"Rita Reviewer\" = [\"reviewer\"]\n");
    }
    static std::string child(const std::string& id, const std::string& given) {
        return R"({"type":"person","id":")" + id + R"(","family_name":"O'Brien","given_names":")" + given +
               R"(","date_of_birth":"2001-02-03"})";
    }
    static std::string case_of(const std::string& id) {
        return R"({"type":"involvement","id":"I-)" + id + R"(","person":")" + id +
               R"(","service":"child-in-need","opened":"2014-01-01","closed":"2016-01-01"})";
    }
    // Two children are due; one is approved; a back-up; the night that destroys.
    void live_through() {
        const std::string records =
            bundle({child("P1", "Zoë Anne"), case_of("P1"), child("P2", "Adam"), case_of("P2")});
        ASSERT_EQ(run({"import", "bundle", records}, day("2026-10-01")).code, 0);
        run({"nightly"}, day("2026-10-20"));
        const Said approved =
            run({"--acting-as", "Rita Reviewer", "disposal", "approve", "1"}, day("2026-10-21"));
        ASSERT_EQ(approved.code, 0) << approved;
        fs::copy_file(url().location, folder.path("back-up.db"));
        run({"nightly"}, today);
        ASSERT_EQ(people(), "1");
    }
    void restore() const {
        for (const char* more : {"-wal", "-shm"}) fs::remove(url().location + more);
        fs::copy_file(folder.path("back-up.db"), url().location, fs::copy_options::overwrite_existing);
    }
    std::string people() const { return sql_value("select count(*) from person"); }
    Said find(const std::string& given, const std::string& family, const std::string& born) const {
        return run({"register", "find", "--given-names", given, "--family-name", family, "--born", born});
    }
};
CASEKEEPER_ON_SQLITE(AfterARestore);

TEST_P(AfterARestore, ThePersonIsToldByNameHoweverTheyWriteIt) {
    live_through();
    const bool first = sql_value("select id from person") == "P2";
    const std::string given = first ? "zoe" : "adam";
    for (const char* family : {"O'Brien", "OBRIEN", "o\u2019brien"}) {
        const Said said = find(given, family, "2001-02-03");
        EXPECT_EQ(said.code, 0);
        EXPECT_NE(said.out.find("destroyed"), std::string::npos) << said;
        EXPECT_NE(said.out.find("certificate: casekeeper disposal certificate "), std::string::npos) << said;
    }
    EXPECT_EQ(find(given, "Murphy", "2001-02-03").out, "");
    EXPECT_EQ(find(given, "O'Brien", "2001-02-04").out, "");
    EXPECT_EQ(find(first ? "adam" : "zoe", "O'Brien", "2001-02-03").out, "") << "is still here";
}

TEST_P(AfterARestore, NothingIsWrittenUntilTheRegisterIsReplayed) {
    live_through();
    restore();
    const std::string mirror = url().location + ".register.jsonl";
    EXPECT_TRUE(is_error(run({"nightly"}), 78, "the store is behind its register's mirror " + mirror,
                         "casekeeper register replay --dry-run"));
    const Said shown = run({"register", "replay", "--dry-run"});
    EXPECT_NE(shown.out.find(" would be ended again"), std::string::npos) << shown;
    EXPECT_EQ(people(), "2");
    EXPECT_EQ(run({"nightly"}).code, 78) << "showing it changes nothing";
}

TEST_P(AfterARestore, WhatWasDestroyedIsDestroyedAgainAndTheNightGoesOn) {
    live_through();
    const std::string left = sql_value("select id from person");
    restore();
    const Said said = run({"register", "replay"});
    EXPECT_NE(said.out.find(" ended again\n"), std::string::npos) << said;
    EXPECT_EQ(sql("select id from person"), std::vector<std::string>{left});
    EXPECT_EQ(lines_of(run({"register", "verify"}).out).at(0).find("intact; the mirror is even") !=
                  std::string::npos,
              true);
    EXPECT_NE(run({"nightly"}).code, 78);
    EXPECT_EQ(run({"register", "verify"}).code, 0);
}

TEST_P(AfterARestore, ALoadFromTheSourceBringsNothingBack) {
    live_through();
    restore();
    run({"register", "replay"});
    const Said said = run({"import", "bundle", folder.path("bundle")});
    EXPECT_NE((said.out + said.err).find("; the source still holds it"), std::string::npos) << said;
    EXPECT_EQ(people(), "1");
}

TEST_P(AfterARestore, NeitherRegisterNorMirrorNamesAnybody) {
    live_through();
    std::string all = bytes_of(url().location + ".register.jsonl");
    for (const std::string& line : sql("select line from register_line")) all += line;
    for (const char* told : {"O'Brien", "Zo", "Adam", "2001-02-03", "I-P1", "\"P1\""})
        EXPECT_EQ(all.find(told), std::string::npos) << told;
}

TEST_P(AfterARestore, WhoeverReadsIsWarned) {
    live_through();
    restore();
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"retention", "list"}, {"disposal", "list"}, {"hold", "list"}, {"report"}}) {
        const Said said = run(words);
        EXPECT_EQ(said.code, 0) << said;
        EXPECT_EQ(
            lines_of(said.err).at(0).find("casekeeper: warning: the store is behind its register's mirror"),
            0U)
            << said;
    }
    run({"register", "replay"});
    EXPECT_EQ(run({"retention", "list"}).err, "");
}

TEST_P(AfterARestore, WhatIsToBeDoneAgainIsNamedWithWhoDidIt) {
    live_through();
    ASSERT_EQ(run({"hold", "place", "--kind", "inquiry", "--authority", "IICSA", "--reason", "r", "--persons",
                   sql_value("select id from person")})
                  .code,
              0);
    restore();
    const Said said = run({"register", "replay"});
    EXPECT_EQ(said.code, 1);
    EXPECT_NE(said.out.find("to be done again by hand: "), std::string::npos) << said;
    EXPECT_NE(said.out.find("\thold-placed\t" + this_account()), std::string::npos) << said;
    EXPECT_EQ(keys_of(run({"--format", "json", "register", "replay", "--dry-run"}).out),
              "dry_run lines records kept to_do_again approvals_void not_removed");
}

TEST_P(AfterARestore, AMirrorThatSomebodyChangedIsFoundByTheNight) {
    live_through();
    const std::string mirror = url().location + ".register.jsonl";
    std::string text = bytes_of(mirror);
    text.replace(text.find("\"read\":"), 8, "\"reed\":");
    std::ofstream(mirror) << text;
    const Said night = run({"nightly"});
    EXPECT_EQ(night.code, 1) << night;
    EXPECT_NE(night.out.find("the mirror has another line"), std::string::npos) << night;
    EXPECT_EQ(run({"register", "mirror"}).code, 0);
    EXPECT_EQ(bytes_of(mirror + ".damaged-1").substr(0, text.size()), text);
    EXPECT_EQ(run({"register", "verify"}).code, 0);
    EXPECT_EQ(run({"nightly"}).code, 0);
}

TEST_P(AfterARestore, WithoutItsKeysNothingIsDestroyed) {
    const std::string records = bundle({child("P1", "Zoë Anne"), case_of("P1")});
    run({"import", "bundle", records}, day("2026-10-01"));
    run({"nightly"}, day("2026-10-20"));
    run({"--acting-as", "Rita Reviewer", "disposal", "approve", "1"}, day("2026-10-21"));
    fs::remove(url().location + ".keys/signing.key");
    EXPECT_EQ(run({"nightly"}, today).code, 78);
    EXPECT_EQ(people(), "1");
}

}  // namespace
}  // namespace casekeeper::test
