// SPDX-License-Identifier: MIT
//
// The privacy statement by the program: from the configuration without a store, from the schedule in force with
// one, for a person by the decisions that `explain` tells.
#include <filesystem>

#include "support/letter_checks.h"
#include "support/program_test.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

class NoticeTest : public ProgramTest {
protected:
    std::string config(const std::string& file) const { return bytes_of(folder.path("config/" + file)); }
    void edit(const std::string& file, const std::string& from, const std::string& to) const {
        std::string text = config(file);
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        configure(file, text.replace(at, from.size(), to));
    }
    std::string statement(const Words& more = {}) const {
        Words words = {"notice"};
        words.insert(words.end(), more.begin(), more.end());
        const Said said = run(words);
        EXPECT_EQ(said.code, 0) << said;
        return said.out;
    }
    std::string read_on(const Words& more) const { return in_one_line(statement(more)); }
    // Zoë, of fifteen: looked after, at a club, at school, and in what she may not be told; her mother.
    void load_zoe() const {
        const Said said = run(
            {"import", "bundle",
             bundle(
                 {R"({"type":"person","id":"P1","family_name":"Quill","given_names":"Zoë Anne","date_of_birth":"2011-05-14","addresses":[{"lines":["9 Secret Street"],"postcode":"AB1 2CD","protected":true}]})",
                  R"({"type":"person","id":"P2","family_name":"Quill","given_names":"Maria","date_of_birth":"1985-01-02"})",
                  R"({"type":"relationship","person":"P1","kind":"mother","other":"P2"})",
                  R"({"type":"involvement","id":"I1","person":"P1","service":"looked-after","opened":"2019-03-04","closed":"2021-06-30"})",
                  R"({"type":"involvement","id":"I2","person":"P1","service":"mentoring","opened":"2022-03-01"})",
                  R"({"type":"involvement","id":"I3","person":"P1","service":"prevent-channel","opened":"2022-04-01","closed":"2022-05-01"})",
                  R"({"type":"involvement","id":"I4","person":"P1","service":"early-help","opened":"2017-01-02","closed":"2017-09-01"})",
                  R"({"type":"involvement","id":"I5","person":"P2","service":"parent-carer-assessment","opened":"2020-04-01","closed":"2020-05-01"})",
                  R"({"type":"person","id":"P3","family_name":"Late","date_of_birth":"1950-01-02","date_of_death":"2020-01-02"})",
                  R"({"type":"involvement","id":"I6","person":"P3","service":"early-help","opened":"2019-04-01","closed":"2019-05-01"})"})});
        ASSERT_EQ(said.code, 0) << said;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(NoticeTest);

class NoticeWithoutStoreTest : public NoticeTest {};
CASEKEEPER_ON_SQLITE(NoticeWithoutStoreTest);

TEST_P(NoticeWithoutStoreTest, IsMadeFromTheConfigurationAndChangesWithIt) {
    const std::string before = statement({"--service", "looked-after"});
    expect_said(before, {"Privacy statement – Looked-after child", "your 75th birthday", "Test Trust"});
    edit("retention_schedule.toml", "until = \"birth + 75y\"", "until = \"birth + 80y\"");
    const std::string after = statement({"--service", "looked-after"});
    expect_said(after, {"your 80th birthday"});
    expect_unsaid(after, {"your 75th birthday"});
    edit("retention_schedule.toml", "until = \"birth + 80y\"", "until = \"birth + 75y\"");
    EXPECT_EQ(statement({"--service", "looked-after"}), before);
    EXPECT_FALSE(Database::exists(url()));  // it makes none
}

TEST_P(NoticeWithoutStoreTest, IsTheSameBytesOnAnyDayAndWhateverElseIsEdited) {
    const std::string before = statement();
    EXPECT_EQ(run({"notice"}, parse_date("2031-01-02").value()).out, before);
    EXPECT_EQ(statement({"--as-of", "2040-01-02"}), before);
    edit("retention_schedule.toml", "# ---- Adoption", "# Another comment");
    edit("casekeeper.toml", "[report]", "[limits]\nline_bytes = 4096\n[report]");
    EXPECT_EQ(statement(), before);
}

TEST_P(NoticeWithoutStoreTest, NeedsNoRoleWhereItIsAboutNobody) {
    roles("");
    EXPECT_EQ(run({"notice", "--for", "child"}).code, 0);
}

TEST_P(NoticeWithoutStoreTest, SaysWhatWasTypedWrongly) {
    EXPECT_TRUE(is_error(run({"notice", "--for", "adults"}), 64, "\"adults\" is no reader of a statement",
                         "--for child or --for full"));
    EXPECT_TRUE(is_error(run({"notice", "--service", "looked-aftr"}), 65,
                         "the catalogue has no service \"looked-aftr\": did you mean \"looked-after\"?",
                         "casekeeper notice --format json"));
    EXPECT_TRUE(is_error(run({"notice", "--person", "P1", "--service", "mentoring"}), 64,
                         "all of their record", "leave out"));
    EXPECT_TRUE(is_error(run({"notice", "--person", "P1"}), 78, "there is no store", "init"));
    EXPECT_TRUE(is_error(run({"notice", "--write", ""}), 64, "--write names no folder", "--write"));
    edit("retention_schedule.toml", "until = \"birth + 75y\"", "until = \"birth + 75 moons\"");
    EXPECT_TRUE(is_error(run({"notice"}), 78, "retention_schedule.toml:", "casekeeper check"));
}

TEST_P(NoticeWithoutStoreTest, NamesTheLineOfALetterThatIsWrong) {
    configure("letters/notice_full.txt", "# A page\n\n{{HOLD}}\n");
    EXPECT_TRUE(is_error(run({"notice"}), 78, "notice_full.txt:3: this letter knows no {{HOLD}}", "mend"));
    const Said checked = run({"check"});
    EXPECT_EQ(checked.code, 78);
    expect_said(checked.out, {"letters/notice_full.txt:3: error: this letter knows no {{HOLD}}"});
    fs::remove(folder.path("config/letters/notice_child.txt"));
    expect_said(run({"check"}).out, {"letters/notice_child.txt: error: there is no such letter"});
}

TEST_P(NoticeWithoutStoreTest, IsWrittenAsAPageAndAsText) {
    const std::string to = folder.path("out");
    for (const Words& more : std::vector<Words>{{}, {"--service", "looked-after", "--for", "child"}}) {
        Words words = {"notice", "--write", to};
        words.insert(words.end(), more.begin(), more.end());
        EXPECT_EQ(run(words).code, 0);
    }
    const std::string page = bytes_of(to + "/privacy-statement-full.html");
    expect_said(page, {"<html lang=\"en-GB\">", "<h1>Privacy statement</h1>", "<h3 ", "</html>"});
    EXPECT_EQ(bytes_of(to + "/privacy-statement-full.txt"), statement());
    EXPECT_EQ(bytes_of(to + "/privacy-statement-looked-after-child.txt"),
              statement({"--service", "looked-after", "--for", "child"}));
    EXPECT_TRUE(is_error(run({"notice", "--write", to}), 73, "privacy-statement-full.html is there already",
                         "another folder"));
}

// ── With a store ──

// Only what is adopted is in force: the statement says what the jobs do.
TEST_P(NoticeTest, FollowsTheScheduleInForce) {
    ASSERT_EQ(run({"init"}).code, 0);
    edit("retention_schedule.toml", "until = \"birth + 75y\"", "until = \"birth + 80y\"");
    const Said before = run({"notice", "--service", "looked-after"});
    expect_said(before.out, {"your 75th birthday"});
    expect_said(before.err, {"another is configured and not adopted", "casekeeper notice --configured"});
    expect_said(statement({"--service", "looked-after", "--configured"}), {"your 80th birthday"});
    ASSERT_EQ(
        run({"schedule", "adopt", folder.path("config/retention_schedule.toml"), "--reason", "longer"}).code,
        0);
    const Said after = run({"notice", "--service", "looked-after"});
    expect_said(after.out, {"your 80th birthday"});
    expect_unsaid(after.out, {"your 75th birthday"});
    expect_unsaid(after.err, {"configured"});
}

TEST_P(NoticeTest, OfAPersonTellsTheDaysThatExplainTells) {
    load_zoe();
    const std::string text = read_on({"--person", "P1", "--for", "full"});
    expect_said(text, {"Privacy statement: your record", "Dear Zoë,", to_words(today),
                       "Looked-after child: care plan and reviews, from 4 March 2019 to 30 June 2021",
                       "Youth mentoring, since 1 March 2022", "14 May 2086"});
    expect_unsaid(text, {"Channel", "Secret Street", "AB1 2CD", "Maria", "Quill", "Anne", "parent carer"});
    const std::string explained = run({"explain", "person:P1", "--format", "json"}).out;
    const std::string json = statement({"--person", "P1", "--format", "json"});
    for (
        const char* kept :
        {R"("involvement":"I1","service":"looked-after","opened":"2019-03-04","closed":"2021-06-30","kept":"until","until":"2086-05-14")",
         R"("involvement":"I4","service":"early-help","opened":"2017-01-02","closed":"2017-09-01","kept":"until","until":"2086-05-14")",
         R"("involvement":"I2","service":"mentoring","opened":"2022-03-01","closed":null,"kept":"goes-on","until":null)",
         R"("not_named":1)"})
        expect_said(json, {kept});
    expect_said(explained, {R"("retain_until":"2086-05-14")", R"("outcome":"live")"});
    const Said said = run({"notice", "--person", "P1"});
    expect_said(said.err, {"1 involvement is not named in it", "casekeeper explain person:P1"});
    expect_said(said.out, {"What we keep about you"});  // of somebody under 18
    expect_said(statement({"--person", "P2"}), {"Privacy statement: your record"});
    expect_said(statement({"--person", "P1", "--as-of", "2029-05-14"}), {"Privacy statement: your record"});
}

// Of whom the day of birth is not known may be a child.
TEST_P(NoticeTest, OfAPersonWithoutADayOfBirthIsForAChild) {
    load_zoe();
    ASSERT_EQ(
        run({"import", "bundle",
             bundle(
                 {R"({"type":"person","id":"P4","family_name":"Nobody"})",
                  R"({"type":"involvement","id":"I7","person":"P4","service":"early-help","opened":"2019-04-01"})"})})
            .code,
        0);
    expect_said(statement({"--person", "P4"}), {"What we keep about you"});
}

TEST_P(NoticeTest, OfAPersonIsBroughtUpToTheDayAsked) {
    load_zoe();
    expect_said(read_on({"--person", "P2", "--as-of", "2026-11-26"}), {"Kept until 1 May 2035"});
    expect_said(read_on({"--person", "P2", "--as-of", "2035-05-01"}), {"Kept until 1 May 2035"});
    const std::string due = read_on({"--person", "P2", "--as-of", "2035-05-02"});
    expect_said(due, {"Its time was up on 1 May 2035. It may still be needed"});
    // An inquiry that holds it is not given away.
    ASSERT_EQ(run({"hold", "place", "--kind", "inquiry", "--authority", "The inquiry", "--reason", "asked",
                   "--persons", "P2"})
                  .code,
              0);
    EXPECT_EQ(read_on({"--person", "P2", "--as-of", "2035-05-02"}), due);
}

TEST_P(NoticeTest, OfAPersonTakesARole) {
    load_zoe();
    for (const char* role : {"practitioner", "dpo", "records-officer", "auditor"}) {
        roles("\"" + std::string(role) + "\"");
        EXPECT_EQ(run({"notice", "--person", "P1"}).code, 0) << role;
    }
    for (const char* list : {"", "\"reviewer\""}) {
        roles(list);
        EXPECT_TRUE(is_error(run({"notice", "--person", "P1"}), 77,
                             this_account() + " may not make a person's privacy statement", "practitioner"));
    }
}

TEST_P(NoticeTest, OfAPersonIsMadeForTheLivingAndKept) {
    load_zoe();
    EXPECT_TRUE(is_error(run({"notice", "--person", "P9"}), 65, "there is no person P9 in the store",
                         "casekeeper retention list"));
    EXPECT_TRUE(is_error(run({"notice", "--person", "P3"}), 77, "person P3 has died", "casekeeper notice"));
}

// The name of a file is often all that somebody else sees.
TEST_P(NoticeTest, OfAPersonIsWrittenUnderANameThatTellsNothing) {
    load_zoe();
    const std::string to = folder.path("out");
    ASSERT_EQ(run({"notice", "--person", "P1", "--write", to}).code, 0);
    std::size_t files = 0;
    for (const auto& file : fs::directory_iterator(to)) {
        const std::string name = file.path().filename();
        EXPECT_EQ(name.find("P1"), std::string::npos) << name;
        EXPECT_TRUE(name.starts_with("privacy-statement-") && name.find("-child.") != std::string::npos)
            << name;
        expect_said(bytes_of(file.path()), {"Dear Zoë"});
        expect_unsaid(bytes_of(file.path()), {"Secret", "Maria", "Quill", "Channel"});
        ++files;
    }
    EXPECT_EQ(files, 2U);
}

// Reading leaves no trace in the register, and changes nothing.
TEST_P(NoticeTest, LeavesNoLineInTheRegister) {
    load_zoe();
    const std::string before = sql_value("select count(*) from register_line");
    statement({"--person", "P1"});
    EXPECT_EQ(sql_value("select count(*) from register_line"), before);
}

}  // namespace
}  // namespace casekeeper::test
