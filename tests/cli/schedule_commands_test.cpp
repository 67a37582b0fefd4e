// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "support/program_test.h"

namespace casekeeper::test {
namespace {

using Words = std::vector<std::string>;

class ScheduleCommandsTest : public ProgramTest {
protected:
    void SetUp() override {
        ProgramTest::SetUp();
        if (IsSkipped()) return;
        configure("roles.toml",
                  "allow_acting_as = true\n[accounts]\n\"" + this_account() +
                      "\" = [\"records-officer\"]\n[acting]\n\"Rhea Reviewer\" = [\"reviewer\", "
                      "\"records-officer\"]\n\"Ada Auditor\" = [\"auditor\"]\n");
        std::vector<std::string> lines;
        for (int i = 0; i < 12; ++i) {
            const std::string n = std::to_string(i);
            lines.push_back(R"({"type":"person","id":"P)" + n +
                            R"(","family_name":"X","date_of_birth":"2001-02-03"})");
            lines.push_back(R"({"type":"involvement","id":"I)" + n + R"(","person":"P)" + n +
                            R"(","service":")" + (i < 3 ? "looked-after" : "complaint-ca89") +
                            R"(","opened":"2008-01-01","closed":"2018-06-01"})");
        }
        const Said said = run({"import", "bundle", bundle(lines)});
        EXPECT_EQ(said.code, 0) << said;
    }
    // The shipped schedule with a text in it replaced by another; its file.
    std::string schedule(const std::string& from, const std::string& to) const {
        std::string text = bytes_of(std::string(CASEKEEPER_SOURCE) + "/config/retention_schedule.toml");
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return folder.write("next.toml", text.replace(at, from.size(), to));
    }
    Said adopt(const std::string& file) const {
        return run({"schedule", "adopt", file, "--reason", "yearly review", "--format", "json"});
    }
    static std::string value(const std::string& json, const std::string& key) {
        const std::size_t at = json.find("\"" + key + "\":");
        if (at == std::string::npos) return "absent";
        const std::size_t from = at + key.size() + 3;
        return json.substr(from, json.find_first_of(",}", from) - from);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ScheduleCommandsTest);

TEST_P(ScheduleCommandsTest, ShowsWhoWouldMoveByRule) {
    const Said said = run({"schedule", "diff", schedule("birth + 75y", "birth + 85y"), "--format", "json"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(keys_of(said.out),
              "earlier later unchanged becomes_due less_careful becomes_undetermined by_rule");
    EXPECT_EQ(keys_at(said.out, "/by_rule/0"), "rule earlier later becomes_due less_careful");
    EXPECT_NE(said.out.find(R"({"earlier":0,"later":3,"unchanged":9,)"), std::string::npos) << said;
    EXPECT_NE(said.out.find(R"({"rule":"looked-after","earlier":0,"later":3,)"), std::string::npos) << said;
    const Said table = run({"schedule", "diff", schedule("birth + 75y", "birth + 85y")});
    EXPECT_NE(table.out.find("looked-after"), std::string::npos) << table;
    EXPECT_NE(table.out.find("9 of 12 involvements keep their day"), std::string::npos) << table;
}

TEST_P(ScheduleCommandsTest, AdoptsAndCoolsOff) {
    const Said said = adopt(schedule("birth + 75y", "birth + 85y"));
    EXPECT_EQ(said.code, 0) << said;
    const std::string shown = run({"schedule", "show", "--format", "json"}).out;
    EXPECT_EQ(keys_of(shown),
              "number title version adopted_at adopted_by digest reason confirmed_by cooling_until "
              "cooling_off waiting");
    EXPECT_EQ(value(shown, "number"), "2");
    EXPECT_EQ(value(shown, "reason"), "\"yearly review\"");
    EXPECT_EQ(value(shown, "cooling_until"), "\"2026-12-07\"");
    EXPECT_EQ(value(shown, "cooling_off"), "true");
    const Date over{std::chrono::year{2026} / 12 / 7};
    EXPECT_EQ(value(run({"schedule", "show", "--format", "json"}, over).out, "cooling_off"), "false");
    EXPECT_NE(run({"schedule", "show"})
                  .out.find("# cooling off: nothing newly due is proposed before 7 December 2026"),
              std::string::npos);
    EXPECT_EQ(adopt(folder.path("next.toml")).err, "this schedule is in force already\n");
}

// A key pressed once too few.
TEST_P(ScheduleCommandsTest, StopsWhereManyWouldGoEarlierUntilAnotherPersonConfirms) {
    const Said stopped = adopt(schedule("birth + 75y", "birth + 7y"));
    EXPECT_TRUE(is_error(stopped, 77, "25 % of the records would go earlier or with less care, more than 5 %",
                         "casekeeper schedule confirm "));
    EXPECT_NE(stopped.out.find(R"({"earlier":3,)"), std::string::npos) << stopped;
    const std::string shown = run({"schedule", "show", "--format", "json"}).out;
    EXPECT_EQ(value(shown, "number"), "1");
    EXPECT_EQ(keys_at(shown, "/waiting/0"), "digest proposed_at proposed_by reason earlier later");
    const std::string hint = lines_of(stopped.err).at(1);
    const std::string digest = hint.substr(hint.rfind(' ') + 1);
    EXPECT_TRUE(is_error(run({"schedule", "confirm", digest}), 77, "may not confirm a schedule", "reviewer"));
    const Said confirmed = run({"--acting-as", "Rhea Reviewer", "schedule", "confirm", digest});
    EXPECT_EQ(confirmed.code, 0) << confirmed;
    const std::string now = run({"schedule", "show", "--format", "json"}).out;
    EXPECT_EQ(value(now, "number"), "2");
    EXPECT_EQ(value(now, "confirmed_by"), "\"Rhea Reviewer (account " + this_account() + ")\"");
    EXPECT_EQ(lines_of(run({"retention", "list", "--outcome", "due"}).out).size(), 3U);
}

TEST_P(ScheduleCommandsTest, NobodyConfirmsTheirOwn) {
    const Words act = {"--acting-as", "Rhea Reviewer"};
    const std::string file = schedule("birth + 75y", "birth + 7y");
    const Said stopped =
        run({"--acting-as", "Rhea Reviewer", "schedule", "adopt", file, "--reason", "yearly review"});
    EXPECT_EQ(stopped.code, 77) << stopped;
    const std::string hint = lines_of(stopped.err).at(1);
    EXPECT_TRUE(is_error(
        run({"--acting-as", "Rhea Reviewer", "schedule", "confirm", hint.substr(hint.rfind(' ') + 1)}), 77,
        "the same person", "another person"));
}

TEST_P(ScheduleCommandsTest, ObeysTheConfiguredShareAndDays) {
    configure("casekeeper.toml", "store = \"" + store() +
                                     "\"\n[schedules]\ncooling_off_days = 0\nstop_share = 0.25\n" +
                                     "[report]\nfolder = \"" + folder.path("reports") + "\"\n");
    EXPECT_EQ(adopt(schedule("birth + 75y", "birth + 7y")).code, 0);
    EXPECT_EQ(value(run({"schedule", "show", "--format", "json"}).out, "cooling_off"), "false");
    configure("casekeeper.toml", "store = \"" + store() + "\"\n[schedules]\nstop_share = 5\n");
    const Said said = run({"check"});
    EXPECT_EQ(said.code, 78);
    EXPECT_NE(said.out.find("casekeeper.toml:3:14: error: stop_share is a share from 0 to 1"),
              std::string::npos)
        << said;
}

TEST_P(ScheduleCommandsTest, RefusesWhatIsNoScheduleWithEveryMistake) {
    const std::string file = schedule("birth + 75y", "birth + 75 years");
    for (const char* verb : {"diff", "adopt"}) {
        Words words = {"schedule", verb, file};
        if (verb == std::string("adopt")) words.insert(words.end(), {"--reason", "x"});
        const Said said = run(words);
        EXPECT_EQ(said.code, 78) << said;
        EXPECT_NE(said.err.find("next.toml:"), std::string::npos) << said;
        EXPECT_EQ(said.out, "");
    }
    EXPECT_TRUE(
        is_error(run({"schedule", "diff", folder.path("absent.toml")}), 65, "cannot read", "name the file"));
    EXPECT_TRUE(is_error(run({"schedule", "adopt", file}), 64, "schedule adopt needs --reason", ""));
    EXPECT_TRUE(is_error(run({"schedule", "adopt", file, "--reason", " "}), 64, "needs a reason", ""));
    EXPECT_TRUE(is_error(run({"--acting-as", "Rhea Reviewer", "schedule", "confirm", "0123456789ab"}), 65,
                         "no schedule waits", "schedule show"));
}

TEST_P(ScheduleCommandsTest, AsksForTheRoleOfEach) {
    const std::string file = schedule("birth + 75y", "birth + 85y");
    EXPECT_EQ(run({"--acting-as", "Ada Auditor", "schedule", "diff", file}).code, 0);
    EXPECT_TRUE(is_error(run({"--acting-as", "Ada Auditor", "schedule", "adopt", file, "--reason", "x"}), 77,
                         "may not adopt a schedule", "records-officer"));
}

}  // namespace
}  // namespace casekeeper::test
