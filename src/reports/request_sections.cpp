// SPDX-License-Identifier: MIT
#include <algorithm>

#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

const CodeWords& rights() {
    static const CodeWords words = {
        {"erasure", "to delete"}, {"correction", "to correct"}, {"objection", "objection"}};
    return words;
}

const CodeWords& states() {
    static const CodeWords words = {
        {"received", "Received: identity, or authority to ask, is not settled"},
        {"entitled", "Entitled: to be assessed, or decided"},
        {"assessed", "Assessed: the warning is to be given"},
        {"warned", "Warned: the person has not said yet what they want"},
        {"confirmed", "Confirmed: to be decided"},
        {"granted", "Granted"},
        {"partly-refused", "Partly refused"},
        {"waiting", "Granted in whole or part; waits until nothing stands in its way"},
        {"executed", "Carried out: the person is to be told"},
        {"refused", "Refused: the person is to be told"},
        {"referred", "Referred for advice"},
        {"disputed", "Disputed"}};
    return words;
}

// Codes of the gate (custody/request_refusal.h).
const CodeWords& refusals() {
    static const CodeWords words = {
        {"cooling-off", "the days between decision and deletion are not over"},
        {"held", "a hold in force reaches what is to go"},
        {"access-first", "an access request of the same person is to be answered first"},
        {"request-first", "another request of the same person is to be answered first"},
        {"not-entitled", "whoever asked may not, or may not any more"},
        {"switched-off", "destruction is switched off"},
        {"changed", "what was decided on has changed: it is assessed anew"},
        {"statutory", "a part has become subject to a statutory service"},
        {"gone", "what was asked for is no longer there"},
        {"not-decided", "it was not decided part by part, by a person in the role for it"},
        {"not-warned", "the warning does not stand"},
        {"not-confirmed", "the person has not confirmed it since the warning"},
        {"unreadable", "what is stored of the person cannot be read"}};
    return words;
}

long long tonight(const MorningReport& report, const char* what) {
    return count_of(report.requests.tonight, what);
}

Paragraph what_was_done(const MorningReport& report) {
    std::string text;
    const auto say = [&](const char* what, const char* one, const char* many) {
        if (const long long number = tonight(report, what); number > 0)
            text += (text.empty() ? "Tonight " : ", ") + counted(number, one, many);
    };
    say("opened", "request that came with a load was taken up",
        "requests that came with a load were taken up");
    say("assessed", "request was assessed anew", "requests were assessed anew");
    say("voided", "warning or decision lapsed, because facts changed",
        "warnings or decisions lapsed, because facts changed");
    say("executed", "deletion that people had decided was carried out",
        "deletions that people had decided were carried out");
    return {text.empty() ? "Tonight nothing of them changed." : text + "."};
}

Table open_table(const MorningReport& report) {
    Table table{"Requests that are not closed", {{"Where they stand"}, {"Requests", true}}, {}, true};
    long long total = 0;
    for (const auto& [state, number] : report.requests.open) {
        table.rows.push_back({words(in_words(states(), state)), count(number)});
        total += number;
    }
    table.rows.push_back({words("All"), count(total)});
    return table;
}

Table pressing_table(const MorningReport& report) {
    const ReportedRequests& requests = report.requests;
    const auto shown = static_cast<long long>(requests.pressing.size());
    const long long all = requests.late + requests.near;
    Table table{"Answers that are late, or due within " + counted(requests.near_days, "day", "days") +
                    (shown < all ? ", the first " + grouped(shown) + " of " + grouped(all) : std::string()),
                {{"Request"}, {"Asks"}, {"Due"}, {"State"}, {"Next"}},
                {}};
    for (const ReportedRequest& one : requests.pressing) {
        const bool is_late = one.due_on < report.day;
        Cell due = words(to_words(one.due_on), is_late ? "late" : "");
        due.tone = is_late ? Tone::alarm : Tone::caution;
        Cell next = words(one.next.empty() ? "waits" : "");
        next.command = one.next;
        table.rows.push_back(
            {words(one.request), words(in_words(rights(), one.asks_for)), due, words(one.state), next});
    }
    return table;
}

}  // namespace

std::vector<Section> sections_of_requests(const MorningReport& report) {
    const ReportedRequests& requests = report.requests;
    Section section{"requests", "Requests to delete, to correct, and objections"};
    if (!requests.clock_problem.empty())
        section.blocks.emplace_back(
            Paragraph{"The days by which answers are due could not be reckoned: " + requests.clock_problem,
                      "", Tone::alarm});
    section.blocks.emplace_back(what_was_done(report));
    if (requests.open.empty()) {
        section.blocks.emplace_back(Paragraph{"No request is open."});
        return {section};
    }
    section.blocks.emplace_back(open_table(report));
    if (!requests.pressing.empty())
        section.blocks.emplace_back(pressing_table(report));
    else if (requests.clock_problem.empty())
        section.blocks.emplace_back(Paragraph{"None is late, and none is due within " +
                                              counted(requests.near_days, "day", "days") + "."});
    if (requests.without_day > 0)
        section.blocks.emplace_back(Paragraph{counted(requests.without_day, "request has", "requests have") +
                                              " no due day yet: evidence that was asked for has not come."});
    if (!requests.refused.empty()) {
        Table table{"Decided, and not deleted tonight", {{"Why"}, {"Requests", true}}, {}};
        for (const auto& [code, number] : requests.refused)
            table.rows.push_back({words(in_words(refusals(), code)), count(number)});
        section.blocks.emplace_back(std::move(table));
    }
    return {section};
}

}  // namespace casekeeper
