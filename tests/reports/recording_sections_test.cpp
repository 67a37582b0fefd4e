// SPDX-License-Identifier: MIT
//
// What the records team reads of recording in the morning.
#include <gtest/gtest.h>

#include <algorithm>

#include "reports/morning_report.h"

namespace casekeeper::test {
namespace {

Date day(int number) {
    return Date{std::chrono::year{2026}, std::chrono::November,
                std::chrono::day{static_cast<unsigned>(number)}};
}

MorningReport with_findings() {
    MorningReport report;
    report.trust = "T";
    report.day = day(23);
    report.recording.checked = true;
    report.recording.open = 12;
    report.recording.waived = 3;
    report.recording.appeared = 2;
    report.recording.mended = 1;
    report.recording.rules = {{"letter-copy", "A letter has its copy", true, 10, 2, 0, 0},
                              {"written-up", "An entry is written up in time", false, 2, 0, 1, 0},
                              {"old-rule", "", false, 0, 0, 1, 0}};
    report.recording.teams = {{"north", 9}, {"", 3}};
    report.recording.oldest = {
        {"abc", "letter-copy", "entry:E1", "lacks its copy", "ask W1 (team north)", day(2)}};
    report.recording.trend = {{day(22), 11, 11, 0, 0}, {day(23), 12, 2, 1, 0}};
    return report;
}

// However the lines are broken.
bool says(std::string text, const std::string& words) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text.find(words) != std::string::npos;
}

TEST(RecordingSections, SayWhatIsOpenByRuleAndWhatIsOldest) {
    const std::string text = render_text(with_findings());
    EXPECT_TRUE(says(text, "12 findings are open.")) << text;
    for (const char* words : {"A letter has its copy", "written-up, a warning", "old-rule (no longer a rule)",
                              "no team is named", "lacks its copy", "2 November 2026", "recording lists DIR"})
        EXPECT_TRUE(says(text, words)) << words << "\n" << text;
}

TEST(RecordingSections, ShowHowItMovesAsAChart) {
    const std::string html = render_html(with_findings());
    EXPECT_TRUE(says(html, "Open findings, night by night")) << html;
    EXPECT_TRUE(says(html, "11 open at first, 12 now")) << html;
}

TEST(RecordingSections, TheOpeningAndWhatNeedsYouSpeakOfThem) {
    const std::string text = render_text(with_findings());
    const std::string opening = text.substr(0, text.find("What needs you"));
    EXPECT_TRUE(says(opening, "In what is recorded 2 gaps were found and 1 gap was mended; 12 are open."))
        << opening;
    EXPECT_TRUE(says(text, "Records to mend")) << text;
}

TEST(RecordingSections, WhereAllIsWellThatIsSaid) {
    MorningReport report = with_findings();
    report.recording = {};
    EXPECT_FALSE(says(render_text(report), "What records lack")) << "no night has looked yet";
    report.recording.checked = true;
    EXPECT_TRUE(says(render_text(report), "Every record that was looked at keeps the recording rules."));
    report.recording.waived = 1;
    EXPECT_TRUE(says(render_text(report), "keeps the recording rules, but for what people set aside."));
}

}  // namespace
}  // namespace casekeeper::test
