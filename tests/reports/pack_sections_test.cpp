// SPDX-License-Identifier: MIT
//
// What the data protection officer reads of packs in the morning.
#include <gtest/gtest.h>

#include <algorithm>

#include "reports/morning_report.h"

namespace casekeeper::test {
namespace {

MorningReport with_packs() {
    MorningReport report;
    report.trust = "T";
    report.day = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{25}};
    report.packs.tonight = {{"made", 2}, {"not_made", 1}, {"ended", 1}, {"refused_held", 1}};
    report.packs.made = {"A2", "A1"};
    report.packs.ended = {"A7"};
    report.packs.not_made = {
        {"A3", "the day to look at an item again has come", "casekeeper access show A3"}};
    report.packs.kept = {{"A4", "held", ""}};
    return report;
}

// However the lines are broken.
bool says(std::string text, const std::string& words) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text.find(words) != std::string::npos;
}

TEST(PackSections, EveryPackOfTheNightIsNamed) {
    const std::string text = render_text(with_packs());
    EXPECT_TRUE(says(text, "Tonight 2 packs were made, 1 could not be made, 1 has served and its files are"))
        << text;
    EXPECT_TRUE(says(text, "casekeeper access pack A1")) << text;
    EXPECT_LT(text.find("access pack A2"), text.find("access pack A1")) << "the most urgent first: " << text;
    EXPECT_TRUE(says(text, "casekeeper access show A3")) << text;
    EXPECT_TRUE(says(text, "a hold keeps the person's records")) << text;
    EXPECT_TRUE(says(text, "A7")) << text;
}

TEST(PackSections, TheOpeningAndWhatNeedsYouSpeakOfThem) {
    const std::string text = render_text(with_packs());
    const std::string opening = text.substr(0, text.find("What needs you"));
    EXPECT_TRUE(
        says(opening, "2 packs were made in the night and wait to be read. 1 pack could not be made."))
        << opening;
    EXPECT_TRUE(says(text, "Packs that could not be made")) << text;
    EXPECT_TRUE(says(text, "casekeeper access assemble ID")) << text;
}

TEST(PackSections, WhereNobodyAsksNothingIsSaidOfThem) {
    MorningReport report = with_packs();
    report.packs = {};
    EXPECT_FALSE(says(render_text(report), "pack"));
    report.access.open = {{"reviewed", 1}};
    EXPECT_TRUE(says(render_text(report), "Tonight no pack was made, and none has served its time."));
}

}  // namespace
}  // namespace casekeeper::test
