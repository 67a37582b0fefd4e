// SPDX-License-Identifier: MIT
#include "reports/recording_list_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "output/html_page.h"
#include "output/text_page.h"
#include "support/recording_facts.h"

namespace casekeeper::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

RecordingFinding finding(const std::string& rule, const std::string& thing, const std::string& lacks) {
    RecordingFinding one;
    one.id = id_of_finding(rule, thing);
    one.rule = rule;
    one.thing = thing;
    one.person = "P1";
    one.involvement = "I1";
    one.worker = "W1";
    one.lacks = lacks;
    one.about_on = "2026-11-16";
    one.first_seen_on = one.opened_on = "2026-11-23";
    return one;
}

RecordingList list() {
    RecordingList list;
    list.called = "Pat (W1)";
    list.findings = {finding("letter-copy", "entry:E1", R"(["copy"])"),
                     finding("contact", "entry:E2", R"(["time"])"),
                     finding("gone", "entry:E3", R"(["moon"])")};
    return list;
}

const Date on{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

TEST(RecordingListPage, SaysRuleByRuleWhatIsWrongAndHowToMendIt) {
    const std::string text = text_of(page_of(list(), shipped_recording_rules(), "T", on));
    for (const char* words : {"What to mend: Pat (W1)", "3 findings are open", "Put the copy of the letter",
                              "lacks its copy", "lacks the time", "entry E1", "16 November 2026", "duty 3"})
        EXPECT_THAT(text, HasSubstr(words));
    EXPECT_THAT(text, HasSubstr("gone")) << "of a rule that is no more its id is left";
    EXPECT_THAT(text, Not(HasSubstr("Whom to ask")));
}

TEST(RecordingListPage, ATeamsListSaysWhomToAsk) {
    RecordingList teams = list();
    teams.is_teams = true;
    EXPECT_THAT(text_of(page_of(teams, shipped_recording_rules(), "T", on)), HasSubstr("Whom to ask"));
}

TEST(RecordingListPage, ALongListIsCutOnThePageAndWholeInTheCsv) {
    RecordingList many;
    many.called = "W1";
    for (int number = 0; number < 501; ++number)
        many.findings.push_back(finding("letter-copy", "entry:E" + std::to_string(number), R"(["copy"])"));
    EXPECT_THAT(html_of(page_of(many, shipped_recording_rules(), "T", on)), HasSubstr("And 1 more"));
    const std::string csv = csv_of(many, shipped_recording_rules());
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 502);
}

TEST(RecordingListPage, IsEmptyWithAWordOfIt) {
    RecordingList none;
    none.called = "W1";
    EXPECT_THAT(text_of(page_of(none, shipped_recording_rules(), "T", on)),
                HasSubstr("Nothing is to be mended"));
}

}  // namespace
}  // namespace casekeeper::test
