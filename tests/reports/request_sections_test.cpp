// SPDX-License-Identifier: MIT
//
// What the records team reads of requests in the morning.
#include <gtest/gtest.h>

#include "reports/morning_report.h"

namespace casekeeper::test {
namespace {

Date on(unsigned month, unsigned day) {
    return Date{std::chrono::year{2026}, std::chrono::month{month}, std::chrono::day{day}};
}

MorningReport with_requests() {
    MorningReport report;
    report.trust = "T";
    report.day = on(11, 25);
    report.requests.open = {{"assessed", 2}, {"confirmed", 1}, {"executed", 3}};
    report.requests.late = 1;
    report.requests.near = 1;
    report.requests.pressing = {
        {"R1", "erasure", "assessed", on(11, 20), "casekeeper deletion warn R1 --write DIR"},
        {"R2", "correction", "entitled", on(11, 30), ""}};
    report.requests.tonight = {{"voided", 1}, {"executed", 2}};
    report.requests.refused = {{"held", 4}};
    return report;
}

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

TEST(RequestSections, WhatIsLateLeadsAndSaysWhatToType) {
    const std::string text = render_text(with_requests());
    EXPECT_TRUE(says(text, "Requests that are late")) << text;
    EXPECT_TRUE(says(text, "Outcomes to be told")) << text;
    EXPECT_TRUE(says(text, "casekeeper deletion warn R1 --write DIR")) << text;
    EXPECT_TRUE(says(text, "a hold in force reaches what is to go")) << text;
    EXPECT_TRUE(says(text, "1 warning or decision lapsed, because facts changed")) << text;
    EXPECT_LT(text.find("R1"), text.find("R2"));
}

TEST(RequestSections, ThatNothingIsOpenIsSaidToo) {
    MorningReport report;
    report.day = on(11, 25);
    EXPECT_TRUE(says(render_text(report), "No request is open."));
    report.requests.open = {{"received", 1}};
    report.requests.without_day = 1;
    const std::string text = render_text(report);
    EXPECT_TRUE(says(text, "None is late")) << text;
    EXPECT_TRUE(says(text, "1 request has no due day yet")) << text;
}

TEST(RequestSections, DaysThatCannotBeReckonedStopNoReport) {
    MorningReport report;
    report.day = on(11, 25);
    report.requests.clock_problem = "bank_holidays.toml knows no year 2031";
    const std::string text = render_text(report);
    EXPECT_TRUE(says(text, "could not be reckoned")) << text;
    EXPECT_TRUE(says(text, "no year 2031")) << text;
}

}  // namespace
}  // namespace casekeeper::test
