// SPDX-License-Identifier: MIT
//
// The recording commands as their users run them.
#include <gmock/gmock.h>

#include <filesystem>

#include "base/json_read.h"
#include "support/program_test.h"

namespace casekeeper::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RecordingCommandsTest : public ProgramTest {
protected:
    // A child in care: a letter without a copy, a call with nobody, and all else that the rules ask.
    void load_and_look() {
        const auto entry = [](const std::string& id, const std::string& more) {
            return R"({"type":"entry","id":")" + id + R"(","involvement":"I1","author":"W1")" + more + "}";
        };
        const std::string now =
            R"(,"occurred_at":"2026-11-16T10:00","recorded_at":"2026-11-16T12:00","account":"x")";
        const Said loaded = run(
            {"import", "bundle",
             bundle(
                 {R"({"type":"professional","id":"W1","name":"Pat Practitioner","kind":"social-work","role":"Social worker"})",
                  R"({"type":"person","id":"P1","family_name":"Roe"})",
                  R"({"type":"involvement","id":"I1","person":"P1","service":"care-order","opened":"2026-11-16","worker":"W1","team":"north/east"})",
                  entry("E1", R"(,"kind":"letter-sent")" + now),
                  entry("E2", R"(,"kind":"telephone-call")" + now)})});
        ASSERT_LE(loaded.code, 1) << loaded;
        const Said night = run({"nightly", "--only", "recording"});
        ASSERT_EQ(night.code, 0) << night;
    }
    std::string id_of(const std::string& thing) const {
        return sql_value("select id from recording_finding where thing = '" + thing + "'");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RecordingCommandsTest);

TEST_P(RecordingCommandsTest, ListsWhatIsOpenWithTheWorkerToAsk) {
    load_and_look();
    const Said listed = run({"recording", "list"});
    EXPECT_EQ(listed.code, 0) << listed;
    EXPECT_EQ(lines_of(listed.out).size(), 2U) << listed;
    EXPECT_THAT(listed.out,
                HasSubstr("letter-copy\tentry:E1\tlacks its copy\task W1 (team north/east)\topen since "
                          "2026-11-23"));
    EXPECT_THAT(listed.out, HasSubstr("telephone-call\tentry:E2\tlacks with whom it was"));
    EXPECT_EQ(lines_of(run({"recording", "list", "--rule", "letter-copy"}).out).size(), 1U);
    EXPECT_EQ(lines_of(run({"recording", "list", "--worker", "W1", "--person", "P1"}).out).size(), 2U);
    EXPECT_EQ(run({"recording", "list", "--team", "south"}).out, "");
}

TEST_P(RecordingCommandsTest, OneObjectALineInJson) {
    load_and_look();
    const Said listed = run({"recording", "list", "--rule", "letter-copy", "--format", "json"});
    const std::string line = lines_of(listed.out).at(0);
    EXPECT_EQ(
        keys_of(line),
        "finding rule source severity state thing person involvement worker team lacks about_on owed_by "
        "first_seen_on opened_on reopened closed_on waiver");
    EXPECT_EQ(json_texts_at(line, "lacks"), std::vector<std::string>{"copy"});
    EXPECT_EQ(json_text_at(line, "severity"), "error");
}

TEST_P(RecordingCommandsTest, SaysWhoseItSeemsToBeToWhoeverLooksAtItAndInNoList) {
    const Said loaded = run(
        {"import", "bundle",
         bundle(
             {R"({"type":"professional","id":"W1","name":"Pat Lane","kind":"social-work"})",
              R"({"type":"person","id":"P1","family_name":"Okoro","given_names":"Ada"})",
              R"({"type":"person","id":"P2","family_name":"Haile","given_names":"Ben"})",
              R"({"type":"involvement","id":"I1","person":"P1","service":"mentoring","opened":"2026-11-02","worker":"W1"})",
              R"({"type":"involvement","id":"I2","person":"P2","service":"mentoring","opened":"2026-11-02","worker":"W1"})",
              R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2026-11-16T10:00","recorded_at":"2026-11-16T12:00","author":"W1","account":"I saw Ben Haile at school."})"})});
    ASSERT_LE(loaded.code, 1) << loaded;
    ASSERT_EQ(run({"nightly", "--only", "recording"}).code, 0);
    const std::string id =
        sql_value("select id from recording_finding where rule = 'another-clients-record'");
    const std::string all = run({"recording", "list"}).out;
    EXPECT_THAT(all, HasSubstr("entry:E1\treads as if it were about another client"));
    ASSERT_EQ(run({"recording", "lists", folder.path("lists")}).code, 0);
    std::string lists;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path("lists")))
        if (file.is_regular_file()) lists += bytes_of(file.path());
    for (const char* other : {"P2", "Haile", "I2"}) {
        EXPECT_THAT(all, Not(HasSubstr(other)));
        EXPECT_THAT(lists, Not(HasSubstr(other)));
    }
    const Said shown = run({"recording", "show", id});
    EXPECT_THAT(shown.out, HasSubstr("its words: I saw Ben Haile at school."));
    EXPECT_THAT(shown.out, HasSubstr("seems to be of: person P2, Ben Haile"));
    EXPECT_THAT(shown.out, HasSubstr("casekeeper recording move entry:E1 --to involvement:I2 --reason TEXT"));
    const std::string json = run({"recording", "show", id, "--format", "json"}).out;
    EXPECT_EQ(json_text_at(json_value_at(json, "evidence"), "person"), "P2");
    EXPECT_EQ(json_text_at(run({"recording", "list", "--format", "json"}).out, "evidence"), "");
}

TEST_P(RecordingCommandsTest, ShowsOneInFull) {
    load_and_look();
    const Said shown = run({"recording", "show", id_of("entry:E1")});
    EXPECT_EQ(shown.code, 0) << shown;
    EXPECT_THAT(shown.out, HasSubstr("rule: letter-copy (error): A letter sent or received has its copy"));
    EXPECT_THAT(shown.out, HasSubstr("source: Trust policy on sharing information, duty 3"));
    EXPECT_THAT(shown.out, HasSubstr("to mend it: Put the copy of the letter with the entry"));
    EXPECT_TRUE(is_error(run({"recording", "show", "x"}), 65, "there is no finding \"x\"", "recording list"));
}

TEST_P(RecordingCommandsTest, SetsAsideAndTakesThatBack) {
    load_and_look();
    const std::string id = id_of("entry:E1");
    EXPECT_TRUE(is_error(run({"recording", "waive", id}), 64, "a reason is needed", "--reason TEXT"));
    const Said waived = run({"recording", "waive", id, "--reason", "it burnt", "--until", "2027-01-01"});
    EXPECT_EQ(waived.code, 0) << waived;
    EXPECT_THAT(waived.out, HasSubstr("standing: set aside on 2026-11-23 until 2027-01-01"));
    EXPECT_THAT(waived.out, HasSubstr("it burnt"));
    EXPECT_THAT(run({"recording", "list"}).out, Not(HasSubstr(id)));
    EXPECT_THAT(run({"recording", "list", "--all"}).out, HasSubstr(id));
    EXPECT_EQ(run({"nightly"}).code, 0);
    EXPECT_THAT(run({"recording", "list"}).out, Not(HasSubstr(id)));
    EXPECT_EQ(lines_of(run({"register", "list", "--kind", "finding-waived"}).out).size(), 1U);
    EXPECT_EQ(run({"register", "verify"}).code, 0);
    EXPECT_EQ(run({"recording", "waive", id, "--take-back"}).code, 0);
    EXPECT_THAT(run({"recording", "list"}).out, HasSubstr(id));
    EXPECT_TRUE(
        is_error(run({"recording", "waive", id, "--take-back"}), 77, "is not set aside", "recording show"));
    EXPECT_EQ(run({"recording", "waive", id, "--take-back", "--reason", "x"}).code, 64);
}

TEST_P(RecordingCommandsTest, WhoeverWroteItDoesNotExcuseIt) {
    load_and_look();
    roles(R"("practitioner", "auditor", "reviewer")");
    EXPECT_EQ(run({"recording", "waive", id_of("entry:E1"), "--reason", "x"}).code, 77);
    EXPECT_EQ(run({"recording", "list"}).code, 0);
}

TEST_P(RecordingCommandsTest, NamesItsRulesAndTheirSources) {
    run({"init"});
    const Said rules = run({"recording", "rules"});
    EXPECT_EQ(rules.code, 0) << rules;
    EXPECT_THAT(rules.out, HasSubstr("asks: visit: written up within 1 working day"));
    EXPECT_EQ(keys_of(lines_of(run({"recording", "rules", "--format", "json"}).out).at(0)),
              "rule title asks source severity mend services since look_back");
    EXPECT_TRUE(is_error(run({"recording", "list", "--rule", "letter-cpy"}), 65,
                         "there is no rule \"letter-cpy\": did you mean \"letter-copy\"?",
                         "recording rules"));
}

TEST_P(RecordingCommandsTest, WritesAListForEachWorkerAndEachTeam) {
    load_and_look();
    const std::string lists = folder.path("lists");
    const Said written = run({"recording", "lists", lists});
    EXPECT_EQ(written.code, 0) << written;
    EXPECT_THAT(written.out, HasSubstr("2 findings on the lists of 1 worker and 1 team"));
    EXPECT_EQ(mode_of(lists + "/worker-W1.csv"), "600");
    EXPECT_THAT(bytes_of(lists + "/worker-W1.html"),
                HasSubstr("What to mend: Pat Practitioner (W1, Social worker)"));
    EXPECT_THAT(bytes_of(lists + "/worker-W1.html"), HasSubstr("<svg"));
    EXPECT_THAT(bytes_of(lists + "/team-north~2Feast.html"), HasSubstr("team north/east"));
    const auto rows = lines_of(bytes_of(lists + "/worker-W1.csv"));
    EXPECT_EQ(rows.size(), 3U);
    EXPECT_THAT(rows[1], HasSubstr(",entry:E1,P1,I1,W1,north/east,2026-11-16,,lacks its copy,"));
    EXPECT_THAT(bytes_of(lists + "/counts.csv"), HasSubstr("2026-11-23,worker,W1,2,2,0,0\r\n"));
    EXPECT_THAT(bytes_of(lists + "/index.html"), HasSubstr("Pat Practitioner"));
    EXPECT_FALSE(std::filesystem::exists(lists + ".unfinished"));
    EXPECT_TRUE(is_error(run({"recording", "lists", lists}), 73, "is there already", "not there yet"));
    run({"recording", "lists", folder.path("again")});
    EXPECT_EQ(contents_of(folder.path("again")), contents_of(lists))
        << "the same store and day, the same bytes";
}

TEST_P(RecordingCommandsTest, WhatIsRestrictedIsOnNoList) {
    load_and_look();
    ASSERT_EQ(run({"restrict", "place", "--items", "entry:E1", "--ground", "accuracy", "--reason", "x"}).code,
              0);
    const Said written = run({"recording", "lists", folder.path("lists")});
    EXPECT_THAT(written.out, HasSubstr("1 finding on the lists"));
    EXPECT_THAT(written.out, HasSubstr("1 about restricted records is on no list"));
    EXPECT_THAT(bytes_of(folder.path("lists/worker-W1.csv")), Not(HasSubstr("entry:E1")));
    for (const char* format : {"text", "json"}) {
        const Said listed = run({"recording", "list", "--format", format});
        EXPECT_EQ(lines_of(listed.out).size(), 1U) << listed;
        EXPECT_THAT(listed.out, Not(HasSubstr("entry:E1")));
        EXPECT_THAT(listed.err, HasSubstr("1 about restricted records is on no list"));
    }
    EXPECT_TRUE(is_error(run({"recording", "show", id_of("entry:E1")}), 77, "is about a restricted record",
                         "restrict list --in-force"));
    EXPECT_TRUE(is_error(run({"recording", "waive", id_of("entry:E1"), "--reason", "it burnt"}), 77,
                         "is about a restricted record", "restrict list --in-force"));
    sql("update recording_finding set state = 'waived', waived_on = '2026-11-23' where thing = 'entry:E1'");
    EXPECT_TRUE(is_error(run({"recording", "waive", id_of("entry:E1"), "--take-back"}), 77,
                         "is about a restricted record", "restrict list --in-force"));
    sql("update recording_finding set state = 'open', waived_on = null where thing = 'entry:E1'");
    run({"nightly"});
    const std::string report = run({"report"}).out;
    EXPECT_THAT(report, HasSubstr("entry:E2"));
    EXPECT_THAT(report, Not(HasSubstr("entry:E1")));
    sql("update recording_finding set rule = 'handed-out' where thing = 'entry:E1'");
    EXPECT_THAT(run({"recording", "list"}).out, HasSubstr("entry:E1")) << "a breach is weighed all the same";
    EXPECT_EQ(run({"recording", "show", id_of("entry:E1")}).code, 0);
}

TEST_P(RecordingCommandsTest, AListHasANameThatFitsWhateverItsTeamIsCalled) {
    load_and_look();
    std::string east = "1";
    for (int i = 0; i < 100; ++i) east += "\u00E9";
    sql("update recording_finding set team = '" + east + "' || '1' where thing = 'entry:E1'");
    sql("update recording_finding set team = '" + east + "' || '2' where thing = 'entry:E2'");
    const Said written = run({"recording", "lists", folder.path("lists") + "/"});
    EXPECT_EQ(written.code, 0) << written;
    std::vector<std::string> teams;
    for (const auto& file : std::filesystem::directory_iterator(folder.path("lists")))
        if (file.path().extension() == ".csv" && file.path().filename().string().starts_with("team-"))
            teams.push_back(file.path().filename());
    ASSERT_EQ(teams.size(), 2U);
    for (const std::string& team : teams) {
        EXPECT_TRUE(team.starts_with("team-1~C3~A9~C3~A9")) << team;
        EXPECT_THAT(team, HasSubstr("~C3~A9~~")) << "cut after a whole character: " << team;
    }
}

TEST_P(RecordingCommandsTest, TheMorningReportShowsThem) {
    load_and_look();
    run({"nightly"});
    const std::string report = run({"report"}).out;
    EXPECT_THAT(report, HasSubstr("What records lack"));
    EXPECT_THAT(report, HasSubstr("2 findings are open."));
    EXPECT_THAT(report, HasSubstr("A letter sent or received has its copy"));
    EXPECT_THAT(report, HasSubstr("Records to mend"));
    EXPECT_THAT(report, Not(HasSubstr("Roe")));
}

// Two records, with an entry of the one in the other.
class RecordingMoveTest : public ProgramTest {
protected:
    void load_two() {
        configure("roles.toml", "allow_acting_as = true\n[accounts]\n\"" + this_account() +
                                    "\" = [\"records-officer\"]\n[acting]\nrita = [\"records-officer\"]\n"
                                    "dana = [\"dpo\"]\npetra = [\"practitioner\"]\n");
        const auto line = [](const std::string& fields) { return "{\"type\":" + fields + "}"; };
        const Said loaded = run(
            {"import", "bundle",
             bundle(
                 {line(R"("person","id":"P1","family_name":"Okoro","given_names":"Ada")"),
                  line(R"("person","id":"P2","family_name":"Haile","given_names":"Ben")"),
                  line(
                      R"("involvement","id":"I1","person":"P1","service":"care-order","opened":"2020-11-16")"),
                  line(
                      R"("involvement","id":"I9","person":"P2","service":"care-order","opened":"2020-11-16")"),
                  line(
                      R"("entry","id":"E7","involvement":"I1","kind":"note","occurred_at":"2021-05-04","account":"x")")})});
        ASSERT_LE(loaded.code, 1) << loaded;
    }
    Said move(const std::string& who, const std::vector<std::string>& more) const {
        std::vector<std::string> words = {"--acting-as", who, "recording", "move", "entry:E7"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    std::vector<std::string> to_ben(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = {"--to", "involvement:I9", "--reason", "it is about another family"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    std::string place() const { return sql_value("select involvement from entry where id = 'E7'"); }
};
CASEKEEPER_ON_BOTH_ENGINES(RecordingMoveTest);

TEST_P(RecordingMoveTest, OneAsksAndAnotherAgrees) {
    load_two();
    const Said looked = move("rita", to_ben({"--check-only"}));
    EXPECT_EQ(looked.code, 0) << looked;
    EXPECT_THAT(looked.out, HasSubstr("entry:E7 would be moved from involvement:I1 to involvement:I9"));
    const Said asked = move("rita", to_ben());
    EXPECT_EQ(asked.code, 0) << asked;
    EXPECT_THAT(asked.out, HasSubstr("casekeeper recording move entry:E7 --to involvement:I9"));
    EXPECT_EQ(place(), "I1");
    EXPECT_THAT(
        run({"recording", "moves", "--waiting"}).out,
        HasSubstr(
            "entry:E7\tfrom involvement:I1 to involvement:I9\twaits for a second person since 2026-11-23"));
    const Said moved = move("dana", {"--to", "involvement:I9"});
    EXPECT_EQ(moved.code, 0) << moved;
    EXPECT_THAT(moved.out, HasSubstr("entry:E7 was moved from involvement:I1 to involvement:I9"));
    EXPECT_EQ(place(), "I9");
    EXPECT_EQ(run({"recording", "moves", "--waiting"}).out, "");
    EXPECT_EQ(keys_of(lines_of(run({"recording", "moves", "--format", "json"}).out).at(0)),
              "entry from to state reason asked_on asked_by agreed_by moved_on");
    EXPECT_THAT(run({"explain", "entry:E7"}).out, HasSubstr("Moved into this record from another"));
    EXPECT_THAT(run({"explain", "involvement:I1"}).out, HasSubstr("Entry E7 was moved out of this record"));
    EXPECT_EQ(run({"register", "verify"}).code, 0);
    EXPECT_EQ(run({"nightly"}).code, 0);
}

TEST_P(RecordingMoveTest, OneObjectInJson) {
    load_two();
    const Said asked = move("rita", to_ben({"--format", "json"}));
    EXPECT_EQ(
        keys_of(asked.out),
        "move check_only between_people documents access_requests deletion_requests packs proposals undone "
        "given_away finding");
    const Said back = move("rita", {"--take-back", "--format", "json"});
    EXPECT_EQ(json_text_at(back.out, "state"), "taken-back");
}

TEST_P(RecordingMoveTest, WhatIsWrongIsSaidWithAHint) {
    load_two();
    EXPECT_TRUE(
        is_error(move("rita", {}), 64, "it is not said where the entry belongs", "--to involvement:ID"));
    EXPECT_TRUE(
        is_error(move("rita", {"--to", "involvement:I9"}), 64, "a reason is needed", "--reason TEXT"));
    EXPECT_TRUE(is_error(move("rita", {"--to", "involvement:I9", "--reason", "it is Ben's"}), 65,
                         "the reason tells of somebody", "without names"));
    EXPECT_EQ(move("petra", to_ben()).code, 77);
    EXPECT_TRUE(is_error(move("rita", to_ben({"--take-back"})), 64, "--take-back goes alone", "--help"));
    EXPECT_EQ(place(), "I1");
}

TEST_P(RecordingCommandsTest, BeforeAnyNightItIsSaidThatNobodyLooked) {
    run({"init"});
    const Said listed = run({"recording", "list"});
    EXPECT_EQ(listed.code, 0);
    EXPECT_THAT(listed.err, HasSubstr("no night has looked at the records yet"));
    EXPECT_EQ(run({"recording", "lists", folder.path("lists")}).code, 0);
    EXPECT_THAT(bytes_of(folder.path("lists/index.html")), HasSubstr("Nothing is to be mended"));
}

TEST_P(RecordingCommandsTest, AMistakeInTheRulesIsNamedByCheckAndStopsTheJobAlone) {
    run({"init"});
    const std::string rules = bytes_of(folder.path("config/recording_rules.toml"));
    configure("recording_rules.toml", "[[rule]]\nid = \"a\"\n" + rules);
    const Said checked = run({"check"});
    EXPECT_EQ(checked.code, 78);
    EXPECT_THAT(checked.out, HasSubstr("recording_rules.toml:1:1: error: rule \"a\" has no title"));
    const Said night = run({"nightly"});
    EXPECT_EQ(night.code, 78);
    EXPECT_THAT(night.out, HasSubstr("recording: failed"));
    EXPECT_THAT(night.out, HasSubstr("report: done"));
    std::filesystem::remove(folder.path("config/recording_rules.toml"));
    EXPECT_TRUE(is_error(run({"recording", "rules"}), 78, "there is no", "--config"));
}

}  // namespace
}  // namespace casekeeper::test
