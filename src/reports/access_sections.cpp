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

Table open_table(const ReportedAccess& access) {
    Table table{"Requests that wait for an answer", {{"Where they stand"}, {"Requests", true}}, {}, true};
    long long total = 0;
    for (const auto& [state, number] : access.open) {
        table.rows.push_back({words(in_words(states(), state)), count(number)});
        total += number;
    }
    table.rows.push_back({words("All"), count(total)});
    return table;
}

std::string forecast_of(const ReportedAccessRequest& one) {
    if (!one.expected_on) return "cannot be said";
    std::string text = to_words(*one.expected_on);
    if (one.days_late > 0) text += ": late by " + counted(one.days_late, "working day", "working days");
    if (one.at_risk) text += ": at risk";
    return text;
}

Table pressing_table(const MorningReport& report) {
    const std::vector<ReportedAccessRequest>& all = report.access.pressing;
    const std::size_t shown = std::min(all.size(), listed_records);
    Table table{"Late, near their day, or late at the present pace" +
                    (shown < all.size() ? ", the first " + grouped(static_cast<long long>(shown)) + " of " +
                                              grouped(static_cast<long long>(all.size()))
                                        : std::string()),
                {{"Request"}, {"Due"}, {"Expected"}, {"State"}, {"Next"}},
                {}};
    for (std::size_t i = 0; i < shown; ++i) {
        const ReportedAccessRequest& one = all[i];
        const bool is_late = one.due_on && *one.due_on < report.day;
        Cell due = words(one.due_on ? to_words(*one.due_on) : "not known yet", is_late ? "late" : "");
        due.tone = is_late ? Tone::alarm : Tone::caution;
        Cell next = words("");
        next.command = one.next;
        table.rows.push_back({words(one.request), due, words(forecast_of(one)), words(one.state), next});
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
        section.blocks.emplace_back(Paragraph{outlook, "casekeeper access forecast"});
    if (!access.pressing.empty())
        section.blocks.emplace_back(pressing_table(report));
    else if (access.problem.empty())
        section.blocks.emplace_back(Paragraph{"None is late, and none is due within " +
                                              counted(access.near_days, "day", "days") + "."});
    if (!access.lapsing.empty()) section.blocks.emplace_back(lapsing_table(access));
    return {section};
}

}  // namespace casekeeper
