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
    report.access.near_days = 7;
    report.access.forecast_late = 1;
    report.access.owed = 2;
    report.access.tonight = {{"reviewed", 2}, {"reminded", 3}};
    report.access.requests = {
        {"A1", "reviewed", on(11, 20), std::nullopt, 3, false, "casekeeper access decide A1 --done"},
        {"A2", "reviewed", on(12, 10), on(12, 17), 5, false, ""},
        {"A9", "signed", on(12, 20), on(12, 3), 0, false, "casekeeper access dispatch A9 --how TEXT"}};
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

// Whoever reads one paragraph and one table of the morning knows of them.
TEST(AccessSections, TheOpeningAndWhatNeedsYouSpeakOfThem) {
    MorningReport report = with_access();
    report.access.near = 2;
    report.access.open["decided"] = 1;
    const std::string text = render_text(report);
    EXPECT_TRUE(says(text,
                     "4 requests to see a record are open: 1 is late, 2 are due within 7 days, 2 wait for "
                     "decisions and 1 waits for the second look."))
        << text;
    EXPECT_TRUE(says(text, "2 answers that others owe for them are past their day.")) << text;
    const std::string needs = text.substr(0, text.find("Requests that wait for an answer"));
    for (const char* what :
         {"Access requests that are late", "casekeeper access list --open",
          "Answers owed for access requests", "Access requests to decide",
          "casekeeper access list --state reviewed", "Access requests for the second look"})
        EXPECT_TRUE(says(needs, what)) << what << "\n" << needs;
}

TEST(AccessSections, WhatIsInTimeIsNamedWithItsDayToo) {
    MorningReport report;
    report.day = on(11, 25);
    report.access.open = {{"signed", 1}};
    report.access.requests = {{"A9", "signed", on(12, 20), on(12, 3), 0, false, ""}};
    const std::string text = render_text(report);
    EXPECT_TRUE(says(text, "1 request to see a record is open; none is late or due within 7 days.")) << text;
    EXPECT_TRUE(says(text, "None is late")) << text;
    EXPECT_TRUE(says(text, "A9")) << text;
    EXPECT_TRUE(says(text, "20 December 2026")) << text;
}

TEST(AccessSections, OfManyItSaysHowManyThereAre) {
    MorningReport report = with_access();
    report.access.open = {{"reviewed", 1200}};
    EXPECT_TRUE(says(render_text(report), "by the day its answer is due, the first 3 of 1,200"));
}

TEST(AccessSections, WhatCannotBeForecastIsSaidOnce) {
    MorningReport report = with_access();
    for (ReportedAccessRequest& one : report.access.requests) one.expected_on.reset();
    report.access.forecast_unknown = "it cannot be said: 3 working days are known, 20 are needed";
    const std::string text = render_text(report);
    EXPECT_TRUE(says(text, "3 working days are known, 20 are needed.")) << text;
    EXPECT_EQ(text.find("cannot be said"), text.rfind("cannot be said")) << text;
    EXPECT_FALSE(says(text, "Expected"));
}

TEST(AccessSections, TheNumbersAddUp) {
    const std::string html = render_html(with_access());
    EXPECT_TRUE(says(html, "Requests that wait for an answer"));
    EXPECT_TRUE(says(html, ">3<")) << "all of them";
}

}  // namespace
}  // namespace casekeeper::test
