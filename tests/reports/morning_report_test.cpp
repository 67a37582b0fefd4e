// SPDX-License-Identifier: MIT
#include "reports/morning_report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "output/printable.h"
#include "reports/due_forecast.h"

namespace casekeeper {
namespace {

using namespace std::chrono_literals;

constexpr Date today{2026y / 10 / 1};

MorningReport empty_report() {
    MorningReport report;
    report.trust = "Brightwell Children's Trust";
    report.day = today;
    return report;
}

// Two rules, two services, one record of most kinds.
MorningReport small_report() {
    MorningReport report = empty_report();
    report.schedule = {"Children's services retention schedule", "2026-11", std::string(64, 'a'),
                       2026y / 11 / 20};
    report.totals = {4, 5, 60, 2};
    report.rules = {{"looked-after", "Looked-after child's case record", "2010 Regulations, reg 50"},
                    {"anything-else", "", "local policy"}};
    report.services = {{"looked-after", "Looked-after child", "Children Act 1989 s22"},
                       {"youth-club", "Youth club", ""}};
    report.decisions = {{"looked-after", Outcome::retain, "looked-after", "2081-03", false, 2},
                        {"youth-club", Outcome::retain, "anything-else", "2026-12", true, 1},
                        {"youth-club", Outcome::due, "anything-else", "2026-03", false, 1},
                        {"youth-club", Outcome::undetermined, "", "", false, 1}};
    report.waiting.due = {{"I1", "P1", "youth-club", "anything-else", 2026y / 3 / 31, "", {}}};
    report.waiting.undetermined = {{"I2", "P2", "youth-club", "", {}, "birth is not known", {}}};
    report.waiting.conflict = {{"I3", "P2", "youth-club", "anything-else", 2026y / 12 / 31, "", {}}};
    report.disposal.undestroyed = {{"waiting-approval", 1}, {"held", 0}};
    report.disposal.tonight = {{"proposed", 1}, {"withdrawn", 0}, {"destroyed", 0}, {"files", 0}};
    report.holds = {{"H2", "inquiry", 2015y / 3 / 1, {}, "service looked-after"},
                    {"H1", "litigation", 2026y / 1 / 5, 2026y / 9 / 1, "2 people"}};
    report.loads = {{7,
                     "bundle",
                     "2026-09-30",
                     9,
                     7,
                     1,
                     1,
                     1,
                     0,
                     {{"entries.jsonl", 3, 0, Severity::error, "names person P77"}}}};
    report.jobs = {{"retention", "attention", 4, 0, 1, 1.25, {"person:P5"}},
                   {"report", "done", 1, 0, 0, 0, {}}};
    report.previous = PreviousNight{2026y / 9 / 30, {{Outcome::retain, 4}}, StoreTotals{4, 5, 50, 2}};
    report.run = 42;
    report.actor = "casekeeper";
    report.started_at = "2026-10-01T02:00:00Z";
    return report;
}

// Everything at once, more of it than is listed.
MorningReport full_report() {
    MorningReport report = small_report();
    for (int month = 0; month < 1200; ++month) {
        char name[16];
        std::snprintf(name, sizeof name, "%04d-%02d", 2026 + month / 12, month % 12 + 1);
        report.decisions.push_back(
            {"youth-club", Outcome::retain, "rule-not-known", name, month % 9 == 0, 1000});
    }
    for (const Outcome outcome : {Outcome::live, Outcome::review, Outcome::held, Outcome::permanent})
        report.decisions.push_back({"looked-after", outcome, "looked-after", "", false, 1234567});
    for (int at = 0; at < 150; ++at)
        report.waiting.held.push_back(
            {"I-held-" + std::to_string(at), "P1", "youth-club", "", {}, "", {"H1", "H2"}});
    for (int at = 0; at < 300; ++at)
        report.loads.front().findings.push_back({std::string(150, 'x'), at, at, Severity::warning, "line"});
    report.loads.front().warnings = 900;
    report.configuration_findings = {{"schedule.toml", 2, 3, Severity::warning, "no rule covers it"}};
    report.jobs.push_back({"recording", "failed", 0, 0, 0, 0, {}});
    report.schedule->expires = 2026y / 9 / 30;
    report.destroyed = 12;
    for (int at = 0; at < 100; ++at)
        report.disposal.notices.push_back({1000000 + at, "I-" + std::string(60, 'n'), today, "a.html"});
    report.disposal.notices_owed = 1234567;
    report.disposal.refused = {{"notice-owed", 1234567}, {"cap", 1}};
    report.disposal.certificates = {{4711, today, std::string(60, 's'), 1234567, 1, 1, today}};
    report.disposal.certificates_in_all = 1234567;
    return report;
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

bool has(const std::string& text, const std::string& part) {
    return times(text, part) > 0;
}

std::string without_closing(const std::string& page, const std::string& mark) {
    return page.substr(0, page.find(mark));
}

TEST(MorningReportText, IsTheGoldenOneForASmallTrust) {
    std::ifstream in(CASEKEEPER_SOURCE "/tests/reports/morning_report_small.txt", std::ios::binary);
    std::ostringstream golden;
    golden << in.rdbuf();
    EXPECT_EQ(render_text(small_report()), golden.str());
}

TEST(MorningReportText, ANightThatEndedNothingSaysSo) {
    MorningReport report = small_report();
    report.disposal = {};
    const std::string text = render_text(report);
    EXPECT_NE(text.find("Tonight nothing was proposed, withdrawn or destroyed."), std::string::npos);
    EXPECT_NE(text.find("Nothing that has reached its end is still here."), std::string::npos);
}

TEST(MorningReportText, SaysWhyWhatIsDueWasNotDestroyed) {
    MorningReport report = small_report();
    report.disposal.enabled = false;
    report.disposal.cooling_until = 2026y / 10 / 9;
    report.disposal.refused = {{"held", 2}, {"cap", 7}};
    report.disposal.notices_owed = 3;
    report.disposal.notices = {{12, "I9", 2026y / 9 / 30, "a1.html"}};
    report.disposal.engine_left = "its own log may hold rows until it is used again";
    report.disposal.certificates = {{31, 2026y / 9 / 1, "youth-club", 1, 2, 3, 2027y / 9 / 1}};
    report.disposal.certificates_in_all = 40;
    const std::string text = render_text(report);
    for (const char* said :
         {"Destruction is switched off", "A new schedule cools off until 9 October 2026",
          "more than may go in one night", "a hold or request in force", "the first 1 of 3", "a1.html",
          "its own log may hold rows", "the latest 1 of 40", "1 September 2027"})
        EXPECT_NE(text.find(said), std::string::npos) << said;
}

TEST(MorningReportText, SaysEveryReasonInWords) {
    MorningReport report = small_report();
    const std::string codes[] = {"gone", "not-approved", "lapsed",    "deferred",    "cooling-off",
                                 "held", "changed",      "not-due",   "notice-owed", "not-received",
                                 "cap",  "switched-off", "unreadable"};
    for (const std::string& code : codes) report.disposal.refused[code] = 1;
    const std::string text = render_text(report);
    for (const std::string& code : codes) EXPECT_FALSE(has(text, "\n" + code + "  ")) << code;
    EXPECT_EQ(times(text, "Signed off, and refused by the gate tonight"), 1U);
}

TEST(MorningReportText, CountsWhatIsDueAndStillThereByReason) {
    MorningReport report = small_report();
    report.disposal.undestroyed = {
        {"held", 1000},  {"not-proposed", 2}, {"waiting-answer", 3}, {"waiting-approval", 4},
        {"deferred", 5}, {"approved", 6},     {"packed", 0}};
    const std::string text = render_text(report);
    const std::string table = text.substr(text.find("was not destroyed, by reason"));
    EXPECT_EQ(table.find("Packed; waits"), std::string::npos) << "of which there are none";
    for (const char* words : {"keeps it", "Not proposed yet", "A person has to say", "Waits for approval",
                              "Put off by a person", "cooled off"})
        EXPECT_TRUE(has(table, words)) << words;
    EXPECT_TRUE(has(table.substr(0, table.find("Record by record")), "1,020"));
}

TEST(MorningReportText, SaysWhatTheNightDidWithProposals) {
    MorningReport report = small_report();
    report.disposal.tonight = {{"proposed", 3},  {"withdrawn", 1}, {"lapsed", 1},  {"letters", 2},
                               {"destroyed", 1}, {"files", 5},     {"reduced", 1}, {"packed", 1}};
    std::string text = render_text(report);
    std::replace(text.begin(), text.end(), '\n', ' ');
    for (const char* said : {"3 records were proposed for their end, 1 proposal withdrawn",
                             "1 record was destroyed with 5 stored files",
                             "The approvals of 1 proposal had grown too old", "2 letters were written",
                             "1 record was reduced to a basic set", "1 bundle was packed for a receiver"})
        EXPECT_TRUE(has(text, said)) << said;
}

TEST(MorningReportText, OfADryRunSaysThatNothingWasDestroyed) {
    MorningReport report = small_report();
    report.dry_run = true;
    report.destroyed = 2;
    report.disposal.tonight = {{"proposed", 3}, {"withdrawn", 1}, {"destroyed", 2}, {"files", 0}};
    std::string text = render_text(report);
    std::replace(text.begin(), text.end(), '\n', ' ');
    EXPECT_FALSE(has(text, "were destroyed")) << text;
    EXPECT_TRUE(has(text, "2 records would have been destroyed"));
    EXPECT_FALSE(has(text, "were proposed"));
}

TEST(MorningReportText, SaysWhatAPersonHasToDoForTheNextNight) {
    MorningReport report = small_report();
    report.disposal.enabled = false;
    report.disposal.notices_owed = 3;
    report.disposal.instructions_waiting = 4;
    report.disposal.bundles_left_over = 1;
    const std::string text = render_text(report);
    const std::string needs = text.substr(text.find("What needs you\n"),
                                          text.find("What falls due\n") - text.find("What needs you\n"));
    for (const char* said : {"Destruction is switched off", "Letters to send", "casekeeper disposal notice",
                             "casekeeper disposal instructions", "Their proposals were withdrawn"})
        EXPECT_TRUE(has(needs, said)) << said << " in\n" << needs;
}

TEST(MorningReportText, SaysWhatMattersInItsFirstParagraph) {
    const std::string text = render_text(small_report());
    const std::size_t first = text.find("\n\n") + 2;
    EXPECT_EQ(text.substr(first, text.find("\n\n", first) - first),
              "1 record is due and waits for sign-off. Nothing was destroyed in the night. 1\n"
              "record cannot be given a day and the rules disagree on 1 record. The job\n"
              "retention did not finish everything. The retention schedule expires in 50 days,\n"
              "on 20 November 2026. The latest loads left 1 error.");
}

TEST(MorningReportText, FitsEightyColumns) {
    std::istringstream lines(render_text(full_report()));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(length_of(line), 80U) << line;
}

TEST(MorningReportText, LetsNoIdSteerTheTerminal) {
    MorningReport report = small_report();
    report.waiting.due.front().involvement = "I\x1b[2J\n1\xff";
    EXPECT_TRUE(has(render_text(report), "I\xEF\xBF\xBD[2J 1\xEF\xBF\xBD"));
    EXPECT_FALSE(has(render_html(report), "\x1b"));
}

TEST(MorningReport, SaysThatTheStoreIsEmpty) {
    for (const std::string& page : {render_html(empty_report()), render_text(empty_report())}) {
        EXPECT_TRUE(has(page, "The store is empty: no records have been loaded yet."));
        EXPECT_TRUE(has(page, "No hold is in force."));
        EXPECT_TRUE(has(page, "casekeeper</span> <span>init") || has(page, "    casekeeper init\n"));
    }
}

TEST(MorningReport, SaysThatNothingNeedsAnybody) {
    MorningReport report = empty_report();
    report.schedule = ReportedSchedule{"Schedule", "1", "abc", {}};
    EXPECT_TRUE(has(render_text(report), "Nothing needs you this morning."));
}

TEST(MorningReport, SaysThatItWasADryRun) {
    MorningReport report = small_report();
    report.dry_run = true;
    EXPECT_TRUE(has(render_text(report), "This was a dry run"));
    EXPECT_TRUE(has(render_html(report), "<h1>Morning report, 1 October 2026 (dry run)</h1>"));
}

TEST(MorningReport, WarnsOfTheScheduleSixtyDaysBeforeItExpires) {
    MorningReport report = small_report();
    report.schedule->expires = 2026y / 11 / 30;
    EXPECT_TRUE(has(render_text(report), "expires in 60 days")) << "the sixtieth day";
    report.schedule->expires = 2026y / 12 / 1;
    EXPECT_FALSE(has(render_text(report), "expires soon"));
    report.schedule->expires = today;
    EXPECT_TRUE(has(render_text(report), "expires today"));
    report.schedule->expires = 2026y / 9 / 30;
    EXPECT_TRUE(has(render_text(report), "has expired"));
}

TEST(MorningReport, NamesTheHoldPastItsReviewFirst) {
    const std::string text = render_text(small_report());
    EXPECT_LT(text.find("\nH1 "), text.find("\nH2 "));
    EXPECT_TRUE(has(text, "this day has passed"));
}

TEST(MorningReport, CutsLongListsAndSaysHowToSeeAll) {
    const std::string text = render_text(full_report());
    EXPECT_TRUE(has(text, "Held: the first 100 of 1,234,567"));
    EXPECT_TRUE(has(text, "All of them:\n    casekeeper retention list --outcome held\n"));
    EXPECT_TRUE(has(text, "I-held-99"));
    EXPECT_FALSE(has(text, "I-held-100"));
    EXPECT_TRUE(has(text, "Findings of load 7, the first 200 of 901"));
}

TEST(MorningReport, IsTheSameBytesTwice) {
    EXPECT_EQ(render_html(full_report()), render_html(full_report()));
    EXPECT_EQ(render_text(full_report()), render_text(full_report()));
}

TEST(MorningReport, TellsRunsApartOnlyInTheClosingSection) {
    MorningReport again = small_report();
    again.run = 43;
    again.actor = "somebody else";
    again.started_at = again.ended_at = "2026-10-01T09:00:00Z";
    again.jobs.front().seconds = 99;
    const std::string footer = "<footer";
    EXPECT_EQ(without_closing(render_html(again), footer),
              without_closing(render_html(small_report()), footer));
    const std::string line = "About this run\n====";
    EXPECT_EQ(without_closing(render_text(again), line), without_closing(render_text(small_report()), line));
    EXPECT_NE(render_html(again), render_html(small_report()));
}

TEST(MorningReportHtml, EscapesWhateverComesFromOutside) {
    const std::string bad = "<b>&\"'";
    MorningReport report = small_report();
    report.trust = report.actor = bad;
    report.waiting.due = {{bad, bad, bad, bad, {}, bad, {bad}}};
    report.rules.push_back({bad, bad, bad});
    report.decisions.push_back({bad, Outcome::due, bad, bad, false, 1});
    report.holds = {{bad, bad, today, {}, bad}};
    report.loads.front().format = bad;
    report.loads.front().findings = {{bad, 1, 1, Severity::error, bad}};
    report.jobs = {{bad, bad, 0, 0, 1, 0, {bad}}};
    report.disposal.notices = {{12, bad, today, bad}};
    report.disposal.engine_left = bad;
    report.disposal.refused = {{bad, 1}};
    report.disposal.certificates = {{31, today, bad, 1, 2, 3, today}};
    const std::string html = render_html(report);
    EXPECT_FALSE(has(html, "<b>"));
    EXPECT_GE(times(html, "&lt;b&gt;&amp;&quot;&#39;"), 15U);
}

TEST(MorningReportHtml, CallsNothingAndRunsNothing) {
    std::string html = render_html(full_report());
    for (const std::string part :
         {"http:", "https:", "//", "<script", "javascript:", "url(", "@import", "src=", "<link"})
        EXPECT_FALSE(has(html, part)) << part;
    EXPECT_FALSE(std::regex_search(html, std::regex(R"( on[a-z]+=)")));
}

TEST(MorningReportHtml, CanBeReadByEar) {
    const std::string html = render_html(full_report());
    for (const std::string part :
         {"<html lang=\"en-GB\">", "<main id=\"main\"", "<nav aria-label=", "href=\"#main\""})
        EXPECT_EQ(times(html, part), 1U) << part;
    EXPECT_EQ(times(html, "<h1>"), 1U);
    EXPECT_EQ(times(html, "<table"), times(html, "<caption"));
    EXPECT_EQ(times(html, "<svg role=\"img\" aria-labelledby="), times(html, "<desc id="));
    EXPECT_EQ(times(html, "<section"), times(html, "</section>"));
    EXPECT_FALSE(has(html, "<th>"));
}

TEST(MorningReportHtml, LeadsEveryLinkAndLabelToOnePlace) {
    const std::string html = render_html(full_report());
    std::multiset<std::string> ids;
    const std::regex id(" id=\"([^\"]*)\"");
    for (std::sregex_iterator at(html.begin(), html.end(), id), end; at != end; ++at) ids.insert((*at)[1]);
    const std::regex link("href=\"#([^\"]*)\"");
    for (std::sregex_iterator at(html.begin(), html.end(), link), end; at != end; ++at)
        EXPECT_EQ(ids.count((*at)[1]), 1U) << (*at)[1];
    for (const std::string& one : ids) EXPECT_EQ(ids.count(one), 1U) << one;
}

TEST(DueForecast, PutsEveryRetainedRecordIntoOneBucket) {
    const MorningReport report = full_report();
    const long long retained = outcome_counts(report.decisions).at(Outcome::retain);
    const DueForecast forecast = due_forecast(report);
    EXPECT_EQ(forecast.total(), retained);
    EXPECT_EQ(forecast.passed, 9000) << "January to September 2026";
    EXPECT_EQ(forecast.months.size(), 12U);
    EXPECT_EQ(forecast.years.front().name, "Rest of 2027");
    EXPECT_EQ(forecast.years.front().records, 3000);
    EXPECT_EQ(forecast.years.back().name, "2039");
    EXPECT_EQ(forecast.decades.front().name, "2040s");
    EXPECT_EQ(forecast.decades.back().name, "2120s");
}

TEST(DueForecast, AddsUpTheSameByRuleAndByService) {
    const MorningReport report = full_report();
    const auto counts = outcome_counts(report.decisions);
    const auto sum = [](const std::vector<DueLine>& lines, long long DueLine::*part) {
        long long total = 0;
        for (const DueLine& line : lines) total += line.*part;
        return total;
    };
    for (const auto& lines : {due_by_rule(report), due_by_service(report)}) {
        EXPECT_EQ(sum(lines, &DueLine::reached),
                  counts.at(Outcome::due) + counts.at(Outcome::review) + counts.at(Outcome::held));
        EXPECT_EQ(sum(lines, &DueLine::soon), due_forecast(report).soon());
        EXPECT_EQ(sum(lines, &DueLine::soon) + sum(lines, &DueLine::later), counts.at(Outcome::retain));
    }
    EXPECT_EQ(sum(due_by_service(report), &DueLine::undetermined), counts.at(Outcome::undetermined));
}

TEST(DueForecast, BeginsAWholeYearWhereTheMonthsEndWithDecember) {
    MorningReport report = empty_report();
    report.day = 2027y / 1 / 1;
    report.decisions = {{"s", Outcome::retain, "r", "2028-01", false, 1},
                        {"s", Outcome::retain, "r", "2999-12", false, 1}};
    EXPECT_EQ(due_forecast(report).years.front().name, "2028");
    EXPECT_EQ(due_forecast(report).decades.back().name, "2140 on");
    EXPECT_EQ(due_forecast(report).total(), 2);
}

}  // namespace
}  // namespace casekeeper
