// SPDX-License-Identifier: MIT
#include <algorithm>

#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

const CodeWords& states() {
    static const CodeWords words = {{"received", "Received: identity, or authority to ask, is not settled"},
                                    {"entitled", "Entitled: what might be withheld is to be proposed"},
                                    {"reviewed", "Reviewed: proposals are to be decided"},
                                    {"decided", "Decided: another person is to sign"},
                                    {"signed", "Signed: to be announced and sent"},
                                    {"refused", "Refused: the letter is to be sent"},
                                    {"referred", "Referred for advice"},
                                    {"disputed", "Disputed"}};
    return words;
}

Paragraph what_was_done(const MorningReport& report) {
    std::string text;
    const auto say = [&](const char* what, const char* one, const char* many) {
        if (const long long number = count_of(report.access.tonight, what); number > 0)
            text += (text.empty() ? "Tonight " : ", ") + counted(number, one, many);
    };
    say("opened", "request that came with a load was taken up",
        "requests that came with a load were taken up");
    say("reviewed", "request was looked through for what might be withheld",
        "requests were looked through for what might be withheld");
    say("voided", "decision or signature lapsed, because the file changed",
        "decisions or signatures lapsed, because files changed");
    say("reminded", "reminder was written", "reminders were written");
    say("escalated", "of them to go higher up", "of them to go higher up");
    say("drafted", "letter was drafted for a request that will be late",
        "letters were drafted for requests that will be late");
    return {text.empty() ? "Tonight nothing of them changed." : text + "."};
}

long long all_open(const ReportedAccess& access) {
    long long all = 0;
    for (const auto& [state, number] : access.open) all += number;
    return all;
}

Table open_table(const ReportedAccess& access) {
    Table table{"Requests that wait for an answer", {{"Where they stand"}, {"Requests", true}}, {}, true};
    for (const auto& [state, number] : access.open)
        table.rows.push_back({words(in_words(states(), state)), count(number)});
    table.rows.push_back({words("All"), count(all_open(access))});
    return table;
}

std::string forecast_of(const ReportedAccessRequest& one) {
    if (!one.expected_on) return "cannot be said";
    std::string text = to_words(*one.expected_on);
    if (one.days_late > 0) text += ": late by " + counted(one.days_late, "working day", "working days");
    if (one.at_risk) text += ": at risk";
    return text;
}

bool is_late(const ReportedAccessRequest& one, Date day) {
    return one.due_on && *one.due_on < day;
}

bool is_near(const ReportedAccessRequest& one, const MorningReport& report) {
    return one.due_on && !is_late(one, report.day) &&
           *one.due_on <= add(report.day, {0, 0, report.access.near_days}, Rounding::never_early);
}

Cell due_cell(const ReportedAccessRequest& one, const MorningReport& report) {
    if (!one.due_on) return words("not known yet");
    const bool late = is_late(one, report.day);
    const bool near = is_near(one, report);
    Cell due = words(to_words(*one.due_on), late ? "late" : near ? "near" : "");
    if (late || near) due.tone = late ? Tone::alarm : Tone::caution;
    return due;
}

Table requests_table(const MorningReport& report) {
    const ReportedAccess& access = report.access;
    const std::size_t shown = std::min(access.requests.size(), listed_records);
    const bool is_forecast = access.forecast_unknown.empty();
    const auto listed = static_cast<long long>(shown);
    Table table{
        "Each of them, by the day its answer is due" +
            (listed < all_open(access) ? ", the first " + grouped(listed) + " of " + grouped(all_open(access))
                                       : std::string()),
        {{"Request"}, {"Due"}, {"State"}, {"Next"}},
        {}};
    if (is_forecast) table.columns.insert(table.columns.begin() + 2, {"Expected"});
    for (std::size_t i = 0; i < shown; ++i) {
        const ReportedAccessRequest& one = access.requests[i];
        Cell next = words("");
        next.command = one.next;
        TableRow row = {words(one.request), due_cell(one, report), words(one.state), next};
        if (is_forecast) row.insert(row.begin() + 2, words(forecast_of(one)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table lapsing_table(const ReportedAccess& access) {
    Table table{"Opinions that lapse before long: ask again, or send before", {{"Request"}, {"Lapses"}}, {}};
    for (const auto& [request, day] : access.lapsing) {
        Cell lapses = words(to_words(day));
        lapses.tone = Tone::caution;
        table.rows.push_back({words(request), lapses});
    }
    return table;
}

std::string outlook_in_words(const ReportedAccess& access) {
    std::string text;
    const auto say = [&](long long number, const char* one, const char* many) {
        if (number > 0) text += (text.empty() ? "" : " ") + counted(number, one, many);
    };
    say(access.forecast_late, "request will be late at the present pace.",
        "requests will be late at the present pace.");
    say(access.at_risk, "is at risk if things go slowly.", "are at risk if things go slowly.");
    say(access.without_day, "has no due day while something asked for is outstanding.",
        "have no due day while something asked for is outstanding.");
    say(access.owed, "answer that others owe is past its day.",
        "answers that others owe are past their day.");
    return text;
}

}  // namespace

std::string sentence_of_access(const MorningReport& report) {
    const ReportedAccess& access = report.access;
    if (!access.problem.empty())
        return " By when requests to see a record are to be answered could not be reckoned.";
    const long long open = all_open(access);
    if (open == 0) return "";
    std::vector<std::string> parts;
    const auto say = [&](long long number, const char* one, const char* many) {
        if (number > 0) parts.push_back(counted(number, one, many));
    };
    const std::string within = " due within " + counted(access.near_days, "day", "days");
    say(access.late, "is late", "are late");
    say(access.near, ("is" + within).c_str(), ("are" + within).c_str());
    say(count_of(access.open, "reviewed"), "waits for decisions", "wait for decisions");
    say(count_of(access.open, "decided"), "waits for the second look", "wait for the second look");
    std::string text =
        " " + counted(open, "request to see a record is", "requests to see a record are") + " open";
    for (std::size_t at = 0; at < parts.size(); ++at)
        text += (at == 0 ? ": " : at + 1 == parts.size() ? " and " : ", ") + parts[at];
    text += access.late + access.near == 0 ? "; none is late or" + within + "." : ".";
    if (access.owed > 0)
        text += " " +
                counted(access.owed, "answer that others owe for them is",
                        "answers that others owe for them are") +
                " past " + (access.owed == 1 ? "its day." : "their day.");
    return text;
}

std::vector<Section> sections_of_access(const MorningReport& report) {
    const ReportedAccess& access = report.access;
    Section section{"access", "Requests to see a record"};
    if (!access.problem.empty())
        section.blocks.emplace_back(Paragraph{
            "The days by which answers are due could not be reckoned: " + access.problem, "", Tone::alarm});
    section.blocks.emplace_back(what_was_done(report));
    if (access.open.empty()) {
        section.blocks.emplace_back(Paragraph{"No request to see a record is open."});
        return {section};
    }
    section.blocks.emplace_back(open_table(access));
    if (const std::string outlook = outlook_in_words(access); !outlook.empty())
        section.blocks.emplace_back(
            Paragraph{outlook, access.forecast_unknown.empty() ? "casekeeper access forecast" : ""});
    if (access.late + access.near == 0 && access.problem.empty())
        section.blocks.emplace_back(Paragraph{"None is late, and none is due within " +
                                              counted(access.near_days, "day", "days") + "."});
    if (!access.forecast_unknown.empty())
        section.blocks.emplace_back(Paragraph{"When they will be sent, " + access.forecast_unknown + ".",
                                              "casekeeper access forecast"});
    if (!access.requests.empty()) section.blocks.emplace_back(requests_table(report));
    if (!access.lapsing.empty()) section.blocks.emplace_back(lapsing_table(access));
    return {section};
}

}  // namespace casekeeper
