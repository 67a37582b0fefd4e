// SPDX-License-Identifier: MIT
//
// What the data protection officer reads of requests to see a record in the morning.
#include <gtest/gtest.h>

#include <algorithm>

#include "reports/morning_report.h"

namespace casekeeper::test {
namespace {

Date on(unsigned month, unsigned day) {
    return Date{std::chrono::year{2026}, std::chrono::month{month}, std::chrono::day{day}};
}

MorningReport with_access() {
    MorningReport report;
    report.trust = "T";
    report.day = on(11, 25);
    report.access.open = {{"reviewed", 2}, {"signed", 1}};
    report.access.late = 1;
    report.access.forecast_late = 1;
    report.access.owed = 2;
    report.access.tonight = {{"reviewed", 2}, {"reminded", 3}};
    report.access.pressing = {
        {"A1", "reviewed", on(11, 20), std::nullopt, 3, false, "casekeeper access decide A1 --done"},
        {"A2", "reviewed", on(12, 10), on(12, 17), 5, false, ""}};
    report.access.lapsing = {{"A3", on(12, 1)}};
    return report;
}

// However the lines are broken.
bool says(std::string text, const std::string& words) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text.find(words) != std::string::npos;
}

TEST(AccessSections, WhatWillBeLateIsSaidBeforeItIs) {
    const std::string text = render_text(with_access());
    EXPECT_TRUE(says(text, "Requests to see a record")) << text;
    EXPECT_TRUE(says(text, "late by 5")) << text;
    EXPECT_TRUE(says(text, "1 request will be late at the present pace.")) << text;
    EXPECT_TRUE(says(text, "casekeeper access decide A1 --done")) << text;
    EXPECT_TRUE(says(text, "Opinions that lapse before long")) << text;
    EXPECT_TRUE(says(text, "3 reminders were written")) << text;
}

TEST(AccessSections, WhatCannotBeReckonedIsSaid) {
    MorningReport report = with_access();
    report.access = {};
    report.access.problem = "bank_holidays.toml ends with 2026";
    EXPECT_TRUE(says(render_text(report), "bank_holidays.toml ends with 2026"));
}

TEST(AccessSections, TheNumbersAddUp) {
    const std::string html = render_html(with_access());
    EXPECT_TRUE(says(html, "Requests that wait for an answer"));
    EXPECT_TRUE(says(html, ">3<")) << "all of them";
}

}  // namespace
}  // namespace casekeeper::test
